import type { Association, PersistenceRecord } from '../documents';

const keyOf = (appId: string, { model, id }: Association): string => JSON.stringify([appId, model, id]);

const sameList = (one: readonly Association[], other: readonly Association[]): boolean =>
  one.length === other.length && one.every(({ model, id }, at) => other[at]?.model === model && other[at].id === id);

/** What apps keep. There is an index on the associations, but it is not unique. */
export class PersistenceCollection {
  private readonly byId = new Map<string, PersistenceRecord>();
  private readonly byAssociation = new Map<string, Set<PersistenceRecord>>();

  get(id: string): PersistenceRecord | undefined {
    return this.byId.get(id);
  }

  ofApp(appId: string): PersistenceRecord[] {
    return this.all().filter((record) => record.appId === appId);
  }

  all(): PersistenceRecord[] {
    return [...this.byId.values()];
  }

  /** Records that carry all of these associations, and maybe more. None matches an empty list. */
  withAll(appId: string, associations: readonly Association[]): PersistenceRecord[] {
    const [first, ...rest] = associations.map(
      (association) => this.byAssociation.get(keyOf(appId, association)) ?? new Set<PersistenceRecord>(),
    );
    return [...(first ?? [])].filter((record) => rest.every((records) => records.has(record)));
  }

  /** The first record whose list of associations is exactly this one, in this order. */
  withExactly(appId: string, associations: readonly Association[]): PersistenceRecord | undefined {
    const [first] = associations;
    const candidates = first ? [...(this.byAssociation.get(keyOf(appId, first)) ?? [])] : this.ofApp(appId);
    return candidates.find((record) => record.associations && sameList(record.associations, associations));
  }

  insert(record: PersistenceRecord): void {
    this.byId.set(record._id, record);
    for (const association of record.associations ?? []) {
      const key = keyOf(record.appId, association);
      this.byAssociation.set(key, (this.byAssociation.get(key) ?? new Set()).add(record));
    }
  }

  remove(record: PersistenceRecord): void {
    this.byId.delete(record._id);
    for (const association of record.associations ?? []) this.byAssociation.get(keyOf(record.appId, association))?.delete(record);
  }
}
