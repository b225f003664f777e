import type { Failure, Write } from './write';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Between tries. The job runs each minute, so the first two end at its next run. */
const PAUSES_MS = [10 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS] as const;
/** What was interrupted together is not tried again together. */
const JITTER = 0.2;
/** Whoever asks for a longer pause than this means something else. */
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/**
 * @param failures how many tries have failed, from 1; after the last pause it repeats
 * @param random between 0 and 1
 * @returns how long to wait before the next one, in milliseconds: 20 % more or less than the table says
 */
export function pauseAfter(failures: number, random: number): number {
  const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
  return Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}

/**
 * What becomes of a write whose try has failed. While OTOBO does not answer at all, the last pause repeats: OTOBO may be down for a night
 * or a week, and nobody has to look after what waits. A wrong answer (log-in, web service …) somebody has to put right: after as many as
 * there are pauses, and one more, the write is given up. Those are counted apart, so that OTOBO's first words after an outage end nothing.
 *
 * @param random between 0 and 1
 */
export function afterFailure(write: Write, failure: Failure, random: number): Write {
  // Its time was up before OTOBO heard of it: that was no try.
  if (failure.code === 'busy') return { ...write, attempts: Math.max(write.attempts, 1), failure, notBefore: failure.at };
  const outage = isOutage(failure);
  const attempts = write.attempts + 1;
  const wrong = (write.wrong ?? 0) + (outage ? 0 : 1);
  const failed = { ...write, attempts, wrong, failure };
  if (wrong > PAUSES_MS.length) return { ...failed, givenUpAt: failure.at };
  const next = failure.at + pauseAfter(outage ? attempts : wrong, random);
  return { ...failed, notBefore: Math.max(next, askedPauseEnds(failed)) };
}

/** Whether OTOBO did not answer at all. */
export function isOutage({ code }: Pick<Failure, 'code'>): boolean {
  return code === 'otobo_unreachable';
}

/** @returns until when OTOBO, or what stands before it, has asked not to be called (`Retry-After`); milliseconds since the epoch, or 0 */
export function askedPauseEnds({ failure }: Pick<Write, 'failure'>): number {
  const seconds = Number(failure?.details.retryAfter ?? 0);
  return failure && seconds > 0 ? failure.at + Math.min(seconds * SECOND_MS, LONGEST_ASKED_MS) : 0;
}
