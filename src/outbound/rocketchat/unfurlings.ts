import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Unfurling, Unfurlings } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const UnfurlingShape: v.GenericSchema<unknown, Unfurling> = v.object({
  nonce: v.string(),
  ticketId: v.string(),
  roomId: v.string(),
  at: v.number(),
});

const UNFURLINGS = new Association(Model.MISC, 'unfurlings');
const of = (nonce: string): Association[] => [new Association(Model.MISC, `unfurling-${nonce}`), UNFURLINGS];

/** Those of the last hour, and what nobody has cleared away yet; only ever inserted and removed, never changed. */
export function unfurlings({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Unfurlings {
  return {
    async put(unfurling) {
      await persistence.createWithAssociations({ ...unfurling }, of(unfurling.nonce));
    },
    all: () => readRecords(read, UnfurlingShape, UNFURLINGS),
    async drop(nonces) {
      await Promise.all(nonces.map((nonce) => persistence.removeByAssociations(of(nonce))));
    },
  };
}
