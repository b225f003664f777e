import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Consent, Consents } from '../../usecases/ports';
import type { Accessors } from './accessors';

const CONSENT = new Association(Model.MISC, 'consent');
const ofRoom = (roomId: string): Association => new Association(Model.ROOM, roomId);
const of = (roomId: string, userId: string): Association[] => [ofRoom(roomId), new Association(Model.USER, userId), CONSENT];

const ConsentShape = v.object({ roomId: v.string(), userId: v.string(), messageId: v.string(), agents: v.array(v.string()) });

/** One record per room and customer about whom the room has been asked; it stays after a no, so that the question is not repeated. */
export function consents({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Consents {
  async function records(associations: Association[]): Promise<Consent[]> {
    const found: unknown[] = await read.getPersistenceReader().readByAssociations(associations);
    return found.flatMap((record): Consent[] => {
      const parsed = v.safeParse(ConsentShape, record);
      return parsed.success ? [parsed.output] : [];
    });
  }
  return {
    ofRoom: async (roomId) => (await records([CONSENT, ofRoom(roomId)])).map(({ userId }) => userId),
    find: async (roomId, userId) => (await records(of(roomId, userId)))[0],
    async add(consent) {
      await persistence.updateByAssociations(of(consent.roomId, consent.userId), { ...consent }, true);
    },
    async drop(roomId, userId) {
      await persistence.removeByAssociations(of(roomId, userId));
    },
  };
}
