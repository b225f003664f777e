import type { Agent, TicketSummary } from './shapes';

/** The tickets that an agent may see: those in queues where they may read. */
export function visibleTickets<Ticket extends Pick<TicketSummary, 'Queue'>>(
  tickets: readonly Ticket[],
  agent: Pick<Agent, 'rights'> | undefined,
): Ticket[] {
  return tickets.filter(({ Queue }) => agent?.rights[Queue]?.some((right) => right === 'ro' || right === 'rw'));
}
