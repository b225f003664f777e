/** What is taken down of who did what: a closed list, each with words of its own in the dictionary under `audit.<what>`. */
export const AUDITED = [
  'linked',
  'unlinked',
  'opened',
  'closed',
  'reopened',
  'stopped',
  'exported',
  'adopted',
  'deleted',
  'added',
  'consented',
  'noted',
  'replied',
  'changed',
  'created',
  /** The ticket says where its room is, or does not say it any more. */
  'addressed',
  /** Something was given up by the outbox, tried again by an admin, taken out by one, or had to make room. */
  'given_up',
  'retried',
  'dropped',
  'fell_out',
] as const;
export type Audited = (typeof AUDITED)[number];

/** Something that was done. Nothing in it was typed by anybody. */
export interface AuditEvent {
  readonly what: Audited;
  readonly ticketNumber?: string;
  readonly roomId?: string;
  /** Who did it, by user name, or by login where nobody knows a user; absent where the app did it by itself. */
  readonly by?: string;
  /** To whom, or of what kind: a user name, or names of fields. */
  readonly detail?: string;
}

/** The same as it is kept. */
export interface AuditEntry extends AuditEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Under which the log has more of it. */
  readonly requestId: string;
}

/** @param at milliseconds since the epoch @returns the day in UTC under which an entry is filed, such as `2026-11-27` */
export function auditDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Entries are kept for so many days, the present one included. */
export const AUDIT_DAYS = 90;

const DAY_MS = 24 * 60 * 60_000;

/** @returns so many days, the newest first, from the one that is `ago` days before now */
export function auditDays(now: number, ago: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => auditDay(now - (ago + at) * DAY_MS));
}
