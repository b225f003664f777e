import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { type Closing, CLOSING_PHASES, isActive } from '../../domain/closing';
import type { Closings } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { TermsShape } from './links';
import { readRecords } from './records';

const yes = v.exactOptional(v.literal(true));

const ClosingShape: v.GenericSchema<unknown, Closing> = v.object({
  ticketId: v.string(),
  ticketNumber: v.string(),
  url: v.exactOptional(v.string()),
  roomId: v.string(),
  phase: v.picklist(CLOSING_PHASES),
  terms: TermsShape,
  revision: v.number(),
  changedAt: v.exactOptional(v.number()),
  since: v.number(),
  dueAt: v.number(),
  noticeId: v.exactOptional(v.string()),
  stoppedBy: v.exactOptional(v.string()),
  whateverState: yes,
  addendum: yes,
  cancelled: yes,
  refusal: v.exactOptional(v.string()),
  removed: v.array(v.string()),
  deleteAt: v.exactOptional(v.number()),
});

/** Rooms are closed for good by the thousand: what there is still something to do about is kept apart, so that no job reads them all. */
const SETS = ['active', 'deleting', 'settled'] as const;
type Set = (typeof SETS)[number];

const ofSet = (set: Set): Association => new Association(Model.MISC, `closings-${set}`);
const ofRoom = (roomId: string): Association => new Association(Model.MISC, `closing-of-room-${roomId}`);
const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `closing-of-ticket-${ticketId}`);

function setOf(closing: Closing): Set {
  if (isActive(closing)) return 'active';
  return closing.deleteAt === undefined ? 'settled' : 'deleting';
}

/** One record per room. Where a crash has left it in two sets, the newer one counts, and the next write removes the older. */
export function closings({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Closings {
  const newest = async (...associations: Association[]): Promise<Closing[]> => {
    const byRoom = new Map<string, Closing>();
    for (const closing of await readRecords(read, ClosingShape, ...associations)) {
      const known = byRoom.get(closing.roomId);
      if (!known || known.revision < closing.revision) byRoom.set(closing.roomId, closing);
    }
    return [...byRoom.values()];
  };
  async function write(closing: Closing): Promise<void> {
    const { roomId, ticketId } = closing;
    const set = setOf(closing);
    // Written before the other is removed: nothing lies between in which there is none.
    await persistence.updateByAssociations([ofRoom(roomId), ofTicket(ticketId), ofSet(set)], { ...closing }, true);
    const others = SETS.filter((other) => other !== set);
    await Promise.all(others.map((other) => persistence.removeByAssociations([ofRoom(roomId), ofSet(other)])));
  }
  return {
    write,
    async move(closing, from) {
      await write(closing);
      await persistence.removeByAssociations([ofRoom(closing.roomId), ofTicket(from)]);
    },
    ofTicket: (ticketId) => newest(ofTicket(ticketId)),
    ofRoom: async (roomId) => (await newest(ofRoom(roomId)))[0],
    active: () => newest(ofSet('active')),
    deleting: () => newest(ofSet('deleting')),
    async drop(roomId) {
      await persistence.removeByAssociations([ofRoom(roomId)]);
    },
  };
}
