import { randomUUID } from 'crypto';
import type { Closing } from '../domain/closing';
import type { Ports } from './ports';

type Deleting = Pick<Ports, 'closings' | 'rooms' | 'links' | 'told' | 'outbox' | 'time'>;

/**
 * Deletes a closed room, and lets its ticket show none. The record of the closing goes last, so that after a crash everything is done
 * again. The link goes before the write that tells the ticket so: the outbox hands that over only while the ticket has no room.
 */
export async function deleteTicketRoom(
  { roomId, ticketId }: Closing,
  { closings, rooms, links, told, outbox, time }: Deleting,
): Promise<void> {
  if (await rooms.byId(roomId)) await rooms.delete(roomId);
  await Promise.all([links.drop(ticketId, [roomId]), told.drop(ticketId, roomId)]);
  const now = time.now();
  const change = { type: 'RoomLink', roomId: '', url: '' } as const;
  await outbox.put({ id: randomUUID(), ticketId, change, at: now, notBefore: now, attempts: 0 });
  await closings.drop(roomId);
}
