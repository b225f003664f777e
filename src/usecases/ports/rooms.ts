import type { Card } from '../../domain/card';
import type { Mark } from '../../domain/mark';
import type { ChatUser } from '../../domain/member';
import type { Link, Room } from '../../domain/room';
import type { Ticket } from '../../domain/ticket';

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
  /** Whether nobody but owners and the app can write in it. */
  setReadOnly(roomId: string, readOnly: boolean): Promise<void>;
  /** Deletes the room with everything in it. */
  delete(roomId: string): Promise<void>;
  /** Makes a room of the app's nobody's. */
  removeMark(roomId: string): Promise<void>;
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
  /** Makes a card, if it is still there, say what is true now; one that does is left alone. Who linked the room stays on it. */
  refresh(messageId: string, card: Card): Promise<void>;
  /**
   * Makes a card, if it is still there, a line that says who unlinked the ticket.
   *
   * @param by user name
   */
  sayUnlinked(messageId: string, ticketNumber: string, by: string): Promise<void>;
  /** Makes a card, if it is still there, a line that says into which ticket its ticket was merged. */
  sayMerged(messageId: string, ticketNumber: string, into: string): Promise<void>;
  /** Makes a card, if it is still there, a line that says that the ticket was deleted. */
  sayDeleted(messageId: string, ticketNumber: string): Promise<void>;
}

/** Whom the app itself has brought into rooms. */
export interface Additions {
  /** @returns ids of users */
  ofRoom(roomId: string): Promise<string[]>;
  remember(roomId: string, userIds: readonly string[]): Promise<void>;
  forget(roomId: string, userIds: readonly string[]): Promise<void>;
}

export interface Links {
  ofRoom(roomId: string): Promise<Link[]>;
  /** Writes the one record of this ticket and room. */
  write(link: Link): Promise<void>;
  drop(ticketId: string, roomIds: readonly string[]): Promise<void>;
}
