import type { Claim } from '../domain/claim';
import { isOurMark, type SigningKey } from '../domain/mark';
import { locate, type Observation, type RoomContent, suffixed } from '../domain/observation';
import type { Link, Room } from '../domain/room';
import type { Ports } from './ports';

/** What is read, and the keys that were good enough to judge it. */
export interface Sight {
  readonly seen: Observation;
  readonly keys: readonly SigningKey[];
  /** Of who is about to link a room to the ticket, lapsed ones included. */
  readonly claims: readonly Claim[];
}

type ReadPorts = Pick<Ports, 'rooms' | 'claims' | 'cards' | 'additions' | 'waiting' | 'consents' | 'told' | 'keys' | 'closings'>;

/**
 * Reads everything that `planRoom` needs to know of one ticket, in two rounds: index and names, then what is inside the room.
 *
 * @param slugs the names this ticket's room may have
 */
export async function observeRoom(ticketId: string, slugs: readonly string[], ports: ReadPorts): Promise<Sight> {
  const names = slugs.flatMap((slug) => [slug, suffixed(slug, 1), suffixed(slug, 2)]);
  const [{ links, claims }, waiting, closings, told, named, known] = await Promise.all([
    ports.claims.ofTicket(ticketId),
    ports.waiting.ofTicket(ticketId),
    ports.closings.ofTicket(ticketId),
    ports.told.ofTicket(ticketId),
    roomsByName(names, ports),
    ports.keys.all(),
  ]);
  const keys = await keysFor(ticketId, slugs, named, known, ports);
  const byId = new Map([...named.values()].map((room) => [room.id, room]));

  const marked = locate(ticketId, slugs, { links: [], waiting, closings, told, named, byId, inside: new Map() }, keys).room;
  const likely = [...new Set([...links.map(({ roomId }) => roomId), ...(marked ? [marked.id] : [])])];
  const [contents, rooms] = await Promise.all([
    Promise.all(
      likely.map((id) =>
        contentOf(
          id,
          links.find(({ roomId }) => roomId === id),
          ports,
        ),
      ),
    ),
    Promise.all(likely.filter((id) => !byId.has(id)).map((id) => ports.rooms.byId(id))),
    moreSuffixed(slugs, named, byId, ports),
  ]);
  for (const room of rooms) if (room) byId.set(room.id, room);
  return {
    seen: {
      links,
      waiting,
      closings,
      told,
      named,
      byId,
      inside: new Map(likely.map((id, at) => [id, contents[at] ?? { members: [], cards: [], added: [], asked: [] }])),
    },
    keys,
    claims,
  };
}

/**
 * Reads back a room that this request has just created, in one round. Nobody but its creator posts a card into it yet; but somebody may
 * have linked another room to the ticket meanwhile.
 *
 * @param before what was seen before the creation
 */
export async function observeCreated(
  ticketId: string,
  roomId: string,
  { seen: { waiting, closings, told }, keys }: Sight,
  ports: Pick<Ports, 'rooms' | 'claims'>,
): Promise<Sight> {
  const [room, members, { links, claims }] = await Promise.all([
    ports.rooms.byId(roomId),
    ports.rooms.members(roomId),
    ports.claims.ofTicket(ticketId),
  ]);
  const rooms = room ? [room] : [];
  return {
    seen: {
      links,
      waiting,
      closings,
      told,
      named: new Map(rooms.map((one) => [one.slug, one])),
      byId: new Map(rooms.map((one) => [one.id, one])),
      inside: new Map([[roomId, { members, cards: [], added: [], asked: [] }]]),
    },
    keys,
    claims,
  };
}

async function roomsByName(names: readonly string[], { rooms }: Pick<Ports, 'rooms'>): Promise<Map<string, Room>> {
  const found = await Promise.all(names.map((name) => rooms.bySlug(name)));
  return new Map(found.flatMap((room, at) => (room ? [[names[at] ?? room.slug, room] as const] : [])));
}

/** A mark for this ticket that no known key has signed may be signed by a key that another instance made meanwhile. */
async function keysFor(
  ticketId: string,
  slugs: readonly string[],
  named: ReadonlyMap<string, Room>,
  known: readonly SigningKey[],
  { keys }: Pick<Ports, 'keys'>,
): Promise<readonly SigningKey[]> {
  const doubtful = [...named.values()].some(
    ({ mark, creator }) =>
      mark?.ticketId === ticketId && !slugs.some((slug) => isOurMark(mark, { ticketId, slug, creatorId: creator.id }, known)),
  );
  return doubtful ? keys.reread() : known;
}

async function contentOf(
  roomId: string,
  link: Link | undefined,
  { rooms, cards, additions, consents }: Pick<Ports, 'rooms' | 'cards' | 'additions' | 'consents'>,
): Promise<RoomContent> {
  // Of a linked room the members are all that anybody asks for: nothing is changed in it.
  if (link?.origin === 'linked') return { members: await rooms.members(roomId), cards: [], added: [], asked: [] };
  const [members, found, added, asked] = await Promise.all([
    rooms.members(roomId),
    cardsOf(roomId, link?.cardId, cards),
    additions.ofRoom(roomId),
    consents.ofRoom(roomId),
  ]);
  return { members, cards: found, added, asked };
}

/** The index knows the card; where it does not, the card is on the oldest page, because it is the first thing posted. */
async function cardsOf(roomId: string, cardId: string | undefined, cards: Ports['cards']): Promise<string[]> {
  if (cardId !== undefined && (await cards.isCard(cardId))) return [cardId];
  return cards.find(roomId, 'oldest');
}

/** Where rooms were suffixed so far, others may have been suffixed further. */
async function moreSuffixed(
  slugs: readonly string[],
  named: ReadonlyMap<string, Room>,
  byId: Map<string, Room>,
  { rooms }: Pick<Ports, 'rooms'>,
): Promise<void> {
  for (const slug of slugs) {
    for (let n = 3, room = named.get(suffixed(slug, 2)); room; n += 1) {
      room = await rooms.bySlug(suffixed(slug, n));
      if (room) byId.set(room.id, room);
    }
  }
}
