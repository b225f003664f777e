import type { JobDocument } from './scheduler/job';
import type { Store } from './store';

type PlainDocument = Record<string, unknown>;

/** The whole state of a workspace as JSON has it: dates are texts, and there is nothing undefined. */
export interface Snapshot {
  users: PlainDocument[];
  rooms: PlainDocument[];
  subscriptions: PlainDocument[];
  messages: PlainDocument[];
  persistence: PlainDocument[];
  jobs: PlainDocument[];
  uploads: PlainDocument[];
}

export function snapshotOf(store: Store, jobs: readonly JobDocument[]): Snapshot {
  const state = {
    users: store.users.all(),
    rooms: store.rooms.all(),
    subscriptions: store.subscriptions.all(),
    messages: store.messages.all(),
    persistence: store.persistence.all(),
    jobs,
    uploads: [...store.uploads.values()].map(({ upload }) => upload),
  };
  // What JSON gives back of these lists of objects are lists of objects.
  return JSON.parse(JSON.stringify(state)) as Snapshot;
}
