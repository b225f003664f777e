import { roomForApp } from '../app-shape/rooms';
import { userForApp } from '../app-shape/users';
import { referenceTo, type RoomDocument, type SubscriptionDocument, type UserDocument } from '../documents';
import { serverError } from '../errors';
import { databaseTurn } from '../hooks';
import { randomId } from '../ids';
import { writeSystemMessage } from '../messages/system';
import { type Server, timeOf } from '../server';

/** Whether the workspace's attribute rules keep this person out of this room. */
export function isRefused(server: Server, room: RoomDocument, user: UserDocument): boolean {
  return server.refusedMembers.get(room.name ?? '')?.has(user.username) ?? false;
}

/** Makes somebody a member, without a word to anybody. */
export function subscribe(server: Server, room: RoomDocument, user: UserDocument, extra: Partial<SubscriptionDocument>): void {
  server.store.subscriptions.insert({
    _id: randomId(),
    rid: room._id,
    u: referenceTo(user),
    t: room.t,
    ...(room.name !== undefined && { name: room.name }),
    ...(room.fname !== undefined && { fname: room.fname }),
    ts: timeOf(server),
    open: true,
    alert: false,
    unread: 0,
    userMentions: 0,
    ...extra,
  });
  server.store.rooms.set(room._id, { usersCount: room.usersCount + 1 });
}

/**
 * Adds somebody to a room that exists. They get an unread mark as for a mention, and the room a message for each of them: that
 * they joined, or, with an inviter, that they were added. Who is a member already is left alone.
 * @throws when the workspace's rules keep the user out; members added before stay
 */
export async function addToRoom(server: Server, roomId: string, user: UserDocument, inviter?: UserDocument): Promise<void> {
  await databaseTurn();
  const room = server.store.rooms.get(roomId);
  if (!room) throw serverError('error-invalid-room', 'Invalid room');
  if (isRefused(server, room, user)) throw serverError('error-abac-room-locked', 'Room is locked');
  if (server.store.subscriptions.of(roomId, user._id)) return;
  subscribe(server, room, user, { alert: true, unread: 1, userMentions: 1 });
  if (inviter) writeSystemMessage(server, 'au', room, user.username, inviter);
  else writeSystemMessage(server, room.prid === undefined ? 'uj' : 'ut', room, user.username, user);
  if (room.t === 'd') return;
  server.events.emit('IPostRoomUserJoined', {
    room: roomForApp(server, room),
    joiningUser: userForApp(user),
    inviter: userForApp(inviter),
  });
}

/**
 * Takes somebody out of a room, the last owner too. The room gets no message when they were no member; apps are told anyway.
 * @param by who takes them out; without, they left
 */
export function removeFromRoom(server: Server, roomId: string, user: UserDocument, by?: UserDocument): void {
  const room = server.store.rooms.get(roomId);
  if (!room) return;
  const before = roomForApp(server, room);
  if (server.store.subscriptions.of(roomId, user._id)) {
    if (by) writeSystemMessage(server, 'ru', room, user.username, by);
    else writeSystemMessage(server, 'ul', room, user.username, user);
    server.store.subscriptions.remove(roomId, user._id);
    server.store.rooms.set(roomId, { usersCount: room.usersCount - 1 });
  }
  server.events.emit('IPostRoomUserLeave', { room: before, leavingUser: userForApp(user), removedBy: userForApp(by) });
}
