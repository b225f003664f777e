import type { Helpdesk } from './helpdesk';

/**
 * The stand-in has no pages of its own: links to a ticket, the agents' and the customers', lead to the playground's page.
 * @param pageUrl where that page is, without trailing slash
 * @param path of the request, with its query
 * @returns undefined when the path is no link to a ticket that exists
 */
export function ticketPage({ tickets }: Helpdesk, pageUrl: string, path: string): string | undefined {
  const agent = /^\/otobo\/index\.pl\?Action=AgentTicketZoom[;&]TicketID=(\d+)$/.exec(path);
  const customer = /^\/otobo\/customer\.pl\?Action=CustomerTicketZoom[;&]TicketNumber=(\d+)$/.exec(path);
  const ticket = [...tickets.values()].find(({ id, number }) => String(id) === agent?.[1] || number === customer?.[1]);
  return ticket && `${pageUrl}/?ticket=${ticket.id}`;
}
