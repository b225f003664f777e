import { maySee } from '../access';
import { timestamp } from '../times';
import { missing, noAccess } from './answer';
import { authenticateAgent, type Call } from './authentication';
import { list } from '../parameters';

/** The history of tickets. `TicketID` comes back as the request gave it, a string from a path. */
export function ticketHistoryGet(call: Call) {
  const agent = authenticateAgent('TicketHistoryGet', call);
  const { TicketID } = call.parameters;
  if (list(call.parameters, 'TicketID').length === 0) throw missing('TicketHistoryGet', 'TicketID');
  const requested: unknown[] = Array.isArray(TicketID) ? TicketID : [TicketID];
  return {
    TicketHistory: requested.map((id) => {
      const ticket = call.helpdesk.tickets.get(Number(id));
      if (!ticket || !maySee({ agent }, ticket)) throw noAccess('TicketHistoryGet');
      const entries = ticket.history.map((entry) => ({
        TicketID: id,
        HistoryType: entry.type,
        HistoryTypeID: entry.typeId,
        Name: entry.name,
        ArticleID: entry.articleId,
        CreateTime: timestamp(entry.createdAt),
        CreateBy: entry.createdBy,
        OwnerID: entry.ownerId,
        QueueID: entry.queueId,
        PriorityID: entry.priorityId,
        StateID: entry.stateId,
        TypeID: 1,
      }));
      return { TicketID: id, History: entries };
    }),
  };
}
