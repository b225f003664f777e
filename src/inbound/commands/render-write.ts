import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import type { Speaker } from '../../domain/chat-message';
import { withLinks } from '../../domain/ticket-links';
import type { Change } from '../../domain/write';
import { errorSentence } from '../../text/error-sentence';
import { inert, inertLine, link } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { TicketChange } from '../../usecases/change-ticket';
import type { Noting } from '../../usecases/note-message';
import type { ReplyQuestion } from '../../usecases/reply-to-customer';
import type { Outcome } from '../../usecases/write-to-otobo';
import type { Answer } from './command';

/** What passes by itself, and is not worth a sentence of its own. */
const PASSING: readonly string[] = ['otobo_unreachable', 'busy'];

/** @returns what is said of a write that waits; a cause that somebody has to put right is named */
export function keptText(type: Change['type'], { because }: Extract<Outcome, { kept: true }>, say: Translate): string {
  const what = say(`outbox.what.${type}`);
  if (because === undefined) return say('outbox.waits', { what });
  const kept = say('outbox.kept', { what });
  return PASSING.includes(because.code) ? kept : `${kept}\n${errorSentence(because, say)}`;
}

/** @returns what became of a note */
export function noteText(ticketNumber: string, outcome: Outcome, say: Translate): string {
  return outcome.kept ? keptText('Note', outcome, say) : say('write.note', { number: inertLine(ticketNumber) });
}

/**
 * @param ticketNumber absent where OTOBO could not be asked for it; then the note waits
 * @returns what became of a message that somebody wants in a ticket
 */
export function notedText(noting: Noting, author: Speaker, ticketNumber: string | undefined, say: Translate): string {
  if (noting.type === 'noted' && noting.outcome.kept) return keptText('Note', noting.outcome, say);
  const values = { author: inertLine(author.name ?? author.username), number: inertLine(ticketNumber ?? '') };
  if (noting.type === 'noted') return say('noted.done', values);
  return say(noting.kept ? 'noted.under_way' : 'noted.there', values);
}

/** @returns what became of a new ticket */
export function createdText(title: string, outcome: Outcome, publicUrl: string | undefined, say: Translate): string {
  if (outcome.kept) return keptText('Create', outcome, say);
  const { ticketId: id, ticketNumber: number } = outcome.written;
  const { url } = withLinks({ id, number, title }, publicUrl);
  return say('write.created', { number: inertLine(number), title: url === undefined ? inertLine(title) : link(inertLine(title), url) });
}

/** @returns what somebody is asked before the customer gets a reply */
export function replyQuestion({ questionId, ticketNumber, customer, text, mailed }: ReplyQuestion, say: Translate): Answer {
  const values = {
    number: inertLine(ticketNumber),
    customer: customer === undefined ? 'none' : inertLine(customer),
    text: inert(text),
    mailed: mailed ? 'yes' : 'no',
  };
  return {
    text: say('reply.question', values),
    buttons: [
      { actionId: QUESTION_YES, value: questionId, label: say('reply.send'), style: 'primary' },
      { actionId: QUESTION_NO, value: questionId, label: say('reply.cancel') },
    ],
  };
}

/** @returns what became of a reply */
export function replyText(outcome: Outcome, say: Translate): string {
  if (outcome.kept) return keptText('Reply', outcome, say);
  const { ticketNumber, mailedTo } = outcome.written;
  return say('write.reply', { number: inertLine(ticketNumber), to: inertLine(mailedTo ?? 'none') });
}

/** @returns what somebody typed and could not send, to be copied and tried again */
export function givenBack(text: string, say: Translate): string {
  return say('write.typed', { text: inert(text) });
}

/** @returns what has changed from what to what */
export function changeText(
  field: 'state' | 'pending' | 'priority' | 'owner',
  { ticketNumber, from, to, outcome }: TicketChange,
  say: Translate,
  until = '',
): string {
  const values = { number: inertLine(ticketNumber), from: inertLine(from), to: inertLine(to), until };
  if (!outcome) return say('change.none', values);
  return outcome.kept ? keptText('Fields', outcome, say) : say(`change.${field}`, values);
}
