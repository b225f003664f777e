import * as v from 'valibot';
import { parseOtoboTime } from '../../domain/otobo-time';
import { flag, list } from '../../domain/otobo-values';
import type { Article } from '../../domain/article';
import { bodyText } from '../../domain/plain-text';
import type { OtoboTicket, TicketRow } from '../../usecases/ports';
import { anyText, count, id, optionalId, someText, text } from './answer-values';

const ArticleShape = v.object({
  ArticleID: id,
  // Articles of some channels have neither.
  From: text,
  Body: text,
  ContentType: text,
  MimeType: text,
  Subject: text,
  IsVisibleForCustomer: flag,
  CreateTime: someText,
});

export const TicketShape = v.object({
  TicketID: id,
  TicketNumber: someText,
  Title: anyText,
  Queue: text,
  State: text,
  StateType: text,
  Priority: text,
  Type: text,
  Service: text,
  Owner: text,
  OwnerID: optionalId,
  Responsible: text,
  CustomerUserID: text,
  CustomerID: text,
  Changed: text,
  // When a pending state ends, in seconds since the epoch; 0 where there is none.
  RealTillTimeNotUsed: count,
  // When the next escalation comes, in seconds since the epoch; absent where none is running.
  EscalationDestinationTime: count,
  Article: list(ArticleShape),
  DynamicField: list(v.object({ Name: someText, Value: v.optional(v.unknown()) })),
});
export type TicketAnswer = v.InferOutput<typeof TicketShape>;

export const OneTicketShape = v.object({ Ticket: v.pipe(list(TicketShape), v.length(1)) });
export const TicketsShape = v.object({ Ticket: list(TicketShape) });

/** No hit and no permission are both an empty object. */
export const TicketIdsShape = v.object({ TicketID: list(id) });

export const HistoryShape = v.object({
  TicketHistory: list(v.object({ History: list(v.object({ Name: text, ArticleID: optionalId })) })),
});

/** `To` comes with a mail. */
export const WrittenShape = v.object({ TicketID: id, TicketNumber: someText, ArticleID: optionalId, To: text });
export type WrittenAnswer = v.InferOutput<typeof WrittenShape>;

/** @param timeZone the zone that OTOBO writes times in */
export function toTicket(raw: TicketAnswer, timeZone: string): OtoboTicket {
  const changedAt = raw.Changed === undefined ? undefined : parseOtoboTime(raw.Changed, timeZone);
  return {
    ticket: {
      ...toRow(raw),
      ...(raw.StateType !== undefined && { stateType: raw.StateType }),
      ...(raw.Type !== undefined && { type: raw.Type }),
      ...(raw.Service !== undefined && { service: raw.Service }),
      ...(raw.Responsible !== undefined && { responsible: raw.Responsible }),
      ...(raw.CustomerUserID !== undefined && { customerUser: raw.CustomerUserID }),
      ...(raw.CustomerID !== undefined && { customerId: raw.CustomerID }),
      ...(changedAt !== undefined && { changedAt }),
      ...(raw.RealTillTimeNotUsed && { pendingUntil: raw.RealTillTimeNotUsed * 1000 }),
      ...(raw.EscalationDestinationTime && { escalatesAt: raw.EscalationDestinationTime * 1000 }),
    },
    articles: raw.Article.map((article) => toArticle(article, timeZone)),
  };
}

/** What a list shows of a ticket; both operations that search answer in these words. */
export function toRow(
  raw: Pick<TicketAnswer, 'TicketID' | 'TicketNumber' | 'Title' | 'Queue' | 'State' | 'Priority' | 'Owner'>,
): TicketRow {
  return {
    id: raw.TicketID,
    number: raw.TicketNumber,
    title: raw.Title,
    ...(raw.Queue !== undefined && { queue: raw.Queue }),
    ...(raw.State !== undefined && { state: raw.State }),
    ...(raw.Priority !== undefined && { priority: raw.Priority }),
    ...(raw.Owner !== undefined && { owner: raw.Owner }),
  };
}

/** A time that cannot be read is that of 1970: it is told of an article, and decides nothing. */
function toArticle(raw: v.InferOutput<typeof ArticleShape>, timeZone: string): Article {
  return {
    id: raw.ArticleID,
    from: raw.From ?? '',
    subject: raw.Subject ?? '',
    body: bodyText(raw.Body ?? '', raw.ContentType, raw.MimeType),
    visibleForCustomer: raw.IsVisibleForCustomer,
    at: parseOtoboTime(raw.CreateTime, timeZone) ?? 0,
  };
}
