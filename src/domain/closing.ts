/** What becomes of a room that the app made when its ticket is closed. */
export const CLOSE_POLICIES = ['read_only', 'remove', 'delete', 'nothing'] as const;
export type ClosePolicy = (typeof CLOSE_POLICIES)[number];

/** Frozen when a room is made: a changed setting applies to new rooms only. */
export interface ClosingTerms {
  readonly policy: ClosePolicy;
  /** For `delete`: how long after it was closed, in milliseconds. */
  readonly deleteAfter: number;
}

/**
 * How far a closing has come. `announced`: the room has been told, and somebody may stop it. `stopped`: somebody did, or asked for the room
 * to be open; it counts until the ticket is not closed any more. `transcript`: what was said is on its way into the ticket. `closed`: done.
 */
export const CLOSING_PHASES = ['announced', 'stopped', 'transcript', 'closed'] as const;
export type ClosingPhase = (typeof CLOSING_PHASES)[number];

/** The closing of one room that the app made. A room without one is open, and its ticket is not closed as far as the app has heard. */
export interface Closing {
  readonly ticketId: string;
  readonly ticketNumber: string;
  /** Where an agent sees the ticket. */
  readonly url?: string;
  readonly roomId: string;
  readonly phase: ClosingPhase;
  readonly terms: ClosingTerms;
  /** Counts the writes of the record: where a crash has left two, the higher one counts. */
  readonly revision: number;
  /** When the ticket had been changed last as it began, in milliseconds since the epoch on OTOBO's clock; what is older is old news. */
  readonly changedAt?: number;
  /** When the phase began, in milliseconds since the epoch. */
  readonly since: number;
  /** From then on the next step is taken, in milliseconds since the epoch. */
  readonly dueAt: number;
  /** The message that announced it. */
  readonly noticeId?: string;
  /** User name of who stopped it. */
  readonly stoppedBy?: string;
  /** It was asked for while the ticket was not closed, so that alone does not call it off. */
  readonly whateverState?: true;
  /** In `transcript`: the room is closed already, and only what was said since is still to be written. */
  readonly addendum?: true;
  /** In `transcript`: the ticket is not closed any more, and what is begun of the transcript is only brought to its end. */
  readonly cancelled?: true;
  /** Code of the error with which the transcript was refused; the room has been told. */
  readonly refusal?: string;
  /** Ids of the users who were taken out, or are just being. */
  readonly removed: readonly string[];
  /** When a closed room is deleted, in milliseconds since the epoch. */
  readonly deleteAt?: number;
}

/** Whether the room is closed; what was said since may still be on its way into the ticket. */
export function isClosed({ phase, addendum }: Pick<Closing, 'phase' | 'addendum'>): boolean {
  return phase === 'closed' || addendum === true;
}

/** Whether the scheduled job has anything to do with it before the room is deleted. */
export function isActive({ phase }: Pick<Closing, 'phase'>): boolean {
  return phase === 'announced' || phase === 'transcript';
}

/** The button under the announcement; its value is the room's id. */
export const STOP_CLOSING = 'otobo-stop-closing';
