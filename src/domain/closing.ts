/** What becomes of a room that the app made when its ticket is closed. */
export const CLOSE_POLICIES = ['read_only', 'remove', 'delete', 'nothing'] as const;
export type ClosePolicy = (typeof CLOSE_POLICIES)[number];

/** Frozen when a room is made: a changed setting applies to new rooms only. */
export interface ClosingTerms {
  readonly policy: ClosePolicy;
  /** For `delete`: how long after it was closed, in milliseconds. */
  readonly deleteAfter: number;
}
