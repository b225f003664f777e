import { copyOf } from './copy';
import type { Association, PersistenceRecord } from './documents';
import { databaseTurn } from './hooks';
import { objectId } from './ids';
import type { Server } from './server';

/** Stored associations are the two fields only, whatever class they came in. */
const plain = (associations: readonly Association[]): Association[] => associations.map(({ model, id }) => ({ model, id }));

/** What is stored is a copy. */
function stored(data: unknown): unknown {
  if (typeof data !== 'object') throw new Error('Attempted to store an invalid data type, it must be an object.');
  return copyOf(data);
}

const copiesOf = (records: readonly PersistenceRecord[]): unknown[] => records.map(({ data }) => copyOf(data));

/**
 * What apps keep in the workspace's database. There are no transactions and nothing is unique: records are inserted, found by
 * associations, and replaced whole.
 */
export class Persistence {
  constructor(private readonly server: Server) {}

  /** Inserts; a second record with the same associations is a second record. @returns its id */
  async create(appId: string, data: unknown, associations?: readonly Association[]): Promise<string> {
    const record: PersistenceRecord = {
      _id: objectId(),
      appId,
      data: stored(data),
      ...(associations && { associations: plain(associations) }),
    };
    await databaseTurn();
    this.records.insert(record);
    return record._id;
  }

  /** @returns the data, or an empty object when there is no such record: whoever asks by id is not asked whose it is */
  async readById(id: string): Promise<unknown> {
    await databaseTurn();
    return copyOf(this.records.get(id)?.data ?? {});
  }

  /** @returns the data of all records that carry all the associations, oldest first, without their ids */
  async readByAssociations(appId: string, associations: readonly Association[]): Promise<unknown[]> {
    await databaseTurn();
    return copiesOf(this.records.withAll(appId, associations));
  }

  /** @returns what was removed, or undefined */
  async remove(appId: string, id: string): Promise<unknown> {
    await databaseTurn();
    const record = this.records.get(id);
    if (record?.appId !== appId) return undefined;
    this.records.remove(record);
    return record.data;
  }

  /** Finds, then removes: two operations. @returns what was found */
  async removeByAssociations(appId: string, associations: readonly Association[]): Promise<unknown[]> {
    await databaseTurn();
    const found = copiesOf(this.records.withAll(appId, associations));
    await databaseTurn();
    for (const record of this.records.withAll(appId, associations)) this.records.remove(record);
    return found;
  }

  /**
   * Replaces the data of the one record whose associations are exactly these, in this order: a record with more of them is not
   * found. An upsert looks first and inserts then; two at the same time may both insert.
   * @returns the id of an inserted record, else an empty string
   */
  async updateByAssociations(appId: string, associations: readonly Association[], data: unknown, upsert: boolean): Promise<string> {
    const value = stored(data);
    await databaseTurn();
    const record = this.records.withExactly(appId, associations);
    if (record) {
      record.data = value;
      return '';
    }
    if (!upsert) return '';
    await databaseTurn();
    await this.server.hooks.betweenMatchAndUpsert?.(associations);
    return this.create(appId, data, associations);
  }

  /** Removes everything that an app keeps: what an uninstallation does. */
  async purge(appId: string): Promise<void> {
    await databaseTurn();
    for (const record of this.records.ofApp(appId)) this.records.remove(record);
  }

  private get records(): Server['store']['persistence'] {
    return this.server.store.persistence;
  }
}
