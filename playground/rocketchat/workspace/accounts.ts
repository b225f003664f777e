import { userForApp } from './app-shape/users';
import { copyOf } from './copy';
import type { UserDocument, UserEmail } from './documents';
import { serverError } from './errors';
import { randomId } from './ids';
import { deleteMessage } from './messages/change';
import { subscribe } from './rooms/membership';
import { type Server, timeOf } from './server';

/** The room that everybody is in. */
export const GENERAL = 'GENERAL';

export interface NewAccount {
  username: string;
  name?: string;
  emails?: UserEmail[];
  roles?: string[];
  active?: boolean;
  type?: 'user' | 'bot';
  /** The language the person chose for themselves. */
  language?: string;
}

export type AccountChanges = Partial<NewAccount>;

/** The accounts as an admin and the people themselves manage them. */
export class Accounts {
  constructor(private readonly server: Server) {}

  /** @throws when there is nobody of that name */
  named(username: string): UserDocument {
    const user = this.server.store.users.byUsername(username);
    if (!user) throw serverError('error-invalid-user', `There is no user ${username}`);
    return user;
  }

  /**
   * Adds a person (or bot). They join the general room without a message there. A person is online until they log out.
   * @throws when the name is taken in any spelling
   */
  add({ username, name = username, emails, roles = ['user'], active = true, type = 'user', language }: NewAccount): UserDocument {
    const { store, online, events } = this.server;
    if (store.users.isTaken(username)) throw serverError('error-field-unavailable', `${username} is already in use :(`);
    const now = timeOf(this.server);
    const user: UserDocument = {
      _id: randomId(),
      username,
      name,
      ...(emails && { emails: copyOf(emails) }),
      type,
      active,
      roles: [...roles],
      status: active ? 'online' : 'offline',
      statusConnection: active ? 'online' : 'offline',
      utcOffset: 0,
      createdAt: now,
      _updatedAt: now,
      settings: { preferences: language === undefined ? {} : { language } },
    };
    store.users.insert(user);
    const general = store.rooms.get(GENERAL);
    if (general) subscribe(this.server, general, user, {});
    if (active && type === 'user') online.add(user._id);
    events.emit('IPostUserCreated', { user: userForApp(user) });
    return user;
  }

  /** Changes an account. A new user name is taken over wherever the old one is written. */
  update(username: string, { language, ...changes }: AccountChanges): UserDocument {
    const user = this.named(username);
    const before = userForApp(user);
    if (changes.username !== undefined && changes.username !== username) this.rename(user, changes.username);
    const settings = language === undefined ? user.settings : { preferences: { ...user.settings.preferences, language } };
    this.server.store.users.set(user, { ...copyOf(changes), settings, _updatedAt: timeOf(this.server) });
    if (changes.active === false) this.leave(user);
    this.server.events.emit('IPostUserUpdated', { user: userForApp(user), previousData: before });
    return user;
  }

  /** Deletes an account with its messages and memberships, which is how a workspace does it by default. */
  remove(username: string): void {
    const user = this.named(username);
    const { users, subscriptions, rooms, messages } = this.server.store;
    const before = userForApp(user);
    for (const { rid } of subscriptions.ofUser(user._id)) {
      subscriptions.remove(rid, user._id);
      const room = rooms.get(rid);
      if (room) rooms.set(rid, { usersCount: room.usersCount - 1 });
    }
    for (const message of messages.all().filter(({ u }) => u._id === user._id)) deleteMessage(this.server, message, user);
    users.remove(user);
    this.server.online.delete(user._id);
    this.server.events.emit('IPostUserDeleted', { user: before });
  }

  /** @throws for a disabled account and for an app's user */
  logIn(username: string): void {
    const user = this.named(username);
    if (!user.active) throw serverError('error-user-is-not-activated', 'User is not activated');
    if (user.type === 'app') throw serverError('error-app-user-is-not-allowed-to-login', 'App user is not allowed to login');
    Object.assign(user, { status: 'online', statusConnection: 'online', lastLogin: timeOf(this.server) });
    this.server.online.add(user._id);
    this.server.events.emit('IPostUserLoggedIn', userForApp(user));
  }

  logOut(username: string): void {
    const user = this.named(username);
    this.leave(user);
    this.server.events.emit('IPostUserLoggedOut', userForApp(user));
  }

  private leave(user: UserDocument): void {
    Object.assign(user, { status: 'offline', statusConnection: 'offline' });
    this.server.online.delete(user._id);
  }

  private rename(user: UserDocument, username: string): void {
    const { users, rooms, subscriptions, messages } = this.server.store;
    if (users.isTaken(username)) throw serverError('error-field-unavailable', `${username} is already in use :(`);
    const old = user.username;
    const renamed = (list: string[] | undefined): string[] | undefined => list?.map((name) => (name === old ? username : name));
    for (const subscription of subscriptions.ofUser(user._id)) subscription.u = { ...subscription.u, username };
    for (const message of messages.all()) if (message.u._id === user._id) message.u = { ...message.u, username };
    for (const room of rooms.all()) {
      if (room.u?._id === user._id) room.u = { ...room.u, username };
      for (const field of ['usernames', 'muted', 'unmuted'] as const) {
        const names = renamed(room[field]);
        if (names) room[field] = names;
      }
    }
  }
}
