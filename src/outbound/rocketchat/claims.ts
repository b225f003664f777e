import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Claim } from '../../domain/claim';
import type { Claims, Reservations } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { LINKS, LinkShape, ofRoom, ofTicket } from './links';
import { readRecords } from './records';

const ClaimShape: v.GenericSchema<unknown, Claim> = v.object({
  nonce: v.string(),
  ticketId: v.string(),
  roomId: v.string(),
  at: v.number(),
});
const EitherShape = v.union([LinkShape, ClaimShape]);

const ofNonce = (nonce: string): Association => new Association(Model.MISC, `claim-${nonce}`);

/** Claims are only ever inserted and removed, never changed. They are filed among the index records, so that one read shows both. */
export function claims({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Claims {
  return {
    async put(claim) {
      const associations = [ofNonce(claim.nonce), ofTicket(claim.ticketId), ofRoom(claim.roomId), LINKS];
      await persistence.createWithAssociations({ ...claim }, associations);
    },
    ofTicket: (ticketId) => reservations(read, ofTicket(ticketId)),
    ofRoom: (roomId) => reservations(read, ofRoom(roomId)),
    async drop({ nonce }) {
      await persistence.removeByAssociations([ofNonce(nonce), LINKS]);
    },
  };
}

async function reservations(read: IRead, association: Association): Promise<Reservations> {
  const records = await readRecords(read, EitherShape, association, LINKS);
  return {
    links: records.filter((record) => 'cardId' in record),
    claims: records.filter((record) => 'nonce' in record),
  };
}
