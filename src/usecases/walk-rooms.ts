import { isSameRecord } from '../domain/same-record';
import type { Told } from '../domain/told';
import {
  afterPass,
  afterShard,
  afterVisits,
  keyOf,
  mayCompare,
  type RoomKey,
  type Round,
  shardUnderWay,
  stillToVisit,
  type Visit,
  type Walk,
  walkFrom,
} from '../domain/walk';
import { afterAsking, DOUBT_MS, isUnknown, newWatch, type Watch } from '../domain/watch';
import { compareRoom, type Comparison, type ComparingRules } from './compare-room';
import type { Ports } from './ports';
import { shardReader } from './read-shards';
import { endReminder, remindRoom, type RemindingRules } from './remind-room';

export type WalkRules = ComparingRules & RemindingRules;

/** Half of what the engine gives a job before it gives the job up. */
const BUDGET_MS = 15_000;
/** So many rooms are visited side by side. */
const BATCH = 10;
/** So many rooms are compared with their tickets in a run. Each costs OTOBO two requests: the ticket, and its people. */
const COMPARED_PER_RUN = 10;

/** Something that the log is to name. */
export interface WalkEvent {
  readonly room: RoomKey;
  readonly comparison: Comparison;
}

export interface WalkRun {
  readonly events: readonly WalkEvent[];
  /** Rooms that could not be reminded. */
  readonly unreminded: readonly { readonly room: RoomKey; readonly error: unknown }[];
  /** The round that ended with this run. */
  readonly round?: Round;
}

/**
 * One run of the scheduled job: goes on over the rooms that are in step where the last run stopped, up to their end. Each is reminded of
 * what is due, and compared with its ticket when it is its turn; OTOBO is asked for a bounded number of rooms, and for no more once it is
 * away. What is remembered of a room is written after what was done with it, and how far the walk has come after that: whoever dies in
 * between does it once more, which changes nothing.
 *
 * @param budgetMs nothing new is begun after this many milliseconds
 */
export async function walkRooms(rules: WalkRules, ports: Ports, budgetMs = BUDGET_MS): Promise<WalkRun> {
  const begun = ports.time.now();
  const last = await ports.walk.read();
  const recordsOf = shardReader(ports);
  const run = new Run(rules, ports);
  let walk = walkFrom(last, begun);
  let stored = last;
  const store = async (): Promise<void> => {
    if (isSameRecord(walk, stored)) return;
    await ports.walk.write(walk);
    stored = walk;
  };
  for (let shard = shardUnderWay(walk); shard !== undefined; shard = shardUnderWay(walk)) {
    const { told, watches } = await recordsOf(shard);
    await run.forget(watches, told);
    const rooms = stillToVisit(told, walk);
    for (let batch = rooms.splice(0, BATCH); batch.length > 0; batch = rooms.splice(0, BATCH)) {
      walk = afterVisits(walk, await run.visit(batch, watches, walk));
      if (ports.time.now() - begun < budgetMs) continue;
      await store();
      return run.result();
    }
    walk = afterShard(walk);
    if (run.takeWorked()) await store();
  }
  const before = walk.round;
  walk = afterPass(walk, ports.otobo !== undefined, ports.time.now());
  await store();
  return run.result(walk.round === before ? undefined : walk.round);
}

/** What one run of the job may still do, and has done. */
class Run {
  private comparisons: number;
  private worked = false;
  private readonly events: WalkEvent[] = [];
  private readonly unreminded: { readonly room: RoomKey; readonly error: unknown }[] = [];

  constructor(
    private readonly rules: WalkRules,
    private readonly ports: Ports,
  ) {
    this.comparisons = ports.otobo ? COMPARED_PER_RUN : 0;
  }

  result(round?: Round): WalkRun {
    const { events, unreminded } = this;
    return { events, unreminded, ...(round && { round }) };
  }

  /** Whether anything was written since this was asked last. */
  takeWorked(): boolean {
    const { worked } = this;
    this.worked = false;
    return worked;
  }

  /** Drops what is remembered of rooms that are not followed any more, and settles their reminders. */
  async forget(watches: readonly Watch[], told: readonly Told[]): Promise<void> {
    const gone = watches.filter((watch) => !told.some((one) => isOf(one, watch)));
    await Promise.all(
      gone.map(async (watch) => {
        await this.reminding(watch, () => endReminder(watch, this.ports));
        await this.ports.watches.drop(watch.ticketId, watch.roomId);
      }),
    );
  }

  visit(rooms: readonly Told[], watches: readonly Watch[], walk: Walk): Promise<Visit[]> {
    return Promise.all(
      rooms.map((told) => {
        const known = watches.find((watch) => isOf(told, watch));
        return this.visitOne(told, known, walk);
      }),
    );
  }

  private async visitOne(told: Told, known: Watch | undefined, walk: Walk): Promise<Visit> {
    const { ports, rules } = this;
    const watch = known ?? newWatch(told, ports.time.now());
    const due = ports.otobo !== undefined && ports.time.now() >= watch.compareAt;
    const compared = due && mayCompare(walk, told) ? await this.compare(told, watch) : undefined;
    // What the room knows has been written anew: it is reminded at its next visit.
    if (compared) return compared;
    const next = await this.reminding(told, () => remindRoom(told, watch, rules, ports));
    await this.remember(next ?? { ...watch, restUntil: ports.time.now() + DOUBT_MS }, known);
    return { room: told, waits: due, unknown: isUnknown(watch) };
  }

  /** @returns nothing where OTOBO was not asked, or did not answer */
  private async compare(told: Told, watch: Watch): Promise<Visit | undefined> {
    if (this.comparisons <= 0) return undefined;
    this.comparisons -= 1;
    const comparison = await compareRoom(told, this.rules, this.ports);
    if (comparison.result === 'away') {
      this.comparisons = 0;
      return undefined;
    }
    const now = this.ports.time.now();
    const asked = afterAsking(watch, comparison.result !== 'unknown', now);
    const next = comparison.result === 'failed' ? { ...asked, compareAt: now + DOUBT_MS } : asked;
    const unknown = isUnknown(next);
    if (comparison.result !== 'same' && (comparison.result !== 'unknown' || unknown)) this.events.push({ room: keyOf(told), comparison });
    await this.remember(next, watch);
    return { room: told, waits: false, unknown, ...counted(comparison) };
  }

  /** @returns nothing when it failed: that concerns this room only */
  private async reminding<T>(room: RoomKey, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      this.unreminded.push({ room: keyOf(room), error });
      return undefined;
    }
  }

  private async remember(watch: Watch, known: Watch | undefined): Promise<void> {
    if (isSameRecord(watch, known)) return;
    await this.ports.watches.write(watch);
    this.worked = true;
  }
}

const isOf = (one: Pick<RoomKey, 'ticketId' | 'roomId'>, other: Pick<RoomKey, 'ticketId' | 'roomId'>): boolean =>
  one.ticketId === other.ticketId && one.roomId === other.roomId;

/** A ticket that OTOBO does not know is counted by its number. */
function counted({ result }: Comparison): Pick<Visit, 'comparison'> {
  if (result === 'unknown') return {};
  if (result === 'failed') return { comparison: 'failed' };
  return { comparison: result === 'same' ? 'same' : 'differed' };
}
