import { performance } from 'node:perf_hooks';

/** How long something took, in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

/** @returns what came of it, and how many milliseconds it took */
export async function timed<T>(run: () => Promise<T>): Promise<{ readonly outcome: T; readonly ms: number }> {
  const start = performance.now();
  const outcome = await run();
  return { outcome, ms: performance.now() - start };
}

/**
 * Runs something one time after the other.
 *
 * @param warmUp how many times it runs before the counting begins
 * @param run is told which time it is, from 0, warm-up included
 */
export async function timings(warmUp: number, count: number, run: (turn: number) => Promise<unknown>): Promise<Timing> {
  const durations: number[] = [];
  for (let turn = 0; turn < warmUp + count; turn += 1) {
    const { ms } = await timed(() => run(turn));
    if (turn >= warmUp) durations.push(ms);
  }
  durations.sort((a, b) => a - b);
  const at = (share: number): number => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
