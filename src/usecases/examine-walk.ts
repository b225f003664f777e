import type { Round, Walk } from '../domain/walk';
import { COMPARED_EVERY_MS } from '../domain/watch';
import type { Finding } from './finding';

/** A round that takes twice as long as it may is held up by something. */
const LATE_AFTER_MS = 2 * COMPARED_EVERY_MS;
/** So many tickets are named. */
const NAMED = 20;

/** @returns how the rooms that follow tickets were when they were compared with them last, and which could not be */
export function walkFindings(walk: Walk | undefined, now: number): Finding[] {
  if (!walk) return [{ code: 'walk_not_begun' }];
  const { round, tally, lastUnknown: tickets } = walk;
  const late = now - tally.since > LATE_AFTER_MS;
  return [
    roundFinding(round, now),
    ...(late ? [{ code: 'walk_late', values: { hours: hoursSince(tally.since, now) } } as const] : []),
    ...(tickets.length > 0 ? [{ code: 'tickets_unknown', values: { count: tickets.length, tickets: named(tickets) } } as const] : []),
  ];
}

function roundFinding(round: Round | undefined, now: number): Finding {
  if (!round) return { code: 'walk_under_way' };
  const { rooms: followed, differed, failed, endedAt } = round;
  return { code: 'walk', values: { followed, differed, failed, hours: hoursSince(endedAt, now) } };
}

const named = (numbers: readonly string[]): string => [...numbers.slice(0, NAMED), ...(numbers.length > NAMED ? ['…'] : [])].join(', ');

const hoursSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / 3_600_000));
