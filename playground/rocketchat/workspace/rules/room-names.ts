import limax from 'limax';
import type { RoomDocument } from '../documents';
import { serverError } from '../errors';
import { databaseTurn } from '../hooks';
import type { Server } from '../server';

/** What holds when an admin's own rule is not a regular expression. */
const FALLBACK = /^[0-9a-zA-Z-_.]+$/;

function nameRule(server: Server): RegExp {
  try {
    return new RegExp(`^${server.settings.text('UTF8_Channel_Names_Validation')}$`);
  } catch {
    return FALLBACK;
  }
}

function isBlocked(server: Server, name: string): boolean {
  const blocked = server.settings.text('Accounts_SystemBlockedUsernameList').split(',');
  return blocked.map((entry) => entry.trim().toLowerCase()).includes(name.toLowerCase());
}

function refuseDuplicate(holder: RoomDocument, name: string): never {
  if (holder.archived) throw serverError('error-archived-duplicate-name', `There's an archived channel with name ${name}`);
  throw serverError('error-duplicate-channel-name', `A channel with name '${name}' exists`);
}

function freeSuffix(server: Server, slug: string, roomId: string): string {
  const isTaken = (name: string): boolean => (server.store.rooms.byName(name)?._id ?? roomId) !== roomId;
  let name = slug;
  for (let next = 1; isTaken(name); next += 1) name = `${slug}-${next}`;
  return name;
}

/**
 * The slug under which a room may be stored.
 *
 * With special characters allowed, what is given is taken for a display name: it must not be the display name of another room,
 * and a slug that is in use gets a number, silently. Without, a name that is in use is an error. Either way this only looks;
 * it reserves nothing, and another request may take the name before the caller inserts its room.
 *
 * @param roomId the room that is being renamed; it may keep its names
 * @throws `error-duplicate-channel-name`, `error-archived-duplicate-name`, `error-invalid-room-name`
 */
export async function validRoomName(server: Server, given: string, roomId = ''): Promise<string> {
  const special = server.settings.isOn('UI_Allow_room_names_with_special_chars');
  const slug = special ? limax(given, { maintainCase: true }) : given;

  await databaseTurn();
  const namesake = special ? server.store.rooms.byDisplayName(given) : undefined;
  if (namesake && namesake._id !== roomId) refuseDuplicate(namesake, slug);

  if (!nameRule(server).test(slug) || isBlocked(server, slug)) {
    throw serverError('error-invalid-room-name', `${slug} is not a valid room name.`);
  }

  if (special) return freeSuffix(server, slug, roomId);
  const holder = server.store.rooms.byName(slug);
  if (holder && holder._id !== roomId) refuseDuplicate(holder, slug);
  return slug;
}
