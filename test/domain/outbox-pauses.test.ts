import { pauseAfter } from '../../src/domain/outbox-pauses';

test('a write that does not arrive is tried more and more seldom, and hourly for ever', () => {
  expect([1, 2, 3, 4, 5, 6, 1_000].map((attempts) => pauseAfter(attempts) / 60_000)).toEqual([1, 2, 10, 30, 60, 60, 60]);
});
