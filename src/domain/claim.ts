/**
 * Somebody is about to link a ticket and a room, for everybody to see. There are no transactions: who sees another's claim gives up
 * their own.
 */
export interface Claim {
  readonly nonce: string;
  readonly ticketId: string;
  readonly roomId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Whoever made an older claim has died, or will write nothing on it any more. */
const LAPSES_AFTER_MS = 120_000;
/** Nothing is written on an older claim: others may have taken it for lapsed by the time it is written. */
const GOOD_FOR_MS = 60_000;

export function isLive({ at }: Pick<Claim, 'at'>, now: number): boolean {
  return now - at < LAPSES_AFTER_MS;
}

/** Whether its maker may still write. */
export function isGood({ at }: Pick<Claim, 'at'>, now: number): boolean {
  return now - at < GOOD_FOR_MS;
}
