import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { Router } from 'express';
import { Changes } from '../changes';
import { Clock } from '../clock';
import { serveRocketChat, type RocketChatServer } from './api/server';
import { Apps, type InstalledApp } from './apps';
import { callByName } from './engine/channel';
import { EngineInstance } from './engine/instance';
import type { CommandEntry } from './engine/command-registry';
import { createSandboxHome, type SandboxHome } from './engine/sandbox-home';
import { Logins } from './logins';
import { Screens, type OpenView } from './screens';
import { UserActions, type BlockClick, type ButtonClick, type TypedCommand, type ViewSubmission } from './user-actions';
import { createWorkspace, type Workspace } from './workspace';

export type { InstalledApp } from './apps';
export type { EngineInstance } from './engine/instance';
export { countRounds, type SandboxCall } from './engine/rounds';
export type { OpenView } from './screens';

export interface RocketChatOptions {
  /** How many instances share the workspace; one is the default. */
  instances?: number;
  clock?: Clock;
  /** 0, the default, takes any free one. */
  port?: number;
  /** After how long the engine gives a request to an app up, in milliseconds (the engine's own default: 30,000). */
  runtimeTimeoutMs?: number;
  /** Further routes on its port, asked after its own. */
  more?: Router;
}

/**
 * Starts a Rocket.Chat around the real Apps-Engine: one workspace in memory in this process, and one process per instance.
 * @returns when it can be used; rejects when the port is taken or an engine does not start
 */
export async function startRocketChat(options: RocketChatOptions = {}): Promise<RocketChat> {
  const clock = options.clock ?? new Clock();
  const home = createSandboxHome(clock);
  const rocketChat = new RocketChat(clock, home);
  try {
    await rocketChat.start(options);
    return rocketChat;
  } catch (error) {
    await rocketChat.stop();
    throw error;
  }
}

/** A running Rocket.Chat with (at most) one app, and everything that people and admins do with it. */
export class RocketChat {
  readonly workspace: Workspace;
  readonly instances: EngineInstance[] = [];
  readonly logins: Logins;
  /** Told after every request that may change something, and after everything that the app does. */
  readonly changes = new Changes();
  private readonly apps: Apps;
  private readonly screens: Screens;
  private readonly actions: UserActions;
  private server: RocketChatServer | undefined;
  private turn = 0;

  /** Use `startRocketChat`. */
  constructor(
    readonly clock: Clock,
    private readonly home: SandboxHome,
  ) {
    this.workspace = createWorkspace({ clock });
    this.logins = new Logins(this.workspace);
    this.screens = new Screens(clock);
    this.apps = new Apps(
      this.instances,
      () => this.url,
      () => this.logins.admin(),
    );
    this.actions = new UserActions(
      this.workspace,
      this.screens,
      () => this.appId,
      () => this.nextInstance(),
    );
  }

  async start({ instances = 1, port = 0, runtimeTimeoutMs, more }: RocketChatOptions): Promise<void> {
    const started = Array.from({ length: instances }, () => this.startInstance(runtimeTimeoutMs));
    // All of them, even when one fails: what has started has to be stopped.
    const outcomes = await Promise.allSettled(started);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') this.instances.push(outcome.value);
    await Promise.all(started);
    this.workspace.attach({
      notify: (event, payload) => this.nextInstance().orders.notify(event, payload),
      runJob: (appId, processorId, data) => this.nextInstance().orders.runJob(appId, processorId, data),
    });
    this.server = await serveRocketChat(this, port, more);
    this.workspace.settings.set('Site_Url', this.url);
  }

  /** `http://127.0.0.1:<port>`: endpoints of apps, the routes for admins, and the playground's own API. */
  get url(): string {
    if (!this.server) throw new Error('This Rocket.Chat has not started.');
    return this.server.url;
  }

  /** Installs and enables an app from its zip; every permission it asks for is granted. Look at `status` for whether it came up. */
  install(zip: Buffer): Promise<InstalledApp> {
    return this.apps.install(zip);
  }

  /** Replaces the installed app by another version of it. */
  update(zip: Buffer): Promise<InstalledApp> {
    return this.apps.update(zip);
  }

  uninstall(): Promise<void> {
    return this.apps.uninstall(this.appId);
  }

  /** The installed app. */
  app(): InstalledApp {
    return this.apps.app(this.appId);
  }

  /** Whether the app of this id is installed. */
  hasApp(id: string): boolean {
    return this.apps.has(id);
  }

  /** Saves a setting of the app as the administration page does, with the app's hooks on every instance. */
  setAppSetting(id: string, value: unknown): Promise<void> {
    return this.apps.setSetting(this.appId, id, value);
  }

  /** The app's own texts for Rocket.Chat's pages: language → key → text. */
  appTexts(): Record<string, object> {
    return this.apps.texts(this.appId);
  }

  /** What the app has logged, oldest first. */
  logs(): ILoggerStorageEntry[] {
    return this.apps.logs(this.appId);
  }

  runCommand(typed: TypedCommand): Promise<void> {
    return this.actions.runCommand(typed);
  }

  clickAction(click: BlockClick): Promise<void> {
    return this.actions.clickAction(click);
  }

  clickButton(click: ButtonClick): Promise<void> {
    return this.actions.clickButton(click);
  }

  /** @returns what the app answered */
  submitView(submission: ViewSubmission): Promise<unknown> {
    return this.actions.submitView(submission);
  }

  closeView(username: string, viewId: string): Promise<void> {
    return this.actions.closeView(username, viewId);
  }

  openViews(username: string): OpenView[] {
    return this.screens.openViews(username);
  }

  commands(): Promise<CommandEntry[]> {
    return this.nextInstance().orders.commands();
  }

  actionButtons(): Promise<IUIActionButton[]> {
    return this.nextInstance().orders.actionButtons();
  }

  /** The instances in turn, as a load balancer takes them. */
  nextInstance(): EngineInstance {
    this.turn += 1;
    return this.instance(this.turn % this.instances.length);
  }

  /** Ends everything; nothing of it survives, neither processes nor files. */
  async stop(): Promise<void> {
    this.workspace.close();
    await this.server?.close();
    await Promise.all(this.instances.map((instance) => instance.stop()));
    this.home.remove();
  }

  private get appId(): string {
    const [id] = this.apps.ids();
    if (id === undefined) throw new Error('No app is installed.');
    return id;
  }

  private instance(at: number): EngineInstance {
    const instance = this.instances[at];
    if (!instance) throw new Error(`There is no instance ${at}, only ${this.instances.length}.`);
    return instance;
  }

  private async startInstance(runtimeTimeoutMs: number | undefined): Promise<EngineInstance> {
    const stored = new Map<string, object>(Object.entries(this.apps.services));
    const instance: EngineInstance = await EngineInstance.start({
      home: this.home,
      runtimeTimeoutMs,
      receiver: (target, method, args) => {
        const service = stored.get(target);
        const call = service ? callByName(service, target, method, args) : this.workspace.bridgeCall(target, method, args);
        return call.finally(() => this.changes.tell());
      },
      services: {
        userOfToken: (userId: string, token: string) => this.logins.userOfToken(userId, token),
        showInteraction: (user: IUser, interaction: unknown) => {
          this.screens.show(user.username, interaction);
          this.changes.tell();
          return Promise.resolve();
        },
        settingSaved: (appId: string, setting: ISetting) => this.apps.relaySetting(instance, appId, setting),
      },
    });
    return instance;
  }
}
