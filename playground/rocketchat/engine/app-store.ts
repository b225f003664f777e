import { randomUUID } from 'node:crypto';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

/** Entries kept per app; the oldest go first. */
const LOG_LIMIT = 2_000;

/** The stored apps of a workspace, one for all engine processes, as the engine's metadata storage asks for them. */
export class AppMetadata {
  private readonly items = new Map<string, IAppStorageItem>();

  create(item: IAppStorageItem): IAppStorageItem {
    // The id of the stored item is the hash in the path of private endpoints: random per installation, kept by updates.
    const created = { ...item, _id: randomUUID(), createdAt: new Date(), updatedAt: new Date() };
    this.items.set(item.id, created);
    return created;
  }

  retrieveOne(id: string): IAppStorageItem | null {
    return this.items.get(id) ?? null;
  }

  retrieveAll(): Map<string, IAppStorageItem> {
    return this.items;
  }

  remove(id: string): { success: boolean } {
    return { success: this.items.delete(id) };
  }

  updatePartialAndReturnDocument(part: Partial<IAppStorageItem>, options?: { unsetPermissionsGranted?: boolean }): IAppStorageItem {
    const item = this.byInternalId(part._id);
    Object.assign(item, part, { updatedAt: new Date() });
    if (options?.unsetPermissionsGranted) delete item.permissionsGranted;
    return item;
  }

  updateStatus(internalId: string, status: IAppStorageItem['status']): boolean {
    this.byInternalId(internalId).status = status;
    return true;
  }

  updateSetting(internalId: string, setting: ISetting): boolean {
    this.byInternalId(internalId).settings[setting.id] = setting;
    return true;
  }

  private byInternalId(internalId: string | undefined): IAppStorageItem {
    const item = [...this.items.values()].find(({ _id }) => _id === internalId);
    if (!item) throw new Error(`No app is stored as ${internalId ?? 'nothing'}.`);
    return item;
  }
}

/** The packages of the stored apps. */
export class AppPackages {
  private readonly zips = new Map<string, Buffer>();

  store(item: IAppStorageItem, zip: Uint8Array): string {
    this.zips.set(item.id, Buffer.from(zip));
    return item.id;
  }

  update(item: IAppStorageItem, zip: Uint8Array): string {
    return this.store(item, zip);
  }

  fetch(item: IAppStorageItem): Buffer {
    const zip = this.zips.get(item.id);
    if (!zip) throw new Error(`The package of app ${item.id} is not stored.`);
    return zip;
  }

  remove(item: IAppStorageItem): void {
    this.zips.delete(item.id);
  }
}

/** What the apps have logged, each with the method that was running. */
export class AppLogs {
  private readonly entries = new Map<string, ILoggerStorageEntry[]>();

  storeEntries(entry: ILoggerStorageEntry): ILoggerStorageEntry {
    const kept = this.entries.get(entry.appId) ?? [];
    kept.push(entry);
    this.entries.set(entry.appId, kept.slice(-LOG_LIMIT));
    return entry;
  }

  getEntriesFor(appId: string): ILoggerStorageEntry[] {
    return this.entries.get(appId) ?? [];
  }

  removeEntriesFor(appId: string): void {
    this.entries.delete(appId);
  }
}
