const MINUTE_MS = 60_000;
const UNITS_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 1440 * MINUTE_MS, w: 7 * 1440 * MINUTE_MS } as const;
const SPAN = /^(?:\d{1,6}[mhdw])+$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^\d{1,2}:\d\d$/;

/** A moment that somebody typed, and what they typed after it. */
export interface TypedMoment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly rest: readonly string[];
}

/**
 * Reads a span from now (`30m`, `4h`, `2d`, `1w`, `1d12h`) or a day, with or without a time (`2026-12-24`, `2026-12-24 10:00`; a day
 * alone is its beginning).
 *
 * @param now milliseconds since the epoch
 * @param utcOffset hours that the clock of who typed is ahead of UTC
 * @returns nothing when the words begin with neither
 */
export function readMoment(words: readonly string[], now: number, utcOffset = 0): TypedMoment | undefined {
  const [first = '', second = ''] = words;
  if (SPAN.test(first)) return { at: now + spanMs(first), rest: words.slice(1) };
  const timed = CLOCK.test(second);
  const shown = DAY.test(first) ? shownAt(first, timed ? second.padStart(5, '0') : '00:00') : undefined;
  return shown === undefined ? undefined : { at: shown - utcOffset * UNITS_MS.h, rest: words.slice(timed ? 2 : 1) };
}

/** @returns nothing for the 30th of February and for 25 o'clock, which would run over into the next month or day */
function shownAt(day: string, time: string): number | undefined {
  const at = Date.parse(`${day}T${time}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T${time}`) ? at : undefined;
}

/**
 * Reads a span (`30m`, `4h`, `2d`, `1w`, `1d12h`; `0` is none).
 *
 * @returns milliseconds; nothing when this is no span
 */
export function readSpan(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '0') return 0;
  return SPAN.test(typed) ? spanMs(typed) : undefined;
}

function spanMs(text: string): number {
  const parts = [...text.toLowerCase().matchAll(/(\d+)([mhdw])/g)];
  // as: the expression takes these letters only
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS], 0);
}
