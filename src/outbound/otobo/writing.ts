import type { AgentKey } from '../../domain/agent';
import { AppError } from '../../domain/errors';
import type { ArticleText, Written } from '../../domain/write';
import type { Otobo } from '../../usecases/ports';
import type { Ask } from './ask';
import { agentParameters } from './package-operations';
import { type WrittenAnswer, HistoryShape, OneTicketShape, TicketIdsShape, TicketsShape, WrittenShape } from './ticket-answers';
import { type Body, RouteUnknown } from './transport';
import { articleBody, createBody, fieldsBody, noteBody, ROOM_FIELD, roomLinkBody, transcriptBody } from './write-bodies';

/** @param now milliseconds since the epoch */
export function writing(ask: Ask, now: () => number): Pick<Otobo, 'write' | 'arrived'> {
  async function update(ticketId: string | undefined, body: Body): Promise<Written> {
    return toWritten(await ask('/TicketUpdate', { TicketID: needed(ticketId), ...body }, WrittenShape));
  }

  /** A person was told that a mail leaves: nothing weaker is done instead. */
  async function mail({ subject, body }: ArticleText, mark: string, ticketId?: string, agent?: AgentKey): Promise<Written> {
    const reply = { ...agentParameters(needed(agent)), TicketID: needed(ticketId), Subject: subject, Body: body, HistoryComment: mark };
    const sent = await ask('/Reply', reply, WrittenShape).catch((error: unknown) => {
      throw error instanceof RouteUnknown ? new AppError('package_missing', { operation: 'Reply' }, error.internal) : error;
    });
    return toWritten(sent);
  }

  /** The history names the entry of an article by the comment that it was written with. */
  async function arrivedArticle(mark: string, ticketId: string): Promise<Written | undefined> {
    const { TicketHistory: histories } = await ask('/TicketHistoryGet', { TicketID: ticketId }, HistoryShape);
    const entry = histories.flatMap(({ History: entries }) => entries).find(({ Name: name }) => name?.split(/[\s%]+/).includes(mark));
    if (!entry) return undefined;
    const { Ticket: tickets } = await ask('/TicketGet', { TicketID: ticketId }, OneTicketShape);
    return tickets.map((ticket) => toWritten({ ...ticket, ArticleID: entry.ArticleID, To: undefined }))[0];
  }

  async function arrivedTicket(mark: string): Promise<Written | undefined> {
    const search = { [`DynamicField_${ROOM_FIELD}`]: { Equals: mark }, SortBy: 'Age', OrderBy: 'Down', Limit: 10 };
    const { TicketID: ids } = await ask('/TicketSearch', search, TicketIdsShape);
    if (ids.length === 0) return undefined;
    // An OTOBO without the field ignores the criterion, and finds whatever there is.
    const { Ticket: tickets } = await ask('/TicketGet', { TicketID: ids, DynamicFields: 1 }, TicketsShape);
    const ours = tickets.find(({ DynamicField: fields }) => fields.some(({ Name, Value }) => Name === ROOM_FIELD && Value === mark));
    return ours && { ticketId: ours.TicketID, ticketNumber: ours.TicketNumber };
  }

  return {
    async write(change, mark, { ticketId, agent }) {
      switch (change.type) {
        case 'Note':
          return update(ticketId, noteBody(change, mark));
        case 'Reply':
          if (change.mailed) return mail(change, mark, ticketId, agent);
          return update(ticketId, { Article: articleBody(change, mark, true) });
        case 'Transcript':
          return update(ticketId, transcriptBody(change, mark));
        case 'Fields':
          return update(ticketId, { Ticket: fieldsBody(change, now()) });
        case 'RoomLink':
          return update(ticketId, { DynamicField: roomLinkBody(change) });
        case 'Create':
          return toWritten(await ask('/TicketCreate', createBody(change, mark), WrittenShape));
      }
    },
    async arrived(change, mark, ticketId) {
      switch (change.type) {
        case 'Note':
        case 'Reply':
        case 'Transcript':
          return arrivedArticle(mark, needed(ticketId));
        case 'Create':
          return arrivedTicket(mark);
        case 'Fields':
        case 'RoomLink':
          return undefined;
      }
    },
  };
}

function toWritten({ TicketID, TicketNumber, ArticleID, To }: WrittenAnswer): Written {
  return {
    ticketId: TicketID,
    ticketNumber: TicketNumber,
    ...(ArticleID !== undefined && { articleId: ArticleID }),
    ...(To !== undefined && { mailedTo: To }),
  };
}

/** A write without ticket or agent is a defect of the caller's, not something that OTOBO could answer. */
function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new AppError('internal_error', {}, 'a write names no ticket, or a mail no agent');
  return value;
}
