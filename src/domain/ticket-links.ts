import type { Ticket } from './ticket';

/**
 * @param publicUrl where people's browsers find OTOBO, without a slash at the end
 * @returns the ticket with the addresses it does not have yet
 */
export function withLinks(ticket: Ticket, publicUrl: string | undefined): Ticket {
  if (publicUrl === undefined) return ticket;
  return {
    url: `${publicUrl}/index.pl?Action=AgentTicketZoom;TicketID=${encodeURIComponent(ticket.id)}`,
    customerUrl: `${publicUrl}/customer.pl?Action=CustomerTicketZoom;TicketNumber=${encodeURIComponent(ticket.number)}`,
    ...ticket,
  };
}
