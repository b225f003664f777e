import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRocketChat, type RocketChat, type RocketChatOptions } from '../../playground/rocketchat/host';
import type { Workspace } from '../../playground/rocketchat/workspace';

export const SECRET = 'a-secret-for-tests';
const PROJECT = join(__dirname, '../..');

/** An answer of one of the app's endpoints. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** As it was sent. */
  readonly text: string;
  /** The body, where it is JSON. */
  readonly body: Body;
}

/** What tests look at in answers; the contract has more. */
export interface Body {
  readonly Result?: string;
  readonly Room?: {
    readonly ID?: string;
    readonly Name: string;
    readonly URL: string;
    readonly Owner: { readonly Username: string; readonly Source: string; readonly Tried: readonly unknown[] };
  };
  readonly Members?: Readonly<Record<'Added' | 'Present' | 'Unresolved' | 'Skipped', readonly ListedPerson[]>>;
  readonly Actions?: readonly { readonly Type: string }[];
  readonly Ticket?: { readonly DynamicField: readonly { readonly Name: string; readonly Value: string }[] };
  readonly Error?: { readonly ErrorCode: string; readonly ErrorMessage: string };
  readonly RequestID?: string;
  readonly Version?: string;
  readonly Configured?: boolean;
}

interface ListedPerson {
  readonly Login?: string;
  readonly Email?: string;
  readonly Username?: string;
  readonly Reason?: string;
}

/** The packaged app in a playground. */
export class AppUnderTest {
  constructor(readonly rocketChat: RocketChat) {}

  get workspace(): RocketChat['workspace'] {
    return this.rocketChat.workspace;
  }

  /** Resolves when the app has been told of everything that happened, and no job of it is running. */
  async atRest(): Promise<void> {
    await this.workspace.idle();
    await this.workspace.scheduler.settled();
  }

  /** Takes the app out, with all that it has stored, and installs it anew, with its secret. */
  async reinstall(): Promise<void> {
    await this.rocketChat.uninstall();
    await install(this.rocketChat);
    await this.atRest();
  }

  /** Posts to an endpoint of the app as OTOBO does. */
  async post(
    path: string,
    body: unknown,
    { instance, authorization = `Bearer ${SECRET}` }: { instance?: number; authorization?: string } = {},
  ): Promise<Answer> {
    return this.request(
      path,
      { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify(body) },
      instance,
    );
  }

  open(body: unknown, instance?: number): Promise<Answer> {
    return this.post('tickets/open', body, instance === undefined ? {} : { instance });
  }

  async request(path: string, init: RequestInit, instance?: number): Promise<Answer> {
    const response = await fetch(this.rocketChat.app().endpoint(path, instance), init);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, text, body: json ? (JSON.parse(text) as Body) : {} };
  }
}

/** @returns the cards in a room, as its messages */
export function cardsIn(app: AppUnderTest, room: { readonly _id: string } | undefined): ReturnType<AppUnderTest['workspace']['messages']> {
  if (!room) throw new Error('There is no such room.');
  return app.workspace
    .messages(room._id)
    .filter(({ blocks }) => Array.isArray(blocks) && blocks.some((block: { blockId?: string }) => block.blockId === 'otobo-card'));
}

/** @returns the newest package, as `packageApp` built it */
function packagedApp(): Buffer {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'app.json'), 'utf8')) as { version: string };
  return readFileSync(join(PROJECT, 'dist', `otobo_${version}.zip`));
}

async function install(rocketChat: RocketChat): Promise<void> {
  const { status } = await rocketChat.install(packagedApp());
  if (status !== 'manually_enabled')
    throw new Error(`The app did not come up: ${status}\n${rocketChat.instances.map((instance) => instance.output()).join('\n')}`);
  await rocketChat.setAppSetting('endpoint_secret', SECRET);
}

/**
 * Starts a playground with the packaged app in it, and its secret set. Whoever calls it stops it.
 *
 * @param before what happened in the workspace before the app came
 */
export async function startApp(
  options: RocketChatOptions = {},
  before: (workspace: Workspace) => void = () => undefined,
): Promise<AppUnderTest> {
  const rocketChat = await startRocketChat({ runtimeTimeoutMs: 5_000, ...options });
  try {
    before(rocketChat.workspace);
    await rocketChat.workspace.idle();
    await install(rocketChat);
    const app = new AppUnderTest(rocketChat);
    await app.atRest();
    return app;
  } catch (error) {
    await rocketChat.stop();
    throw error;
  }
}

/** A playground with the app for the tests of one `describe`. */
export function withApp(options: RocketChatOptions = {}, before?: (workspace: Workspace) => void): () => AppUnderTest {
  let app: AppUnderTest | undefined;
  beforeAll(async () => {
    app = await startApp(options, before);
  }, 60_000);
  afterAll(() => app?.rocketChat.stop());
  return () => {
    if (!app) throw new Error('The app did not start.');
    return app;
  };
}
