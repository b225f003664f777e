import * as fc from 'fast-check';
import { parseOtoboTime } from '../../src/domain/otobo-time';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'];
const HOUR = 3_600_000;

/** The clock of a zone, as OTOBO writes it. */
function shown(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** Whole seconds from 1990 to 2040: OTOBO writes no fractions. */
const moments = fc.integer({ min: 631_152_000, max: 2_208_988_800 }).map((seconds) => seconds * 1000);

describe('a time that OTOBO writes', () => {
  test('is the moment at which the clock of its zone showed it, or the first of several', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (at, zone) => {
        const text = shown(at, zone);
        const read = parseOtoboTime(text, zone) ?? NaN;
        expect(shown(read, zone)).toBe(text);
        expect(read).toBeLessThanOrEqual(at);
        expect(read).toBeGreaterThanOrEqual(at - HOUR);
      }),
    );
  });

  test('keeps to the order of the clock', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 2 * 3600, max: 90_000 }), fc.constantFrom(...ZONES), (at, seconds, zone) => {
        const [early, late] = [at, at + seconds * 1000].map((moment) => parseOtoboTime(shown(moment, zone), zone) ?? NaN);
        expect(late).toBeGreaterThan(early ?? NaN);
      }),
    );
  });

  test.each([
    ['2026-11-23 01:16:29', 'UTC', '2026-11-23T01:16:29Z'],
    ['2026-11-23 01:16:29', 'Europe/Berlin', '2026-11-23T00:16:29Z'],
    ['2026-07-01 00:00:00', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
    ['2024-02-29 12:00:00', 'Asia/Kolkata', '2024-02-29T06:30:00Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(parseOtoboTime(text, zone)).toBe(Date.parse(expected));
  });

  test('that the clock shows twice is the first of the two', () => {
    expect(parseOtoboTime('2026-10-25 02:30:00', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(parseOtoboTime('2026-11-01 01:30:00', 'America/New_York')).toBe(Date.parse('2026-11-01T05:30:00Z'));
  });

  test('around a time that is shown twice is itself', () => {
    expect(parseOtoboTime('2026-10-25 01:59:59', 'Europe/Berlin')).toBe(Date.parse('2026-10-24T23:59:59Z'));
    expect(parseOtoboTime('2026-10-25 03:00:00', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T02:00:00Z'));
  });

  test('that the clock never shows is as long after the change as it would have been without it', () => {
    expect(parseOtoboTime('2026-03-29 02:30:00', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(parseOtoboTime('2026-03-08 02:30:00', 'America/New_York')).toBe(Date.parse('2026-03-08T07:30:00Z'));
  });

  test.each([
    ['an empty text', ''],
    ['a month that there is not', '2026-13-01 00:00:00'],
    ['a day that there is not', '2026-02-29 00:00:00'],
    ['an hour that there is not', '2026-02-28 24:00:00'],
    ['a form of others', '2026-11-23T01:16:29Z'],
    ['more than a time', '2026-11-23 01:16:29 +0100'],
  ])('is nothing when it is %s', (_what, text) => {
    expect(parseOtoboTime(text, 'Europe/Berlin')).toBeUndefined();
  });

  test('is nothing in a zone that there is not', () => {
    expect(parseOtoboTime('2026-11-23 01:16:29', 'Europe/Atlantis')).toBeUndefined();
  });
});
