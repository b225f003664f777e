import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui';
import type { UIKitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { CommandEntry } from './command-registry';
import type { SandboxCall } from './rounds';

/** What the host asks of an engine process. Every value is structured-cloned on its way. */
export interface EngineOrders {
  /** Installs and enables an app for the whole workspace. @returns its id; rejects with the engine's reasons */
  install(zip: Buffer, permissionsGranted: IPermission[] | undefined, user: IUser): Promise<string>;
  /** As `install`, for a newer package of an installed app. */
  update(zip: Buffer, permissionsGranted: IPermission[] | undefined, user: IUser): Promise<string>;
  /** Loads an app that another engine process has installed. */
  addLocal(appId: string): Promise<void>;
  /** Loads the package that another engine process has installed as an update. */
  updateLocal(appId: string, zip: Buffer): Promise<void>;
  /** Disables the app here, for the moment before another engine process uninstalls it. */
  disableLocal(appId: string): Promise<void>;
  uninstall(appId: string, user: IUser): Promise<void>;
  /** Forgets an app that another engine process has uninstalled. */
  removeLocal(appId: string): Promise<void>;

  status(appId: string): Promise<string>;
  /** The paths an app serves, as they are registered. */
  endpoints(appId: string): Promise<EndpointEntry[]>;
  /** The app's settings with their values, declared ones that nobody has changed included. */
  settings(appId: string): Promise<Record<string, ISetting>>;
  /** Saves a setting with both hooks of the app, as the administration page does. */
  updateSetting(appId: string, setting: ISetting): Promise<void>;
  /** The same for a setting that another engine process has saved; not told to the others again. */
  updateSettingLocal(appId: string, setting: ISetting): Promise<void>;

  commands(): Promise<CommandEntry[]>;
  runCommand(command: string, context: CommandContext): Promise<void>;
  /** @returns what the app's handler answered; undefined when it answered nothing */
  interact(interaction: UIKitIncomingInteraction): Promise<unknown>;
  actionButtons(): Promise<IUIActionButton[]>;
  notify(event: string, payload: unknown): Promise<void>;
  runJob(appId: string, processorId: string, data: Record<string, unknown>): Promise<void>;

  startTrace(): Promise<void>;
  stopTrace(): Promise<SandboxCall[]>;
  /** Takes effect when this resolves; `killed` tells when it happened. */
  armKill(afterCall: number): Promise<void>;
  /** Resolves when the armed kill has happened (true) or was called off (false). */
  killed(): Promise<boolean>;
  disarmKill(): Promise<void>;
  killSandbox(): Promise<void>;
  /** Resolves when every app's sandbox answers. */
  ready(): Promise<void>;
  sandboxPids(): Promise<number[]>;
  /** Ends the sandboxes; the process may be ended afterwards. */
  shutDown(): Promise<void>;
}

/** An endpoint of an app; `computedPath` is what a caller uses, hash included. */
export interface EndpointEntry {
  path: string;
  computedPath: string;
  methods: string[];
}

/** A slash command as a user gave it, in the app's shapes. */
export interface CommandContext {
  sender: IUser;
  room: IRoom;
  args: string[];
  threadId?: string;
  triggerId: string;
}

/** What an engine process asks of the host, besides bridges and storages. */
export interface HostServices {
  /** The process is up; `apiPort` is where it serves the apps' endpoints. */
  started(apiPort: number): Promise<void>;
  /** @returns the user of a token that was given out at login; undefined for any other */
  userOfToken(userId: string, token: string): Promise<IUser | undefined>;
  /** A view or an error for the screen of a user. */
  showInteraction(user: IUser, interaction: unknown): Promise<void>;
  settingSaved(appId: string, setting: ISetting): Promise<void>;
}
