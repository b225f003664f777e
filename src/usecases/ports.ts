import type { SigningKey, Mark } from '../domain/mark';
import type { ChatUser } from '../domain/member';
import type { AddressQuery } from '../domain/person-search';
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

export interface Links {
  ofTicket(ticketId: string): Promise<Link[]>;
  /** Writes the one record of this ticket and room. */
  write(link: Link): Promise<void>;
  drop(ticketId: string, roomIds: readonly string[]): Promise<void>;
}

/** Finds users. Who found is who is asked for is decided by the caller, from the user's own addresses. */
export interface Directory {
  byUsername(username: string): Promise<ChatUser | undefined>;
  /** @returns users who may have the address; empty when nobody is known to */
  byAddress(query: AddressQuery): Promise<ChatUser[]>;
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
  readonly directory: Directory;
  readonly keys: Keys;
  readonly workspace: Workspace;
  /** Absent when the connection to OTOBO is not set up. */
  readonly otobo?: Otobo;
  readonly time: Time;
}
