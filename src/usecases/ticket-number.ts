import type { Ports } from './ports';

/** @returns the number of a ticket that has a room, as the index says it, without asking OTOBO; nothing where it does not */
export async function knownNumber(ticketId: string | undefined, { claims }: Pick<Ports, 'claims'>): Promise<string | undefined> {
  if (ticketId === undefined) return undefined;
  return (await claims.ofTicket(ticketId)).links[0]?.ticketNumber;
}

/** The same, for what is taken down. */
export async function aboutTicket(ticketId: string | undefined, ports: Pick<Ports, 'claims'>): Promise<{ readonly ticketNumber?: string }> {
  const ticketNumber = await knownNumber(ticketId, ports);
  return ticketNumber === undefined ? {} : { ticketNumber };
}
