import * as fc from 'fast-check';
import { AT_THE_BEGINNING, type Bookmark, movedOn } from '../../src/domain/bookmark';
import type { ChatMessage } from '../../src/domain/chat-message';
import { bookmarkAt, readOn } from '../../src/usecases/read-on';
import { NINE, said } from '../domain/said';

/** A room of which pages are read while things happen in it. */
class Room {
  messages: ChatMessage[] = [];
  calls = 0;
  /** Happens before each page. */
  before: (call: number) => void = () => undefined;

  readonly ports = {
    history: {
      page: (_roomId: string, skip: number, limit: number): Promise<ChatMessage[]> => {
        this.calls += 1;
        this.before(this.calls);
        return Promise.resolve(this.messages.slice(skip, skip + limit));
      },
      byId: () => Promise.resolve(undefined),
    },
  };

  fill(count: number, gap = 60_000): void {
    this.messages = Array.from({ length: count }, (_, at) => said(`m${at}`, NINE + at * gap));
  }

  insert(message: ChatMessage): void {
    this.messages = [...this.messages, message].sort((a, b) => a.at - b.at);
  }
}

/** Reads all there is, and gives the ids in the order in which they came. */
async function readAll(room: Room, from: Bookmark = AT_THE_BEGINNING, until = Infinity, most = Infinity): Promise<[string[], Bookmark]> {
  const ids: string[] = [];
  let bookmark = from;
  for (let atEnd = false; !atEnd;) {
    const page = await readOn('room', bookmark, until, room.ports);
    const taken = page.read.slice(0, most);
    ids.push(...taken.map(({ message }) => message.id));
    bookmark = movedOn(
      bookmark,
      taken.map(({ message }) => message),
      taken.at(-1)?.passed ?? bookmark.passed,
    );
    atEnd = page.atEnd && taken.length === page.read.length;
  }
  return [ids, bookmark];
}

let room: Room;
beforeEach(() => {
  room = new Room();
});

describe('reading a room page by page', () => {
  test.each([0, 1, 99, 100, 101, 950])('gives each of %d messages once, in order', async (count) => {
    room.fill(count);
    const [ids] = await readAll(room);
    expect(ids).toEqual(room.messages.map(({ id }) => id));
  });

  test('takes about a call for each page, however dense the talk is', async () => {
    room.fill(2_000, 1_000);
    await readAll(room);
    expect(room.calls).toBeLessThan(35);
  });

  test('goes on later with what is new, although most of what was read has been deleted', async () => {
    room.fill(500);
    const [, bookmark] = await readAll(room);
    room.messages = [...room.messages.slice(490), said('new', NINE + 1_000 * 60_000)];
    expect((await readAll(room, bookmark))[0]).toEqual(['new']);
  });

  test('gives a message that a slower server stored some seconds late', async () => {
    room.fill(10);
    const [, bookmark] = await readAll(room);
    const last = NINE + 9 * 60_000;
    room.insert(said('late', last - 9_000));
    expect((await readAll(room, bookmark))[0]).toEqual(['late']);
    expect((await readAll(room, bookmark, last - 9_500))[0]).toEqual([]);
  });

  test('gives all of more than a page of messages that have one time', async () => {
    room.fill(50);
    const crowd = Array.from({ length: 350 }, (_, at) => said(`c${at}`, NINE + 50 * 60_000));
    room.messages = [...room.messages, ...crowd, said('end', NINE + 51 * 60_000)];
    const [ids, bookmark] = await readAll(room);
    expect(ids).toEqual(room.messages.map(({ id }) => id));
    expect((await readAll(room, bookmark))[0]).toEqual([]);
  });

  test('ends at the time that was asked for', async () => {
    room.fill(300);
    const [ids] = await readAll(room, AT_THE_BEGINNING, NINE + 149 * 60_000);
    expect(ids).toHaveLength(150);
  });

  test('gives up on a room that never holds still', async () => {
    room.fill(1_000);
    const bookmark = { since: NINE + 900 * 60_000, recent: [], passed: 900 };
    room.ports.history.page = (_roomId, _skip, limit) => {
      room.calls += 1;
      return Promise.resolve(Array.from({ length: limit }, (_, at) => said(`x${room.calls}-${at}`, NINE - 1)));
    };
    await expect(readOn('room', bookmark, Infinity, room.ports)).rejects.toMatchObject({ code: 'busy' });
  });

  test('loses and repeats nothing that stays, whatever is deleted or written between two pages', async () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('delete' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.integer({ min: 1, max: 120 }),
      }),
      fc.record({ kind: fc.constant('write' as const), count: fc.integer({ min: 1, max: 40 }) }),
    );
    const plan = fc.record({
      count: fc.integer({ min: 0, max: 700 }),
      gaps: fc.array(fc.constantFrom(0, 0, 1, 500, 3_000, 60_000), { minLength: 1, maxLength: 20 }),
      changes: fc.array(fc.option(change, { nil: undefined }), { minLength: 5, maxLength: 30 }),
      most: fc.constantFrom(7, 60, 100),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ count, gaps, changes, most }) => {
        const it = new Room();
        let now = NINE;
        let made = 0;
        const write = (gap: number): void => {
          now += gap;
          made += 1;
          it.messages.push(said(`m${made}`, now));
        };
        for (let n = 0; n < count; n += 1) write(gaps[n % gaps.length] ?? 0);
        const deleted = new Set<string>();
        it.before = (call) => {
          const happening = changes[call - 1];
          if (happening?.kind === 'write') for (let n = 0; n < happening.count; n += 1) write(700);
          if (happening?.kind !== 'delete') return;
          const gone = it.messages.splice(Math.floor(happening.at * it.messages.length), happening.count);
          for (const { id } of gone) deleted.add(id);
        };
        const [ids] = await readAll(it, AT_THE_BEGINNING, Infinity, most);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !deleted.has(id))).toEqual(it.messages.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('the first message since a moment', () => {
  test('is found without reading what was before', async () => {
    room.fill(10_000);
    const bookmark = await bookmarkAt('room', NINE + 7_500 * 60_000, room.ports);
    expect(bookmark.passed).toBe(7_500);
    expect(room.calls).toBeLessThan(25);
    expect((await readAll(room, bookmark))[0]).toEqual(room.messages.slice(7_500).map(({ id }) => id));
  });

  test.each([
    ['before all', -1, 0],
    ['after all', 99, 3],
  ])('may be %s', async (_where, minutes, passed) => {
    room.fill(3);
    expect(await bookmarkAt('room', NINE + minutes * 60_000, room.ports)).toMatchObject({ passed });
  });
});
