import type { Write } from './write';

/** So many writes may wait, dead letters included. */
export const MOST_WRITES = 2_000;
/** So long may all of them be together: the job reads them at once, and must not need its time for that. */
export const MOST_CHARACTERS = 4_000_000;

/** Whether the outbox may hold all of these. */
export function isWithinBounds(writes: readonly Write[]): boolean {
  if (writes.length > MOST_WRITES) return false;
  return writes.reduce((sum, { change }) => sum + JSON.stringify(change).length, 0) <= MOST_CHARACTERS;
}
