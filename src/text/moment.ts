const HOUR_MS = 3_600_000;

/**
 * A moment for one reader, such as `24 Nov 2026, 10:00 (UTC+1)`.
 *
 * @param at milliseconds since the epoch
 * @param language the reader's; one that nobody knows reads English
 * @param utcOffset hours that the reader's clock is ahead of UTC. It is named, because clocks are changed between now and then.
 */
export function momentText(at: number, language: string, utcOffset = 0): string {
  const shown = formatFor(language).format(at + utcOffset * HOUR_MS);
  return `${shown} (${zoneName(utcOffset)})`;
}

function formatFor(language: string): Intl.DateTimeFormat {
  const how = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language.replace('_', '-'), how);
  } catch {
    return new Intl.DateTimeFormat('en', how);
  }
}

function zoneName(utcOffset: number): string {
  if (utcOffset === 0) return 'UTC';
  const minutes = Math.round(Math.abs(utcOffset) * 60);
  const rest = minutes % 60;
  return `UTC${utcOffset < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
