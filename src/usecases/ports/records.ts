import type { Adoptable } from '../../domain/adoption';
import type { Agent } from '../../domain/agent';
import type { AuditEntry, AuditEvent } from '../../domain/audit';
import type { Claim } from '../../domain/claim';
import type { Closing } from '../../domain/closing';
import type { Form } from '../../domain/form';
import type { SigningKey } from '../../domain/mark';
import type { Link } from '../../domain/room';
import type { Told } from '../../domain/told';
import type { Bookmark } from '../../domain/bookmark';
import type { Deletion, PartContent, TranscriptRecord, TranscriptWish } from '../../domain/transcript-record';
import type { Turn } from '../../domain/turn';
import type { Walk } from '../../domain/walk';
import type { Watch } from '../../domain/watch';
import type { Write } from '../../domain/write';
import type { ReplyPath, TranscriptPreview, TranscriptRange } from './speech';

export interface Keys {
  /** The app's signing keys, from memory where they are known; makes the first one where there is none. */
  all(): Promise<readonly SigningKey[]>;
  /** Reads them again: another instance may have made one. */
  reread(): Promise<readonly SigningKey[]>;
}

/** What OTOBO has granted lately; module memory, so it only ever saves a question. */
export interface Grants {
  find(userId: string, ticketId: string): Agent | undefined;
  remember(userId: string, ticketId: string, agent: Agent): void;
}

/** Writes that are on their way to OTOBO. */
export interface Outbox {
  put(write: Write): Promise<void>;
  /** Replaces the record of the same id; nothing happens when it is gone. */
  update(write: Write): Promise<void>;
  drop(id: string): Promise<void>;
  find(id: string): Promise<Write | undefined>;
  /** @returns all of them, dead letters included, the oldest first */
  all(): Promise<Write[]>;
}

/** Something that somebody is to confirm with a click. */
export interface Question {
  readonly id: string;
  /** Who may answer. */
  readonly userId: string;
  readonly roomId: string;
  readonly threadId?: string;
  readonly about: QuestionSubject;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type QuestionSubject =
  /** Everybody who reads along there will see the ticket. */
  | { readonly type: 'LinkPublicRoom'; readonly ticketId: string }
  | { readonly type: 'SendReply'; readonly ticketId: string; readonly title: string; readonly text: string; readonly mailed: boolean }
  /** Whoever comes in reads what was said before. */
  | { readonly type: 'AddMember'; readonly username: string }
  /** Nothing but the admin's word says that these rooms are the tickets'. */
  | { readonly type: 'AdoptRooms'; readonly rooms: readonly Adoptable[] }
  /** What is to be in a transcript, and who may read it. It was counted when the dialog was filled. */
  | ({ readonly type: 'ChooseTranscript' } & TranscriptChoices)
  /** A form that somebody has open. */
  | FillIn
  /** A bar that somebody has open; it asks nothing, but says which room its buttons are about. */
  | { readonly type: 'LookAt' }
  /** The customer will see the transcript. */
  | { readonly type: 'ShowTranscript'; readonly wish: TranscriptWish };

export interface FillIn {
  readonly type: 'FillIn';
  readonly form: Form;
  /** What was said about a reply to the customer when the form was opened; absent where nothing was. */
  readonly reply?: ReplyPath;
  /** The message that it is about. */
  readonly messageId?: string;
}

/** What may be chosen for a transcript, as it was counted; what is shown of it, and where each range begins. */
export interface TranscriptChoices extends TranscriptPreview {
  readonly ticketId: string;
  readonly ranges: readonly (TranscriptRange & {
    readonly from: Bookmark;
    /** Up to when deletions are counted already. */
    readonly counted: number;
  })[];
  /** What was said later was not there to be left out; milliseconds since the epoch. */
  readonly until: number;
}

export interface Questions {
  put(question: Question): Promise<void>;
  /** @returns what nobody has answered yet, lapsed questions included */
  all(): Promise<Question[]>;
  /** @returns the question, if it is still to be answered */
  find(id: string): Promise<Question | undefined>;
  /** Takes the question back or settles it. */
  drop(id: string): Promise<void>;
}

/** Who is at work on something: insert, then read. */
export interface Turns {
  put(turn: Turn): Promise<void>;
  /** Lapsed ones included. */
  of(subject: string): Promise<Turn[]>;
  drop(turn: Turn): Promise<void>;
}

/** A room that a rule has opened, or is about to. */
export interface RuleOpening {
  readonly nonce: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface RuleOpenings {
  put(opening: RuleOpening): Promise<void>;
  all(): Promise<RuleOpening[]>;
  drop(nonces: readonly string[]): Promise<void>;
}

/** A ticket whose number was posted in a room, because somebody had named it there. */
export interface Unfurling {
  readonly nonce: string;
  readonly ticketId: string;
  readonly roomId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Unfurlings {
  put(unfurling: Unfurling): Promise<void>;
  all(): Promise<Unfurling[]>;
  drop(nonces: readonly string[]): Promise<void>;
}

/** What has been done about a merge: the merged ticket's room has been told, or has been given to the other ticket. */
export interface Merge {
  readonly ticketId: string;
  readonly into: string;
}

export interface Merges {
  find(ticketId: string): Promise<Merge | undefined>;
  note(merge: Merge): Promise<void>;
}

/** What rooms know of their tickets. */
export interface ToldRecords {
  ofTicket(ticketId: string): Promise<Told[]>;
  /** Those whose tickets are in this shard (`shardOf`). */
  ofShard(shard: number): Promise<Told[]>;
  /** Writes the one record of this ticket and room. */
  write(told: Told): Promise<void>;
  drop(ticketId: string, roomId: string): Promise<void>;
}

/** What the walk remembers of the rooms it goes over; it is the only one to write that. */
export interface Watches {
  ofShard(shard: number): Promise<Watch[]>;
  /** Writes the one record of this ticket and room. */
  write(watch: Watch): Promise<void>;
  drop(ticketId: string, roomId: string): Promise<void>;
}

/** How far the walk has come; one record. */
export interface WalkStore {
  read(): Promise<Walk | undefined>;
  write(walk: Walk): Promise<void>;
}

/** Closings of rooms that the app made, one for each room. */
export interface Closings {
  ofTicket(ticketId: string): Promise<Closing[]>;
  ofRoom(roomId: string): Promise<Closing | undefined>;
  /**
   * @returns those that are announced, or whose transcript is on its way. After a crash one of them may be out of date: `ofRoom` tells.
   */
  active(): Promise<Closing[]>;
  /** @returns those whose rooms are closed, and are to be deleted one day */
  deleting(): Promise<Closing[]>;
  /** Writes the one record of this room. */
  write(closing: Closing): Promise<void>;
  /** The same for a room that has moved to another ticket. @param from id of the ticket it was of */
  move(closing: Closing, from: string): Promise<void>;
  drop(roomId: string): Promise<void>;
}

/** Articles that the app itself has written, so that no room is told of them. */
export interface OwnArticles {
  /** @returns ids of articles */
  ofTicket(ticketId: string): Promise<string[]>;
  note(ticketId: string, articleId: string): Promise<void>;
  drop(ticketId: string, articleIds: readonly string[]): Promise<void>;
}

/** Who did what. */
export interface Audit {
  /** Takes down what was done just now. It never fails: what could not be taken down is in the log. */
  note(event: AuditEvent): Promise<void>;
  /** @param ticketNumber only what is about this ticket @returns the newest first */
  recent(query: { readonly ticketNumber?: string; readonly limit: number }): Promise<AuditEntry[]>;
  /** Removes what is older than it is kept. */
  forgetOld(): Promise<void>;
}

/** How far transcripts of rooms have got. */
export interface Transcripts {
  find(roomId: string): Promise<TranscriptRecord | undefined>;
  /** Writes the one record of this room. */
  write(record: TranscriptRecord): Promise<void>;
  /** @returns what somebody wants of this room */
  wish(roomId: string): Promise<TranscriptWish | undefined>;
  /** @returns what anybody wants of any room */
  wishes(): Promise<TranscriptWish[]>;
  /** Writes the one wish of this room. */
  writeWish(wish: TranscriptWish): Promise<void>;
  dropWish(roomId: string): Promise<void>;
  putContent(content: PartContent): Promise<void>;
  content(id: string): Promise<PartContent | undefined>;
  /** Drops what parts of this room say. */
  dropContents(roomId: string): Promise<void>;
  /** Notes when a room was linked: what was said before is nobody's business in the ticket. */
  noteLinked(roomId: string, at: number): Promise<void>;
  /** @returns when it was linked last, in milliseconds since the epoch; nothing where nobody has noted it */
  linkedAt(roomId: string): Promise<number | undefined>;
}

/** Messages that are gone from the rooms of tickets. */
export interface Deletions {
  /** Writes the one record of this message. */
  note(deletion: Deletion): Promise<void>;
  ofRoom(roomId: string): Promise<Deletion[]>;
}

/** What is linked and what is about to be, at one moment: a claim that has become a link shows as one of them, or both. */
export interface Reservations {
  readonly links: readonly Link[];
  /** Lapsed ones included. */
  readonly claims: readonly Claim[];
}

/** Who is about to link something: insert, then read. */
export interface Claims {
  put(claim: Claim): Promise<void>;
  ofTicket(ticketId: string): Promise<Reservations>;
  ofRoom(roomId: string): Promise<Reservations>;
  drop(claim: Claim): Promise<void>;
}
