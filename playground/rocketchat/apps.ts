import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { strFromU8, unzipSync } from 'fflate';
import { generateKeyPairSync } from 'node:crypto';
import { AppLogs, AppMetadata, AppPackages } from './engine/app-store';
import type { EngineInstance } from './engine/instance';
import type { EndpointEntry } from './engine/orders';

/** An app as it stands in the workspace at the moment of asking. */
export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What the engine called it when it was last installed or updated: `manually_enabled` when all is well. */
  readonly status: string;
  readonly settings: Record<string, ISetting>;
  /** The paths it serves, as it registered them. */
  readonly paths: readonly string[];
  /**
   * Where an endpoint is reached.
   * @param path as the app registered it: `tickets/open`
   * @param instance which instance is to answer, from 0; without it the address takes them in turn
   */
  endpoint(path: string, instance?: number): string;
}

/** What an app told the engine when it came up. */
interface Registered {
  status: string;
  endpoints: EndpointEntry[];
  settings: Record<string, ISetting>;
}

/**
 * The apps of the workspace: stored once, installed through the first engine process and loaded by the others, as a cluster does it.
 */
export class Apps {
  private readonly metadata = new AppMetadata();
  private readonly logbook = new AppLogs();
  private readonly running = new Map<string, Registered>();
  /** Settings that are on their way from the process that saved them to the others. */
  private readonly relays = new Set<Promise<unknown>>();

  /** What engine processes find under the names of their storages and of the workspace's key pair. */
  readonly services = {
    appMetadata: this.metadata,
    appSource: new AppPackages(),
    appLog: this.logbook,
    internalFederation: new WorkspaceKeys(),
  };

  constructor(
    private readonly instances: readonly EngineInstance[],
    private readonly url: () => string,
    private readonly admin: () => Promise<IUser>,
  ) {}

  async install(zip: Buffer): Promise<InstalledApp> {
    const [first, ...others] = this.ordered();
    const id = await first.orders.install(zip, requestedPermissions(zip), await this.admin());
    await Promise.all(others.map(({ orders }) => orders.addLocal(id)));
    return this.look(id, first);
  }

  async update(zip: Buffer): Promise<InstalledApp> {
    const [first, ...others] = this.ordered();
    const id = await first.orders.update(zip, requestedPermissions(zip), await this.admin());
    await Promise.all(others.map(({ orders }) => orders.updateLocal(id, zip)));
    return this.look(id, first);
  }

  /** The others stop the app first, because they still need its record for that. */
  async uninstall(id: string): Promise<void> {
    const [first, ...others] = this.ordered();
    await Promise.all(others.map(({ orders }) => orders.disableLocal(id)));
    await first.orders.uninstall(id, await this.admin());
    await Promise.all(others.map(({ orders }) => orders.removeLocal(id)));
    this.logbook.removeEntriesFor(id);
  }

  /** @throws when no such app is installed */
  app(id: string): InstalledApp {
    const { info } = this.stored(id);
    const { status, endpoints } = this.registered(id);
    const paths = endpoints.map(({ path }) => path);
    const endpoint = (path: string, instance?: number): string => {
      const found = endpoints.find((one) => one.path === path);
      if (!found) throw new Error(`The app serves no path ${path}, only ${paths.join(', ')}.`);
      const port = instance === undefined ? undefined : this.instances[instance]?.apiPort;
      if (instance !== undefined && port === undefined) throw new Error(`There is no instance ${instance}.`);
      return (port === undefined ? this.url() : `http://127.0.0.1:${port}`) + found.computedPath;
    };
    return { id, name: info.name, version: info.version, status, settings: this.settings(id), paths, endpoint };
  }

  ids(): string[] {
    return [...this.metadata.retrieveAll().keys()];
  }

  has(id: string): boolean {
    return this.metadata.retrieveOne(id) !== null;
  }

  /** Saves a setting on every engine process, with the app's hooks on each; resolves when all have it. */
  async setSetting(appId: string, settingId: string, value: unknown): Promise<void> {
    const setting = this.settings(appId)[settingId];
    if (!setting) throw new Error(`The app has no setting ${settingId}.`);
    await this.ordered()[0].orders.updateSetting(appId, { ...setting, value });
    await Promise.all(this.relays);
  }

  /** An engine process has saved a setting: the others follow. */
  async relaySetting(savedBy: EngineInstance | undefined, appId: string, setting: ISetting): Promise<void> {
    const others = this.instances.filter((instance) => instance !== savedBy);
    const relay = Promise.all(others.map(({ orders }) => orders.updateSettingLocal(appId, setting)));
    this.relays.add(relay);
    try {
      await relay;
    } finally {
      this.relays.delete(relay);
    }
  }

  /** What the app brings in `i18n/`: language → key → text. */
  texts(appId: string): Record<string, object> {
    return structuredClone(this.stored(appId).languageContent);
  }

  /** What the app has logged, oldest first. */
  logs(appId: string): ILoggerStorageEntry[] {
    return this.logbook.getEntriesFor(appId);
  }

  /** The process that does the work of an installation, and those that follow. */
  private ordered(): [EngineInstance, ...EngineInstance[]] {
    const [first, ...others] = this.instances;
    if (!first) throw new Error('There is no engine process.');
    return [first, ...others];
  }

  private async look(id: string, { orders }: EngineInstance): Promise<InstalledApp> {
    this.running.set(id, {
      status: await orders.status(id),
      endpoints: await orders.endpoints(id),
      settings: await orders.settings(id),
    });
    return this.app(id);
  }

  /** Only changed settings are stored. */
  private settings(id: string): Record<string, ISetting> {
    return structuredClone({ ...this.registered(id).settings, ...this.stored(id).settings });
  }

  private registered(id: string): Registered {
    return this.running.get(id) ?? { status: 'unknown', endpoints: [], settings: {} };
  }

  private stored(id: string): IAppStorageItem {
    const item = this.metadata.retrieveOne(id);
    if (!item) throw new Error(`No app ${id} is installed.`);
    return item;
  }
}

/** Apps are signed with a key pair of the workspace. */
class WorkspaceKeys {
  private readonly pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  getPrivateKey(): string {
    return this.pair.privateKey;
  }

  getPublicKey(): string {
    return this.pair.publicKey;
  }
}

/** What an admin agrees to in the dialog at upload: everything the package asks for. */
function requestedPermissions(zip: Buffer): IPermission[] | undefined {
  const manifest = unzipSync(zip, { filter: ({ name }) => name === 'app.json' })['app.json'];
  if (!manifest) throw new Error('This is no app package: it has no app.json.');
  return (JSON.parse(strFromU8(manifest)) as { permissions?: IPermission[] }).permissions; // as: the engine validates it afterwards
}
