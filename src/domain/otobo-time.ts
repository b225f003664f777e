import { tzOffset } from '@date-fns/tz/tzOffset';

const DAY_MS = 86_400_000;
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/**
 * Reads a time as OTOBO writes it: `2026-11-23 01:16:29`, on the clock of its time zone, without an offset.
 *
 * A time that the clock shows twice (when it is put back) is the first of the two. One that it never shows (when it is put forward) is as
 * long after the change as it would have been without it.
 *
 * @param timeZone such as `Europe/Berlin`
 * @returns milliseconds since the epoch; nothing when this is no time, or there is no such zone
 */
export function parseOtoboTime(text: string, timeZone: string): number | undefined {
  const parts = WRITTEN.exec(text)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  // A thirteenth month or a 25th hour would otherwise run over into the next year or day.
  if (new Date(shown).toISOString().slice(0, 19).replace('T', ' ') !== text) return undefined;
  const before = shown - offsetMs(timeZone, shown - DAY_MS);
  const after = shown - offsetMs(timeZone, shown + DAY_MS);
  if (Number.isNaN(before)) return undefined;
  const isShown = (at: number): boolean => at + offsetMs(timeZone, at) === shown;
  return isShown(before) || !isShown(after) ? before : after;
}

const offsetMs = (timeZone: string, at: number): number => tzOffset(timeZone, new Date(at)) * 60_000;

/** @returns hours that the clock of the zone is ahead of UTC at that moment; none where there is no such zone */
export function hoursAhead(timeZone: string, at: number): number {
  return tzOffset(timeZone, new Date(at)) / 60 || 0;
}
