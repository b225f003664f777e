import { articleText } from '../../../domain/article-text';
import { askBeforeReply, replyToCustomer } from '../../../usecases/reply-to-customer';
import { writeNote } from '../../../usecases/write-note';
import type { Answer } from '../../commands/command';
import { noteText, replyQuestion, replyText } from '../../commands/render-write';
import { chatRulesOf, noteRulesOf } from '../../policy';
import type { FilledIn, FormKind } from './form';

/** Writes a note, or a reply to the customer. */
export const writeForm: FormKind = {
  main: 'text',
  words: 'text',
  send: (filled) => (filled.value('audience') === 'customer' ? reply(filled) : note(filled)),
};

async function note({ by, place, value, settings, ports, say }: FilledIn): Promise<Answer> {
  const { ticket, outcome } = await writeNote({ user: by, place, text: value('text') }, noteRulesOf(settings), ports);
  return { text: noteText(ticket.number, outcome, say) };
}

/** The form has said whether a mail leaves; where it could not, the person is asked once more. */
async function reply({ by, place, about, value, settings, ports, say }: FilledIn): Promise<Answer> {
  const rules = { ...chatRulesOf(settings), allowReplies: settings.allowReplies };
  const text = articleText(value('text'));
  if (!about.reply) return replyQuestion(await askBeforeReply({ user: by, place, text }, rules, ports), say);
  const { ticketId, title, mailed } = about.reply;
  const what = { type: 'SendReply', ticketId, title, text, mailed } as const;
  return { text: replyText(await replyToCustomer({ ...place, about: what }, by, rules, ports), say) };
}
