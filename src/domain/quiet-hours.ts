const WRITTEN = /^(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)$/;

/** A part of each day in which nobody is to be disturbed, in minutes since midnight; it may go over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** @returns nothing when this is not written as `20:00-07:00` */
export function readQuietHours(text: string): QuietHours | undefined {
  const parts = WRITTEN.exec(text.trim())?.slice(1).map(Number);
  if (!parts) return undefined;
  const [fromHour = 0, fromMinute = 0, untilHour = 0, untilMinute = 0] = parts;
  if ([fromHour, untilHour].some((hour) => hour > 24) || [fromMinute, untilMinute].some((minute) => minute > 59)) return undefined;
  return { from: fromHour * 60 + fromMinute, until: untilHour * 60 + untilMinute };
}

const DAY_MINUTES = 1440;

/**
 * Whether nobody is to be disturbed at this moment.
 *
 * @param at milliseconds since the epoch
 * @param utcOffset hours that the clock on which the quiet hours are meant is ahead of UTC at that moment
 */
export function isQuiet({ from, until }: QuietHours, at: number, utcOffset: number): boolean {
  const minute = (((Math.floor(at / 60_000) + utcOffset * 60) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
