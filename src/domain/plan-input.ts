import type { Adding } from './adding';
import type { AdmissionRules } from './admission';
import type { Article } from './article';
import type { ChangeKind } from './change-kind';
import type { ClosingTerms } from './closing';
import type { ClosingWish } from './closing-plan';
import type { SigningKey } from './mark';
import type { ChatUser } from './member';
import type { Observation } from './observation';
import type { OwnerMissing, TriedOwner } from './owner';
import type { Participant } from './participants';
import type { Recognition } from './person-search';
import type { Ticket } from './ticket';
import type { Write } from './write';

/** What one request has already tried; the next plan of the same request takes it into account. */
export interface Attempt {
  readonly createdRoomId?: string;
  /** Names that the server refused although no room of that name can be seen (a display name has it). */
  readonly refusedSlugs: ReadonlySet<string>;
  readonly refusedOwners: readonly TriedOwner[];
  /** User names this request has brought in, or tried to. */
  readonly tried: ReadonlySet<string>;
  /** Whether those have been welcomed. */
  readonly welcomed: boolean;
}

export interface RoomPolicy {
  readonly ownerMissing: OwnerMissing;
  readonly admission: AdmissionRules;
  readonly adding: Adding;
  /** For rooms that are made from now on. */
  readonly closing: ClosingTerms;
  /** How long a closing is announced before it comes, in milliseconds. */
  readonly closeDelay: number;
  /** Whether members of whom OTOBO knows nothing count as colleagues. */
  readonly colleagues: boolean;
  /** What of a ticket's changes its room is told. */
  readonly announce: readonly ChangeKind[];
}

/** What a plan for a ticket's room is made of. */
export interface PlanInput {
  readonly ticket: Ticket;
  /** Some of its newest articles. */
  readonly articles: readonly Article[];
  /** User name of who has just changed it from the chat. */
  readonly changedBy?: string;
  /** The names the room may have, the preferred first. */
  readonly slugs: readonly string[];
  readonly participants: readonly Participant[];
  readonly actor?: Participant;
  readonly appUser: ChatUser;
  readonly seen: Observation;
  readonly keys: readonly SigningKey[];
  readonly policy: RoomPolicy;
  readonly recognition: Recognition;
  /** Whether the request named everybody. */
  readonly peopleComplete: boolean;
  /** Whether a room may be opened; otherwise a ticket without one stays without. */
  readonly mayCreate: boolean;
  /** Whether those may be removed whom the app brought in and who have no role any more. */
  readonly mayRemove: boolean;
  /** What is wanted of the room, whatever the ticket's state says. */
  readonly wish?: ClosingWish;
  /** Whether the request is there to bring news only: then it changes nothing where the room knows a newer ticket. */
  readonly newsOnly: boolean;
  /** Present for who is alone at the ticket; only they may tell its room anything. */
  readonly aside?: Aside;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly attempt: Attempt;
}

/** A message about changes as it stands in the room. */
export interface PostedNotice {
  readonly messageId: string;
  /** Which state of knowledge it tells the changes since, see `digestOf`. */
  readonly digest: string;
}

/** What has to be known besides before a room is told anything; it counts only for who is alone at the ticket. */
export interface Aside {
  /** The messages about changes on the newest page of the room. */
  readonly notices: readonly PostedNotice[];
  /** Writes of this ticket on their way to OTOBO, read before `ownArticles`. */
  readonly writes: readonly Write[];
  /** Ids of articles that the app has written. */
  readonly ownArticles: readonly string[];
}
