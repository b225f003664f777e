import { type Adoptable, type Hindrance, hindranceBy, hindranceIn } from '../domain/adoption';
import { type Claim, isGood } from '../domain/claim';
import { AppError } from '../domain/errors';
import { makeMark } from '../domain/mark';
import type { ChatUser } from '../domain/member';
import type { Room } from '../domain/room';
import type { Write } from '../domain/write';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import { introduction, withClaim } from './claim-and-link';
import { completeTicket, ticketById } from './complete-ticket';
import type { Ports } from './ports';
import { inTurn } from './take-turn';
import type { Policy, TicketRequest } from './ticket-request';
import { ownRoomLinkWrite, type RoomLinkWritten, sendRoomLink } from './write-room-link';

/** So many rooms are taken over side by side. */
const ROOMS_AT_ONCE = 5;

/** What became of one room. `already`: it was its ticket's room before, perhaps by the same click. */
export interface Adoption extends Adoptable {
  readonly outcome:
    | { readonly type: 'adopted'; readonly written: RoomLinkWritten }
    | { readonly type: 'already' }
    | { readonly type: 'hindered'; readonly hindrance: Hindrance }
    | { readonly type: 'failed'; readonly error: AppError };
}

/**
 * Makes rooms their tickets' own that an admin has confirmed, as if the app had made them. Each is looked at again. Members stay as they are:
 * who is inside counts as added by hand. Safe to repeat.
 *
 * @throws AppError `admin_only`; what concerns one room stands in its outcome
 */
export async function adoptRooms(admin: ChatUser, rooms: readonly Adoptable[], rules: ChatRules, ports: Ports): Promise<Adoption[]> {
  const grant = await authorise(admin, 'admin', {}, rules.rights, ports);
  const adoptions: Adoption[] = [];
  for (let at = 0; at < rooms.length; at += ROOMS_AT_ONCE) {
    const batch = rooms.slice(at, at + ROOMS_AT_ONCE);
    adoptions.push(
      ...(await Promise.all(batch.map(async (one) => ({ ...one, outcome: await outcomeFor(one, admin, grant, rules, ports) })))),
    );
  }
  return adoptions;
}

/** One room that fails does not keep the others from being taken over. */
async function outcomeFor(one: Adoptable, admin: ChatUser, grant: Grant, rules: ChatRules, ports: Ports): Promise<Adoption['outcome']> {
  try {
    const done = await inTurn(`ticket-${one.ticketId}`, ports, () => adopt(one, admin, grant, rules, ports));
    return done ? done.value : { type: 'hindered', hindrance: 'contested' };
  } catch (error) {
    const known = error instanceof AppError;
    return { type: 'failed', error: known ? error : new AppError('internal_error', {}, String(error)) };
  }
}

async function adopt(
  { ticketId, roomId }: Adoptable,
  admin: ChatUser,
  grant: Grant,
  rules: ChatRules,
  ports: Ports,
): Promise<Adoption['outcome']> {
  const [request, room] = await Promise.all([
    completeTicket(ticketById(ticketId), rules.publicUrl, ports, { articles: 1 }),
    ports.rooms.byId(roomId),
  ]);
  const unsuitable = room ? hindranceIn(room, ticketId) : 'gone';
  if (!room || unsuitable) return { type: 'hindered', hindrance: unsuitable ?? 'gone' };
  const { policy } = rules;
  const { standing, value: write } = await withClaim(request, roomId, policy, ports, (claim, staleLinks) =>
    takeOver(request, room, claim, staleLinks, policy, ports),
  );
  if (standing.type === 'same') return { type: 'already' };
  const hindrance = hindranceBy(standing);
  if (!write || hindrance) return { type: 'hindered', hindrance: hindrance ?? 'contested' };
  const [written] = await Promise.all([
    sendRoomLink(write, Promise.resolve(), grant, rules, ports),
    ports.audit.note({ what: 'adopted', ticketNumber: request.ticket.number, roomId, by: admin.username }),
  ]);
  return { type: 'adopted', written };
}

/**
 * The card first, because the record names it; one that stands there from before is kept, and made to say what is true. What OTOBO is to be told is stored before the
 * record, so that it is told whatever happens; and what the room knows of the ticket, so that whoever finds the record finds that. The mark
 * last: without it the record alone makes the room the ticket's, and the next sync puts the mark there. A mark without a record would make a
 * room that nobody has finished, whose people then count as brought in by the app. A room that takes no mark is given back.
 */
async function takeOver(
  request: TicketRequest,
  room: Room,
  claim: Claim,
  staleLinks: readonly string[],
  policy: Policy,
  ports: Ports,
): Promise<Write> {
  const { id: ticketId, number: ticketNumber } = request.ticket;
  const { id: roomId, slug, creator } = room;
  const [[before], keys, write, { card, told }] = await Promise.all([
    ports.cards.find(roomId, 'oldest'),
    ports.keys.all(),
    ownRoomLinkWrite(ticketId, room, ports),
    introduction(request, roomId, policy, ports),
  ]);
  const [cardId] = await Promise.all([
    before === undefined ? ports.cards.post(roomId, card) : ports.cards.refresh(before, card).then(() => before),
    ports.outbox.put(write),
    ports.told.write(told),
    ...(staleLinks.length > 0 ? [ports.links.drop(ticketId, staleLinks)] : []),
  ]);
  const takeBack = [
    () => ports.outbox.drop(write.id),
    () => ports.told.drop(ticketId, roomId),
    ...(before === undefined ? [() => ports.cards.delete([cardId])] : []),
  ];
  if (!isGood(claim, ports.time.now())) {
    await Promise.all(takeBack.map((back) => back()));
    throw new AppError('link_busy');
  }
  await ports.links.write({ ticketId, ticketNumber, roomId, origin: 'created', slug, cardId, closing: policy.closing });
  try {
    await ports.rooms.restoreMark(roomId, makeMark({ ticketId, slug, creatorId: creator.id }, ticketNumber, keys));
  } catch (error) {
    await Promise.all([ports.links.drop(ticketId, [roomId]), ...takeBack.map((back) => back())]);
    throw error;
  }
  return write;
}
