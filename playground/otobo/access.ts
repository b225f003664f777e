import type { Agent, CustomerUser, Right, Ticket } from './records';

/** Who makes a request. */
export type Requester = { readonly agent: Agent } | { readonly customer: CustomerUser };

/** @returns whether the agent has the right in that queue; `rw` includes all others */
export function hasRight(agent: Agent, queue: string, right: Right): boolean {
  const rights = agent.rights[queue] ?? [];
  return rights.includes('rw') || rights.includes(right);
}

/** @returns whether this person sees the ticket: agents by queue, customers what is theirs or their company's */
export function maySee(who: Requester, ticket: Ticket): boolean {
  if ('agent' in who) return hasRight(who.agent, ticket.queue, 'ro');
  return ticket.customerUser === who.customer.login || ticket.customerId === who.customer.customerId;
}
