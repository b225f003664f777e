import { tzOffset } from '@date-fns/tz/tzOffset';

/** A moment as the clock of a time zone shows it. */
export interface ClockTime {
  /** Such as `2026-11-23`. */
  readonly date: string;
  /** Such as `14:05:01`. */
  readonly time: string;
  /** Such as `UTC+1`. */
  readonly zone: string;
}

/**
 * @param at milliseconds since the epoch
 * @param timeZone such as `Europe/Berlin`; one that nobody knows counts as UTC
 */
export function clockTime(at: number, timeZone: string): ClockTime {
  const offset = tzOffset(timeZone, new Date(at));
  const minutes = Number.isNaN(offset) ? 0 : offset;
  const [date = '', time = ''] = new Date(at + minutes * 60_000).toISOString().slice(0, 19).split('T');
  return { date, time, zone: zoneName(minutes) };
}

function zoneName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
