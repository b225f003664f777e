import type { Closing } from '../domain/closing';
import type { Finding } from './finding';
import type { Ports } from './ports';

/** What takes longer than this does not wait for an OTOBO that restarts. */
const STUCK_MS = 3_600_000;
const MAX_NAMED = 5;

/** @returns which rooms cannot be closed or deleted because their transcripts do not get into their tickets; nothing when there is none */
export async function examineClosings({ closings, time }: Pick<Ports, 'closings' | 'time'>): Promise<Finding[]> {
  const [active, deleting] = await Promise.all([closings.active(), closings.deleting()]);
  const now = time.now();
  const isStuck = ({ phase, since, refusal }: Closing): boolean =>
    refusal !== undefined || (phase === 'transcript' && now - since >= STUCK_MS);
  const stuck = [...active, ...deleting].filter(isStuck);
  if (stuck.length === 0) return [];
  const numbers = [...new Set(stuck.map(({ ticketNumber }) => ticketNumber))];
  const tickets = [...numbers.slice(0, MAX_NAMED), ...(numbers.length > MAX_NAMED ? ['…'] : [])].join(', ');
  return [{ code: 'closings_stuck', values: { count: stuck.length, tickets } }];
}
