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

/** What else has to be known of a ticket, where there is an OTOBO to ask. */
export interface Needs {
  readonly fields?: readonly (keyof Ticket)[];
  /** How many of its newest articles, for a request that brings none and may be about one. */
  readonly articles?: number;
}

/**
 * Fetches from OTOBO what a request leaves out: the id behind a number, or everything behind an id. People are those whom the OTOBO package
 * names, where OTOBO has it, else those whom the ticket itself names. Without what is only needed besides, a request goes on when OTOBO does
 * not tell.
 *
 * @param publicUrl where people's browsers find OTOBO
 * @param needs what else has to be known of the ticket, where there is an OTOBO to ask
 * @throws AppError `ticket_id_missing`, `otobo_not_configured`, `ticket_not_found`, `otobo_*`
 */
export async function completeTicket(
  reference: TicketReference,
  publicUrl: string | undefined,
  { otobo }: Pick<Ports, 'otobo'>,
  needs: Needs = {},
): Promise<TicketRequest> {
  const { ticket, ...rest } = reference;
  const id = ticket.id ?? (await idOf(ticket.number, otobo));
  const { number, title } = ticket;
  const said = number === undefined || title === undefined ? undefined : { ...ticket, id, number, title };
  if (said && (!otobo || !lacks(reference, needs))) return { ...rest, ticket: withLinks(said, publicUrl) };
  if (!otobo) throw new AppError('otobo_not_configured');
  try {
    const { ticket: complete, ...more } = await fetched({ ...reference, ticket: { ...ticket, id } }, otobo, needs);
    return { ...more, ticket: withLinks(complete, publicUrl) };
  } catch (error) {
    if (!said || !(error instanceof AppError)) throw error;
    return { ...rest, ticket: withLinks(said, publicUrl) };
  }
}

/** A request that names no event may be about anything. */
function lacks({ ticket, event, articles }: TicketReference, needs: Needs): boolean {
  const mayBeArticle = event === undefined || event.startsWith('Article');
  return (
    (needs.fields?.some((field) => ticket[field] === undefined) ?? false) ||
    (needs.articles !== undefined && articles.length === 0 && mayBeArticle)
  );
}

async function fetched(
  { ticket, people, articles, ...rest }: TicketReference & { readonly ticket: { readonly id: string } },
  otobo: NonNullable<Ports['otobo']>,
  needs: Needs,
): Promise<TicketRequest> {
  const [found, everybody] = await Promise.all([
    otobo.ticket(ticket.id, articles.length > 0 ? 0 : needs.articles),
    people.length > 0 ? undefined : otobo.package.people(ticket.id),
  ]);
  if (ticket.number !== undefined && ticket.number !== found.ticket.number) throw new AppError('ticket_not_found');
  return {
    ...rest,
    articles: articles.length > 0 ? articles : found.articles,
    people: people.length > 0 ? people : peopleOf(found.ticket),
    ...(everybody && { ...everybody, people: mergePeople(everybody.people) }),
    ticket: newerOf(found.ticket, ticket),
  };
}

/**
 * What a request says is put over what OTOBO says, unless it says that it is older: it may have waited. What a state means does not go with
 * another state.
 */
function newerOf(found: Ticket, said: Partial<Ticket>): Ticket {
  if (found.changedAt !== undefined && found.changedAt > (said.changedAt ?? -Infinity)) {
    const { url, customerUrl } = said;
    return { ...found, ...(url !== undefined && { url }), ...(customerUrl !== undefined && { customerUrl }) };
  }
  const { stateType, ...rest } = found;
  const sameState = said.state === undefined || said.state === found.state;
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
