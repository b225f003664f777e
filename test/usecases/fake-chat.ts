import type { Card } from '../../src/domain/card';
import type { SigningKey, Mark } from '../../src/domain/mark';
import type { ChatUser } from '../../src/domain/member';
import type { Pass } from '../../src/domain/address-pass';
import { foldAddress } from '../../src/domain/address';
import { suffixed } from '../../src/domain/observation';
import type { Link, Room } from '../../src/domain/room';
import type { ChatMessage } from '../../src/domain/chat-message';
import type { Creation, NewRoom, Ports } from '../../src/usecases/ports';
import { user } from '../domain/chat';
import { FakeClosing } from './fake-closing';
import type { FakeHelpdesk } from './fake-helpdesk';
import { FakeInstallation } from './fake-installation';
import { FakeMembership } from './fake-membership';
import { FakeNotices } from './fake-notices';
import { FakeRecords } from './fake-records';
import { FakeReminders } from './fake-reminders';

/** A room as the fake keeps it. */
export interface FakeRoom {
  readonly id: string;
  slug: string;
  readonly displayName: string;
  readonly creator: ChatUser;
  readonly createdAt: number;
  archived: boolean;
  encrypted: boolean;
  type: Room['type'];
  mark: Mark | undefined;
  readOnly: boolean;
  /** User names. */
  readonly members: Set<string>;
  /** Ids of messages, oldest first, with the card where it is one. */
  readonly messages: Map<string, Card | undefined>;
}

/** The app's process has died; it makes no further call. */
export class Crash extends Error {}

const APP_USER = user('otobo.bot', { bot: true, addresses: [] });

/**
 * A chat in memory behind the ports: room names are unique, members who may not come in are dropped in silence, and whoever
 * creates a room is in it. Users, rooms and records may be changed by tests at any time, as people and other requests do.
 */
export class FakeChat {
  /** Milliseconds since the epoch. */
  now = Date.UTC(2026, 10, 23);
  readonly users = new Map<string, ChatUser>();
  readonly rooms = new Map<string, FakeRoom>();
  links: Link[] = [];
  readonly membership = new FakeMembership();
  readonly notices = new FakeNotices();
  readonly records = new FakeRecords();
  readonly reminders = new FakeReminders();
  readonly closing = new FakeClosing();
  readonly installation = new FakeInstallation(this);
  /** The OTOBO that the app is connected to; none by default. */
  helpdesk: FakeHelpdesk | undefined;
  /** What stands in rooms, by room id, the oldest first. */
  readonly said = new Map<string, ChatMessage[]>();
  /** The language of the workspace. */
  language = 'en';
  siteUrl = 'https://chat.test';
  /** Whether the address book has met everybody. */
  bookComplete = true;
  /** Ids of users by the addresses that the book knows. */
  readonly book = new Map<string, string>();
  keys: SigningKey[] = [{ nonce: 'k1', secret: 'first' }];
  /** What was written through the ports, in order. */
  readonly writes: string[] = [];
  /** Whether the workspace allows special characters in room names: then a second room of a name gets a suffix and no error. */
  specialCharacters = false;
  /** User names without the permission to create private rooms. */
  readonly mayNotCreate = new Set<string>();
  /** User names that the server keeps out of every room without a word. */
  readonly notAdmitted = new Set<string>();
  /** Runs before each call takes effect: here a call can fail, wait, or something happen. */
  before: (call: string) => unknown = () => undefined;
  /** What chance gives; in the middle by default. */
  random = 0.5;
  /** How far the pass over the members has come. */
  pass: Pass | undefined;
  private made = 0;

  addUsers(...users: ChatUser[]): void {
    for (const one of users) this.users.set(one.username, one);
  }

  roomNamed(slug: string): FakeRoom | undefined {
    return [...this.rooms.values()].find((room) => room.slug === slug);
  }

  /** What the card of a room shows, if it has one. */
  cardOf({ messages }: FakeRoom): Card | undefined {
    return [...messages.values()].find((card) => card);
  }

  cardsIn({ messages }: FakeRoom): string[] {
    return [...messages].flatMap(([id, card]) => (card ? [id] : []));
  }

  /** A room that somebody makes by hand. */
  addRoom(slug: string, creator: ChatUser, displayName = slug): FakeRoom {
    return this.insert(slug, { displayName, creator, members: [], mark: undefined });
  }

  say(room: FakeRoom): string {
    const id = this.nextId('message');
    room.messages.set(id, undefined);
    return id;
  }

  /**
   * The ports of one call of the app.
   *
   * @param dyingAfter the app's process dies right after this write (counted from 1) took effect; never by default
   */
  ports(dyingAfter = Infinity): Ports {
    let writesLeft = dyingAfter;
    const call = async <T>(name: string, effect: () => T): Promise<T> => {
      if (writesLeft === 0) throw new Crash(name);
      await this.before(name);
      if (writesLeft === 0) throw new Crash(name);
      return effect();
    };
    const write = <T>(name: string, effect: () => T): Promise<T> =>
      call(name, () => {
        const result = effect();
        this.writes.push(name);
        writesLeft -= 1;
        if (writesLeft === 0) throw new Crash(name);
        return result;
      });

    return {
      rooms: {
        byId: (roomId) => call('byId', () => this.seen(this.rooms.get(roomId))),
        bySlug: (slug) => call('bySlug', () => this.seen(this.roomNamed(slug))),
        members: (roomId) => call('members', () => this.membersOf(roomId)),
        create: async (room): Promise<Creation> => {
          // The server looks at the name first and inserts later; in between another server may have inserted.
          const name = await call('check name', () => this.freeName(room));
          if (typeof name !== 'string') return name;
          return write('create room', () =>
            this.roomNamed(name) ? { outcome: 'name_taken' } : { outcome: 'created', roomId: this.insert(name, room).id },
          );
        },
        // Into a room that is gone nobody comes, and nobody is told.
        addMembers: (roomId, members) =>
          write('add members', () => {
            const room = this.rooms.get(roomId);
            if (room) this.admit(room, members);
          }),
        removeMembers: (roomId, members) =>
          write('remove members', () => {
            for (const name of members) this.existing(roomId).members.delete(name);
          }),
        restoreMark: (roomId, mark) => write('restore mark', () => void (this.existing(roomId).mark = mark)),
        setReadOnly: (roomId, readOnly) => write('set read-only', () => void (this.existing(roomId).readOnly = readOnly)),
        delete: (roomId) => write('delete closed room', () => void this.rooms.delete(roomId)),
        removeMark: (roomId) => write('remove mark', () => void (this.existing(roomId).mark = undefined)),
        deleteUnused: (roomId) =>
          write('delete room', () => {
            if (this.rooms.get(roomId)?.messages.size === 0) this.rooms.delete(roomId);
          }),
      },
      cards: {
        isCard: (messageId) => call('isCard', () => [...this.rooms.values()].some(({ messages }) => messages.get(messageId) !== undefined)),
        find: (roomId) =>
          call('find cards', () => {
            const room = this.rooms.get(roomId);
            return room ? this.cardsIn(room) : [];
          }),
        post: (roomId, card) =>
          write('post card', () => {
            const id = this.nextId('message');
            this.existing(roomId).messages.set(id, card);
            return id;
          }),
        refresh: (messageId, card) =>
          write('refresh card', () => {
            for (const { messages } of this.rooms.values()) if (messages.get(messageId)) messages.set(messageId, card);
          }),
        sayUnlinked: (messageId) => write('say unlinked', () => this.retireCard(messageId)),
        sayMerged: (messageId) => write('say merged', () => this.retireCard(messageId)),
        sayDeleted: (messageId) => write('say deleted', () => this.retireCard(messageId)),
        delete: (messageIds) =>
          write('delete cards', () => {
            for (const { messages } of this.rooms.values()) for (const id of messageIds) messages.delete(id);
          }),
      },
      links: {
        ofRoom: (roomId) => call('links of room', () => this.links.filter((link) => link.roomId === roomId)),
        write: (link) =>
          write('write link', () => {
            const at = this.links.findIndex(({ ticketId, roomId }) => ticketId === link.ticketId && roomId === link.roomId);
            if (at === -1) this.links.push(link);
            else this.links[at] = link;
          }),
        drop: (ticketId, roomIds) =>
          write('drop links', () => {
            this.links = this.links.filter((link) => link.ticketId !== ticketId || !roomIds.includes(link.roomId));
          }),
      },
      directory: {
        byUsername: (username) => call('byUsername', () => this.users.get(username)),
        byId: (userId) => call('user byId', () => [...this.users.values()].find(({ id }) => id === userId)),
        byAddress: ({ hints }) => call('byAddress', () => hints.flatMap((name) => this.users.get(name) ?? [])),
      },
      book: {
        find: (address) => call('book', () => [this.book.get(address) ?? []].flat()),
        learn: (one) => call('learn', () => this.learn(one)),
        forget: (userId) => call('forget', () => this.forget(userId)),
        complete: () => call('book complete', () => this.bookComplete),
      },
      pass: { read: () => call('read pass', () => this.pass), write: (pass) => call('write pass', () => void (this.pass = pass)) },
      ...this.membership.ports(call, write, (roomId) => void this.say(this.existing(roomId))),
      ...this.closing.ports(call, write, (roomId) => void this.say(this.existing(roomId))),
      ...this.notices.ports(call, write, (roomId) => this.say(this.existing(roomId))),
      ...this.reminders.ports(call, write),
      ...this.records.ports(
        call,
        write,
        () => this.links,
        () => this.now,
      ),
      ...this.installation.ports(call, write),
      ...(this.helpdesk && { otobo: this.helpdesk.otobo(call, write) }),
      keys: { all: () => call('keys', () => this.keys.slice(0, 1)), reread: () => call('reread keys', () => [...this.keys]) },
      history: {
        page: (roomId, skip, limit) => call('page', () => (this.said.get(roomId) ?? []).slice(skip, skip + limit)),
        byId: (messageId, roomId) => call('message by id', () => this.said.get(roomId)?.find(({ id }) => id === messageId)),
      },
      workspace: {
        appUser: () => call('appUser', () => APP_USER),
        siteUrl: () => call('siteUrl', () => this.siteUrl),
        language: () => call('language', () => this.language),
      },
      random: () => this.random,
      time: { now: () => this.now, pause: (ms) => call('pause', () => void (this.now += ms)) },
    };
  }

  /** What was a card is a message like any other. */
  private retireCard(messageId: string): void {
    for (const { messages } of this.rooms.values()) if (messages.has(messageId)) messages.set(messageId, undefined);
  }

  private freeName({ slug, creator }: NewRoom): string | Creation {
    if (this.mayNotCreate.has(creator.username)) return { outcome: 'owner_refused', reason: 'not_allowed' };
    if (!this.specialCharacters) return this.roomNamed(slug) ? { outcome: 'name_taken' } : slug;
    if ([...this.rooms.values()].some(({ displayName }) => displayName === slug)) return { outcome: 'name_taken' };
    let name = slug;
    for (let n = 1; this.roomNamed(name); n += 1) name = suffixed(slug, n);
    return name;
  }

  private insert(
    slug: string,
    { displayName, creator, members, mark }: Pick<NewRoom, 'displayName' | 'creator' | 'members'> & { readonly mark: Mark | undefined },
  ): FakeRoom {
    const room: FakeRoom = {
      id: this.nextId('room'),
      slug,
      displayName,
      creator,
      createdAt: this.now,
      archived: false,
      encrypted: false,
      type: 'private',
      mark,
      readOnly: false,
      members: new Set([creator.username]),
      messages: new Map(),
    };
    this.rooms.set(room.id, room);
    this.admit(room, members);
    return room;
  }

  private admit(room: FakeRoom, usernames: readonly string[]): void {
    for (const name of usernames) if (this.users.has(name) && !this.notAdmitted.has(name)) room.members.add(name);
  }

  private learn({ id, addresses }: ChatUser): void {
    this.forget(id);
    for (const { address, verified } of addresses) if (verified) this.book.set(foldAddress(address), id);
  }

  private forget(userId: string): void {
    for (const [address, id] of this.book) if (id === userId) this.book.delete(address);
  }

  private existing(roomId: string): FakeRoom {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error(`There is no room ${roomId}.`);
    return room;
  }

  private membersOf(roomId: string): ChatUser[] {
    const names = [...(this.rooms.get(roomId)?.members ?? [])];
    return names.flatMap((name) => (name === APP_USER.username ? APP_USER : (this.users.get(name) ?? [])));
  }

  private seen(room: FakeRoom | undefined): Room | undefined {
    if (!room) return undefined;
    const { id, slug, displayName, type, creator, createdAt, archived, encrypted, mark, messages, members } = room;
    return {
      id,
      slug,
      name: displayName,
      type,
      creator: { id: creator.id, username: creator.username },
      createdAt,
      archived,
      encrypted,
      federated: false,
      announced: true,
      messageCount: messages.size,
      memberCount: members.size,
      ...(mark && { mark }),
    };
  }

  private nextId(what: string): string {
    this.made += 1;
    return `${what}-${this.made}`;
  }
}
