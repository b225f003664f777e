import fc from 'fast-check';
import { afterFailure, askedPauseEnds, pauseAfter } from '../../src/domain/outbox-pauses';
import type { ErrorCode } from '../../src/domain/errors';
import type { Failure, Write } from '../../src/domain/write';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000_000_000;

const WRITE: Write = { id: 'w', ticketId: '2', change: { type: 'Note', subject: 's', body: 'b' }, at: 0, notBefore: MINUTE, attempts: 0 };
const failure = (code: ErrorCode, details: Failure['details'] = {}): Failure => ({ code, details, at: NOW });

/** The write after these failures, one after the other. */
const after = (...codes: ErrorCode[]): Write => codes.reduce((write, code) => afterFailure(write, failure(code), 0.5), WRITE);
const times = (count: number, code: ErrorCode): ErrorCode[] => Array.from({ length: count }, () => code);

describe('the pause before the next try', () => {
  test('grows from seconds to hours, and stays as it is from then on', () => {
    const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((failures) => pauseAfter(failures, 0.5) / 1_000);
    expect(seconds).toEqual([10, 30, 120, 600, 1_800, 3_600, 14_400, 14_400, 14_400]);
  });

  test('is up to a fifth shorter or longer, by chance', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((random) => pauseAfter(3, random) / 1_000)).toEqual([96, 108, 120, 132, 144]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const plain = pauseAfter(failures, 0.5);
        const pause = pauseAfter(failures, random);
        expect(pause).toBeGreaterThanOrEqual(plain * 0.8);
        expect(pause).toBeLessThanOrEqual(plain * 1.2);
      }),
    );
  });

  test('is at least what OTOBO asked for, and at most a day of it', () => {
    const asked = (retryAfter: string): number => afterFailure(WRITE, failure('otobo_unreachable', { retryAfter }), 0.5).notBefore - NOW;
    expect([asked('1'), asked('900'), asked('999999999')]).toEqual([10_000, 900_000, 24 * HOUR]);
    expect(askedPauseEnds(WRITE)).toBe(0);
  });
});

describe('a write that fails', () => {
  test('is given up when OTOBO has answered wrongly after each pause', () => {
    expect(after(...times(7, 'otobo_misconfigured'))).toMatchObject({ attempts: 7, notBefore: NOW + 4 * HOUR });
    expect(after(...times(7, 'otobo_misconfigured')).givenUpAt).toBeUndefined();
    expect(after(...times(8, 'otobo_misconfigured'))).toMatchObject({
      attempts: 8,
      givenUpAt: NOW,
      failure: { code: 'otobo_misconfigured' },
    });
  });

  test('is never given up because OTOBO is away', () => {
    const write = after(...times(500, 'otobo_unreachable'));
    expect(write).toMatchObject({ attempts: 500, wrong: 0, notBefore: NOW + 4 * HOUR });
    expect(write.givenUpAt).toBeUndefined();
  });

  test('after a long outage gets all its tries from OTOBO that answers wrongly at first, beginning with the short pauses', () => {
    const away = times(20, 'otobo_unreachable');
    expect(after(...away, 'otobo_misconfigured')).toMatchObject({ notBefore: NOW + 10_000 });
    expect(after(...away, ...times(7, 'otobo_login_failed')).givenUpAt).toBeUndefined();
    expect(after(...away, ...times(8, 'otobo_login_failed')).givenUpAt).toBe(NOW);
  });

  test('before OTOBO heard of it has not been tried', () => {
    expect(afterFailure({ ...WRITE, attempts: 3 }, failure('busy'), 0.5)).toMatchObject({ attempts: 3, notBefore: NOW });
  });
});
