import type { Clock } from '../../clock';
import type { AppHost, BridgeTarget } from '../seam';
import { GENERAL } from './accounts';
import { bridgesOf } from './bridges';
import type { BridgeMethods } from './bridges/table';
import { copyOf } from './copy';
import type { MessageDocument, PersistenceRecord, RoomDocument, UploadDocument, UserDocument } from './documents';
import { notModelled } from './errors';
import { Events, type LostEvent } from './events';
import type { Hooks } from './hooks';
import { PeoplesWorkspace } from './people';
import { Permissions } from './permissions';
import { Persistence } from './persistence';
import { Scheduler } from './scheduler';
import { type Compat, type EphemeralNotice, type Server, timeOf } from './server';
import { ServerSettings } from './server-settings';
import { type Snapshot, snapshotOf } from './snapshot';
import { Store } from './store';

function emptyServer(clock: Clock): Server {
  const store = new Store();
  return {
    clock,
    store,
    settings: new ServerSettings(),
    permissions: new Permissions(store),
    events: new Events(),
    hooks: {},
    compat: { ignoreUnmappedOnCreate: false },
    online: new Set(),
    ephemeral: [],
    typing: new Map(),
    refusedMembers: new Map(),
  };
}

/**
 * A Rocket.Chat workspace in memory, as it behaves behind the Apps-Engine's bridges and in the hands of its people. Everything it
 * hands out is a copy.
 *
 * What it leaves out on purpose: events before the fact (no app can prevent anything), Omnichannel, teams, federation, encryption
 * itself, and a server that dies in the middle of a job (its lock would lapse after ten minutes and the job run again elsewhere).
 */
export class Workspace extends PeoplesWorkspace implements BridgeTarget {
  readonly settings: ServerSettings;
  readonly permissions: Permissions;
  readonly scheduler: Scheduler;
  /** Where tests may hold the server between two database operations. */
  readonly hooks: Hooks;
  readonly compat: Compat;
  /** What people who were online were shown without its being stored, oldest first. */
  readonly ephemeral: readonly EphemeralNotice[];

  private readonly bridges: Readonly<Record<string, BridgeMethods>>;

  constructor({ clock }: { clock: Clock }) {
    const server = emptyServer(clock);
    super(server);
    ({
      settings: this.settings,
      permissions: this.permissions,
      hooks: this.hooks,
      compat: this.compat,
      ephemeral: this.ephemeral,
    } = server);
    this.scheduler = new Scheduler(server);
    this.bridges = bridgesOf({ server, accounts: this.accounts, persistence: new Persistence(server), scheduler: this.scheduler });
    const now = timeOf(server);
    const general = {
      _id: GENERAL,
      t: 'c',
      name: 'general',
      default: true,
      ts: now,
      _updatedAt: now,
      msgs: 0,
      usersCount: 0,
      ro: false,
    } as const;
    server.store.rooms.insert({ ...general });
  }

  /** From now on events and due jobs go to this host. */
  attach(host: AppHost): void {
    this.server.events.attach(host);
    this.scheduler.attach(host);
  }

  async bridgeCall(bridge: string, method: string, args: unknown[]): Promise<unknown> {
    const methods = this.bridges[bridge];
    if (!methods || !Object.hasOwn(methods, method)) throw notModelled(`${bridge}.${method}`);
    // The engine's own bridge classes made these arguments; each method declares what they are.
    return methods[method]?.(...(args as never[]));
  }

  /** Resolves when all apps have been told of everything that happened. */
  idle(): Promise<void> {
    return this.server.events.idle();
  }

  /** Events whose delivery failed. */
  get lostEvents(): readonly LostEvent[] {
    return this.server.events.lost;
  }

  /** Starts no more jobs. */
  close(): void {
    this.scheduler.close();
  }

  user(username: string): UserDocument {
    return copyOf(this.accounts.named(username));
  }

  allUsers(): UserDocument[] {
    return copyOf(this.server.store.users.all());
  }

  /** @param idOrName a room id, or a slug */
  room(idOrName: string): RoomDocument | undefined {
    const { rooms } = this.server.store;
    return copyOf(rooms.get(idOrName) ?? rooms.byName(idOrName));
  }

  allRooms(): RoomDocument[] {
    return copyOf(this.server.store.rooms.all());
  }

  /** The members' user names, in the order in which they came. */
  members(roomId: string): string[] {
    return this.server.store.subscriptions.inRoom(this.stored(roomId)._id).map(({ u }) => u.username);
  }

  /** Everything that stands in the room, the server's own messages included, in the order in which it was written. */
  messages(roomId: string): MessageDocument[] {
    return copyOf(this.server.store.messages.inRoom(this.stored(roomId)._id));
  }

  /** The user names of those who are typing in a room. */
  typing(roomId: string): string[] {
    return [...(this.server.typing.get(roomId) ?? [])];
  }

  /** A file that somebody uploaded, with its content. */
  uploadedFile(id: string): { upload: UploadDocument; content: Buffer } | undefined {
    return this.server.store.uploads.get(id);
  }

  persistenceRecords(appId: string): PersistenceRecord[] {
    return copyOf(this.server.store.persistence.ofApp(appId));
  }

  /** The whole state as plain JSON. */
  snapshot(): Snapshot {
    return snapshotOf(this.server.store, this.scheduler.all());
  }
}
