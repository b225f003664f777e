import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Link } from '../../domain/room';
import type { Links } from '../../usecases/ports';
import type { Accessors } from './accessors';

const LinkShape = v.object({ ticketId: v.string(), ticketNumber: v.string(), roomId: v.string(), slug: v.string(), cardId: v.string() });

const LINKS = new Association(Model.MISC, 'links');
const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `ticket-${ticketId}`);
const ofRoom = (roomId: string): Association => new Association(Model.ROOM, roomId);

/**
 * The index from tickets to rooms. Reads match any record that has all the associations asked for; updates match the list of
 * associations exactly, so every record has the same ones in the same order: the rarest first, because the database finds an exact
 * list by its first element. The last is common to all of them.
 */
export function links({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Links {
  return {
    async ofTicket(ticketId) {
      const records: unknown[] = await read.getPersistenceReader().readByAssociation(ofTicket(ticketId));
      return records.flatMap((record): Link[] => {
        const parsed = v.safeParse(LinkShape, record);
        return parsed.success ? [parsed.output] : [];
      });
    },
    async write(link) {
      const associations = [ofTicket(link.ticketId), ofRoom(link.roomId), LINKS];
      await persistence.updateByAssociations(associations, { ...link }, true);
    },
    async drop(ticketId, roomIds) {
      await Promise.all(roomIds.map((roomId) => persistence.removeByAssociations([ofTicket(ticketId), ofRoom(roomId)])));
    },
  };
}
