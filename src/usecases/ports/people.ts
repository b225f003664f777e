import type { Pass } from '../../domain/address-pass';
import type { ChatUser } from '../../domain/member';
import type { AddressQuery } from '../../domain/person-search';
import type { Waiting } from '../../domain/waiting';

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
