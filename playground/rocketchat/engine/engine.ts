import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui';
import type { UIKitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { AppStatus, AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler';
import type { PlaygroundBridges } from './bridges';
import type { CommandEntry } from './command-registry';
import type { CommandContext, EndpointEntry, EngineOrders } from './orders';
import type { SandboxCall } from './rounds';
import type { SandboxTap } from './tap';

/** Carries the host's orders out on the AppManager of this process. */
export class Engine implements EngineOrders {
  constructor(
    private readonly manager: AppManager,
    private readonly bridges: PlaygroundBridges,
    private readonly tap: SandboxTap,
  ) {}

  async install(zip: Buffer, permissionsGranted: IPermission[] | undefined, user: IUser): Promise<string> {
    return installedId(await this.manager.add(zip, { enable: true, user, ...(permissionsGranted ? { permissionsGranted } : {}) }));
  }

  async update(zip: Buffer, permissionsGranted: IPermission[] | undefined, user: IUser): Promise<string> {
    const options = { loadApp: true, user };
    // A package that asks for no permission is not the same as one that asks for none: it gets the default ones.
    const update: unknown = Reflect.apply(this.manager.update.bind(this.manager), undefined, [zip, permissionsGranted, options]);
    return installedId(await (update as ReturnType<AppManager['update']>)); // as: Reflect.apply forgets the type
  }

  async addLocal(appId: string): Promise<void> {
    await this.manager.addLocal(appId);
  }

  async updateLocal(appId: string, zip: Buffer): Promise<void> {
    const item = await this.manager.getStorage().retrieveOne(appId);
    if (!item) throw new Error(`No app ${appId} is stored.`);
    if (AppStatusUtils.isEnabled(item.status)) await this.manager.updateAndStartupLocal(item, zip);
    else await this.manager.updateAndInitializeLocal(item, zip);
  }

  async disableLocal(appId: string): Promise<void> {
    await this.manager.disable(appId, AppStatus.DISABLED, true);
  }

  async uninstall(appId: string, user: IUser): Promise<void> {
    await this.manager.remove(appId, { user });
    this.tap.forget(appId);
  }

  async removeLocal(appId: string): Promise<void> {
    await this.manager.removeLocal(appId);
    this.tap.forget(appId);
  }

  async status(appId: string): Promise<string> {
    return this.app(appId).getStatus();
  }

  endpoints(appId: string): Promise<EndpointEntry[]> {
    const entries = this.manager.getApiManager().listApis(appId);
    return Promise.resolve(entries.map(({ path, computedPath, methods }) => ({ path, computedPath, methods })));
  }

  settings(appId: string): Promise<Record<string, ISetting>> {
    return Promise.resolve(this.manager.getSettingsManager().getAppSettings(appId));
  }

  async updateSetting(appId: string, setting: ISetting): Promise<void> {
    await this.manager.getSettingsManager().updateAppSetting(appId, setting);
  }

  async updateSettingLocal(appId: string, setting: ISetting): Promise<void> {
    await this.bridges.settingChanges.quietly(appId, setting.id, () => this.updateSetting(appId, setting));
  }

  commands(): Promise<CommandEntry[]> {
    return Promise.resolve(this.bridges.commands.list());
  }

  async runCommand(command: string, { sender, room, args, threadId, triggerId }: CommandContext): Promise<void> {
    await this.manager.getCommandManager().executeCommand(command, new SlashCommandContext(sender, room, args, threadId, triggerId));
  }

  async interact(interaction: UIKitIncomingInteraction): Promise<unknown> {
    return this.manager.getListenerManager().executeListener(AppInterface.IUIKitInteractionHandler, interaction);
  }

  async actionButtons(): Promise<IUIActionButton[]> {
    return this.manager.getUIActionButtonManager().getAllActionButtons();
  }

  async notify(event: string, payload: unknown): Promise<void> {
    const listeners = this.manager.getListenerManager();
    await (Reflect.apply(listeners.executeListener.bind(listeners), undefined, [event, payload]) as Promise<unknown>); // as: event and payload come in pairs from the workspace
  }

  async runJob(appId: string, processorId: string, data: Record<string, unknown>): Promise<void> {
    await this.bridges.jobs.run(appId, processorId, data);
  }

  startTrace(): Promise<void> {
    this.tap.startTrace();
    return Promise.resolve();
  }

  stopTrace(): Promise<SandboxCall[]> {
    return this.tap.stopTrace();
  }

  armKill(afterCall: number): Promise<void> {
    this.tap.armKill(afterCall);
    return Promise.resolve();
  }

  killed(): Promise<boolean> {
    return this.tap.killed();
  }

  disarmKill(): Promise<void> {
    this.tap.disarmKill();
    return Promise.resolve();
  }

  killSandbox(): Promise<void> {
    return this.tap.killAll();
  }

  ready(): Promise<void> {
    return this.tap.ready();
  }

  sandboxPids(): Promise<number[]> {
    return Promise.resolve(this.tap.pids());
  }

  async shutDown(): Promise<void> {
    for (const app of await this.manager.get()) await app.getRuntimeController().stopApp();
  }

  private app(appId: string): ProxiedApp {
    const app = this.manager.getOneById(appId) as ProxiedApp | undefined; // as: it looks into a map
    if (!app) throw new Error(`No app ${appId} is installed.`);
    return app;
  }
}

function installedId(outcome: AppFabricationFulfillment): string {
  if (outcome.hasStorageError()) throw new Error(outcome.getStorageError());
  if (outcome.hasAppUserError()) throw new Error(`The app's user could not be created: ${JSON.stringify(outcome.getAppUserError())}`);
  return outcome.getAppInfo().id;
}
