import { CallRecorder } from '../../../playground/rocketchat/engine/call-recorder';
import { countRounds } from '../../../playground/rocketchat/engine/rounds';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A call that takes effect at once, or when `effect` has come. Resolves when its reply is sent. */
async function call(recorder: CallRecorder, method: string, effect: Promise<unknown> = Promise.resolve()): Promise<string> {
  const answered = recorder.started(method);
  await effect;
  await recorder.turn();
  answered();
  return method;
}

test('calls side by side count as one round, however long the sandbox stands still between them', async () => {
  const asked: (() => void)[] = [];
  const recorder = new CallRecorder(() => new Promise((resolve) => asked.push(resolve)));
  const answer = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) {
      while (asked.length === 0) await tick();
      asked.shift()?.();
      await tick();
    }
  };
  recorder.begin();
  const first = call(recorder, 'first');
  // The sandbox has been asked once more since the call took effect, when it wakes up and makes another.
  await answer(3);
  const second = call(recorder, 'second');
  await answer(2);
  expect(await Promise.race([first, Promise.resolve('not replied to')])).toBe('not replied to');
  await answer(1);
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  expect(countRounds(await recorder.finish()).host).toBe(1);
});

test('a call that waits for a reply counts as a round of its own', async () => {
  const recorder = new CallRecorder(tick);
  recorder.begin();
  await call(recorder, 'first');
  await call(recorder, 'second');
  expect(countRounds(await recorder.finish()).host).toBe(2);
});

test('a call whose effect needs a reply to another call gets it', async () => {
  const recorder = new CallRecorder(tick);
  recorder.begin();
  const inner = call(recorder, 'inner');
  expect(await Promise.all([inner, call(recorder, 'outer', inner)])).toEqual(['inner', 'outer']);
  expect((await recorder.finish()).map(({ method }) => method)).toEqual(['inner', 'outer']);
});
