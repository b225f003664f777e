import { hasRight } from '../../access';
import { list } from '../../parameters';
import { PRIORITIES, STATES } from '../../names';
import type { Agent, Ticket } from '../../records';
import { invalid } from '../answer';
import type { Call } from '../authentication';
import { identity } from './named-agent';

/** What may be asked for. Of types there is a list only where OTOBO's setting `Ticket::Type` is on. */
const KINDS = ['State', 'Priority', 'Queue', 'Type', 'Owner'];
/** Nobody chooses these: they come with removing and merging. */
const NOT_CHOSEN = ['removed', 'merged'];

/**
 * What the agent may choose for the first ticket of the request, or for a new one where it names none. Of a ticket that the agent
 * does not see nothing is said.
 *
 * @throws InvalidParameter for a list that there is not, such as the owners of a new ticket
 */
export function accessOptions(operation: string, { helpdesk, parameters }: Call, agent: Agent): Record<string, unknown> {
  const wanted = list(parameters, 'Options');
  const [ticketId] = list(parameters, 'TicketID');
  const forNew = ticketId === undefined;
  if (wanted.some((kind) => !KINDS.includes(kind) || (kind === 'Owner' && forNew))) throw invalid(operation, 'Options');
  const ticket = helpdesk.tickets.get(Number(ticketId));
  if (!forNew && !(ticket && hasRight(agent, ticket.queue, 'ro'))) return {};
  const queues = helpdesk.queues.filter(({ name }) => hasRight(agent, name, forNew ? 'create' : 'move_into'));
  const lists: Record<string, unknown> = {
    State: STATES.filter(({ type }) => !NOT_CHOSEN.includes(type)).map(({ name, type }) => ({ Name: name, Type: type })),
    Priority: PRIORITIES.map(({ name }) => name),
    Queue: queues.map(({ name }) => name),
    ...(helpdesk.typesShown ? { Type: helpdesk.types } : {}),
    ...(ticket ? { Owner: possibleOwners(helpdesk.agents, ticket) } : {}),
  };
  return Object.fromEntries(Object.entries(lists).filter(([kind]) => wanted.includes(kind)));
}

function possibleOwners(agents: readonly Agent[], { queue }: Ticket) {
  return agents.filter((agent) => hasRight(agent, queue, 'owner')).map(identity);
}
