import type { Closing } from '../domain/closing';
import { makeMark } from '../domain/mark';
import type { Link, Room } from '../domain/room';
import type { Ticket } from '../domain/ticket';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';
import { tellOfMove } from './tell-of-merge';
import { ownRoomLinkWrite } from './write-room-link';

/** The merged ticket's room, which is to become the survivor's. */
export interface Move {
  readonly room: Room;
  /** The surviving ticket's index record. It names the old card until there is one of that ticket's. */
  readonly link: Link;
  /** Cards of the merged ticket's in it. */
  readonly cards: readonly string[];
  readonly from: Ticket;
  readonly to: Ticket;
}

/**
 * The record of the surviving ticket first, so that the room is never without one; then the mark, which decides: until it is signed anew the
 * room is the merged ticket's, and from then on the other one's. The merged ticket's own record goes last, because by it a repeat finds what
 * is left to do; after a crash the room may be told twice. A card of the surviving ticket comes when that ticket's room is brought into step.
 */
export async function moveRoom({ room, link: { origin, slug, ...link }, cards, from, to }: Move, ports: Ports): Promise<void> {
  const [toSurvivor, toMerged] = await Promise.all([ownRoomLinkWrite(to.id, room, ports), ownRoomLinkWrite(from.id, undefined, ports)]);
  await Promise.all([toSurvivor, toMerged].map((write) => ports.outbox.put(write)));
  await ports.links.write({ ...link, origin, slug });
  if (origin === 'created') {
    const mark = makeMark({ ticketId: to.id, slug, creatorId: room.creator.id }, to.number, await ports.keys.all());
    await ports.rooms.restoreMark(room.id, mark);
    await takeClosingAlong(room.id, from, to, ports);
  }
  await tellOfMove(room, origin, from, to, ports);
  const waiting = await ports.waiting.ofTicket(from.id);
  await Promise.all([
    // In a linked room the card says who linked it, and by which command that is undone.
    ...(origin === 'created' ? cards.map((card) => ports.cards.sayMerged(card, from.number, to.number)) : []),
    ports.told.drop(from.id, room.id),
    ports.waiting.drop(from.id, waiting),
    ports.merges.note({ ticketId: from.id, into: to.id }),
    ports.audit.note({ what: 'unlinked', ticketNumber: from.number, roomId: room.id }),
    ports.audit.note({ what: 'linked', ticketNumber: to.number, roomId: room.id }),
  ]);
  await ports.links.drop(from.id, [room.id]);
}

/**
 * A closing that the merged ticket's state has begun is judged by the surviving ticket's from now on: it is called off, or the room opened
 * again, when that is brought into step.
 */
function takeClosingAlong(roomId: string, from: Ticket, to: Ticket, ports: Pick<Ports, 'closings' | 'turns' | 'time'>): Promise<void> {
  return inClosingTurn(from.id, ports, async () => {
    const closing = await ports.closings.ofRoom(roomId);
    if (closing && closing.ticketId !== to.id) await ports.closings.move(closingOf(to, closing), from.id);
  });
}

function closingOf({ id: ticketId, number: ticketNumber, url }: Ticket, closing: Closing): Closing {
  const moved: { -readonly [K in keyof Closing]: Closing[K] } = { ...closing, ticketId, ticketNumber, revision: closing.revision + 1 };
  // When the other ticket was changed, and where it is, says nothing of this one.
  delete moved.changedAt;
  delete moved.url;
  return { ...moved, ...(url !== undefined && { url }) };
}
