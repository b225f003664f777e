import { AppError } from '../domain/errors';
import { mergePeople, type Person } from '../domain/person';
import type { Ticket } from '../domain/ticket';
import { withLinks } from '../domain/ticket-links';
import type { Ports } from './ports';
import type { TicketRequest } from './ticket-request';

/** A request as it came: it may name the ticket and leave the rest to OTOBO. */
export interface TicketReference extends Omit<TicketRequest, 'ticket'> {
  readonly ticket: Partial<Ticket>;
}

/** The ticket of that id, with all that OTOBO says of it. */
export function ticketById(id: string): TicketReference {
  return { ticket: { id }, people: [], articles: [], systemAddresses: [], peopleComplete: false, dryRun: false };
}

/**
 * Fetches from OTOBO what a request leaves out: the id behind a number, or everything behind an id. People are those whom the OTOBO package
 * names, where OTOBO has it, else those whom the ticket itself names.
 *
 * @param publicUrl where people's browsers find OTOBO
 * @param needs what else has to be known of the ticket, where there is an OTOBO to ask
 * @throws AppError `ticket_id_missing`, `otobo_not_configured`, `ticket_not_found`, `otobo_*`
 */
export async function completeTicket(
  { ticket, people, ...rest }: TicketReference,
  publicUrl: string | undefined,
  { otobo }: Pick<Ports, 'otobo'>,
  needs: readonly (keyof Ticket)[] = [],
): Promise<TicketRequest> {
  const id = ticket.id ?? (await idOf(ticket.number, otobo));
  const { number, title } = ticket;
  if (number !== undefined && title !== undefined && (!otobo || needs.every((field) => ticket[field] !== undefined)))
    return { ...rest, people, ticket: withLinks({ ...ticket, id, number, title }, publicUrl) };
  if (!otobo) throw new AppError('otobo_not_configured');
  const [fetched, everybody] = await Promise.all([otobo.ticket(id), people.length > 0 ? undefined : otobo.package.people(id)]);
  if (number !== undefined && number !== fetched.ticket.number) throw new AppError('ticket_not_found');
  const named = people.length > 0 ? people : peopleOf(fetched.ticket);
  return {
    ...rest,
    people: named,
    ...(everybody && { ...everybody, people: mergePeople(everybody.people) }),
    ticket: withLinks(newerOf(fetched.ticket, { ...ticket, id }), publicUrl),
  };
}

/** What a request says is put over what OTOBO says; what a state means does not go with another state. */
function newerOf(fetched: Ticket, said: Partial<Ticket>): Ticket {
  const { stateType, ...rest } = fetched;
  const sameState = said.state === undefined || said.state === fetched.state;
  return { ...rest, ...(sameState && stateType !== undefined && { stateType }), ...said };
}

async function idOf(number: string | undefined, otobo: Ports['otobo']): Promise<string> {
  if (number === undefined || !otobo) throw new AppError('ticket_id_missing');
  // OTOBO searches by patterns, too: one that matches a single ticket would open that one under this number.
  if (/[*%]/.test(number)) throw new AppError('ticket_not_found');
  const id = await otobo.ticketIdOf(number);
  if (id === undefined) throw new AppError('ticket_not_found');
  return id;
}

/** The people that a ticket itself names, by their logins. */
export function peopleOf({ owner, responsible, customerUser }: Pick<Ticket, 'owner' | 'responsible' | 'customerUser'>): Person[] {
  const people: (Person | undefined)[] = [
    owner ? { type: 'Agent', login: owner, roles: ['Owner'] } : undefined,
    responsible ? { type: 'Agent', login: responsible, roles: ['Responsible'] } : undefined,
    customerUser ? { type: 'Customer', login: customerUser, roles: ['Customer'] } : undefined,
  ];
  return mergePeople(people.filter((person) => person !== undefined));
}
