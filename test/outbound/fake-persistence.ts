import type { IPersistence, IPersistenceRead, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord as Association } from '@rocket.chat/apps-engine/definition/metadata';

interface Stored {
  readonly associations: readonly string[];
  data: object;
}

const texts = (associations: Association | Association[]): string[] =>
  [associations].flat().map((one) => `${one.getModel()}:${one.getID()}`);

/**
 * The records of an app as the server keeps them: a read finds whatever has all the associations asked for, an update only what
 * has exactly that list in that order, and nothing is unique.
 */
export class FakePersistence {
  readonly stored: Stored[] = [];
  /** How often records were read. */
  reads = 0;
  /** Runs before a record is inserted: another instance may insert its own first. */
  beforeInsert: () => void = () => undefined;

  /** What is not of persistence is not there at all, so that using it fails. */
  readonly accessors = { read: { getPersistenceReader: () => this.reader } as IRead, persistence: this.writer };

  insert(data: object, associations: Association | Association[]): void {
    this.stored.push({ associations: texts(associations), data });
  }

  private withAll(associations: Association | Association[]): Stored[] {
    return this.stored.filter((one) => texts(associations).every((text) => one.associations.includes(text)));
  }

  private get reader(): IPersistenceRead {
    const read = (associations: Association | Association[]): Promise<object[]> => {
      this.reads += 1;
      return Promise.resolve(this.withAll(associations).map(({ data }) => data));
    };
    return { read: notThere, readByAssociation: read, readByAssociations: read };
  }

  private get writer(): IPersistence {
    const insert = (data: object, associations: Association | Association[]): Promise<string> => {
      this.beforeInsert();
      this.insert(data, associations);
      return Promise.resolve(String(this.stored.length));
    };
    const update = (associations: Association | Association[], data: object, upsert = false): Promise<string> => {
      const exact = this.stored.find((one) => one.associations.join() === texts(associations).join());
      if (exact) exact.data = data;
      else if (upsert) this.insert(data, associations);
      return Promise.resolve('');
    };
    const remove = (associations: Association | Association[]): Promise<object[]> => {
      const found = this.withAll(associations);
      for (const one of found) this.stored.splice(this.stored.indexOf(one), 1);
      return Promise.resolve(found.map(({ data }) => data));
    };
    return {
      create: notThere,
      createWithAssociation: insert,
      createWithAssociations: insert,
      update: notThere,
      updateByAssociation: update,
      updateByAssociations: update,
      remove: notThere,
      removeByAssociation: remove,
      removeByAssociations: remove,
    };
  }
}

const notThere = (): Promise<never> => Promise.reject(new Error('Not implemented.'));
