import { userForApp } from '../app-shape/users';
import type { UserDocument } from '../documents';
import { databaseTurn } from '../hooks';
import { randomId } from '../ids';
import type { Accounts } from '../accounts';
import { copyOf } from '../copy';
import { type Server, timeOf } from '../server';
import type { BridgeMethods } from './table';

/** The account that the engine asks for when it installs an app, or an app for a bot of its own. */
interface NewAppUser {
  username: string;
  name?: string;
  type?: string;
  roles?: string[];
  status?: string;
  appId?: string;
}

function createdUser(server: Server, wanted: NewAppUser, appId: string): UserDocument {
  const { type, username } = wanted;
  if (type !== 'app' && type !== 'bot') throw new Error('Creating normal users is currently not supported');
  if (server.store.users.isTaken(username)) {
    throw new Error(`The username "${username}" is already being used. Rename or remove the user using it to install this App`);
  }
  const now = timeOf(server);
  return {
    _id: randomId(),
    username,
    name: wanted.name ?? username,
    type,
    active: true,
    roles: wanted.roles ?? [type],
    status: wanted.status ?? 'online',
    statusConnection: 'online',
    utcOffset: 0,
    createdAt: now,
    _updatedAt: now,
    appId: wanted.appId ?? appId,
    settings: { preferences: {} },
  };
}

export function userBridge(server: Server, accounts: Accounts): BridgeMethods {
  const { users, subscriptions } = server.store;
  const shape = async (user: UserDocument | undefined): Promise<unknown> => {
    await databaseTurn();
    return userForApp(user);
  };
  const removeById = (id: string): void => {
    const user = users.get(id);
    if (user) accounts.remove(user.username);
  };
  return {
    getById: (id: string) => shape(users.get(id)),
    getByUsername: (username: string) => shape(users.byUsername(username)),
    getAppUser: (appId?: string) => shape(users.all().find((user) => appId !== undefined && user.appId === appId && user.type === 'app')),
    create: async (wanted: NewAppUser, appId: string) => {
      await databaseTurn();
      const user = createdUser(server, wanted, appId);
      users.insert(user);
      return user._id;
    },
    remove: async (user: { id: string } | null) => {
      if (user) removeById(user.id);
      return Promise.resolve(true);
    },
    update: async (user: { id: string } | null, fields: Partial<UserDocument>) => {
      const stored = users.get(user?.id ?? '');
      if (!stored) throw new Error('User not provided');
      users.set(stored, copyOf(fields));
      return Promise.resolve(true);
    },
    deactivate: async (id: string) => {
      const user = users.get(id);
      if (!user) throw new Error('Invalid user id');
      accounts.update(user.username, { active: false });
      return Promise.resolve(true);
    },
    deleteUsersCreatedByApp: async (appId: string, type: string) => {
      const created = users.all().filter((user) => user.appId === appId && user.type === type);
      for (const user of created) accounts.remove(user.username);
      return Promise.resolve(created.length > 0);
    },
    getActiveUserCount: async () => Promise.resolve(users.all().filter(({ active, type }) => active && type !== 'app').length),
    getUserUnreadMessageCount: async (id: string) =>
      Promise.resolve(subscriptions.ofUser(id).reduce((sum, { archived, unread }) => (archived ? sum : sum + unread), 0)),
    getUserRoomIds: async (id: string) => Promise.resolve(subscriptions.roomIdsOf(id)),
  };
}
