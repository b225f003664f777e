import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Merge, Merges } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const MergeShape: v.GenericSchema<unknown, Merge> = v.object({ ticketId: v.string(), into: v.string() });

const MERGES = new Association(Model.MISC, 'merges');
const of = (ticketId: string): Association[] => [new Association(Model.MISC, `merge-${ticketId}`), MERGES];

/** One record per merged ticket that had a room. It stays, because nothing merged is ever taken apart again. */
export function merges({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Merges {
  return {
    find: async (ticketId) => (await readRecords(read, MergeShape, ...of(ticketId)))[0],
    async note(merge) {
      await persistence.updateByAssociations(of(merge.ticketId), { ...merge }, true);
    },
  };
}
