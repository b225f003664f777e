import { roomForApp } from '../app-shape/rooms';
import { referenceTo, type RoomDocument, type UserDocument } from '../documents';
import { serverError } from '../errors';
import { databaseTurn } from '../hooks';
import { randomId } from '../ids';
import { validRoomName } from '../rules/room-names';
import { type Server, timeOf } from '../server';
import { isRefused, subscribe } from './membership';

export interface NewRoom {
  readonly type: 'c' | 'p';
  /** Becomes the slug, if it may. */
  readonly name: string;
  readonly creator: UserDocument;
  /** User names. Those that nobody has are dropped without a word. */
  readonly members: readonly unknown[];
  readonly readOnly: boolean;
  /** Any other fields of the stored room; times, counters and creator are the server's own. */
  readonly extra: Record<string, unknown>;
}

const permission = { c: 'create-c', p: 'create-p' } as const;

const isUsername = (member: unknown): member is string => typeof member === 'string';
const isFederated = (username: string): boolean => username.includes(':') && username.includes('@');

/** @throws when a member is no user name, or one of another server in a room that is not shared with other servers */
function usernamesOf({ members, creator, extra }: NewRoom): string[] {
  const federated = members.some((member) => isUsername(member) && isFederated(member));
  if (federated && extra.federated !== true) {
    throw serverError('error-federated-users-in-non-federated-rooms', 'Cannot add federated users to non-federated rooms');
  }
  if (!members.every(isUsername)) {
    throw serverError('error-invalid-members', 'members should be an array of usernames if provided for rooms other than direct messages');
  }
  return [...new Set([...members, creator.username])];
}

function subscribeMembers(server: Server, room: RoomDocument, usernames: readonly string[], creator: UserDocument): void {
  for (const username of usernames) {
    const user = server.store.users.byUsername(username);
    if (!user || isRefused(server, room, user)) continue;
    subscribe(server, room, user, user === creator ? { roles: ['owner'], ls: timeOf(server) } : {});
  }
}

/**
 * Creates a channel or private group. This is no transaction: others may take the name after it was checked, and there is a
 * moment in which the room has no members.
 * @throws `error-not-allowed` without the permission; what the name rules refuse; E11000 when somebody was faster
 */
export async function createRoom(server: Server, request: NewRoom): Promise<RoomDocument> {
  const { type, creator, extra } = request;
  if (!server.permissions.allows(creator, permission[type])) throw serverError('error-not-allowed', 'Not allowed');
  const usernames = usernamesOf(request);
  if (request.name.trim() === '') throw serverError('error-invalid-name', 'Invalid name');

  // A discussion's name is a random id and is not checked.
  const isDiscussion = 'prid' in extra && extra.prid !== '';
  const name = isDiscussion ? request.name : await validRoomName(server, request.name.trim());
  await databaseTurn();
  await server.hooks.betweenNameCheckAndInsert?.(name);

  const now = timeOf(server);
  const room: RoomDocument = {
    _id: randomId(),
    fname: request.name,
    _updatedAt: now,
    customFields: {},
    ...extra,
    name,
    t: type,
    msgs: 0,
    usersCount: 0,
    u: referenceTo(creator),
    ts: now,
    ro: request.readOnly,
  };
  server.store.rooms.insert(room);

  await databaseTurn();
  await server.hooks.betweenRoomInsertAndMembers?.(room._id);
  subscribeMembers(server, room, usernames, creator);
  server.events.emit('IPostRoomCreate', roomForApp(server, room));
  return room;
}
