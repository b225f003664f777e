import type { Change } from '../../domain/write';
import { errorSentence } from '../../text/error-sentence';
import { inert, inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { TicketChange } from '../../usecases/change-ticket';
import type { Outcome } from '../../usecases/write-to-otobo';

/** What passes by itself, and is not worth a sentence of its own. */
const PASSING: readonly string[] = ['otobo_unreachable', 'busy'];

/** @returns what is said of a write that waits; a cause that somebody has to put right is named */
export function keptText(type: Change['type'], { because }: Extract<Outcome, { kept: true }>, say: Translate): string {
  const what = say(`outbox.what.${type}`);
  if (because === undefined) return say('outbox.waits', { what });
  const kept = say('outbox.kept', { what });
  return PASSING.includes(because.code) ? kept : `${kept}\n${errorSentence(because, say)}`;
}

/** @returns what somebody typed and could not send, to be copied and tried again */
export function givenBack(text: string, say: Translate): string {
  return say('write.typed', { text: inert(text) });
}

/** @returns what has changed from what to what */
export function changeText(
  field: 'state' | 'pending' | 'priority' | 'owner',
  { ticketNumber: number, from, to, outcome }: TicketChange,
  say: Translate,
  until = '',
): string {
  const values = { number, from: inertLine(from), to: inertLine(to), until };
  if (!outcome) return say('change.none', values);
  return outcome.kept ? keptText('Fields', outcome, say) : say(`change.${field}`, values);
}
