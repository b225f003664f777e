import fc from 'fast-check';
import { SHARDS, shardOf } from '../../src/domain/shard';
import {
  afterPass,
  afterShard,
  afterVisits,
  mayCompare,
  placeOf,
  type RoomKey,
  shardUnderWay,
  stillToVisit,
  type Visit,
  type Walk,
  walkFrom,
} from '../../src/domain/walk';
import { COMPARED_EVERY_MS } from '../../src/domain/watch';

const NOW = Date.UTC(2026, 10, 23);
const room = (id: number, roomId = `room-${id}`): RoomKey => ({ ticketId: String(id), ticketNumber: `2026${id}`, roomId });
const visit = (one: RoomKey, more: Partial<Visit> = {}): Visit => ({ room: one, waits: false, unknown: false, ...more });

/** Goes on over the rooms that are there at each moment, a few of them a run. */
class Walker {
  walk: Walk | undefined;
  readonly visited: RoomKey[] = [];
  passes = 0;

  constructor(private readonly rooms: () => readonly RoomKey[]) {}

  /** @param budget how many rooms this run visits before its time is up @param dies whether nobody learns how far it came */
  run(budget: number, dies = false): void {
    let walk = walkFrom(this.walk, NOW);
    let left = budget;
    for (let shard = shardUnderWay(walk); shard !== undefined && left > 0; shard = shardUnderWay(walk)) {
      const waiting = stillToVisit(
        this.rooms().filter(({ ticketId }) => shardOf(ticketId) === shard),
        walk,
      );
      const batch = waiting.slice(0, left);
      left -= batch.length;
      this.visited.push(...batch);
      walk = afterVisits(
        walk,
        batch.map((one) => visit(one)),
      );
      if (batch.length === waiting.length) walk = afterShard(walk);
    }
    if (shardUnderWay(walk) === undefined) {
      walk = afterPass(walk, true, NOW);
      this.passes += 1;
    }
    if (!dies) this.walk = walk;
  }
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 });
const timesVisited = (walker: Walker, id: number): number => walker.visited.filter(({ ticketId }) => ticketId === String(id)).length;

describe('a pass', () => {
  test('visits every room exactly once, however little of it is done in a run, and whatever comes and goes meanwhile', () => {
    fc.assert(
      fc.property(ids, ids, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (lasting, fleeting, budgets) => {
        const others = fleeting.filter((id) => !lasting.includes(id));
        let runs = 0;
        // Others are there in every second run only.
        const walker = new Walker(() => [...lasting, ...(runs % 2 === 0 ? others : [])].reverse().map((id) => room(id)));
        for (; walker.passes === 0; runs += 1) walker.run(budgets[runs % budgets.length] ?? 1);
        expect(lasting.map((id) => timesVisited(walker, id))).toEqual(lasting.map(() => 1));
        expect(others.filter((id) => timesVisited(walker, id) > 1)).toEqual([]);
      }),
    );
  });

  test('is resumed where it was written down, and what nobody wrote down is done once more', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (all, budget, lost) => {
        const walker = new Walker(() => all.map((id) => room(id)));
        walker.run(budget);
        const before = walker.visited.length;
        const first = walker.passes;
        walker.run(lost, true);
        const twice = walker.visited.slice(before).map(({ ticketId }) => ticketId);
        while (walker.passes <= first) walker.run(budget);
        const again = walker.visited.slice(before + twice.length).map(({ ticketId }) => ticketId);
        expect(again.slice(0, twice.length)).toEqual(twice.slice(0, again.length));
      }),
    );
  });

  test('visits two rooms of one ticket, and a room with two records once', () => {
    const walk = { ...walkFrom(undefined, NOW), at: { shard: shardOf('7'), room: '' } };
    expect(stillToVisit([room(7, 'b'), room(7, 'a'), room(7, 'b')], walk)).toEqual([room(7, 'a'), room(7, 'b')]);
  });
});

test('tickets are spread over the shards, each always in the same one', () => {
  const shards = Array.from({ length: 6_400 }, (_, id) => shardOf(String(id)));
  const counts = Array.from({ length: SHARDS }, (_, shard) => shards.filter((one) => one === shard).length);
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(150);
  expect(shardOf('2026112310000011')).toBe(shardOf('2026112310000011'));
});

describe('rooms that are to be compared', () => {
  /** Passes over rooms that are all due until they have been compared. @returns ids in the order in which that happened */
  function compareAll(all: readonly RoomKey[], perRun: number, stops: (pass: number) => boolean): { order: string[]; passes: number } {
    const order: string[] = [];
    let walk = walkFrom(undefined, NOW);
    let passes = 0;
    for (; order.length < all.length && passes < 1_000; passes += 1) {
      let left = stops(passes) ? 0 : perRun;
      for (let shard = shardUnderWay(walk); shard !== undefined; shard = shardUnderWay(walk)) {
        const here = stillToVisit(
          all.filter(({ ticketId }) => shardOf(ticketId) === shard),
          walk,
        );
        for (const one of here) {
          const due = !order.includes(one.ticketId);
          const compares = due && mayCompare(walk, one) && left > 0;
          if (compares) order.push(one.ticketId);
          if (compares) left -= 1;
          walk = afterVisits(walk, [visit(one, compares ? { comparison: 'same' } : { waits: due })]);
        }
        walk = afterShard(walk);
      }
      walk = afterPass(walk, true, NOW + COMPARED_EVERY_MS);
    }
    return { order, passes };
  }

  test('all have their turn, each once, in as few passes as a run may ask for', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 7 }), (all, perRun) => {
        const rooms = all.map((id) => room(id));
        const { order, passes } = compareAll(rooms, perRun, () => false);
        expect([...order].sort()).toEqual(rooms.map(({ ticketId }) => ticketId).sort());
        expect(passes).toBe(Math.ceil(all.length / perRun));
      }),
    );
  });

  test('lose nobody to the passes in which OTOBO is away', () => {
    const rooms = Array.from({ length: 30 }, (_, id) => room(id));
    expect(compareAll(rooms, 4, (pass) => pass % 3 === 0).order).toHaveLength(30);
  });

  test('that stand before those that wait come after them, even when it is their turn again', () => {
    const [first, second, third] = [room(1), room(2), room(3)].sort((a, b) => placeOf(a).shard - placeOf(b).shard);
    if (!first || !second || !third) throw new Error('There are three.');
    const begun = afterVisits(walkFrom(undefined, NOW), [
      visit(first, { comparison: 'same' }),
      visit(second, { waits: true }),
      visit(third),
    ]);
    const next = afterPass(begun, true, NOW);
    expect([first, second, third].map((one) => mayCompare(next, one))).toEqual([false, true, true]);
    const done = afterPass(afterVisits(next, [visit(first, { waits: true }), visit(second, { comparison: 'same' })]), true, NOW);
    expect(mayCompare(done, first)).toBe(true);
  });
});

describe('a round', () => {
  const LATER = NOW + COMPARED_EVERY_MS;
  const passed = (visits: readonly Visit[], now: number, comparing = true): Walk =>
    afterPass(afterVisits(walkFrom(undefined, NOW), visits), comparing, now);

  test('ends with a pass after which nobody waits, and says what it came to', () => {
    const visits = [
      visit(room(1), { comparison: 'differed' }),
      visit(room(2), { comparison: 'same' }),
      visit(room(3), { comparison: 'failed' }),
    ];
    expect(passed(visits, LATER)).toEqual({
      ...walkFrom(undefined, LATER),
      round: { since: NOW, endedAt: LATER, rooms: 3, compared: 2, differed: 1, failed: 1 },
    });
  });

  test.each([
    ['somebody waits', [visit(room(1), { waits: true })], LATER, true],
    ['it was not everybody’s turn yet', [visit(room(1), { comparison: 'same' })], LATER - 1, true],
    ['rooms are not compared', [visit(room(1))], LATER, false],
  ] as const)('does not end while %s', (_why, visits, now, comparing) => {
    const walk = passed(visits, now, comparing);
    expect(walk.round).toBeUndefined();
    expect(walk.tally.since).toBe(NOW);
  });

  test('names tickets that OTOBO does not know until a pass meets them no more, and not endlessly many', () => {
    const lost = Array.from({ length: 130 }, (_, id) => visit(room(id), { unknown: true }));
    const walk = passed(lost, NOW);
    expect(walk.lastUnknown).toHaveLength(100);
    expect(afterPass(afterVisits(walk, [visit(room(1))]), true, NOW).lastUnknown).toEqual([]);
  });
});
