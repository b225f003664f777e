import { randomInt } from 'crypto';
import type { Ports } from './ports';

const SHORTEST_MS = 200;
const LONGEST_MS = 600;

/** Gives way to others who want the same, for a different time than they give way. */
export function pauseAtRandom({ time }: Pick<Ports, 'time'>): Promise<void> {
  return time.pause(randomInt(SHORTEST_MS, LONGEST_MS));
}
