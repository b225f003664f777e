/**
 * Somebody is at work on something that only one may work at: there are no locks and no transactions, so everybody writes a turn first and
 * reads the others' then. Like a claim, and lapsing like one.
 */
export interface Turn {
  /** What it is about, such as `question-…`. */
  readonly subject: string;
  readonly nonce: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
