import type { Right } from './agent';

/** An article's own words. */
export interface ArticleText {
  /**
   * As in a mail header: `"Alice Agent via Rocket.Chat" <alice@corp.test>`. Absent for somebody without an address that can stand there:
   * then OTOBO puts the service account.
   */
  readonly from?: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

/** Something to be written into OTOBO. */
export type Change =
  /** An internal article. */
  | ({ readonly type: 'Note' } & ArticleText)
  /** A customer-visible article. Only a `mailed` one leaves OTOBO as a mail; the other is to be seen in the customer portal. */
  | ({ readonly type: 'Reply'; readonly mailed: boolean } & ArticleText)
  | {
      readonly type: 'Fields';
      readonly state?: string;
      readonly priority?: string;
      /** Login. */
      readonly owner?: string;
      /** When a pending state ends, in milliseconds since the epoch. */
      readonly pendingUntil?: number;
    }
  /** Where the ticket's room is; empty texts after an unlink. */
  | { readonly type: 'RoomLink'; readonly roomId: string; readonly url: string }
  | ({
      readonly type: 'Create';
      readonly title: string;
      readonly queue: string;
      readonly state: string;
      readonly priority: string;
      /** Login. */
      readonly owner?: string;
      /** Login or address. */
      readonly customer?: string;
    } & ArticleText);

/** What came of a write. */
export interface Written {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly articleId?: string;
  /** To whom a mail went. */
  readonly mailedTo?: string;
}

/** Who wanted a write, and where to tell them what became of it. */
export interface WriteOrigin {
  readonly userId: string;
  readonly username: string;
  readonly roomId: string;
  readonly threadId?: string;
}

/** A write on its way to OTOBO. It is kept until OTOBO has taken it or refused it. */
export interface Write {
  /** Its mark in OTOBO is made of this: `rc:<id>`. */
  readonly id: string;
  /** Absent for a ticket that is only to be created. */
  readonly ticketId?: string;
  readonly change: Change;
  /** Absent where the app itself writes. */
  readonly by?: WriteOrigin;
  /** What `by` must have at the moment of writing; of the queue for a creation, else of the ticket. */
  readonly right?: Right;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** From then on only the scheduled job touches it. */
  readonly notBefore: number;
  readonly attempts: number;
}

/** @returns the mark by which a write is found again in OTOBO */
export function markOf({ id }: Pick<Write, 'id'>): string {
  return `rc:${id}`;
}
