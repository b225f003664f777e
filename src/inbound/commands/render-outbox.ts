import { errorSentence } from '../../text/error-sentence';
import { inertLine } from '../../text/inert';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';
import type { Write } from '../../domain/write';
import type { ShownOutbox, ShownWrite } from '../../usecases/tend-outbox';
import type { CommandCall } from './command';

type Reader = Pick<CommandCall, 'language' | 'sender'>;

/**
 * What waits, three short lines each, without what anybody wrote.
 *
 * @param now milliseconds since the epoch
 */
export function outboxText({ waiting, dead, shown, more }: ShownOutbox, reader: Reader, now: number, say: Translate): string {
  if (shown.length === 0) return say('outbox.none');
  return [
    say('outbox.summary', { waiting, dead }),
    ...shown.flatMap((write) => writeLines(write, reader, now, say)),
    ...(more > 0 ? [say('outbox.more', { count: more })] : []),
    say('outbox.retry_hint'),
  ].join('\n');
}

function writeLines(write: ShownWrite, { language, sender }: Reader, now: number, say: Translate): string[] {
  const { id, kind, characters, by, at, tries, next, givenUpAt, failure } = write;
  const moment = (when: number): string => momentText(when, language, sender.utcOffset);
  const what =
    characters === undefined
      ? say(`outbox.kind.${kind}`)
      : `${say(`outbox.kind.${kind}`)} (${say('outbox.characters', { count: characters })})`;
  const fate =
    givenUpAt === undefined ? nextText(next ?? now, now, moment, say) : say('outbox.given_up_since', { when: moment(givenUpAt) });
  return [
    [
      `${givenUpAt === undefined ? ':hourglass:' : ':x:'} \`${id}\``,
      what,
      ...ticketText(write, say),
      by === undefined ? say('outbox.by_app') : inertLine(by),
    ].join(' · '),
    `> ${[say('outbox.since', { when: moment(at) }), say('outbox.tries', { count: tries }), fate].join(' · ')}`,
    ...(failure ? [`> ${errorSentence(failure, say)}`] : []),
  ];
}

/** The job runs each minute: what is due before that is not worth a time of day. */
function nextText(next: number, now: number, moment: (at: number) => string, say: Translate): string {
  return next <= now + 60_000 ? say('outbox.due') : say('outbox.next', { when: moment(next) });
}

function ticketText({ ticketId, ticketNumber }: ShownWrite, say: Translate): string[] {
  if (ticketNumber !== undefined) return [say('ticket.number', { number: inertLine(ticketNumber) })];
  return ticketId === undefined ? [] : [say('outbox.ticket_id', { id: inertLine(ticketId) })];
}

/** @returns what was taken out, and who got it back */
export function droppedText({ change, by }: Write, say: Translate): string {
  return say('outbox.dropped_now', { kind: say(`outbox.kind.${change.type}`), user: inertLine(by?.username ?? 'none') });
}
