import { hasRight } from '../../access';
import type { Helpdesk } from '../../helpdesk';
import { mailArticle } from '../../mailing';
import { text, type Parameters } from '../../parameters';
import { mailboxes } from '../../people';
import type { Ticket } from '../../records';
import { missing, noAccess, OperationError } from '../answer';
import type { Call } from '../authentication';
import { namedAgent } from './named-agent';

const OPERATION = 'Reply';

/** Writes to the customer as an agent who may write notes: an article that really leaves as a mail. */
export function reply(call: Call) {
  const agent = namedAgent(OPERATION, call);
  const { helpdesk, parameters } = call;
  const id = required(parameters, 'TicketID');
  const subject = required(parameters, 'Subject');
  const body = required(parameters, 'Body');
  const ticket = helpdesk.tickets.get(Number(id));
  if (!ticket || !hasRight(agent, ticket.queue, 'note')) throw noAccess(OPERATION);
  const to = text(parameters, 'To') ?? customerAddress(helpdesk, ticket);
  if (mailboxes(to).length === 0) {
    throw new OperationError(`${OPERATION}.NoRecipient`, `${OPERATION}: There is no address to send to!`);
  }
  const historyComment = text(parameters, 'HistoryComment');
  const answer = { to, subject, body, ...(historyComment === undefined ? {} : { historyComment }) };
  const article = mailArticle(helpdesk, ticket, answer, { by: agent, ticketId: ticket.id });
  return { TicketID: ticket.id, TicketNumber: ticket.number, ArticleID: article.id, To: to };
}

/** The customer user's, else where the customer's last article came from; empty when there is neither. */
function customerAddress({ customerUsers }: Helpdesk, { customerUser, articles }: Ticket): string {
  const customer = customerUsers.find(({ login }) => login === customerUser);
  return customer?.email ?? articles.filter(({ senderType }) => senderType === 'customer').at(-1)?.from ?? '';
}

function required(parameters: Parameters, name: string): string {
  const value = text(parameters, name);
  if (value === undefined) throw missing(OPERATION, name);
  return value;
}
