import { time } from '../../src/outbound/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a pause lasts as long as it was asked for', async () => {
  const over = jest.fn();
  void time.pause(2000).then(over);
  await jest.advanceTimersByTimeAsync(1999);
  expect(over).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalled();
});

test.each([
  ['has come', () => Promise.resolve()],
  ['has failed', () => Promise.reject(new Error('failed'))],
])('a pause ends when what it waits for %s, and leaves no timer behind', async (_how, until) => {
  await time.pause(2000, until());
  expect(jest.getTimerCount()).toBe(0);
});
