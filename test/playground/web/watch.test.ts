import { Changes } from '../../../playground/changes';
import { watch } from '../../../playground/web/client/watch';

/** A place whose answers come when the test lets them. */
class Place {
  readonly changes = new Changes();
  readonly seen: unknown[] = [];
  readonly attempts: (() => void)[] = [];
  private readonly waiting: ((content: unknown) => void)[] = [];

  readonly end = watch({
    look: () =>
      new Promise((resolve, reject) => this.waiting.push((content) => (content instanceof Error ? reject(content) : resolve(content)))),
    onChange: (listener) => this.changes.onChange(listener),
    seen: (content) => this.seen.push(content),
    later: (attempt) => this.attempts.push(attempt),
  });

  get requests(): number {
    return this.waiting.length;
  }

  /** Answers the oldest request, and lets the watch do what it does with that. */
  async answer(content: unknown): Promise<void> {
    this.waiting.shift()?.(content);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a change while the place is being read is not missed, and many of them cost one more request', async () => {
  const place = new Place();
  for (let change = 0; change < 5; change += 1) place.changes.tell();
  expect(place.requests).toBe(1);
  await place.answer('old');
  expect(place.requests).toBe(1);
  await place.answer('new');
  expect([place.seen, place.requests]).toEqual([['old', 'new'], 0]);
});

test('what stays the same is not told again', async () => {
  const place = new Place();
  await place.answer({ rooms: ['general'] });
  place.changes.tell();
  await place.answer({ rooms: ['general'] });
  expect(place.seen).toEqual([{ rooms: ['general'] }]);
});

test('what is not there any more is undefined', async () => {
  const place = new Place();
  await place.answer('there');
  place.changes.tell();
  await place.answer(undefined);
  place.changes.tell();
  await place.answer('back');
  expect(place.seen).toEqual(['there', undefined, 'back']);
});

test('while it cannot be read, what was seen stays, and later it is read again', async () => {
  const place = new Place();
  await place.answer('there');
  place.changes.tell();
  await place.answer(new Error('the connection broke'));
  expect([place.seen, place.requests, place.attempts.length]).toEqual([['there'], 0, 1]);
  place.attempts[0]?.();
  await place.answer('changed');
  expect(place.seen).toEqual(['there', 'changed']);
});

test('after its end nothing is told and nothing is asked for, whatever was under way', async () => {
  const place = new Place();
  place.changes.tell();
  place.end();
  await place.answer('too late');
  place.changes.tell();
  expect([place.seen, place.requests]).toEqual([[], 0]);

  const broken = new Place();
  await broken.answer(new Error('the connection broke'));
  broken.end();
  broken.attempts[0]?.();
  expect(broken.requests).toBe(0);
});
