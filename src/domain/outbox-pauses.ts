const MINUTE_MS = 60_000;

/** Minutes between tries; the last one for ever after. */
const PAUSES = [1, 2, 10, 30, 60];

/**
 * @param attempts how many tries have failed, from 1
 * @returns how long to wait before the next one, in milliseconds
 */
export function pauseAfter(attempts: number): number {
  return (PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? 1) * MINUTE_MS;
}
