import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Walk } from '../../domain/walk';
import type { WalkStore } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const WALK = new Association(Model.MISC, 'walk');

const PositionShape = v.object({ shard: v.number(), room: v.string() });
const tally = { since: v.number(), compared: v.number(), differed: v.number(), failed: v.number() };

const WalkShape: v.GenericSchema<unknown, Walk> = v.object({
  at: PositionShape,
  met: v.number(),
  compareFrom: v.exactOptional(PositionShape),
  waitsAt: v.exactOptional(PositionShape),
  skipped: v.boolean(),
  unknown: v.array(v.string()),
  tally: v.object(tally),
  round: v.exactOptional(v.object({ ...tally, endedAt: v.number(), rooms: v.number() })),
  lastUnknown: v.array(v.string()),
});

/** The one record of how far the walk has come. The scheduler runs the job on one instance at a time, so nobody else writes it. */
export function walkStore({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): WalkStore {
  return {
    read: async () => (await readRecords(read, WalkShape, WALK))[0],
    async write(walk) {
      await persistence.updateByAssociation(WALK, { ...walk }, true);
    },
  };
}
