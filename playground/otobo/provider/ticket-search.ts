import { maySee } from '../access';
import { stateNamed } from '../names';
import type { Helpdesk } from '../helpdesk';
import type { Ticket } from '../records';
import { authenticate, type Call } from './authentication';
import { isGroup, list, text, type Parameters } from '../parameters';

/** What a ticket has to be compared with a search parameter; each parameter may have several values, of which one must match. */
const CRITERIA: Readonly<Record<string, (ticket: Ticket, helpdesk: Helpdesk) => string | number>> = {
  TicketNumber: (ticket) => ticket.number,
  Title: (ticket) => ticket.title,
  Queues: (ticket) => ticket.queue,
  QueueIDs: (ticket, helpdesk) => helpdesk.queue(ticket.queue).id,
  States: (ticket) => ticket.state,
  StateIDs: (ticket) => stateNamed(ticket.state).id,
  StateType: (ticket) => stateNamed(ticket.state).type,
  Priorities: (ticket) => ticket.priority,
  OwnerIDs: (ticket, helpdesk) => helpdesk.agent(ticket.owner).id,
  ResponsibleIDs: (ticket, helpdesk) => helpdesk.agent(ticket.responsible).id,
  CustomerID: (ticket) => ticket.customerId,
};

/** The most hits that OTOBO gives when the request names no limit. */
const LIMIT = 500;

/**
 * Ids as strings, newest ticket first; `{}` when there is no hit. What the stand-in does not know as a criterion is ignored,
 * as OTOBO ignores it.
 */
export function ticketSearch(call: Call) {
  const who = authenticate('TicketSearch', call);
  const { helpdesk, parameters } = call;
  const hits = [...helpdesk.tickets.values()]
    .filter((ticket) => maySee(who, ticket))
    .filter((ticket) => meetsCriteria(ticket, helpdesk, parameters) && meetsDynamicFields(ticket, parameters))
    .sort((a, b) => Math.floor(b.createdAt / 1000) - Math.floor(a.createdAt / 1000) || a.id - b.id)
    .slice(0, Number(text(parameters, 'Limit') ?? LIMIT));
  return hits.length > 0 ? { TicketID: hits.map(({ id }) => String(id)) } : {};
}

function meetsCriteria(ticket: Ticket, helpdesk: Helpdesk, parameters: Parameters): boolean {
  return Object.entries(CRITERIA).every(([name, of]) => {
    const wanted = list(parameters, name);
    return wanted.length === 0 || wanted.some((pattern) => like(String(of(ticket, helpdesk)), pattern));
  });
}

/**
 * A dynamic field is a criterion only as an object (`{"Equals": …}`). In a query string it can only be text: such a filter is
 * dropped without a word, and every ticket is found.
 */
function meetsDynamicFields(ticket: Ticket, parameters: Parameters): boolean {
  return Object.entries(parameters).every(([name, criterion]) => {
    if (!name.startsWith('DynamicField_') || !isGroup(criterion)) return true;
    const value = String(ticket.dynamicFields.get(name.slice('DynamicField_'.length)) ?? '');
    const equal = list(criterion, 'Equals');
    const similar = list(criterion, 'Like');
    return (equal.length === 0 || equal.includes(value)) && (similar.length === 0 || similar.some((pattern) => like(value, pattern)));
  });
}

/** @param pattern with `*` for anything; case does not matter */
function like(value: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(value);
}
