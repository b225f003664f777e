import type { IRoomBuilder } from '@rocket.chat/apps-engine/definition/accessors';
import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../../domain/errors';
import type { Creation, NewRoom, Rooms, Workspace } from '../../usecases/ports';
import type { Translate } from '../../text/translate';
import type { Accessors } from './accessors';
import { toChatUser, toIUser } from './chat-user';
import { grantedId, grantedList } from './granted';
import { announcement, topic } from './room-texts';
import { MARK_FIELD, type RoomWithUnmapped, toRoom } from './room-shape';
import { refusalOf } from './server-errors';

/** The engine takes this many people at once. */
const BATCH = 50;

/** Joining and leaving is not talk: `uj` joined, `ul` left, `au` added, `ru` removed. */
const JOIN_NOISE = ['uj', 'ul', 'au', 'ru'];

/** Rooms through the engine's accessors. */
export function rooms(
  { read, modify, log }: Pick<Accessors, 'read' | 'modify' | 'log'>,
  workspace: Workspace,
  translate: () => Promise<Translate>,
): Rooms {
  const edit = async (roomId: string, change: (builder: IRoomBuilder) => void): Promise<void> => {
    const builder = await modify.getUpdater().room(roomId, toIUser(await workspace.appUser()));
    change(builder);
    await modify.getUpdater().finish(builder);
  };
  const one = (room: IRoom | undefined): ReturnType<typeof toRoom> | undefined => (room ? toRoom(room) : undefined);

  return {
    byId: async (roomId) => one(await read.getRoomReader().getById(roomId)),
    bySlug: async (slug) => one(await read.getRoomReader().getByName(slug)),
    members: async (roomId) => grantedList(await read.getRoomReader().getMembers(roomId), 'room.read').map(toChatUser),

    async create(room) {
      const appUser = await workspace.appUser();
      // setData replaces everything set before, so it comes first.
      const builder = modify
        .getCreator()
        .startRoom()
        .setData(newRoom(room, appUser.username, await translate()));
      builder.setMembersToBeAddedByUsernames([...room.members]);
      try {
        return { outcome: 'created', roomId: grantedId(await modify.getCreator().finish(builder), 'room.write') };
      } catch (error) {
        return creationRefused(error, room);
      }
    },

    async addMembers(roomId, members) {
      const add = (names: string[]): Promise<void> => edit(roomId, (builder) => builder.setMembersToBeAddedByUsernames(names));
      for (const batch of batches(members)) {
        try {
          await add(batch);
        } catch {
          // One who is refused stops the server's loop: the others get their own turn.
          for (const member of batch) {
            await add([member]).catch((error: unknown) =>
              log.warn({ msg: 'not admitted to the room', roomId, member, error: String(error) }),
            );
          }
        }
      }
    },

    async removeMembers(roomId, members) {
      for (const batch of batches(members)) await modify.getDeleter().removeUsersFromRoom(roomId, batch);
    },

    restoreMark: (roomId, mark) => edit(roomId, (builder) => builder.setCustomFields({ ...builder.getCustomFields(), [MARK_FIELD]: mark })),

    setReadOnly: (roomId, readOnly) => edit(roomId, (builder) => builder.setReadOnly(readOnly)),

    delete: (roomId) => modify.getDeleter().deleteRoom(roomId),

    removeMark: (roomId) =>
      edit(roomId, (builder) => {
        const others = Object.entries(builder.getCustomFields()).filter(([name]) => name !== MARK_FIELD);
        builder.setCustomFields(Object.fromEntries(others));
      }),

    async deleteUnused(roomId) {
      const room = await read.getRoomReader().getById(roomId);
      if (room && toRoom(room).messageCount === 0) await modify.getDeleter().deleteRoom(roomId);
    },
  };
}

const batches = (members: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(members.length / BATCH) }, (_, at) => members.slice(at * BATCH, (at + 1) * BATCH));

function newRoom(
  { ticket, slug, displayName, creator, showJoins, mark }: NewRoom,
  appUsername: string,
  translate: Translate,
): RoomWithUnmapped {
  const room: Pick<IRoom, 'type' | 'creator' | 'slugifiedName' | 'displayName' | 'customFields'> &
    Pick<RoomWithUnmapped, '_unmappedProperties_'> = {
    type: RoomType.PRIVATE_GROUP,
    creator: toIUser(creator),
    slugifiedName: slug,
    displayName,
    customFields: { [MARK_FIELD]: mark },
    _unmappedProperties_: {
      topic: topic(ticket),
      announcement: announcement(ticket, translate),
      sysMes: showJoins ? [] : JOIN_NOISE,
      unmuted: [appUsername],
    },
  };
  // The id is the server's to give; the definitions want one all the same.
  return room as RoomWithUnmapped;
}

function creationRefused(error: unknown, { slug }: NewRoom): Creation {
  switch (refusalOf(error)) {
    case 'name_taken':
      return { outcome: 'name_taken' };
    case 'not_allowed':
      return { outcome: 'owner_refused', reason: 'not_allowed' };
    case 'no_such_user':
      return { outcome: 'owner_refused', reason: 'no_such_user' };
    case 'name_invalid':
      throw new AppError('room_name_invalid', { name: slug });
    case 'prevented_by_app':
      throw new AppError('prevented_by_app');
    case 'read_only':
    case undefined:
      throw error;
  }
}
