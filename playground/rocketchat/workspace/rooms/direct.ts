import type { RoomDocument, UserDocument } from '../documents';
import { serverError } from '../errors';
import { databaseTurn } from '../hooks';
import { randomId } from '../ids';
import { type Server, timeOf } from '../server';
import { subscribe } from './membership';

/** The direct room whose participants are exactly these. */
export function directRoomOf(server: Server, usernames: readonly string[]): RoomDocument | undefined {
  const wanted = [...new Set(usernames)].sort().join('\n');
  return server.store.rooms.all().find((room) => room.t === 'd' && [...(room.usernames ?? [])].sort().join('\n') === wanted);
}

/** Two participants' room has their ids for an id, so that there can be only one. */
function idFor(participants: readonly UserDocument[]): string {
  if (participants.length > 2) return randomId();
  return participants
    .map(({ _id }) => _id)
    .sort()
    .join('');
}

/**
 * Opens the direct room between somebody and others; if there is one already, that is it.
 * @throws `error-invalid-user` for an unknown name, `error-not-allowed` without the permission `create-d`
 */
export async function openDirectRoom(server: Server, creatorId: string, usernames: readonly string[]): Promise<RoomDocument> {
  const creator = server.store.users.get(creatorId);
  if (!creator) throw serverError('error-invalid-user', 'Invalid user');
  const others = usernames
    .filter((username) => username !== creator.username)
    .map((username) => {
      const user = server.store.users.byUsername(username);
      if (!user) throw serverError('error-invalid-user', 'Invalid user');
      return user;
    });
  const participants = [creator, ...others];
  if (participants.length > server.settings.number('DirectMesssage_maxUsers')) {
    throw serverError('error-direct-message-max-user-exceeded', 'You cannot add more users to a direct message');
  }
  await databaseTurn();
  const existing = directRoomOf(
    server,
    participants.map(({ username }) => username),
  );
  if (existing) return existing;
  if (!server.permissions.allows(creator, 'create-d')) throw serverError('error-not-allowed', 'Not allowed');

  const now = timeOf(server);
  const room: RoomDocument = {
    _id: idFor(participants),
    t: 'd',
    usernames: participants.map(({ username }) => username),
    uids: participants.map(({ _id }) => _id),
    u: { _id: creator._id, username: creator.username },
    ts: now,
    _updatedAt: now,
    msgs: 0,
    usersCount: 0,
    ro: false,
  };
  server.store.rooms.insert(room);
  for (const user of participants) {
    const rest = participants.filter((other) => other !== user);
    subscribe(server, room, user, {
      name: rest.map(({ username }) => username).join(', '),
      fname: rest.map(({ name }) => name).join(', '),
      open: user === creator,
    });
  }
  return room;
}
