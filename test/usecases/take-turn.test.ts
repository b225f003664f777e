import fc from 'fast-check';
import { inTurn } from '../../src/usecases/take-turn';
import { Crash, FakeChat } from './fake-chat';

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
