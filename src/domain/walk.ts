import { SHARDS, shardOf } from './shard';
import { COMPARED_EVERY_MS } from './watch';

/** A room that follows a ticket. */
export interface RoomKey {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
}

/** @returns what of a record says which room it is about */
export function keyOf({ ticketId, ticketNumber, roomId }: RoomKey): RoomKey {
  return { ticketId, ticketNumber, roomId };
}

/** A place on the way through all rooms. */
export interface Position {
  readonly shard: number;
  /** Which room of the shard; empty for its beginning. */
  readonly room: string;
}

/** What came of comparing rooms with their tickets. */
export interface Tally {
  readonly since: number;
  readonly compared: number;
  /** Rooms that differed, and were put right. */
  readonly differed: number;
  /** Rooms that could not be put right, each time it was tried. */
  readonly failed: number;
}

/** A whole round: every room whose turn it was has been compared. */
export interface Round extends Tally {
  readonly endedAt: number;
  /** How many rooms were in step then. */
  readonly rooms: number;
}

/**
 * The walk over the rooms that are in step: one pass over all of them after the other, in as many runs as it takes. Times are in milliseconds
 * since the epoch.
 */
export interface Walk {
  /** Everything up to here is done in this pass. */
  readonly at: Position;
  /** How many rooms this pass has met. */
  readonly met: number;
  /** In this pass nothing before this is compared: an earlier one has, as far as it came. */
  readonly compareFrom?: Position;
  /** The first room of this pass whose turn to be compared it was, and that had to wait. */
  readonly waitsAt?: Position;
  /** Whether the turn of a room had come that stands before `compareFrom`. */
  readonly skipped: boolean;
  /** Numbers of tickets, met in this pass, that OTOBO does not know any more. */
  readonly unknown: readonly string[];
  readonly tally: Tally;
  readonly round?: Round;
  /** The same as `unknown`, of the last pass that came to its end. */
  readonly lastUnknown: readonly string[];
}

/** What a room's visit came to. */
export interface Visit {
  readonly room: RoomKey;
  /** Absent when it was not compared. */
  readonly comparison?: 'same' | 'differed' | 'failed';
  /** It was its turn to be compared, and it was not. */
  readonly waits: boolean;
  /** OTOBO does not know its ticket. */
  readonly unknown: boolean;
}

const BEGINNING: Position = { shard: 0, room: '' };
/** So many tickets that OTOBO does not know are counted. */
const COUNTED = 100;

/** Where the rooms of one shard stand in their order. */
export function placeOf({ ticketId, roomId }: Pick<RoomKey, 'ticketId' | 'roomId'>): Position {
  return { shard: shardOf(ticketId), room: `${ticketId} ${roomId}` };
}

function isBefore(one: Position, other: Position): boolean {
  return one.shard < other.shard || (one.shard === other.shard && one.room < other.room);
}

const freshTally = (since: number): Tally => ({ since, compared: 0, differed: 0, failed: 0 });

/** @param last the walk as it was written last */
export function walkFrom(last: Walk | undefined, now: number): Walk {
  return last ?? { at: BEGINNING, met: 0, skipped: false, unknown: [], tally: freshTally(now), lastUnknown: [] };
}

/** @returns the shard that is under way; nothing when the pass is through all of them */
export function shardUnderWay({ at: { shard } }: Walk): number | undefined {
  return shard < SHARDS ? shard : undefined;
}

/** @returns which of a shard's rooms the pass has not met yet, in its order, each once: rooms come and go meanwhile */
export function stillToVisit<Room extends Pick<RoomKey, 'ticketId' | 'roomId'>>(rooms: readonly Room[], { at }: Walk): Room[] {
  const ahead = rooms.filter((room) => isBefore(at, placeOf(room)));
  const byPlace = new Map(ahead.map((room) => [placeOf(room).room, room]));
  return [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, room]) => room);
}

/** Whether a room whose turn it is may be compared in this pass: those behind it come first, where an earlier pass did not get to them. */
export function mayCompare({ compareFrom }: Walk, room: RoomKey): boolean {
  return compareFrom === undefined || !isBefore(placeOf(room), compareFrom);
}

/** The walk after these rooms, in its order, have been visited. */
export function afterVisits(walk: Walk, visits: readonly Visit[]): Walk {
  return visits.reduce(afterVisit, walk);
}

function afterVisit(walk: Walk, { room, comparison, waits, unknown }: Visit): Walk {
  const at = placeOf(room);
  const late = waits && mayCompare(walk, room);
  const { compared, differed, failed, since } = walk.tally;
  return {
    ...walk,
    at,
    met: walk.met + 1,
    ...(late && walk.waitsAt === undefined && { waitsAt: at }),
    skipped: walk.skipped || (waits && !late),
    unknown: unknown ? [...walk.unknown, room.ticketNumber].slice(0, COUNTED) : walk.unknown,
    tally: {
      since,
      compared: compared + Number(comparison === 'same' || comparison === 'differed'),
      differed: differed + Number(comparison === 'differed'),
      failed: failed + Number(comparison === 'failed'),
    },
  };
}

/** The walk when nothing of the shard under way is left. */
export function afterShard(walk: Walk): Walk {
  return { ...walk, at: { shard: walk.at.shard + 1, room: '' } };
}

/**
 * The walk when all shards are done, at the beginning of the next pass. A round has ended, too, when nobody waits to be compared and it was
 * everybody's turn since the last one.
 *
 * @param comparing whether rooms are compared at all
 */
export function afterPass({ met, waitsAt, skipped, unknown, tally, round }: Walk, comparing: boolean, now: number): Walk {
  const whole = comparing && waitsAt === undefined && !skipped && now - tally.since >= COMPARED_EVERY_MS;
  const ended = whole ? { ...tally, endedAt: now, rooms: met } : round;
  return {
    at: BEGINNING,
    met: 0,
    skipped: false,
    unknown: [],
    lastUnknown: unknown,
    tally: whole ? freshTally(now) : tally,
    ...(waitsAt && { compareFrom: waitsAt }),
    ...(ended && { round: ended }),
  };
}
