import { randomUUID } from 'crypto';
import { type Card, cardOf } from '../domain/card';
import { type Claim, isGood, isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import { circleOf, isGuarded } from '../domain/guard';
import { type Standing, standingOf } from '../domain/link-standing';
import type { ChatUser } from '../domain/member';
import { locate } from '../domain/observation';
import type { Participant } from '../domain/participants';
import type { Room } from '../domain/room';
import { knownThen } from '../domain/tell-plan';
import type { Told } from '../domain/told';
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
 * Links a room to a ticket, unless somebody else is about to.
 *
 * @throws AppError `link_busy` when the claim became too old to be written upon
 */
export async function claimAndLink(linking: Linking, policy: Policy, ports: Ports): Promise<Linked> {
  const { request, room } = linking;
  const { standing, value: write } = await withClaim(request, room.id, policy, ports, (claim, staleLinks) =>
    link(linking, claim, staleLinks, policy, ports),
  );
  return { standing, ...(write && { write }) };
}

/**
 * Leads a ticket and a room together, unless somebody else is about to: write one's own claim, then read the others'. Of two who do that at
 * one moment at least one sees the other; whoever sees another gives way and tries again. Who opens the ticket's room does the same, with
 * the room for a claim.
 *
 * @param act what is done when they are free for each other
 * @returns how they stand to each other, and what came of it if they were free
 */
export async function withClaim<T>(
  subject: Subject,
  roomId: string,
  policy: Policy,
  ports: Ports,
  act: (claim: Claim, staleLinks: readonly string[]) => Promise<T>,
): Promise<{ readonly standing: Standing; readonly value?: T }> {
  let standing: Standing = { type: 'contested' };
  for (let tries = 0; tries < MAX_TRIES && standing.type === 'contested'; tries += 1) {
    if (tries > 0) await pauseAtRandom(ports);
    const claim: Claim = { nonce: randomUUID(), ticketId: subject.ticket.id, roomId, at: ports.time.now() };
    await ports.claims.put(claim);
    try {
      standing = await standingNow(subject, roomId, policy, ports, claim.nonce);
      if (standing.type === 'free') return { standing, value: await act(claim, standing.staleLinks) };
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
 * all the same; and what the room knows of the ticket, so that whoever finds the link finds that. Without a record all are taken back.
 */
async function link(
  { request, room, sender, place }: Linking,
  claim: Claim,
  staleLinks: readonly string[],
  policy: Policy,
  ports: Ports,
): Promise<Write> {
  const { ticket } = request;
  const [{ card, told }, write] = await Promise.all([
    introduction(request, room.id, policy, ports, sender),
    roomLinkWrite({ user: sender, place, action: 'link', ticketId: ticket.id, room }, ports),
  ]);
  const [cardId] = await Promise.all([
    ports.cards.post(room.id, card),
    ports.outbox.put(write),
    ports.told.write(told),
    ports.transcripts.noteLinked(room.id, ports.time.now()),
    ...(staleLinks.length > 0 ? [ports.links.drop(ticket.id, staleLinks)] : []),
  ]);
  if (!isGood(claim, ports.time.now())) {
    await Promise.all([ports.cards.delete([cardId]), ports.outbox.drop(write.id), ports.told.drop(ticket.id, room.id)]);
    throw new AppError('link_busy');
  }
  const { id: roomId, slug } = room;
  await ports.links.write({ ticketId: ticket.id, ticketNumber: ticket.number, roomId, origin: 'linked', slug, cardId });
  return write;
}

/**
 * The card of a room that was there before, and what the room knows of the ticket by it. Who is missing does not stand there: who comes in
 * is not the app's business.
 *
 * @param linkedBy who linked it, if somebody did
 */
export async function introduction(
  { ticket, articles, people }: TicketRequest,
  roomId: string,
  policy: Policy,
  ports: Ports,
  linkedBy?: ChatUser,
): Promise<{ readonly card: Card; readonly told: Told }> {
  const [room, members, everybody, appUser] = await Promise.all([
    ports.rooms.byId(roomId),
    ports.rooms.members(roomId),
    findParticipants(people, policy.recognition, ports),
    ports.workspace.appUser(),
  ]);
  const circle = circleOf([...everybody, ...(linkedBy ? [asAgent(linkedBy)] : [])], { members, asked: [] });
  const guarded = isGuarded(room ?? { type: 'other' }, members, circle, policy, ticket.queue, appUser.id);
  const told = knownThen({ ticket, articles, now: ports.time.now() }, roomId, circle, { guarded, missing: [] });
  return { card: { ...cardOf(told), ...(linkedBy && { linkedBy: linkedBy.username }) }, told };
}

/** Who links a room may write to the ticket. */
const asAgent = (user: ChatUser): Participant => ({ person: { type: 'Agent', roles: [] }, user });
