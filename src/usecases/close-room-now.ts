import { closedCardOf, withCardUnknown } from '../domain/card';
import type { Closing } from '../domain/closing';
import { toldOf } from '../domain/tell-plan';
import type { Ports } from './ports';

/** What was said between the transcript and the lock, and what an owner still says, is looked for this long after it was said. */
export const ADDENDUM_MS = 60_000;

type ClosingNow = Pick<
  Ports,
  'closings' | 'closingNotices' | 'rooms' | 'cards' | 'links' | 'told' | 'waiting' | 'time' | 'workspace' | 'audit'
>;

/**
 * Does to a room what its terms say; its transcript is in the ticket. Everything may be done twice after a crash, when the room is told
 * again that it is closed. Who is taken out is written down before, so that everybody can be brought back.
 *
 * Afterwards what was said since the transcript is still to be written: the lock comes after it.
 */
export async function closeRoomNow(closing: Closing, ports: ClosingNow): Promise<void> {
  const { roomId, ticketId, terms } = closing;
  const done = terms.policy === 'nothing' ? closing : await lock(closing, ports);
  await ports.told.drop(ticketId, roomId);
  await Promise.all([
    ports.closingNotices.closed(done),
    ports.audit.note({ what: 'closed', ticketNumber: closing.ticketNumber, roomId, detail: terms.policy }),
  ]);
  const now = ports.time.now();
  const closed: Closing & { refusal?: string } = {
    ...done,
    addendum: true,
    since: now,
    dueAt: now + ADDENDUM_MS,
    ...(terms.policy === 'delete' && { deleteAt: now + terms.deleteAfter }),
    revision: done.revision + 1,
  };
  delete closed.refusal;
  await ports.closings.write(closed);
}

async function lock(closing: Closing, ports: ClosingNow): Promise<Closing> {
  const { roomId, ticketId } = closing;
  await ports.rooms.setReadOnly(roomId, true);
  const [waiting, [link], told] = await Promise.all([
    ports.waiting.ofTicket(ticketId),
    ports.links.ofRoom(roomId),
    ports.told.ofTicket(ticketId),
  ]);
  // Nobody comes into a closed room; when it is opened again, whoever is missing is waited for again.
  if (waiting.length > 0) await ports.waiting.drop(ticketId, [...new Set(waiting)]);
  const known = toldOf(told, { id: roomId });
  if (link && known) {
    // Whoever opens the room again before it is closed finds that its card has to be made anew.
    await ports.told.write(withCardUnknown(known));
    await ports.cards.refresh(link.cardId, closedCardOf(known));
  }
  return closing.terms.policy === 'remove' ? takeOut(closing, ports) : closing;
}

/** Everybody but the owner and the app leaves. */
async function takeOut(closing: Closing, { rooms, closings, workspace }: ClosingNow): Promise<Closing> {
  const { roomId } = closing;
  const [room, members, appUser] = await Promise.all([rooms.byId(roomId), rooms.members(roomId), workspace.appUser()]);
  const leaving = members.filter(({ id }) => id !== room?.creator.id && id !== appUser.id);
  if (leaving.length === 0) return closing;
  const noted = {
    ...closing,
    removed: [...new Set([...closing.removed, ...leaving.map(({ id }) => id)])],
    revision: closing.revision + 1,
  };
  await closings.write(noted);
  await rooms.removeMembers(
    roomId,
    leaving.map(({ username }) => username),
  );
  return noted;
}
