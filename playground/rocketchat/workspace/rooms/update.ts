import { type IncomingRoom, roomFromApp } from '../app-shape/rooms';
import { databaseTurn } from '../hooks';
import type { Server } from '../server';
import { addToRoom } from './membership';

/**
 * What an app's update does: the given fields are set as they are, checked by nothing but the unique slug, and told to no
 * client; members' own names of the room stay. Then the new members are added one after the other.
 * @throws `Room id not found`; what keeps a member out, in which case the ones before stay added
 */
export async function updateRoom(server: Server, room: IncomingRoom, members: readonly string[]): Promise<void> {
  const changes = roomFromApp(server, room, 'update');
  await databaseTurn();
  const roomId = room.id ?? '';
  if (!server.store.rooms.set(roomId, changes)) throw new Error('Room id not found');
  for (const username of members) {
    const user = server.store.users.byUsername(username);
    if (user) await addToRoom(server, roomId, user);
  }
}
