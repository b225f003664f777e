import { addressParser } from 'postal-mime';
import type { Helpdesk } from './helpdesk';
import type { Agent, Article, Ticket } from './records';

/** Somebody who has to do with a ticket, as the app's contract names them. */
interface Person {
  readonly Type: 'Agent' | 'Customer' | 'Address';
  readonly Login?: string;
  readonly Email: string;
  readonly Name: string;
  readonly Roles: readonly string[];
}

/** What the project's OTOBO package says about the people of a ticket; booleans are 1 and 0, as Perl has them. */
interface TicketPeople {
  readonly People: readonly Person[];
  /** Whether that is everybody. */
  readonly PeopleComplete: 0 | 1;
  /** How many are left out, if any are. */
  readonly PeopleOmitted?: number;
  /** Addresses that mail to this OTOBO goes to. */
  readonly SystemAddresses: readonly string[];
  /** The login of the account that the app uses. */
  readonly APIUser?: string;
}

/** More people than this the package does not send, because Rocket.Chat refuses large bodies. */
const MOST_PEOPLE = 300;

/** Everybody who has to do with the ticket, each once with all their roles. */
export function ticketPeople(helpdesk: Helpdesk, ticket: Ticket): TicketPeople {
  const people = merged([...agents(helpdesk, ticket), ...customers(helpdesk, ticket), ...ticket.articles.flatMap(addresses)]);
  const omitted = Math.max(0, people.length - MOST_PEOPLE);
  const serviceAccount = helpdesk.agents.find((agent) => agent.serviceAccount);
  return {
    People: people.slice(0, MOST_PEOPLE),
    PeopleComplete: omitted > 0 ? 0 : 1,
    ...(omitted > 0 ? { PeopleOmitted: omitted } : {}),
    SystemAddresses: helpdesk.queues.map(({ systemAddress }) => systemAddress),
    ...(serviceAccount ? { APIUser: serviceAccount.login } : {}),
  };
}

/** One entry per type and login, or address where there is no login; the first name that is not empty counts. */
function merged(people: readonly Person[]): Person[] {
  const byKey = new Map<string, Person>();
  for (const person of people) {
    const key = `${person.Type} ${(person.Login ?? person.Email).toLowerCase()}`;
    const known = byKey.get(key) ?? person;
    byKey.set(key, { ...known, Name: known.Name || person.Name, Roles: [...new Set([...known.Roles, ...person.Roles])] });
  }
  return [...byKey.values()];
}

/** Owner, responsible, and everybody who has written or changed something. */
function agents(helpdesk: Helpdesk, ticket: Ticket): Person[] {
  const involved = new Set(ticket.history.map(({ createdBy }) => createdBy));
  return [
    agentAs(helpdesk.agent(ticket.owner), 'Owner'),
    agentAs(helpdesk.agent(ticket.responsible), 'Responsible'),
    ...helpdesk.agents.filter(({ id }) => involved.has(id)).map((agent) => agentAs(agent, 'Involved')),
  ];
}

function agentAs(agent: Agent, role: string): Person {
  return { Type: 'Agent', Login: agent.login, Email: agent.email, Name: fullName(agent), Roles: [role] };
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
    mailboxes(value).map(({ name, address }) => ({
      Type: 'Address',
      Email: address,
      Name: name,
      Roles: [visibleForCustomer ? field : `Internal${field}`],
    })),
  );
}

/** @param header such as `Alice <alice@corp.test>, bob@corp.test`. @returns its addresses; what has none is left out */
export function mailboxes(header: string): { readonly name: string; readonly address: string }[] {
  return addressParser(header, { flatten: true }).flatMap(({ name, address }) => (address?.includes('@') ? [{ name, address }] : []));
}

/** @returns `Alice Adler` */
export function fullName({ firstname, lastname }: Agent): string {
  return `${firstname} ${lastname}`;
}
