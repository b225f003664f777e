import { hasRight, maySee } from '../access';
import type { Change } from '../helpdesk';
import { stateNamed } from '../names';
import type { Agent, Right, Ticket } from '../records';
import { missing, noAccess, OperationError } from './answer';
import { readArticle } from './article-input';
import { authenticateAgent, type Call } from './authentication';
import { readDynamicFields, readFields, readPendingTime } from './ticket-input';

const OPERATION = 'TicketUpdate';

/**
 * Changes a ticket: fields, an article, dynamic fields. All is checked before anything is changed. `TicketID` comes back as
 * the request gave it; `ArticleID` comes back only with an article.
 */
export function ticketUpdate(call: Call) {
  const { helpdesk, parameters } = call;
  const agent = authenticateAgent(OPERATION, call);
  const { TicketID } = parameters;
  if (typeof TicketID !== 'string' && typeof TicketID !== 'number') throw missing(OPERATION, 'TicketID');
  const ticket = helpdesk.tickets.get(Number(TicketID));
  if (!ticket || !maySee({ agent }, ticket)) throw noAccess(OPERATION);

  const fields = readFields(OPERATION, helpdesk, parameters);
  const pendingUntil = readPendingTime(OPERATION, helpdesk, parameters);
  const article = readArticle(OPERATION, parameters, { historyType: 'AddNote', historyComment: '%%GenericInterface Note' });
  const dynamicFields = readDynamicFields(OPERATION, helpdesk, parameters);
  for (const { field, needs } of fields) demand(agent, ticket, needs, `update ${field}`);
  if (article) demand(agent, ticket, 'note', 'create new articles');
  if (dynamicFields.length > 0) demand(agent, ticket, 'rw', 'update dynamic fields');

  const change: Change = { by: agent, ticketId: TicketID };
  if (pendingUntil !== undefined) helpdesk.setPendingTime(ticket, pendingUntil, change);
  for (const { field, value } of fields) {
    if (field === 'state' && stateNamed(value).type === 'closed') helpdesk.set(ticket, 'lock', 'unlock', change);
    helpdesk.set(ticket, field, value, change);
  }
  const written = article && helpdesk.addArticle(ticket, article, change);
  for (const { name, value } of dynamicFields) helpdesk.setDynamicField(ticket, name, value, change);
  return { TicketID, TicketNumber: ticket.number, ...(written ? { ArticleID: written.id } : {}) };
}

function demand(agent: Agent, ticket: Ticket, right: Right, to: string): void {
  if (hasRight(agent, ticket.queue, right)) return;
  throw new OperationError(`${OPERATION}.AccessDenied`, `${OPERATION}: Does not have permissions to ${to}!`);
}
