import { randomUUID } from 'crypto';
import { customersMayJoin } from '../domain/admission';
import { type Claim, isGood, isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import { isGuarded } from '../domain/guard';
import { type Standing, standingOf } from '../domain/link-standing';
import type { ChatUser } from '../domain/member';
import { locate } from '../domain/observation';
import { agentIds } from '../domain/participants';
import type { Room } from '../domain/room';
import type { Card } from '../domain/room-plan';
import type { Write } from '../domain/write';
import { findParticipants } from './find-participants';
import { observeRoom } from './observe-room';
import type { Place, Ports } from './ports';
import { pauseAtRandom } from './random-pause';
import { ticketOfRoom } from './ticket-of-room';
import { type Policy, slugsFor, type TicketRequest } from './ticket-request';
import { roomLinkWrite } from './write-room-link';

/** How often the rooms and claims of others are looked at before somebody is told to try again. */
const MAX_TRIES = 4;

type Subject = Pick<TicketRequest, 'ticket'>;

/** What is to be linked, and by whom. */
export interface Linking {
  readonly request: TicketRequest;
  readonly room: Room;
  readonly sender: ChatUser;
  readonly place: Place;
}

export interface Linked {
  /** `free` when the link is made; `contested` when others were about to each time. */
  readonly standing: Standing;
  /** Says in the ticket where its room is; stored with the link, and still to be handed to OTOBO. */
  readonly write?: Write;
}

/**
 * Links a room to a ticket, unless somebody else is about to: write one's own claim, then read the others'. Of two who do that at one
 * moment at least one sees the other; whoever sees another gives way and tries again. Who opens the ticket's room does the same, with the
 * room for a claim.
 *
 * @throws AppError `link_busy` when the claim became too old to be written upon
 */
export async function claimAndLink(linking: Linking, policy: Policy, ports: Ports): Promise<Linked> {
  const { request, room } = linking;
  let standing: Standing = { type: 'contested' };
  for (let tries = 0; tries < MAX_TRIES && standing.type === 'contested'; tries += 1) {
    if (tries > 0) await pauseAtRandom(ports);
    const claim: Claim = { nonce: randomUUID(), ticketId: request.ticket.id, roomId: room.id, at: ports.time.now() };
    await ports.claims.put(claim);
    try {
      standing = await standingNow(request, room.id, policy, ports, claim.nonce);
      if (standing.type === 'free') return { standing, write: await link(linking, claim, standing.staleLinks, policy, ports) };
    } finally {
      await ports.claims.drop(claim);
    }
  }
  return { standing };
}

/**
 * How ticket and room stand to each other. Claims that have lapsed are cleared away.
 *
 * @param own the nonce of one's own claim
 */
export async function standingNow({ ticket }: Subject, roomId: string, policy: Policy, ports: Ports, own?: string): Promise<Standing> {
  const slugs = slugsFor(ticket, policy);
  const [{ seen, keys, claims }, ofRoom, markedFor] = await Promise.all([
    observeRoom(ticket.id, slugs, ports),
    ports.claims.ofRoom(roomId),
    ticketOfRoom(roomId, ports),
  ]);
  const now = ports.time.now();
  const others = [...claims, ...ofRoom.claims].filter(({ nonce }) => nonce !== own);
  await Promise.all(others.filter((claim) => !isLive(claim, now)).map((claim) => ports.claims.drop(claim)));
  const located = locate(ticket.id, slugs, seen, keys);
  return standingOf({ ticketId: ticket.id, roomId, located, ofRoom: ofRoom.links, ...(markedFor && { markedFor }), claims: others, now });
}

/**
 * The card first: the record names it. What OTOBO is to be told is stored before the record, too, so that a link whose maker dies is told
 * all the same. Without a record both are taken back.
 */
async function link(
  { request, room, sender, place }: Linking,
  claim: Claim,
  staleLinks: readonly string[],
  policy: Policy,
  ports: Ports,
): Promise<Write> {
  const { ticket } = request;
  const [card, write] = await Promise.all([
    cardFor(request, room.id, sender, policy, ports),
    roomLinkWrite({ user: sender, place, action: 'link', ticketId: ticket.id, room }, ports),
  ]);
  const [cardId] = await Promise.all([
    ports.cards.post(room.id, card),
    ports.outbox.put(write),
    ...(staleLinks.length > 0 ? [ports.links.drop(ticket.id, staleLinks)] : []),
  ]);
  if (!isGood(claim, ports.time.now())) {
    await Promise.all([ports.cards.delete([cardId]), ports.outbox.drop(write.id)]);
    throw new AppError('link_busy');
  }
  const { id: roomId, slug } = room;
  await ports.links.write({ ticketId: ticket.id, ticketNumber: ticket.number, roomId, origin: 'linked', slug, cardId });
  return write;
}

/** Who is missing does not stand on it: who comes into this room is not the app's business. */
async function cardFor({ ticket, people }: TicketRequest, roomId: string, sender: ChatUser, policy: Policy, ports: Ports): Promise<Card> {
  const [room, members, everybody, appUser] = await Promise.all([
    ports.rooms.byId(roomId),
    ports.rooms.members(roomId),
    findParticipants(people, policy.recognition, ports),
    ports.workspace.appUser(),
  ]);
  const agents = new Set([...agentIds(everybody), sender.id]);
  const guarded = isGuarded(room ?? { type: 'other' }, customersMayJoin(policy, ticket.queue), members, agents, appUser.id);
  return { ticket, guarded, missing: [], linkedBy: sender.username };
}
