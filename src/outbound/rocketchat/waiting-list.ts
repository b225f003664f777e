import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { PERSON_TYPES } from '../../domain/person';
import type { Waiting } from '../../domain/waiting';
import type { WaitingList } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const WAITING = new Association(Model.MISC, 'waiting');
const ofKey = (key: string): Association => new Association(Model.MISC, `waiting-${key}`);
const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `waiting-ticket-${ticketId}`);
const of = (ticketId: string, key: string): Association[] => [ofKey(key), ofTicket(ticketId), WAITING];

const WaitingShape = v.object({
  ticketId: v.string(),
  roomId: v.string(),
  key: v.string(),
  type: v.picklist(PERSON_TYPES),
  agents: v.array(v.string()),
  queue: v.exactOptional(v.string()),
});

/** One record per ticket and key, always with the same associations in the same order, because updates match them all. */
export function waitingList({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): WaitingList {
  const records = (association: Association): Promise<Waiting[]> => readRecords(read, WaitingShape, association);
  return {
    ofTicket: async (ticketId) => [...new Set((await records(ofTicket(ticketId))).map(({ key }) => key))],
    byKey: (key) => records(ofKey(key)),
    keys: async () => [...new Set((await records(WAITING)).map(({ key }) => key))],
    async add(entries) {
      await Promise.all(entries.map((entry) => persistence.updateByAssociations(of(entry.ticketId, entry.key), { ...entry }, true)));
    },
    async drop(ticketId, keys) {
      await Promise.all(keys.map((key) => persistence.removeByAssociations(of(ticketId, key))));
    },
  };
}
