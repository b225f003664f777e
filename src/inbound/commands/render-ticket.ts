import { shorten } from '../../domain/shorten';
import { inertLine, link } from '../../text/inert';
import { momentText } from '../../text/moment';
import type { Article } from '../../domain/article';
import type { Ticket } from '../../domain/ticket';
import type { OtoboTicket } from '../../usecases/ports';
import type { CommandCall } from './command';

const LONGEST_TITLE = 150;
const LONGEST_SUBJECT = 100;
const LONGEST_LINE = 160;
const ARTICLE_LINES = 3;

type Reader = Pick<CommandCall, 'say' | 'language' | 'sender'>;

/** A ticket's number as a link to it, where anybody knows the address; `number` consists of digits. */
export function numberLink({ number, url }: { readonly number: string; readonly url?: string }, say: Reader['say']): string {
  const label = say('ticket.number', { number: inertLine(number) });
  return url === undefined ? label : link(label, url);
}

/** A title in one line, or a dash where there is none. */
export function titleLine(title: string): string {
  return inertLine(shorten(title.trim() || '–', LONGEST_TITLE));
}

/** Everything about a ticket in short lines, the newest article first. */
export function ticketText(shown: OtoboTicket, reader: Reader): string {
  const { ticket, articles } = shown;
  const { say } = reader;
  return [
    `${numberLink(ticket, say)} ${titleLine(ticket.title)}`,
    ...fields(ticket, reader),
    ...(articles.length > 0 ? [`*${say('ticket.articles')}*`, ...articles.flatMap((article) => articleLines(article, reader))] : []),
  ].join('\n');
}

function fields(ticket: Ticket, { say, language, sender }: Reader): string[] {
  const { stateType, customerUser, customerId, pendingUntil, changedAt } = ticket;
  const foreign = (value: string | undefined): string => inertLine(value ?? '');
  const moment = (at: number | undefined): string => (at === undefined ? '' : momentText(at, language, sender.utcOffset));
  // OTOBO keeps the time of a state that was left.
  const waits = stateType?.startsWith('pending') ?? true;
  const rows = [
    ['card.queue', foreign(ticket.queue)],
    ['card.state', foreign(ticket.state)],
    ['ticket.pending', waits ? moment(pendingUntil) : ''],
    ['card.priority', foreign(ticket.priority)],
    ['card.owner', foreign(ticket.owner)],
    ['card.responsible', foreign(ticket.responsible)],
    ['ticket.customer', foreign([customerUser, customerId].filter((part) => part).join(', '))],
    ['ticket.changed', moment(changedAt)],
  ] as const;
  return rows.flatMap(([key, value]) => (value === '' ? [] : [`${say(key)}: ${value}`]));
}

function articleLines({ at, from, subject, body, visibleForCustomer }: Article, { say, language, sender }: Reader): string[] {
  const lines = body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const more = lines.length > ARTICLE_LINES ? ['…'] : [];
  return [
    `${momentText(at, language, sender.utcOffset)} · ${inertLine(shorten(from, LONGEST_SUBJECT))} · ${say(visibleForCustomer ? 'ticket.visible' : 'ticket.internal')}`,
    ...[shorten(subject, LONGEST_SUBJECT), ...lines.slice(0, ARTICLE_LINES).map((line) => shorten(line, LONGEST_LINE)), ...more]
      .filter((line) => line.trim() !== '')
      .map((line) => `> ${inertLine(line)}`),
  ];
}
