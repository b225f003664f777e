import type { Right } from './agent';
import type { AppError, ErrorCode } from './errors';

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

/** What of a ticket can be changed from the chat. */
export interface FieldValues {
  readonly state?: string;
  readonly priority?: string;
  /** Login. */
  readonly owner?: string;
  /** When a pending state ends, in milliseconds since the epoch. */
  readonly pendingUntil?: number;
}

/** A file as it goes along with an article. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** In base64. */
  readonly content: string;
}

/** What an article says, with its files. */
export interface ArticleContent {
  /** Plain text. */
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/** A file of the chat that is to go along with an article. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** What is attached in its place, should somebody delete it until then. */
  readonly gone: string;
}

/** The files of an article. What is in them is too much to be kept with the write: it is read when that is handed over. */
export interface ArticleFiles {
  readonly files?: readonly AttachedFile[];
  /** The same as they are handed over. */
  readonly attachments?: readonly Attachment[];
}

/** Something to be written into OTOBO. */
export type Change =
  /** An internal article. */
  | ({ readonly type: 'Note' } & ArticleText & ArticleFiles)
  /** A customer-visible article. Only a `mailed` one leaves OTOBO as a mail; the other is to be seen in the customer portal. */
  | ({ readonly type: 'Reply'; readonly mailed: boolean } & ArticleText)
  /** A part of the transcript of a room. What it says is kept apart, and put in when it is handed over: it is too much to be read with every write. */
  | {
      readonly type: 'Transcript';
      readonly roomId: string;
      readonly from?: string;
      readonly subject: string;
      /** Whether the customer sees it in the customer portal. */
      readonly visible: boolean;
      readonly content?: ArticleContent;
    }
  | ({
      readonly type: 'Fields';
      /** What these fields were when somebody wanted them changed; absent where nobody knew. */
      readonly was?: FieldValues;
    } & FieldValues)
  /** Where the ticket's room is; empty texts after an unlink. */
  | { readonly type: 'RoomLink'; readonly roomId: string; readonly url: string }
  | ({
      readonly type: 'Create';
      readonly title: string;
      readonly queue: string;
      /** OTOBO's own by default; it has none where types are switched off. */
      readonly ticketType?: string;
      readonly state: string;
      readonly priority: string;
      /** Login. */
      readonly owner?: string;
      /** Login or address. */
      readonly customer?: string;
    } & ArticleText &
      ArticleFiles);

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

/** Why a try came to nothing. */
export interface Failure {
  readonly code: ErrorCode;
  /** They fill the placeholders of the error's sentence; words that people typed are not among them. */
  readonly details: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Until then, counted from when it was made, a write is its maker's; from then on only the scheduled job touches it. */
export const MAKER_MS = 60_000;

/** A write on its way to OTOBO. It is kept until OTOBO has taken it or refused it, or somebody has dropped it. */
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
  /** To how many of these OTOBO answered, but not as it should; the others it did not answer at all. */
  readonly wrong?: number;
  /** Of the last one. */
  readonly failure?: Failure;
  /** Since when it is a dead letter, which is kept, and not tried again by itself; in milliseconds since the epoch. */
  readonly givenUpAt?: number;
}

/** Details that name something of OTOBO's or of the app's own, never what somebody wrote. */
const NAMES: readonly string[] = ['webservice', 'operation', 'right', 'field', 'fields', 'retryAfter'];

/** @param error what a try ended with, if it is one of the table @param now milliseconds since the epoch */
export function failureOf(error: AppError | undefined, now: number): Failure {
  const details = Object.entries(error?.details ?? {}).map(([name, value]) => [name, NAMES.includes(name) ? value : '…'] as const);
  return { code: error?.code ?? 'internal_error', details: Object.fromEntries(details), at: now };
}

/** @returns the mark by which a write is found again in OTOBO */
export function markOf({ id }: Pick<Write, 'id'>): string {
  return `rc:${id}`;
}
