import type { Helpdesk, TicketEvent } from '../helpdesk';
import { ticketPeople } from '../people';
import type { Ticket } from '../records';
import { ticketFields } from '../ticket-fields';

/**
 * What the OTOBO package of this project sends: the ticket, and everybody who has to do with it with name and address.
 *
 * @param publicUrl where people's browsers find this OTOBO, without trailing slash
 */
export function packageBody(helpdesk: Helpdesk, ticket: Ticket, { event, actor }: TicketEvent, publicUrl: string): Record<string, unknown> {
  return {
    Event: event,
    Ticket: ticketFields(helpdesk, ticket),
    ...ticketPeople(helpdesk, ticket),
    URL: `${publicUrl}/otobo/index.pl?Action=AgentTicketZoom;TicketID=${ticket.id}`,
    CustomerURL: `${publicUrl}/otobo/customer.pl?Action=CustomerTicketZoom;TicketNumber=${ticket.number}`,
    ...(actor ? { Actor: { Login: actor.login, Email: actor.email } } : {}),
  };
}
