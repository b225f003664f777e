import { type Adoptable, candidateNames, type Ground, groundOf, type Hindrance, hindranceBy, hindranceIn } from '../domain/adoption';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { Room } from '../domain/room';
import type { Ticket } from '../domain/ticket';
import type { TicketReference } from '../domain/ticket-reference';
import { askQuestion } from './ask-question';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { standingNow } from './claim-and-link';
import { findTicket } from './find-ticket';
import type { Otobo, Place, Ports } from './ports';
import { slugsFor } from './ticket-request';

/** More tickets are not looked at in one go; which they are, OTOBO decides by when they were changed. */
const MOST_TICKETS = 500;
/** So many tickets' names are looked up side by side. */
const TICKETS_AT_ONCE = 25;
/** So many rooms are examined side by side. */
const ROOMS_AT_ONCE = 5;
/** More in one question nobody reads before they say yes. */
const MOST_OFFERED = 10;

/** What a taking over follows. */
export interface AdoptionRules extends ChatRules {
  /** What the names of the predecessor's groups begin with; empty where there are none. */
  readonly adoptPrefix: string;
}

/** A room that could be taken over, with all that an admin needs to know it by. */
export interface Offer extends Adoptable {
  readonly room: string;
  /** User name. */
  readonly creator: string;
  readonly members: number;
  readonly messages: number;
  readonly ground: Ground;
}

/** A room of such a name that is not offered. */
export interface NotOffered {
  readonly ticketNumber: string;
  readonly room: string;
  readonly hindrance: Hindrance;
}

export interface AdoptionList {
  readonly offers: readonly Offer[];
  readonly notOffered: readonly NotOffered[];
  /** Rooms that were found and not examined any more. */
  readonly more: number;
  /** How many tickets were looked at. */
  readonly tickets: number;
  /** Whether there may be more tickets than were looked at. */
  readonly limited: boolean;
  /** What the buttons carry; absent where nothing is offered. */
  readonly questionId?: string;
}

interface Found {
  readonly ticket: Ticket;
  readonly room: Room;
  readonly predecessor: boolean;
}

/**
 * Looks for rooms that open tickets may have had before the app was installed anew, or from the predecessor, and asks whether to take them
 * over. The engine of older servers gives no list of rooms, so it goes by the tickets and the names that their rooms would have. Changes
 * nothing.
 *
 * @param reference one ticket, which need not be open; without it all open tickets that the service account sees, the last changed first
 * @throws AppError `admin_only`, `otobo_not_configured`, `ticket_not_found`, `otobo_*`, `room_name_invalid`
 */
export async function findAdoptable(
  { sender, place, reference }: { readonly sender: ChatUser; readonly place: Place; readonly reference?: TicketReference | undefined },
  rules: AdoptionRules,
  ports: Ports,
): Promise<AdoptionList> {
  await authorise(sender, 'admin', {}, rules.rights, ports);
  const { otobo } = ports;
  if (!otobo) throw new AppError('otobo_not_configured');
  const tickets = reference
    ? [await named(reference, place, otobo, ports)]
    : (await otobo.search({ open: true, limit: MOST_TICKETS })).rows;
  const found = await roomsOf(tickets, rules, ports);
  const examined = await examine(found, rules, ports);
  const { offers } = examined;
  const rooms = offers.map(({ ticketId, ticketNumber, roomId }) => ({ ticketId, ticketNumber, roomId }));
  const asked = offers.length > 0 && {
    questionId: await askQuestion({ userId: sender.id, ...place, about: { type: 'AdoptRooms', rooms } }, ports),
  };
  return { ...examined, tickets: tickets.length, limited: !reference && tickets.length >= MOST_TICKETS, ...asked };
}

async function named(reference: TicketReference, { roomId }: Place, otobo: Otobo, ports: Ports): Promise<Ticket> {
  return (await otobo.ticket(await findTicket(reference, roomId, ports))).ticket;
}

/** Each room once, by the first name that leads to it. */
async function roomsOf(tickets: readonly Ticket[], { policy, adoptPrefix }: AdoptionRules, ports: Ports): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (let at = 0; at < tickets.length; at += TICKETS_AT_ONCE) {
    const batch = tickets.slice(at, at + TICKETS_AT_ONCE);
    const named = await Promise.all(
      batch.flatMap((ticket) => {
        // Says so if the template makes no names at all.
        slugsFor(ticket, policy);
        return candidateNames(ticket, policy.roomName, adoptPrefix).map(async ({ slug, predecessor }) => {
          const room = await ports.rooms.bySlug(slug);
          return room ? [{ ticket, room, predecessor }] : [];
        });
      }),
    );
    for (const one of named.flat()) if (!found.has(one.room.id)) found.set(one.room.id, one);
  }
  return [...found.values()];
}

type Examined = Pick<AdoptionList, 'offers' | 'notOffered' | 'more'>;

/** A room that is its ticket's already is nothing to speak of. */
async function examine(found: readonly Found[], rules: AdoptionRules, ports: Ports): Promise<Examined> {
  const offers: Offer[] = [];
  const notOffered: NotOffered[] = [];
  const left = [...found];
  while (left.length > 0 && offers.length < MOST_OFFERED) {
    const batch = left.splice(0, Math.min(ROOMS_AT_ONCE, MOST_OFFERED - offers.length));
    const hindrances = await Promise.all(batch.map((one) => hindranceTo(one, rules, ports)));
    for (const [index, { ticket, room, predecessor }] of batch.entries()) {
      const hindrance = hindrances[index];
      if (hindrance === 'same') continue;
      if (hindrance) notOffered.push({ ticketNumber: ticket.number, room: room.slug, hindrance });
      else offers.push({ ...offer(ticket, room), ground: groundOf(room, predecessor) });
    }
  }
  return { offers, notOffered, more: left.length };
}

function offer(ticket: Ticket, { id, slug, creator, memberCount, messageCount }: Room): Omit<Offer, 'ground'> {
  return {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    roomId: id,
    room: slug,
    creator: creator.username,
    members: memberCount,
    messages: messageCount,
  };
}

async function hindranceTo(
  { ticket, room }: Pick<Found, 'ticket' | 'room'>,
  { policy }: AdoptionRules,
  ports: Ports,
): Promise<Hindrance | 'same' | undefined> {
  const standing = await standingNow({ ticket }, room.id, policy, ports);
  if (standing.type === 'same') return 'same';
  return hindranceIn(room, ticket.id) ?? hindranceBy(standing);
}
