import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Additions } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const ADDED = new Association(Model.MISC, 'added');
const AddedShape = v.object({ userId: v.string() });

const ofRoom = (roomId: string): Association => new Association(Model.ROOM, roomId);
const of = (roomId: string, userId: string): Association[] => [ofRoom(roomId), new Association(Model.USER, userId), ADDED];

/** One record per room and user, so that two requests that add at the same moment lose nothing. */
export function additions({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Additions {
  return {
    ofRoom: async (roomId) => (await readRecords(read, AddedShape, ADDED, ofRoom(roomId))).map(({ userId }) => userId),
    async remember(roomId, userIds) {
      await Promise.all(userIds.map((userId) => persistence.updateByAssociations(of(roomId, userId), { userId }, true)));
    },
    async forget(roomId, userIds) {
      await Promise.all(userIds.map((userId) => persistence.removeByAssociations(of(roomId, userId))));
    },
  };
}
