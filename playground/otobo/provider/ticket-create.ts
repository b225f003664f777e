import { hasRight } from '../access';
import type { Change, Helpdesk } from '../helpdesk';
import { ROOT } from '../names';
import { invalid, missing, OperationError } from './answer';
import { isAcceptableAddress, readArticle } from './article-input';
import { authenticateAgent, type Call } from './authentication';
import { group, text } from '../parameters';
import { readDynamicFields, readFields, readPendingTime } from './ticket-input';

const OPERATION = 'TicketCreate';

/**
 * A new ticket with its first article. It starts with root@localhost and is then given to its owner, so that the events of an
 * owner change follow; the first owner becomes responsible, too, unless somebody else is named. Ids come back as OTOBO gives
 * them: the ticket's as text, the article's as a number.
 */
export function ticketCreate(call: Call) {
  const { helpdesk, parameters } = call;
  const agent = authenticateAgent(OPERATION, call);
  const input = group(parameters, 'Ticket') ?? {};
  for (const name of ['Title', 'CustomerUser', 'Queue', 'State', 'Priority']) {
    if (text(input, name) === undefined) throw missing(OPERATION, `Ticket->${name}`);
  }
  const fields = readFields(OPERATION, helpdesk, parameters);
  const value = (field: string) => fields.find((one) => one.field === field)?.value;
  const customer = readCustomer(helpdesk, text(input, 'CustomerUser') ?? '');
  const queue = helpdesk.queue(value('queue') ?? '');
  if (!hasRight(agent, queue.name, 'create')) {
    throw new OperationError(`${OPERATION}.AccessDenied`, `${OPERATION}: Can not create tickets in selected Queue!`);
  }
  const pendingUntil = readPendingTime(OPERATION, helpdesk, parameters);
  const article = readArticle(OPERATION, parameters, { historyType: 'NewTicket', historyComment: '%%GenericInterface Create' });
  if (!article) throw missing(OPERATION, 'Article');
  const dynamicFields = readDynamicFields(OPERATION, helpdesk, parameters);

  const type = value('type');
  const ticket = helpdesk.createTicket({
    title: value('title') ?? '',
    queue: queue.name,
    ...(type !== undefined && { type }),
    state: value('state') ?? '',
    priority: value('priority') ?? '',
    owner: ROOT,
    responsible: ROOT,
    customerUser: customer.login,
    customerId: customer.customerId,
    by: agent,
  });
  const change: Change = { by: agent, ticketId: ticket.id };
  helpdesk.set(ticket, 'owner', value('owner') ?? agent.login, change);
  helpdesk.set(ticket, 'responsible', ticket.owner, change);
  if (value('owner') !== undefined) helpdesk.set(ticket, 'lock', 'lock', change);
  helpdesk.set(ticket, 'responsible', value('responsible') ?? ticket.responsible, change);
  if (pendingUntil !== undefined) helpdesk.setPendingTime(ticket, pendingUntil, change);
  const { id } = helpdesk.addArticle(ticket, { from: customer.from, to: queue.name, ...article }, change);
  for (const field of dynamicFields) helpdesk.setDynamicField(ticket, field.name, field.value, change);
  return { TicketID: String(ticket.id), TicketNumber: ticket.number, ArticleID: id };
}

/** A registered customer, or else whoever has an address. */
function readCustomer({ customerUsers }: Helpdesk, named: string) {
  const known = customerUsers.find(({ login }) => login === named);
  if (known) return { login: known.login, customerId: known.customerId, from: `"${known.name}" <${known.email}>` };
  if (!isAcceptableAddress(named)) throw invalid(OPERATION, 'Ticket->CustomerUser');
  return { login: named, customerId: '', from: named };
}
