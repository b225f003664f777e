import { addressParser } from 'postal-mime';
import type { Helpdesk, TicketEvent } from '../helpdesk';
import type { Agent, Article, Ticket } from '../records';
import { ticketFields } from '../ticket-fields';

/** Somebody who has to do with a ticket, as the app's contract names them. */
interface Person {
  readonly Type: 'Agent' | 'Customer' | 'Address';
  readonly Login?: string;
  readonly Email: string;
  readonly Name: string;
  readonly Roles: readonly string[];
}

/**
 * What the OTOBO package of this project sends: the ticket, and everybody who has to do with it with name and address.
 *
 * @param publicUrl where people's browsers find this OTOBO, without trailing slash
 */
export function packageBody(helpdesk: Helpdesk, ticket: Ticket, { event, actor }: TicketEvent, publicUrl: string): Record<string, unknown> {
  const serviceAccount = helpdesk.agents.find((agent) => agent.serviceAccount);
  return {
    Event: event,
    Ticket: ticketFields(helpdesk, ticket),
    People: [...agents(helpdesk, ticket), ...customers(helpdesk, ticket), ...ticket.articles.flatMap(addresses)],
    PeopleComplete: true,
    SystemAddresses: helpdesk.queues.map(({ systemAddress }) => systemAddress),
    URL: `${publicUrl}/otobo/index.pl?Action=AgentTicketZoom;TicketID=${ticket.id}`,
    CustomerURL: `${publicUrl}/otobo/customer.pl?Action=CustomerTicketZoom;TicketNumber=${ticket.number}`,
    ...(serviceAccount ? { APIUser: serviceAccount.login } : {}),
    ...(actor ? { Actor: { Login: actor.login, Email: actor.email } } : {}),
  };
}

/** Owner, responsible, and everybody who has written or changed something; a person comes once per role, the app merges them. */
function agents(helpdesk: Helpdesk, ticket: Ticket): Person[] {
  const involved = new Set(ticket.history.map(({ createdBy }) => createdBy));
  return [
    agentAs(helpdesk.agent(ticket.owner), 'Owner'),
    agentAs(helpdesk.agent(ticket.responsible), 'Responsible'),
    ...helpdesk.agents.filter(({ id }) => involved.has(id)).map((agent) => agentAs(agent, 'Involved')),
  ];
}

function agentAs({ login, email, firstname, lastname }: Agent, role: string): Person {
  return { Type: 'Agent', Login: login, Email: email, Name: `${firstname} ${lastname}`, Roles: [role] };
}

function customers(helpdesk: Helpdesk, ticket: Ticket): Person[] {
  return helpdesk.customerUsers
    .filter(({ login }) => login === ticket.customerUser)
    .map(({ login, email, name }) => ({ Type: 'Customer', Login: login, Email: email, Name: name, Roles: ['Customer'] }));
}

/** Whoever is in the header of an article; internal articles make internal roles. */
function addresses({ from, to, cc, visibleForCustomer }: Article): Person[] {
  const header = { From: from, To: to, Cc: cc };
  return Object.entries(header).flatMap(([field, value]) =>
    addressParser(value, { flatten: true }).flatMap(({ name, address }): Person[] =>
      address ? [{ Type: 'Address', Email: address, Name: name, Roles: [visibleForCustomer ? field : `Internal${field}`] }] : [],
    ),
  );
}
