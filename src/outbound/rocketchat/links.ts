import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { CLOSE_POLICIES, type ClosingTerms } from '../../domain/closing';
import { type Link, ORIGINS } from '../../domain/room';
import type { Links } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

export const TermsShape: v.GenericSchema<unknown, ClosingTerms> = v.object({ policy: v.picklist(CLOSE_POLICIES), deleteAfter: v.number() });

export const LinkShape: v.GenericSchema<unknown, Link> = v.object({
  ticketId: v.string(),
  ticketNumber: v.string(),
  roomId: v.string(),
  // The first version of the app could not link and did not say.
  origin: v.optional(v.picklist(ORIGINS), 'created'),
  slug: v.string(),
  cardId: v.string(),
  closing: v.exactOptional(TermsShape),
});

export const LINKS = new Association(Model.MISC, 'links');
export const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `ticket-${ticketId}`);
export const ofRoom = (roomId: string): Association => new Association(Model.ROOM, roomId);

/**
 * The index from tickets to rooms. Reads match any record that has all the associations asked for; updates match the list of
 * associations exactly, so every record has the same ones in the same order: the rarest first, because the database finds an exact
 * list by its first element. The last is common to all of them.
 */
export function links({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Links {
  return {
    ofRoom: (roomId) => readRecords(read, LinkShape, ofRoom(roomId), LINKS),
    async write(link) {
      const associations = [ofTicket(link.ticketId), ofRoom(link.roomId), LINKS];
      await persistence.updateByAssociations(associations, { ...link }, true);
    },
    async drop(ticketId, roomIds) {
      await Promise.all(roomIds.map((roomId) => persistence.removeByAssociations([ofTicket(ticketId), ofRoom(roomId)])));
    },
  };
}
