/** A yes of yesterday was meant for yesterday's room. */
const LAPSES_AFTER_MS = 24 * 60 * 60_000;

/** @param question `at`: when it was asked, in milliseconds since the epoch @returns whether it is too late to answer it */
export function hasLapsed({ at }: { readonly at: number }, now: number): boolean {
  return now - at >= LAPSES_AFTER_MS;
}
