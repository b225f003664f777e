import type { Deletion } from '../domain/transcript-record';
import type { Ports } from './ports';
import { ticketOfRoom } from './ticket-of-room';

/**
 * Notes that a message is gone from the room of a ticket, for transcripts to count: the history does not show it. Told twice, it is noted
 * once.
 *
 * @param by id of who deleted it; what the app itself takes away is no loss
 */
export async function noteDeletion(
  deletion: Deletion,
  by: string,
  ports: Pick<Ports, 'deletions' | 'links' | 'rooms' | 'keys' | 'workspace'>,
): Promise<void> {
  const [ticket, appUser] = await Promise.all([ticketOfRoom(deletion.roomId, ports), ports.workspace.appUser()]);
  if (ticket && by !== appUser.id) await ports.deletions.note(deletion);
}
