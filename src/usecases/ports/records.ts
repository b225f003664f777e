import type { Agent } from '../../domain/agent';
import type { Claim } from '../../domain/claim';
import type { SigningKey } from '../../domain/mark';
import type { Link } from '../../domain/room';
import type { Told } from '../../domain/told';
import type { Turn } from '../../domain/turn';
import type { Write } from '../../domain/write';

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
  /** @returns all of them, the oldest first */
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
  | { readonly type: 'AddMember'; readonly username: string };

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

/** What rooms know of their tickets. */
export interface ToldRecords {
  ofTicket(ticketId: string): Promise<Told[]>;
  /** Writes the one record of this ticket and room. */
  write(told: Told): Promise<void>;
  drop(ticketId: string, roomId: string): Promise<void>;
}

/** Articles that the app itself has written, so that no room is told of them. */
export interface OwnArticles {
  /** @returns ids of articles */
  ofTicket(ticketId: string): Promise<string[]>;
  note(ticketId: string, articleId: string): Promise<void>;
  drop(ticketId: string, articleIds: readonly string[]): Promise<void>;
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
