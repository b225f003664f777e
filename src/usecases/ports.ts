import type { SigningKey, Mark } from '../domain/mark';
import type { ChatUser } from '../domain/member';
import type { Participant } from '../domain/participants';
import type { Waiting } from '../domain/waiting';
import type { AddressQuery } from '../domain/person-search';
import type { Pass } from '../domain/address-pass';
import type { Link, Room } from '../domain/room';
import type { Card } from '../domain/room-plan';
import type { Ticket } from '../domain/ticket';

/** A private room to be created for a ticket. */
export interface NewRoom {
  readonly ticket: Ticket;
  readonly slug: string;
  readonly displayName: string;
  readonly creator: ChatUser;
  /** User names. */
  readonly members: readonly string[];
  /** Whether the server's own messages about joining and leaving are shown. */
  readonly showJoins: boolean;
  readonly mark: Mark;
}

/**
 * `name_taken`: the server refused the name, in whatever words. `owner_refused`: this creator may not create private rooms, or
 * is gone; another may.
 */
export type Creation =
  | { readonly outcome: 'created'; readonly roomId: string }
  | { readonly outcome: 'name_taken' }
  | { readonly outcome: 'owner_refused'; readonly reason: 'not_allowed' | 'no_such_user' };

export interface Rooms {
  byId(roomId: string): Promise<Room | undefined>;
  bySlug(slug: string): Promise<Room | undefined>;
  members(roomId: string): Promise<ChatUser[]>;
  /** @throws AppError for everything that neither another name nor another creator can help */
  create(room: NewRoom): Promise<Creation>;
  /** Brings users in by their user names; those whom the server refuses stay out without an error. */
  addMembers(roomId: string, members: readonly string[]): Promise<void>;
  /** Takes users out by their user names. */
  removeMembers(roomId: string, members: readonly string[]): Promise<void>;
  restoreMark(roomId: string, mark: Mark): Promise<void>;
  /** Deletes the room if nobody wrote anything in it meanwhile. */
  deleteUnused(roomId: string): Promise<void>;
}

export interface Cards {
  /** Whether this message is (still) a card. */
  isCard(messageId: string): Promise<boolean>;
  /** Ids of the cards on the oldest or the newest page of a room's messages, oldest first. */
  find(roomId: string, page: 'oldest' | 'newest'): Promise<string[]>;
  /** @returns the id of the message */
  post(roomId: string, card: Card): Promise<string>;
  delete(messageIds: readonly string[]): Promise<void>;
}

/** Whom the app itself has brought into rooms. */
export interface Additions {
  /** @returns ids of users */
  ofRoom(roomId: string): Promise<string[]>;
  remember(roomId: string, userIds: readonly string[]): Promise<void>;
  forget(roomId: string, userIds: readonly string[]): Promise<void>;
}

/** People who belong into rooms and have no account yet. */
export interface WaitingList {
  /** @returns what people of this ticket wait for */
  ofTicket(ticketId: string): Promise<string[]>;
  byKey(key: string): Promise<Waiting[]>;
  /** @returns what anybody waits for */
  keys(): Promise<string[]>;
  add(entries: readonly Waiting[]): Promise<void>;
  drop(ticketId: string, keys: readonly string[]): Promise<void>;
}

/** A question to the people of a room: may this customer come in and read what was said before? */
export interface Consent {
  readonly roomId: string;
  readonly userId: string;
  /** The question, which is edited when it has been answered. */
  readonly messageId: string;
  /** Who may answer besides the room's owner: ids of the ticket's agents. */
  readonly agents: readonly string[];
}

export interface Consents {
  /** @returns ids of the users about whom the room has been asked */
  ofRoom(roomId: string): Promise<string[]>;
  find(roomId: string, userId: string): Promise<Consent | undefined>;
  add(consent: Consent): Promise<void>;
  drop(roomId: string, userId: string): Promise<void>;
}

/** Short answers to a click. */
export type WhisperKey = 'consent.settled' | 'consent.not_yours' | 'consent.failed';

/** What the app says in rooms and to people besides the card. */
export interface Notices {
  /** @returns the id of the message */
  askConsent(roomId: string, person: ChatUser): Promise<string>;
  /** Says under the question how it was answered; what was refused can still be granted. */
  consentAnswered(messageId: string, person: ChatUser, by: ChatUser, granted: boolean): Promise<void>;
  /** To one person, in a direct room. */
  missing(to: ChatUser, ticket: Ticket, missing: readonly Participant[]): Promise<void>;
  /** To one person, where they are, not stored. */
  whisper(to: Pick<ChatUser, 'id' | 'username'>, roomId: string, text: WhisperKey): Promise<void>;
  /** One message that mentions the people who came in. */
  welcome(roomId: string, members: readonly string[]): Promise<void>;
}

export interface Links {
  ofTicket(ticketId: string): Promise<Link[]>;
  /** Writes the one record of this ticket and room. */
  write(link: Link): Promise<void>;
  drop(ticketId: string, roomIds: readonly string[]): Promise<void>;
}

/** Finds users. Who found is who is asked for is decided by the caller, from the user's own addresses. */
export interface Directory {
  byUsername(username: string): Promise<ChatUser | undefined>;
  byId(userId: string): Promise<ChatUser | undefined>;
  /** @returns users who may have the address, from the address book and by the names it hints at; empty when nobody is known to */
  byAddress(query: AddressQuery): Promise<ChatUser[]>;
}

/**
 * Which user has which verified address: keyed hashes only, no address is stored. What it says is a hint; the user's own
 * addresses decide.
 */
export interface AddressBook {
  /** @param address in the form of `foldAddress` @returns ids of users who had the address when they were last met */
  find(address: string): Promise<string[]>;
  /** Makes the book say of this user what is true now; writes nothing where it does already. */
  learn(user: ChatUser): Promise<void>;
  /** Takes everything about a user out. */
  forget(userId: string): Promise<void>;
  /** Whether everybody in the chosen rooms has been met once. */
  complete(): Promise<boolean>;
}

/** How far the pass over the members of the chosen rooms has come; one record, written step by step. */
export interface PassStore {
  read(): Promise<Pass | undefined>;
  write(pass: Pass): Promise<void>;
}

export interface Keys {
  /** The app's signing keys, from memory where they are known; makes the first one where there is none. */
  all(): Promise<readonly SigningKey[]>;
  /** Reads them again: another instance may have made one. */
  reread(): Promise<readonly SigningKey[]>;
}

export interface Workspace {
  /** The app's own user. */
  appUser(): Promise<ChatUser>;
  /** Where people's browsers find the workspace, without a slash at the end. */
  siteUrl(): Promise<string>;
}

/** What OTOBO knows of a ticket, as its `TicketGet` says it. */
export interface OtoboTicket {
  readonly ticket: Ticket;
  /** Login of the customer user. */
  readonly customerUser?: string;
}

export interface Otobo {
  /** @throws AppError `ticket_not_found`, `otobo_*` */
  ticket(ticketId: string): Promise<OtoboTicket>;
  /** @returns the id, or nothing when there is no such ticket (or not for this account) */
  ticketIdOf(ticketNumber: string): Promise<string | undefined>;
}

export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  pause(ms: number): Promise<void>;
}

export interface Ports {
  readonly rooms: Rooms;
  readonly cards: Cards;
  readonly links: Links;
  readonly additions: Additions;
  readonly notices: Notices;
  readonly waiting: WaitingList;
  readonly consents: Consents;
  readonly directory: Directory;
  readonly book: AddressBook;
  readonly pass: PassStore;
  readonly keys: Keys;
  readonly workspace: Workspace;
  /** Absent when the connection to OTOBO is not set up. */
  readonly otobo?: Otobo;
  readonly time: Time;
}
