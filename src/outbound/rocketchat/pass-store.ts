import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Pass } from '../../domain/address-pass';
import type { PassStore } from '../../usecases/ports';
import type { Accessors } from './accessors';

const PASS = new Association(Model.MISC, 'address-pass');

const PassShape = v.object({
  roomIds: v.array(v.string()),
  limit: v.number(),
  acceptUnverified: v.boolean(),
  at: v.number(),
  after: v.string(),
  met: v.number(),
  tooLarge: v.array(v.object({ roomId: v.string(), name: v.string(), members: v.number() })),
  gone: v.array(v.string()),
  startedAt: v.number(),
  completedAt: v.exactOptional(v.number()),
  completedOnce: v.boolean(),
});

/**
 * The one record of how far the pass has come. An upsert is no lock, so two may exist; then one of them is never written again,
 * and the newer state counts.
 */
export function passStore({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): PassStore {
  return {
    async read() {
      const records: unknown[] = await read.getPersistenceReader().readByAssociation(PASS);
      const passes = records.flatMap((record): Pass[] => {
        const parsed = v.safeParse(PassShape, record);
        return parsed.success ? [parsed.output] : [];
      });
      return passes.reduce<Pass | undefined>((newest, pass) => (newest && !isNewer(pass, newest) ? newest : pass), undefined);
    },
    async write(pass) {
      await persistence.updateByAssociation(PASS, { ...pass }, true);
    },
  };
}

function isNewer(one: Pass, other: Pass): boolean {
  const difference =
    one.startedAt - other.startedAt || one.at - other.at || one.met - other.met || (one.completedAt ?? 0) - (other.completedAt ?? 0);
  return difference > 0;
}
