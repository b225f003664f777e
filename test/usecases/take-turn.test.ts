import { randomInt } from 'crypto';
import fc from 'fast-check';
import type { Ports } from '../../src/usecases/ports';
import { inTurn } from '../../src/usecases/take-turn';
import { Signal } from '../signal';
import { Crash, FakeChat } from './fake-chat';

/** Who wants a turn: how much their clock is ahead, and with which of their writes they die, if they do. */
interface Contender {
  readonly ahead: number;
  readonly dies: number | undefined;
}

const contender: fc.Arbitrary<Contender> = fc.record({
  ahead: fc.integer({ min: -20_000, max: 20_000 }),
  dies: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4, nil: undefined }),
});

/** A clock of one's own, and answers that take their time on the way back. */
function portsOf({ ahead, dies }: Contender, chat: FakeChat, wait: (call: string) => Promise<unknown>): Ports {
  const ports = chat.ports(dies);
  const of: Ports['turns']['of'] = async (subject) => {
    const found = await ports.turns.of(subject);
    await wait('turns on their way');
    return found;
  };
  return { ...ports, turns: { ...ports.turns, of }, time: { ...ports.time, now: () => chat.now + ahead } };
}

describe('a turn', () => {
  test('is never had by two at a time, in every order in which they can reach the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, many) => {
        const chat = new FakeChat();
        chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        let [inside, most, done] = [0, 0, 0];
        const act = async (): Promise<void> => {
          inside += 1;
          most = Math.max(most, inside);
          await scheduler.schedule(Promise.resolve(), 'act');
          inside -= 1;
          done += 1;
        };
        const turns = Promise.all(Array.from({ length: many }, () => inTurn('room', chat.ports(), act)));
        await scheduler.waitFor(turns);
        const had = (await turns).filter((turn) => turn !== undefined).length;
        expect(most).toBe(1);
        expect(had).toBe(done);
        expect(chat.records.turns).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is never had by two at a time, however long their processes are held up, and whoever dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(contender, { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(
          fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 150_000 }) }),
        ),
        async (scheduler, contenders, heldUp) => {
          const chat = new FakeChat();
          let [inside, most] = [0, 0];
          // What is done in a turn ends within a minute, whatever else stands still.
          let endsBy = Infinity;
          const wait = async (call: string): Promise<void> => {
            await scheduler.schedule(Promise.resolve(), call);
            const { value: by } = heldUp.next() as IteratorYieldResult<number>; // as: the stream has no end
            chat.now = Math.max(chat.now, Math.min(chat.now + by, endsBy));
          };
          chat.before = wait;
          const act = async (): Promise<void> => {
            inside += 1;
            most = Math.max(most, inside);
            endsBy = chat.now + 30_000;
            await scheduler.schedule(Promise.resolve(), 'act');
            endsBy = Infinity;
            inside -= 1;
          };
          const turns = Promise.all(
            contenders.map((one) =>
              inTurn('room', portsOf(one, chat, wait), act).catch((error: unknown) => {
                if (!(error instanceof Crash)) throw error;
              }),
            ),
          );
          await scheduler.waitFor(turns);
          await turns;
          expect(most).toBeLessThanOrEqual(1);
          chat.before = () => undefined;
          chat.now += 200_000;
          expect(await inTurn('room', chat.ports(), () => Promise.resolve('done'))).toEqual({ value: 'done' });
          expect(chat.records.turns).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is not begun by who was taken for dead while they waited: their turn is gone, and nobody sees them', async () => {
    const chat = new FakeChat();
    const [isThere, mayGoOn, hasBegun, mayEnd] = [new Signal(), new Signal(), new Signal(), new Signal()];
    const ports = chat.ports();
    let looks = 0;
    const of: Ports['turns']['of'] = async (subject) => {
      looks += 1;
      if (looks === 1) {
        isThere.give();
        await mayGoOn.given;
      }
      return ports.turns.of(subject);
    };
    let [inside, most] = [0, 0];
    const act = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      hasBegun.give();
      await mayEnd.given;
      inside -= 1;
    };
    const heldUp = inTurn('room', { ...ports, turns: { ...ports.turns, of } }, act);
    await isThere.given;
    chat.now += 120_000;
    await inTurn('room', chat.ports(), () => Promise.resolve());
    // The other has cleared their turn away, and is done: without one of their own, whoever comes now would not see them.
    expect(chat.records.turns).toEqual([]);
    mayGoOn.give();
    await hasBegun.given;
    expect(chat.records.turns).toHaveLength(1);
    const late = inTurn('room', chat.ports(), act);
    await Promise.race([late, new Promise((resolve) => setImmediate(resolve))]);
    mayEnd.give();
    expect([await late, await heldUp, most]).toEqual([undefined, { value: undefined }, 1]);
  });

  test('is not begun on a turn that is a minute old, because by the time it is done others may take it for lapsed', async () => {
    const chat = new FakeChat();
    chat.before = (call) => {
      if (call === 'turns' && chat.writes.length === 1) chat.now += 60_000;
    };
    expect(await inTurn('room', chat.ports(), () => Promise.resolve(chat.now - (chat.records.turns[0]?.at ?? 0)))).toEqual({ value: 0 });
    expect(chat.writes).toEqual(['put turn', 'drop turn', 'put turn', 'drop turn']);
  });

  test('is had by each of ten who want it at one moment', async () => {
    const chat = new FakeChat();
    const begun = chat.now;
    const waiting: { readonly until: number; readonly go: () => void }[] = [];
    const takes = (ms: number): Promise<void> => new Promise((go) => waiting.push({ until: chat.now + ms, go }));
    chat.before = () => takes(randomInt(2, 8));
    const ports = chat.ports();
    const alone = (): Promise<void> => takes(50);
    const all = Array.from({ length: 10 }, () => inTurn('room', { ...ports, time: { ...ports.time, pause: takes } }, alone));
    let left = all.length;
    for (const one of all) void one.finally(() => (left -= 1));
    while (left > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = waiting.sort((a, b) => a.until - b.until).splice(0, 1);
      chat.now = next?.until ?? chat.now;
      next?.go();
    }
    expect((await Promise.all(all)).filter((one) => one === undefined)).toEqual([]);
    expect(chat.now - begun).toBeGreaterThanOrEqual(10 * 50);
  });

  test('is not written again and again by who sees others at work', async () => {
    const chat = new FakeChat();
    chat.records.turns.push({ subject: 'room', nonce: '0', at: chat.now });
    expect(await inTurn('room', chat.ports(), () => Promise.resolve())).toBeUndefined();
    expect(chat.writes).toEqual(['put turn', 'drop turn']);
  });

  test('is had by one after the other', async () => {
    const chat = new FakeChat();
    const order: string[] = [];
    const act = (name: string) => (): Promise<void> => Promise.resolve(void order.push(name));
    await Promise.all(['a', 'b', 'c'].map((name) => inTurn('room', chat.ports(), act(name))));
    expect(order.sort()).toEqual(['a', 'b', 'c']);
  });

  test('about something else is not waited for', async () => {
    const chat = new FakeChat();
    const inner = await inTurn('one', chat.ports(), () => inTurn('other', chat.ports(), () => Promise.resolve('done')));
    expect(inner).toEqual({ value: { value: 'done' } });
  });

  test('of one who has died is waited for until it lapses, and cleared away then', async () => {
    const chat = new FakeChat();
    chat.records.turns.push({ subject: 'room', nonce: '0', at: chat.now });
    expect(await inTurn('room', chat.ports(), () => Promise.resolve())).toBeUndefined();
    chat.now += 120_000;
    expect(await inTurn('room', chat.ports(), () => Promise.resolve(1))).toEqual({ value: 1 });
    expect(chat.records.turns).toEqual([]);
  });

  test('is given back when what was done in it fails', async () => {
    const chat = new FakeChat();
    await expect(inTurn('room', chat.ports(), () => Promise.reject(new Crash('in it')))).rejects.toThrow('in it');
    expect(chat.records.turns).toEqual([]);
  });
});
