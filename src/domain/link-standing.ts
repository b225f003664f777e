import { type Claim, isLive } from './claim';
import type { Located } from './observation';
import type { Link, Origin, Room } from './room';
import { FINISHING_TIME_MS } from './room-plan';

/** What stands between a ticket and a room that are to be linked. */
export type Standing =
  | { readonly type: 'free'; readonly staleLinks: readonly string[] }
  /** They belong together already. */
  | { readonly type: 'same'; readonly origin: Origin }
  | { readonly type: 'room_taken'; readonly ticketId: string; readonly ticketNumber: string; readonly origin: Origin }
  | { readonly type: 'ticket_taken'; readonly room: Room; readonly origin: Origin }
  /** Somebody else links one of them at this moment, or opens the ticket's room. */
  | { readonly type: 'contested' };

export interface LinkSight {
  readonly ticketId: string;
  readonly roomId: string;
  /** Where the ticket's room is. */
  readonly located: Located;
  /** Index records that lead to the room. */
  readonly ofRoom: readonly Link[];
  /** The ticket that the room's own mark names, if the mark is ours. */
  readonly markedFor?: { readonly id: string; readonly number: string };
  /** Other people's claims on either of them, lapsed ones included. */
  readonly claims: readonly Claim[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Decides from what was read after one's own claim was made. */
export function standingOf({ ticketId, roomId, located, ofRoom, markedFor, claims, now }: LinkSight): Standing {
  const other = ofRoom.find((link) => link.ticketId !== ticketId);
  if (other) return { type: 'room_taken', ticketId: other.ticketId, ticketNumber: other.ticketNumber, origin: other.origin };
  if (markedFor && markedFor.id !== ticketId) {
    return { type: 'room_taken', ticketId: markedFor.id, ticketNumber: markedFor.number, origin: 'created' };
  }
  const { room, link, linked, staleLinks } = located;
  const origin = linked ? 'linked' : 'created';
  if (room?.id === roomId) return { type: 'same', origin };
  // Who has only just made a room takes it back when they see a claim; a room with its record, or an older one, stays.
  if (room && (link || linked || now - room.createdAt > FINISHING_TIME_MS)) return { type: 'ticket_taken', room, origin };
  if (room || claims.some((claim) => isLive(claim, now))) return { type: 'contested' };
  return { type: 'free', staleLinks };
}
