import { CronExpressionParser } from 'cron-parser';
import humanInterval from 'human-interval';

/** @returns the next time that a cron expression names after `from`, or undefined when it is none */
function nextByCron(expression: string, from: number): number | undefined {
  try {
    return CronExpressionParser.parse(expression, { currentDate: new Date(from), tz: 'UTC' })
      .next()
      .getTime();
  } catch {
    return undefined;
  }
}

/** @returns milliseconds, or undefined when the words are no interval */
function lengthOf(words: string): number | undefined {
  const length = humanInterval(words.replace(/^in /, ''));
  return length === undefined || Number.isNaN(length) ? undefined : length;
}

/**
 * When a repeated job runs next. A cron expression names its times; anything else is a length, and the first run is at once.
 * @param interval milliseconds, a cron expression, or words such as `30 seconds`
 * @param lastRun when it ran last, if it did
 * @returns undefined when the interval means nothing; then the job never runs
 */
export function nextRun(interval: string | number, now: number, lastRun: number | undefined): number | undefined {
  const byCron = typeof interval === 'string' ? nextByCron(interval, lastRun ?? now) : undefined;
  if (byCron !== undefined) return byCron;
  const length = typeof interval === 'number' ? interval : lengthOf(interval);
  if (length === undefined) return undefined;
  return lastRun === undefined ? now : lastRun + length;
}

/**
 * When a job that runs once is due.
 * @param when a date, its text, or words such as `2 minutes`
 */
export function dueAt(when: Date | string, now: number): number | undefined {
  const time = new Date(when).getTime();
  if (!Number.isNaN(time)) return time;
  const length = typeof when === 'string' ? lengthOf(when) : undefined;
  return length === undefined ? undefined : now + length;
}
