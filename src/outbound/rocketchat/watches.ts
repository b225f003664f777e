import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { REMINDERS } from '../../domain/reminder';
import { shardOf } from '../../domain/shard';
import type { Watch } from '../../domain/watch';
import type { Watches } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const WatchShape: v.GenericSchema<unknown, Watch> = v.object({
  ticketId: v.string(),
  ticketNumber: v.string(),
  roomId: v.string(),
  compareAt: v.number(),
  unknownTimes: v.number(),
  escalations: v.array(v.object({ at: v.number(), since: v.number() })),
  openSince: v.exactOptional(v.number()),
  talkedAt: v.exactOptional(v.number()),
  listenedAt: v.exactOptional(v.number()),
  said: v.array(v.object({ kind: v.picklist(REMINDERS), of: v.number(), percent: v.number(), over: v.boolean(), shown: v.boolean() })),
  messageId: v.exactOptional(v.string()),
  restUntil: v.exactOptional(v.number()),
});

const inShard = (shard: number): Association => new Association(Model.MISC, `watch-shard-${shard}`);
const of = (ticketId: string, roomId: string): Association[] => [
  new Association(Model.MISC, `watch-${ticketId}`),
  new Association(Model.ROOM, roomId),
  inShard(shardOf(ticketId)),
];

/** One record per ticket and room that the walk goes over, filed under a shard like what the room was told. */
export function watches({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Watches {
  return {
    ofShard: (shard) => readRecords(read, WatchShape, inShard(shard)),
    async write(watch) {
      await persistence.updateByAssociations(of(watch.ticketId, watch.roomId), { ...watch }, true);
    },
    async drop(ticketId, roomId) {
      await persistence.removeByAssociations(of(ticketId, roomId));
    },
  };
}
