import { randomUUID } from 'crypto';
import { AppError, type ErrorCode } from '../domain/errors';
import { unlinkable } from '../domain/linkable';
import type { ChatUser } from '../domain/member';
import { namedTickets } from '../domain/named-tickets';
import { unusableAccount } from '../domain/person-search';
import type { Ticket } from '../domain/ticket';
import type { TicketReference } from '../domain/ticket-reference';
import { authorise, type RightsPolicy } from './authorise';
import { findTicket } from './find-ticket';
import type { Place, Ports, Unfurling } from './ports';
import { inTurn } from './take-turn';
import { type RoomTicket, ticketOfRoom } from './ticket-of-room';

/** Who posts a longer list wants to write it, not to be answered as often; and each costs questions to OTOBO. */
const MOST = 3;
const HOUR_MS = 3_600_000;

export interface UnfurlingRules {
  readonly rights: RightsPolicy;
  /** Where OTOBO's pages are, without a slash at the end. */
  readonly addresses: readonly string[];
}

/** What somebody has written. */
export interface NamingMessage {
  readonly text: string;
  readonly userId: string;
  readonly place: Place;
}

/** What became of a ticket that was named; the code of the error where the person may not see it, it is not there, or nobody can tell. */
export type Unfurled = 'posted' | 'posted_lately' | ErrorCode;

type Unfurler = Pick<Ports, 'directory' | 'rooms' | 'links' | 'keys' | 'otobo' | 'grants' | 'turns' | 'time' | 'unfurlings' | 'notices'>;

/**
 * Somebody has named tickets in what they wrote. Of each that they may read, the number is posted there, with a button for whoever wants to
 * see it: once in an hour in that room. Whatever else comes of it is nobody's business in the room, and nothing is said to who wrote: they
 * have asked for nothing, and a ticket that is hidden from them must look like one that is not there.
 *
 * @returns what became of each; nothing where the app has no business posting
 */
export async function unfurlTickets(
  { text, userId, place }: NamingMessage,
  { rights, addresses }: UnfurlingRules,
  ports: Unfurler,
): Promise<readonly Unfurled[]> {
  const named = namedTickets(text, addresses);
  if (named.length === 0) return [];
  const [user, room, own] = await Promise.all([
    ports.directory.byId(userId),
    ports.rooms.byId(place.roomId),
    ticketOfRoom(place.roomId, ports),
  ]);
  if (!user || unusableAccount(user) || !room || unlinkable(room)) return [];
  // The room's own ticket has its card there.
  const others = named.filter((reference) => !own || !isOf(own, reference)).slice(0, MOST);
  const found = await Promise.all(others.map((reference) => readable(reference, user, place.roomId, rights, ports)));
  const tickets = new Map(found.flatMap((one) => (typeof one === 'string' ? [] : [[one.id, one]])));
  const unfurled: Unfurled[] = found.filter((one) => typeof one === 'string');
  // One after the other, in the order in which they were named.
  for (const ticket of tickets.values()) unfurled.push(await unfurlOnce(ticket, place, ports));
  return unfurled;
}

function isOf({ id, number }: RoomTicket, reference: TicketReference): boolean {
  return 'id' in reference ? reference.id === id : reference.number === number;
}

/** @returns the ticket, or why this person gets nothing of it */
async function readable(
  reference: TicketReference,
  user: ChatUser,
  roomId: string,
  rights: RightsPolicy,
  ports: Unfurler,
): Promise<Ticket | ErrorCode> {
  try {
    const ticketId = await findTicket(reference, roomId, ports);
    await authorise(user, 'unfurl', { ticketId }, rights, ports);
    if (!ports.otobo) throw new AppError('otobo_not_configured');
    // Where a role decides about the right, only this shows that there is such a ticket.
    return (await ports.otobo.ticket(ticketId)).ticket;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Noted before it is posted: who dies in between leaves a room without a button for an hour, which is better than one with two. */
async function unfurlOnce({ id: ticketId, number }: Ticket, place: Place, ports: Unfurler): Promise<Unfurled> {
  const { roomId } = place;
  const since = ports.time.now() - HOUR_MS;
  const isLately = (one: Unfurling): boolean => one.ticketId === ticketId && one.roomId === roomId && one.at > since;
  if ((await ports.unfurlings.all()).some(isLately)) return 'posted_lately';
  const posting = await inTurn(`unfurl-${ticketId}-${roomId}`, ports, async (): Promise<Unfurled> => {
    const all = await ports.unfurlings.all();
    if (all.some(isLately)) return 'posted_lately';
    const old = all.filter(({ at }) => at <= since);
    await Promise.all([
      ports.unfurlings.put({ nonce: randomUUID(), ticketId, roomId, at: ports.time.now() }),
      ports.unfurlings.drop(old.map(({ nonce }) => nonce)),
    ]);
    await ports.notices.unfurl(place, number);
    return 'posted';
  });
  return posting?.value ?? 'busy';
}
