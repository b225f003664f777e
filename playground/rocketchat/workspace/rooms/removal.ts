import type { RoomDocument } from '../documents';
import type { Server } from '../server';

/** Deletes a room with its files, messages and memberships. Nobody is asked and nobody is told. */
export function deleteRoom(server: Server, roomId: string): RoomDocument | undefined {
  const { rooms, messages, subscriptions, uploads } = server.store;
  const room = rooms.get(roomId);
  for (const { upload } of uploads.values()) if (upload.rid === roomId) uploads.delete(upload._id);
  messages.removeRoom(roomId);
  subscriptions.removeRoom(roomId);
  rooms.remove(roomId);
  return room;
}
