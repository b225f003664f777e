import { messageOfPageForApp } from '../app-shape/messages';
import { type IncomingRoom, roomForApp, roomFromApp, roomInListForApp } from '../app-shape/rooms';
import { userForApp } from '../app-shape/users';
import type { RoomDocument } from '../documents';
import { databaseTurn } from '../hooks';
import { messagePage, type PageOptions, unreadCount, unreadPage } from '../messages/pages';
import { createRoom } from '../rooms/create';
import { directRoomOf, openDirectRoom } from '../rooms/direct';
import { createDiscussion } from '../rooms/discussion';
import { removeFromRoom } from '../rooms/membership';
import { deleteRoom } from '../rooms/removal';
import { updateRoom } from '../rooms/update';
import type { Server } from '../server';
import type { BridgeMethods } from './table';

/** So many members can be removed with one call; the rest of the list stays, without a word. */
const REMOVED_AT_ONCE = 50;

/** Fields of the app's room that are arguments of the server's own methods, not fields to be stored. */
const ARGUMENTS = new Set(['name', 't', 'ro']);

function storedFields(document: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !ARGUMENTS.has(name)));
}

async function create(server: Server, room: IncomingRoom, members: readonly string[]): Promise<string> {
  const { type, creator: { id } = { id: '' } } = room;
  await databaseTurn();
  if (type === 'd') return (await openDirectRoom(server, id, members))._id;
  if (type !== 'c' && type !== 'p') throw new Error('Only channels, private groups and direct messages can be created.');
  const creator = server.store.users.get(id);
  if (!creator) throw new Error('Invalid user');
  const document = roomFromApp(server, room, 'create');
  const name = typeof document.name === 'string' ? document.name : '';
  const request = { type, name, creator, members, readOnly: document.ro === true, extra: storedFields(document) } as const;
  return (await createRoom(server, request))._id;
}

interface RoomFilters {
  types?: string[];
  discussions?: boolean;
  teams?: boolean;
}

function passes(room: RoomDocument, { types, discussions, teams }: RoomFilters): boolean {
  if (types && !types.includes(room.t)) return false;
  if (discussions !== undefined && discussions !== (room.prid !== undefined)) return false;
  return teams === undefined || teams === (room.teamMain === true);
}

export function roomBridge(server: Server): BridgeMethods {
  const { rooms, users, subscriptions } = server.store;
  const shape = async (room: RoomDocument | undefined): Promise<unknown> => {
    await databaseTurn();
    return roomForApp(server, room);
  };
  const members = (roomId: string, role?: string): unknown[] =>
    subscriptions
      .inRoom(roomId)
      .filter(({ roles }) => role === undefined || roles?.includes(role))
      .map(({ u }) => userForApp(users.get(u._id)));

  return {
    create: (room: IncomingRoom, usernames: readonly string[]) => create(server, room, usernames),
    getById: (id: string) => shape(rooms.get(id)),
    getByName: (name: string) => shape(rooms.byName(name)),
    getCreatorById: async (id: string) => Promise.resolve(userForApp(users.get(rooms.get(id)?.u?._id ?? ''))),
    getCreatorByName: async (name: string) => Promise.resolve(userForApp(users.get(rooms.byName(name)?.u?._id ?? ''))),
    getDirectByUsernames: (usernames: string[]) => shape(directRoomOf(server, usernames)),
    getMembers: async (id: string) => Promise.resolve(members(id)),
    getOwners: async (id: string) => Promise.resolve(members(id, 'owner')),
    getModerators: async (id: string) => Promise.resolve(members(id, 'moderator')),
    getLeaders: async (id: string) => Promise.resolve(members(id, 'leader')),
    getAllRooms: async (filters: RoomFilters, { limit = 100, skip = 0 }: { limit?: number; skip?: number }) => {
      const found = rooms.all().filter((room) => passes(room, filters));
      return Promise.resolve(found.slice(skip, skip + limit).map(roomInListForApp));
    },
    getMessages: async (id: string, options: PageOptions) =>
      Promise.resolve(messagePage(server.store, id, options).map(messageOfPageForApp)),
    getUnreadByUser: async (id: string, userId: string, options: PageOptions) =>
      Promise.resolve(unreadPage(server.store, id, userId, options).map(messageOfPageForApp)),
    getUserUnreadMessageCount: async (id: string, userId: string) => Promise.resolve(unreadCount(server.store, id, userId)),
    update: (room: IncomingRoom, usernames: readonly string[] | null) => updateRoom(server, room, usernames ?? []),
    removeUsers: async (id: string, usernames: readonly string[]) => {
      if (!id) throw new Error('roomId was not provided.');
      await databaseTurn();
      const found = users.all().filter(({ username }) => usernames.includes(username));
      for (const user of found.slice(0, REMOVED_AT_ONCE)) removeFromRoom(server, id, user);
    },
    delete: async (id: string) => {
      await databaseTurn();
      deleteRoom(server, id);
    },
    createDiscussion: async (room: IncomingRoom, about: { id?: string } | undefined, reply: string | undefined, names: string[]) => {
      const parent = rooms.get(room.parentRoom?.id ?? '');
      if (!parent) throw new Error('There must be a parent room to create a discussion.');
      const creator = users.get(room.creator?.id ?? '');
      if (!creator) throw new Error('Invalid user');
      const message = server.store.messages.get(about?.id ?? '');
      const discussion = await createDiscussion(server, {
        parent,
        creator,
        displayName: room.displayName ?? '',
        members: names,
        ...(message && { about: message }),
        ...(reply?.trim() && { reply }),
      });
      return discussion._id;
    },
  };
}
