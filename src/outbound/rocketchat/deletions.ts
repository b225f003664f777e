import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Deletion } from '../../domain/transcript-record';
import type { Deletions } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const DeletionShape: v.GenericSchema<unknown, Deletion> = v.object({ roomId: v.string(), messageId: v.string(), writtenAt: v.number() });

const ofRoom = (roomId: string): Association => new Association(Model.MISC, `deletions-of-${roomId}`);
const of = ({ roomId, messageId }: Deletion): Association[] => [new Association(Model.MESSAGE, messageId), ofRoom(roomId)];

/** One record per message that is gone; nothing of what it said. */
export function deletions({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Deletions {
  return {
    async note(deletion) {
      await persistence.updateByAssociations(of(deletion), { ...deletion }, true);
    },
    async ofRoom(roomId) {
      const all = await readRecords(read, DeletionShape, ofRoom(roomId));
      // Two instances that are told of one deletion at one moment write two records.
      return [...new Map(all.map((one) => [one.messageId, one])).values()];
    },
  };
}
