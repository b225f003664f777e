import { copyOf } from '../copy';
import type { RoomDocument } from '../documents';
import type { Server } from '../server';
import { type AppShape, type FieldNames, toAppShape } from './fields';
import { userForApp } from './users';

const names: FieldNames = {
  id: '_id',
  displayName: 'fname',
  slugifiedName: 'name',
  members: 'members',
  userIds: 'uids',
  messageCount: 'msgs',
  createdAt: 'ts',
  updatedAt: '_updatedAt',
  closedAt: 'closedAt',
  lastModifiedAt: 'lm',
  customFields: 'customFields',
  livechatData: 'livechatData',
  isWaitingResponse: 'waitingResponse',
  isOpen: 'open',
  description: 'description',
  source: 'source',
  teamId: 'teamId',
  isTeamMain: 'teamMain',
  isFederated: 'federated',
  federation: 'federation',
};

/** A room as an app gets it, with its creator and, for a discussion, its parent room. */
export function roomForApp(server: Server, room: RoomDocument | undefined): AppShape | undefined {
  if (!room) return undefined;
  const { users, rooms } = server.store;
  return toAppShape(room, names, {
    isDefault: { from: 'default', value: room.default === true },
    isReadOnly: { from: 'ro', value: room.ro },
    displaySystemMessages: { from: 'sysMes', value: copyOf(room.sysMes ?? true) },
    type: { from: 't', value: room.t },
    creator: { from: 'u', value: userForApp(users.get(room.u?._id ?? '')) },
    parentRoom: { from: 'prid', value: roomForApp(server, rooms.get(room.prid ?? '')) },
  });
}

/** A room of a list: nothing is looked up for it. */
export function roomInListForApp(room: RoomDocument): AppShape {
  return toAppShape(
    room,
    { ...names, usernames: 'usernames', isDefault: 'default', isReadOnly: 'ro', parentRoomId: 'prid' },
    {
      displaySystemMessages: { from: 'sysMes', value: copyOf(room.sysMes ?? true) },
      type: { from: 't', value: room.t },
      creator: { from: 'u', value: copyOf(room.u) },
    },
  );
}

/** The room that an app hands in. Everything may be missing: an update carries only what changed. */
export interface IncomingRoom {
  id?: string;
  type?: string;
  displayName?: string;
  slugifiedName?: string;
  creator?: { id: string };
  parentRoom?: { id: string };
  isReadOnly?: boolean;
  isDefault?: boolean;
  isFederated?: boolean;
  displaySystemMessages?: unknown;
  messageCount?: number;
  createdAt?: Date;
  updatedAt?: Date;
  lastModifiedAt?: Date;
  userIds?: string[];
  customFields?: Record<string, unknown>;
  _unmappedProperties_?: Record<string, unknown>;
}

const given = (name: string, value: unknown): Record<string, unknown> => (value === undefined ? {} : { [name]: value });
const filled = (name: string, value: unknown): Record<string, unknown> => (value ? { [name]: value } : {});

/**
 * The app's room in the database's words. `topic`, `announcement`, `archived` and their like have no name on the app's side; what
 * an app puts into `_unmappedProperties_` is merged when a room is created, and ignored when it is updated.
 */
export function roomFromApp(server: Server, room: IncomingRoom, occasion: 'create' | 'update'): Record<string, unknown> {
  const creator = server.store.users.get(room.creator?.id ?? '');
  const takesUnmapped = occasion === 'create' && !server.compat.ignoreUnmappedOnCreate;
  return copyOf({
    ...filled('_id', room.id),
    ...given('t', room.type),
    ...given('ts', room.createdAt),
    ...given('msgs', room.messageCount),
    ...given('_updatedAt', room.updatedAt),
    ...filled('fname', room.displayName),
    ...(room.type === 'd' ? {} : filled('name', room.slugifiedName)),
    ...given('default', room.isDefault),
    ...given('ro', room.isReadOnly),
    ...given('federated', room.isFederated),
    ...given('sysMes', room.displaySystemMessages),
    ...(creator && { u: { _id: creator._id, username: creator.username, name: creator.name } }),
    ...filled('uids', room.userIds),
    ...filled('lm', room.lastModifiedAt),
    ...filled('customFields', room.customFields),
    ...given('prid', room.parentRoom?.id),
    ...(takesUnmapped && room._unmappedProperties_),
  });
}
