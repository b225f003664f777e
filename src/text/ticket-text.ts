import type { Article } from '../domain/article';
import { shorten } from '../domain/shorten';
import type { Ticket } from '../domain/ticket';
import { inertLine, link } from './inert';
import { momentText } from './moment';
import type { Translate } from './translate';

const LONGEST_TITLE = 150;
const LONGEST_SUBJECT = 100;
const LONGEST_LINE = 160;
const ARTICLE_LINES = 3;

/** Who reads about a ticket. */
export interface TicketReader {
  /** In their language. */
  readonly say: Translate;
  /** Such as `de`, for dates. */
  readonly language: string;
  /** Hours that their clock is ahead of UTC, where it is known. */
  readonly utcOffset: number | undefined;
}

/** A ticket's number as a link to it, where anybody knows the address; `number` consists of digits. */
export function numberLink({ number, url }: { readonly number: string; readonly url?: string }, say: Translate): string {
  const label = say('ticket.number', { number: inertLine(number) });
  return url === undefined ? label : link(label, url);
}

/** A title in one line, or a dash where there is none. */
export function titleLine(title: string): string {
  return inertLine(shorten(title.trim() || '–', LONGEST_TITLE));
}

/** Everything about a ticket in short lines, the newest article first. */
export function ticketText(
  { ticket, articles }: { readonly ticket: Ticket; readonly articles: readonly Article[] },
  reader: TicketReader,
): string {
  return [fieldsText(ticket, reader), ...(articles.length > 0 ? [articlesText(articles, reader)] : [])].join('\n');
}

/** Number, title and fields of a ticket. */
export function fieldsText(ticket: Ticket, reader: TicketReader): string {
  return [`${numberLink(ticket, reader.say)} ${titleLine(ticket.title)}`, ...fields(ticket, reader)].join('\n');
}

/** Articles under a heading, in the order given, of which there is at least one. */
export function articlesText(articles: readonly Article[], reader: TicketReader): string {
  return [`*${reader.say('ticket.articles')}*`, ...articles.flatMap((article) => articleLines(article, reader))].join('\n');
}

function fields(ticket: Ticket, { say, language, utcOffset }: TicketReader): string[] {
  const { stateType, customerUser, customerId, pendingUntil, changedAt } = ticket;
  const foreign = (value: string | undefined): string => inertLine(value ?? '');
  const moment = (at: number | undefined): string => (at === undefined ? '' : momentText(at, language, utcOffset));
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

function articleLines({ at, from, subject, body, visibleForCustomer }: Article, { say, language, utcOffset }: TicketReader): string[] {
  const lines = body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const more = lines.length > ARTICLE_LINES ? ['…'] : [];
  return [
    `${momentText(at, language, utcOffset)} · ${inertLine(shorten(from, LONGEST_SUBJECT))} · ${say(visibleForCustomer ? 'ticket.visible' : 'ticket.internal')}`,
    ...[shorten(subject, LONGEST_SUBJECT), ...lines.slice(0, ARTICLE_LINES).map((line) => shorten(line, LONGEST_LINE)), ...more]
      .filter((line) => line.trim() !== '')
      .map((line) => `> ${inertLine(line)}`),
  ];
}
