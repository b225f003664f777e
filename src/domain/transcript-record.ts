import type { Bookmark } from './bookmark';
import type { AttachedFile, Write } from './write';

/** A part of a transcript that OTOBO has not taken yet. Its range is fixed before OTOBO hears of it. */
export interface TranscriptPart {
  /** What hands it to OTOBO; what it says is kept under its id. */
  readonly write: Write;
  /** Where the next part begins. */
  readonly to: Bookmark;
  /** What was said, or deleted, up to then is in it, or counted; milliseconds since the epoch. */
  readonly until: number;
  /** For somebody's order: its id, and how much of it is done with this part. */
  readonly order?: { readonly id: string; readonly done: number; readonly articles: number };
}

/** How far the transcript of a room has got. There is one record for each room that has one. */
export interface TranscriptRecord {
  readonly roomId: string;
  /** OTOBO has everything before. */
  readonly acknowledged?: { readonly to: Bookmark; readonly until: number };
  readonly part?: TranscriptPart;
  /** Why OTOBO will not take the part that was under way, until somebody has been told. */
  readonly refused?: {
    readonly code: string;
    readonly details: Readonly<Record<string, string>>;
    /** Whose part it was, if somebody's. */
    readonly wishId?: string;
  };
}

/** A transcript that somebody wants and that is not at its end. There is at most one for each room. */
export interface TranscriptWish {
  readonly id: string;
  readonly roomId: string;
  readonly threadId?: string;
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly userId: string;
  readonly visible: boolean;
  /** Ids of messages. */
  readonly leaveOut: readonly string[];
  /** Where the next part begins, and up to when deletions have been counted. */
  readonly from: Bookmark;
  readonly counted: number;
  /** What was said later is not in it; milliseconds since the epoch. */
  readonly until: number;
  /** How many messages it will have, where they were counted. */
  readonly expected?: number;
  /** How many messages OTOBO has of it, in how many articles. */
  readonly done: number;
  readonly articles: number;
}

/** What a part says, as it was when its range was fixed. */
export interface PartContent {
  /** That of its write. */
  readonly id: string;
  readonly roomId: string;
  readonly body: string;
  readonly html: string;
  readonly files: readonly AttachedFile[];
}

/** Somebody has deleted a message in a ticket's room. */
export interface Deletion {
  readonly roomId: string;
  readonly messageId: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly writtenAt: number;
}
