import { roomForApp } from '../app-shape/rooms';
import { copyOf } from '../copy';
import type { RoomDocument, UserDocument } from '../documents';
import { serverError } from '../errors';
import { writeSystemMessage } from '../messages/system';
import { validRoomName } from '../rules/room-names';
import { type Server, timeOf } from '../server';
import { removeFromRoom } from './membership';
import { deleteRoom } from './removal';

/**
 * What people do with rooms in the client, which an app cannot do. Every act is an owner's: the room's creator, or an admin
 * where there is none.
 */
export function ownerOf(server: Server, room: RoomDocument): UserDocument {
  const { users, subscriptions } = server.store;
  const owners = subscriptions.inRoom(room._id).filter(({ roles }) => roles?.includes('owner'));
  const owner = owners.map(({ u }) => users.get(u._id)).find((user) => user !== undefined);
  const admin = users.all().find(({ roles }) => roles.includes('admin'));
  const somebody = owner ?? admin ?? users.all()[0];
  if (!somebody) throw serverError('error-not-allowed', 'Not allowed');
  return somebody;
}

/** Renames a room everywhere, in its members' lists too. */
export async function renameRoom(server: Server, room: RoomDocument, displayName: string): Promise<void> {
  const name = await validRoomName(server, displayName, room._id);
  const fname = server.settings.isOn('UI_Allow_room_names_with_special_chars') ? displayName : name;
  server.store.rooms.set(room._id, { name, fname, _updatedAt: timeOf(server) });
  for (const subscription of server.store.subscriptions.inRoom(room._id)) Object.assign(subscription, { name, fname });
  writeSystemMessage(server, 'r', room, displayName, ownerOf(server, room));
}

export function setArchived(server: Server, room: RoomDocument, archived: boolean): void {
  server.store.rooms.set(room._id, { archived, _updatedAt: timeOf(server) });
  for (const subscription of server.store.subscriptions.inRoom(room._id)) subscription.archived = archived;
  writeSystemMessage(server, archived ? 'room-archived' : 'room-unarchived', room, '', ownerOf(server, room));
}

export function setReadOnly(server: Server, room: RoomDocument, ro: boolean): void {
  server.store.rooms.set(room._id, { ro, _updatedAt: timeOf(server) });
  writeSystemMessage(server, ro ? 'room-set-read-only' : 'room-removed-read-only', room, '', ownerOf(server, room));
}

/** Makes a private group a channel or the other way round. */
export function setRoomType(server: Server, room: RoomDocument, t: 'c' | 'p'): void {
  server.store.rooms.set(room._id, { t, _updatedAt: timeOf(server) });
  for (const subscription of server.store.subscriptions.inRoom(room._id)) subscription.t = t;
  writeSystemMessage(server, 'room_changed_privacy', room, t === 'c' ? 'public' : 'private', ownerOf(server, room));
}

/** Any owner may write a room's custom fields, and nothing checks them. */
export function saveCustomFields(server: Server, room: RoomDocument, customFields: Record<string, unknown>): void {
  server.store.rooms.set(room._id, { customFields: copyOf(customFields), _updatedAt: timeOf(server) });
}

/** Deletes a room as a person does it: apps hear of it, which they do not when an app deletes one. */
export function eraseRoom(server: Server, room: RoomDocument): void {
  const before = roomForApp(server, room);
  deleteRoom(server, room._id);
  server.events.emit('IPostRoomDeleted', before);
}

/** @throws for the last owner, who has to stay */
export function leaveRoom(server: Server, room: RoomDocument, user: UserDocument): void {
  const owners = server.store.subscriptions.inRoom(room._id).filter(({ roles }) => roles?.includes('owner'));
  if (owners.length === 1 && owners[0]?.u._id === user._id) {
    throw serverError('error-you-are-last-owner', 'You are the last owner. Please set new owner before leaving the room.');
  }
  removeFromRoom(server, room._id, user);
}
