import type { RoomDocument, UserDocument } from '../documents';
import type { Server } from '../server';

/** Whether somebody may look into a room: members may, and into a channel everybody with the permission. */
export function canAccess(server: Server, room: RoomDocument, user: UserDocument): boolean {
  if (server.store.subscriptions.of(room._id, user._id)) return true;
  return room.t === 'c' && server.permissions.allows(user, 'view-c-room', room._id);
}

/** A read-only room takes messages from those with the permission (an owner has it) and from those who were unmuted by name. */
export function isSilencedByReadOnly(server: Server, room: RoomDocument, user: UserDocument): boolean {
  if (!room.ro || server.permissions.allows(user, 'post-readonly', room._id)) return false;
  return !room.unmuted?.includes(user.username);
}

/**
 * The room for a message. App users need not be members; everything else holds for them too.
 * @throws in the server's words when the room does not exist, or does not take messages from this user
 */
export function roomForPosting(server: Server, roomId: string, user: UserDocument): RoomDocument {
  const room = server.store.rooms.get(roomId);
  if (!room) throw new Error('error-invalid-room');
  if (room.archived) throw new Error('room_is_archived');
  if (user.type !== 'app' && !canAccess(server, room, user)) throw new Error('error-not-allowed');
  if (isSilencedByReadOnly(server, room, user)) throw new Error("You can't send messages because the room is readonly.");
  if (room.muted?.includes(user.username)) throw new Error('You_have_been_muted');
  return room;
}
