import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { shardOf } from '../../domain/shard';
import { REASONS } from '../../domain/errors';
import type { MissingPerson, Told, ToldFields } from '../../domain/told';
import type { ToldRecords } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const FieldsShape: v.GenericSchema<unknown, ToldFields> = v.object({
  title: v.string(),
  state: v.exactOptional(v.string()),
  stateType: v.exactOptional(v.string()),
  queue: v.exactOptional(v.string()),
  priority: v.exactOptional(v.string()),
  owner: v.exactOptional(v.string()),
  responsible: v.exactOptional(v.string()),
  customerUser: v.exactOptional(v.string()),
  customerId: v.exactOptional(v.string()),
  pendingUntil: v.exactOptional(v.number()),
  escalatesAt: v.exactOptional(v.number()),
});

const MissingShape: v.GenericSchema<unknown, MissingPerson> = v.object({
  name: v.string(),
  reason: v.picklist(REASONS),
  keys: v.array(v.string()),
});

const ToldShape: v.GenericSchema<unknown, Told> = v.object({
  ticketId: v.string(),
  ticketNumber: v.string(),
  roomId: v.string(),
  fields: FieldsShape,
  changedAt: v.exactOptional(v.number()),
  articleId: v.exactOptional(v.string()),
  articlesAfter: v.exactOptional(v.number()),
  agents: v.array(v.string()),
  others: v.exactOptional(v.array(v.string())),
  notice: v.exactOptional(
    v.object({
      messageId: v.string(),
      at: v.number(),
      before: FieldsShape,
      articleIds: v.array(v.string()),
      by: v.exactOptional(v.string()),
    }),
  ),
  url: v.exactOptional(v.string()),
  customerUrl: v.exactOptional(v.string()),
  card: v.exactOptional(v.object({ guarded: v.boolean(), missing: v.array(MissingShape) })),
});

const TOLD = new Association(Model.MISC, 'told');
const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `told-${ticketId}`);
const inShard = (shard: number): Association => new Association(Model.MISC, `told-shard-${shard}`);
const of = (ticketId: string, roomId: string): Association[] => [
  ofTicket(ticketId),
  new Association(Model.ROOM, roomId),
  inShard(shardOf(ticketId)),
  TOLD,
];

/** One record per ticket and room that is in step, filed under a shard, so that nobody has to read all of them at once. */
export function toldRecords({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): ToldRecords {
  return {
    ofTicket: (ticketId) => readRecords(read, ToldShape, ofTicket(ticketId)),
    ofShard: (shard) => readRecords(read, ToldShape, inShard(shard)),
    async write(told) {
      await persistence.updateByAssociations(of(told.ticketId, told.roomId), { ...told }, true);
    },
    async drop(ticketId, roomId) {
      await persistence.removeByAssociations(of(ticketId, roomId));
    },
  };
}
