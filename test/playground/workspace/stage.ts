import { Clock } from '../../../playground/clock';
import type { AppHost } from '../../../playground/rocketchat/seam';
import { createWorkspace, type Workspace } from '../../../playground/rocketchat/workspace';

const APP_ID = 'app-1';

/** What an app asks for when it wants a private group; `alice` creates it unless another is named. */
interface GroupWish {
  slug?: string;
  displayName?: string;
  by?: string;
  members?: unknown[];
  [field: string]: unknown;
}

/** An app host that only writes down what it is told. */
class RecordingHost implements AppHost {
  readonly events: { event: string; payload: unknown }[] = [];
  readonly jobs: { processorId: string; data: Record<string, unknown> }[] = [];
  /** What the next jobs do; a job without one succeeds at once. */
  readonly outcomes: (() => Promise<void>)[] = [];

  notify(event: string, payload: unknown): Promise<void> {
    this.events.push({ event, payload });
    return Promise.resolve();
  }

  runJob(_appId: string, processorId: string, data: Record<string, unknown>): Promise<void> {
    this.jobs.push({ processorId, data });
    return this.outcomes.shift()?.() ?? Promise.resolve();
  }

  named(event: string): unknown[] {
    return this.events.filter((entry) => entry.event === event).map(({ payload }) => payload);
  }
}

/** A workspace with a few people and one installed app, seen from the engine's side. */
export class Stage {
  readonly clock = new Clock();
  readonly workspace: Workspace = createWorkspace({ clock: this.clock });
  readonly host = new RecordingHost();

  static async open(): Promise<Stage> {
    const stage = new Stage();
    for (const username of ['alice', 'bob', 'carol']) stage.workspace.addUser({ username });
    stage.workspace.addUser({ username: 'root', roles: ['user', 'admin'] });
    await stage.call('user', 'create', { username: 'otobo.bot', name: 'OTOBO', type: 'app', roles: ['app'] }, APP_ID);
    stage.workspace.attach(stage.host);
    return stage;
  }

  call(bridge: string, method: string, ...args: unknown[]): Promise<unknown> {
    return this.workspace.bridgeCall(bridge, method, args);
  }

  id(username: string): string {
    return this.workspace.user(username)._id;
  }

  /** @returns the new room's id */
  async createGroup({
    slug = 'ticket-1',
    displayName = 'Printer on fire',
    by = 'alice',
    members = [],
    ...fields
  }: GroupWish = {}): Promise<string> {
    const room = { type: 'p', slugifiedName: slug, displayName, creator: { id: this.id(by) }, ...fields };
    return String(await this.call('room', 'create', room, members, APP_ID));
  }

  /** Posts as the app's user, or as whom `sender` names. @returns the message's id */
  async post(roomId: string, text: string, fields: Record<string, unknown> = {}, sender = 'otobo.bot'): Promise<string> {
    return String(await this.call('message', 'create', { room: { id: roomId }, sender: { id: this.id(sender) }, text, ...fields }, APP_ID));
  }

  readRoom(id: string): Promise<unknown> {
    return this.call('room', 'getById', id, APP_ID);
  }

  /** The kinds of the server's own messages in a room, in order. */
  systemMessages(roomId: string): string[] {
    return this.workspace.messages(roomId).flatMap(({ t }) => t ?? []);
  }

  subscription(roomId: string, username: string): Record<string, unknown> | undefined {
    const userId = this.id(username);
    const isTheirs = (u: unknown): boolean => typeof u === 'object' && u !== null && '_id' in u && u._id === userId;
    return this.workspace.snapshot().subscriptions.find(({ rid, u }) => rid === roomId && isTheirs(u));
  }
}

/** Two or more arrive, then all go on. */
export function barrier(parties: number): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  return () => {
    waiting += 1;
    if (waiting === parties) open();
    return opened;
  };
}
