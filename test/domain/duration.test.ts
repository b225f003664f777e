import { readMoment } from '../../src/domain/duration';

const NOW = Date.UTC(2026, 10, 23, 1, 0);
const shown = (typed: string, utcOffset?: number): string | undefined => {
  const moment = readMoment(typed.split(' '), NOW, utcOffset);
  return moment && [new Date(moment.at).toISOString().slice(0, 16), ...moment.rest].join(' ');
};

describe('a time that somebody types', () => {
  test.each([
    ['30m', '2026-11-23T01:30'],
    ['4h', '2026-11-23T05:00'],
    ['2d', '2026-11-25T01:00'],
    ['1W', '2026-11-30T01:00'],
    ['1d12h', '2026-11-24T13:00'],
    ['2026-12-24', '2026-12-24T00:00'],
    ['2026-12-24 10:00', '2026-12-24T10:00'],
    ['2026-12-24 9:05', '2026-12-24T09:05'],
  ])('%s is understood', (typed, at) => expect(shown(typed)).toBe(at));

  test('is on the clock of who types it, and a span is the same everywhere', () => {
    expect(shown('2026-12-24 10:00', 1)).toBe('2026-12-24T09:00');
    expect(shown('2026-12-24 10:00', -5.5)).toBe('2026-12-24T15:30');
    expect(shown('2d', 9)).toBe('2026-11-25T01:00');
  });

  test('leaves the words behind it, which name a state', () => {
    expect(shown('2d pending auto close+')).toBe('2026-11-25T01:00 pending auto close+');
    expect(shown('2026-12-24 10:00 pending reminder')).toBe('2026-12-24T10:00 pending reminder');
    expect(shown('2026-12-24 pending reminder')).toBe('2026-12-24T00:00 pending reminder');
  });

  test.each(['', 'tomorrow', '2', 'd', '2x', '-2d', '2026-02-30', '2026-13-01', '2026-12-24 25:00', '24.12.2026'])(
    '%j is not taken for one',
    (typed) => expect(shown(typed)).toBeUndefined(),
  );
});
