import { AppError } from '../../domain/errors';
import type { TicketRows, TicketSearch } from '../../usecases/ports';
import type { Ask } from './ask';
import { type TicketAnswer, TicketIdsShape, toRow, TicketsShape } from './ticket-answers';
import type { Body } from './transport';

/**
 * State types of tickets that are not closed, as OTOBO comes with them. Its own word for them, `Open`, finds nothing through the web
 * service, which makes a list of it.
 */
const OPEN_TYPES = ['new', 'open', 'pending reminder', 'pending auto'];

/** What OTOBO gives at most where nobody says otherwise. */
const SCANNED = 500;
const SCANNED_AT_ONCE = 100;

/**
 * Searches with the rights of the service account, by the operations that every OTOBO has.
 *
 * @param own login of the service account
 * @throws AppError `package_missing` when the owner has so few of so many tickets that these operations cannot find them
 */
export async function searchTickets(ask: Ask, { words, ownedBy, open, limit }: TicketSearch, own: string): Promise<TicketRows> {
  const alternatives = words === undefined ? [{}] : searchesFor(words);
  const kind = open ? { StateType: OPEN_TYPES } : {};
  const owned = ownedBy === undefined ? {} : await ownedOnly(ask, ownedBy === 'asking' ? own : ownedBy.login, kind);
  if (!owned) return { rows: [] };
  const found = await Promise.all(alternatives.map((one) => newest(ask, { ...one, ...kind, ...owned }, limit)));
  const tickets = await ticketsOf(ask, [...new Set(found.flat())]);
  return { rows: tickets.sort(newestFirst).slice(0, limit).map(toRow) };
}

const newestFirst = ({ Changed: a = '' }: TicketAnswer, { Changed: b = '' }: TicketAnswer): number => (a < b ? 1 : a > b ? -1 : 0);

/** @returns ids of the tickets that were changed last */
async function newest(ask: Ask, criteria: Body, limit: number): Promise<string[]> {
  const { TicketID: ids } = await ask('/TicketSearch', { ...criteria, SortBy: 'Changed', OrderBy: 'Down', Limit: limit }, TicketIdsShape);
  return ids;
}

/**
 * What finds tickets that have all the words in their title, or in this order in one text of an article or in the number. What OTOBO
 * takes for an operator counts as a gap.
 *
 * @returns no search where there is nothing to search for
 */
function searchesFor(words: string): Body[] {
  const parts = words.split(/\s+/).map((word) => word.replace(/[&|()!"+*%\\]+/g, '*').replace(/^\*|\*$/g, ''));
  const plain = parts.filter((part) => part !== '');
  if (plain.length === 0) return [];
  const number = plain.length === 1 && /^\d+$/.test(plain.join('')) ? [{ TicketNumber: `*${plain.join('')}*` }] : [];
  return [{ Title: plain.map((part) => `*${part}*`).join('&&') }, { Fulltext: plain.join('*') }, ...number];
}

/** Without those that went out of reach meanwhile: one of them makes OTOBO refuse the list as a whole. Many are asked for in several calls. */
async function ticketsOf(ask: Ask, ids: readonly string[]): Promise<TicketAnswer[]> {
  if (ids.length === 0) return [];
  if (ids.length > SCANNED_AT_ONCE) {
    const [first, rest] = [ids.slice(0, SCANNED_AT_ONCE), ids.slice(SCANNED_AT_ONCE)];
    return [...(await ticketsOf(ask, first)), ...(await ticketsOf(ask, rest))];
  }
  const get = async (some: readonly string[]): Promise<TicketAnswer[]> =>
    (await ask('/TicketGet', { TicketID: some }, TicketsShape)).Ticket;
  try {
    return await get(ids);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (ids.length === 1) return [];
    return (await Promise.all(ids.map((id) => ticketsOf(ask, [id])))).flat();
  }
}

const isNotFound = (error: unknown): boolean => error instanceof AppError && error.code === 'ticket_not_found';

/**
 * OTOBO searches for owners by ids only, and has no operation that tells them: a ticket of theirs does.
 *
 * @returns nothing when no ticket of that kind is theirs
 */
async function ownedOnly(ask: Ask, login: string, kind: Body): Promise<Body | undefined> {
  const ids = await newest(ask, kind, SCANNED);
  for (let at = 0; at < ids.length; at += SCANNED_AT_ONCE) {
    const tickets = await ticketsOf(ask, ids.slice(at, at + SCANNED_AT_ONCE));
    const theirs = tickets.find(({ Owner: owner }) => owner?.toLowerCase() === login.toLowerCase());
    if (theirs?.OwnerID !== undefined) return { OwnerIDs: [theirs.OwnerID] };
  }
  if (ids.length >= SCANNED) throw new AppError('package_missing', { operation: 'AgentTicketSearch' });
  return undefined;
}
