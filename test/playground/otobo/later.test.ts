import { Clock } from '../../../playground/clock';
import { Later } from '../../../playground/otobo/later';

let clock: Clock;
let later: Later;

beforeEach(() => {
  clock = new Clock();
  later = new Later(clock);
});
afterEach(() => later.stop());

describe('work for later', () => {
  test('is done when real time has passed', async () => {
    const done = new Promise((resolve) => later.in(5, () => resolve('done')));
    expect(await done).toBe('done');
  });

  test('is done in its order when the clock is moved past it, and what is not due waits on', () => {
    const done: string[] = [];
    later.in(60_000, () => done.push('a minute'));
    later.in(5000, () => done.push('five seconds'));
    later.in(3_600_000, () => done.push('an hour'));
    clock.advance(4000);
    expect(done).toEqual([]);
    clock.advance(60_000);
    expect(done).toEqual(['five seconds', 'a minute']);
  });

  test('is forgotten once it was stopped', () => {
    const done: string[] = [];
    later.in(5000, () => done.push('five seconds'));
    later.stop();
    clock.advance(60_000);
    expect(done).toEqual([]);
  });
});
