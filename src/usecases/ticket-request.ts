import type { AdmissionRules } from '../domain/admission';
import type { Article } from '../domain/article';
import type { ClosingTerms } from '../domain/closing';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { OwnerMissing } from '../domain/owner';
import type { Person } from '../domain/person';
import type { Adding } from '../domain/adding';
import type { Recognition } from '../domain/person-search';
import { roomSlug, secondSlug, templateProblem } from '../domain/room-name';
import type { RoomPolicy } from '../domain/plan-input';
import type { NameTaken } from '../domain/room-plan';
import type { Ticket } from '../domain/ticket';

/** A ticket that somebody asks about, with everybody who has to do with it. */
export interface TicketRequest {
  readonly ticket: Ticket;
  /** What OTOBO calls the event that the request tells of. */
  readonly event?: string;
  /** Id of the ticket that this one was merged into. */
  readonly mergedInto?: string;
  /** Some of its newest articles, in any order; not necessarily any. */
  readonly articles: readonly Article[];
  /** Each person once (`mergePeople`). */
  readonly people: readonly Person[];
  /** Addresses of OTOBO itself. */
  readonly systemAddresses: readonly string[];
  /** Login of the account that the sending web service works with. */
  readonly apiUser?: string;
  /** Who asks, when it is a person. */
  readonly actor?: Person;
  /** Their user, where they ask in the chat, so that nobody has to look for them. */
  readonly actorUser?: ChatUser;
  /** Whether `people` is everybody: only then anybody may be removed. */
  readonly peopleComplete: boolean;
  /** User name of who has just changed the ticket from the chat. */
  readonly changedBy?: string;
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
}

/** The rules in force, from the app's settings. */
export interface Policy {
  /** Template of room names. */
  readonly roomName: string;
  readonly nameTaken: NameTaken;
  readonly ownerMissing: OwnerMissing;
  readonly recognition: Recognition;
  readonly joining: AdmissionRules['joining'];
  readonly adding: Adding;
  readonly removeLeft: boolean;
  readonly customers: AdmissionRules['customers'];
  readonly customerQueues: readonly string[];
  /** For rooms that are made from now on. */
  readonly closing: ClosingTerms;
  /** How long a closing is announced before it comes, in milliseconds. */
  readonly closeDelay: number;
  readonly colleagues: RoomPolicy['colleagues'];
  readonly announce: RoomPolicy['announce'];
  /** Login of the app's own service account in OTOBO. */
  readonly serviceAccount?: string;
}

/** The admission rules for one request: the settings', and whom the request itself leaves out. */
export function admissionRules(
  { apiUser, systemAddresses }: Pick<TicketRequest, 'apiUser' | 'systemAddresses'>,
  policy: Policy,
): AdmissionRules {
  const apiUsers = [apiUser, policy.serviceAccount].filter((login) => login !== undefined);
  return { joining: policy.joining, customers: policy.customers, customerQueues: policy.customerQueues, apiUsers, systemAddresses };
}

/**
 * The names this ticket's room may have, the preferred first.
 *
 * @throws AppError `room_name_invalid` when the template in force makes no name
 */
export function slugsFor(ticket: Ticket, { roomName, nameTaken }: Policy): string[] {
  if (templateProblem(roomName)) throw new AppError('room_name_invalid', { name: roomName });
  const slug = roomSlug(roomName, ticket);
  return nameTaken === 'next' ? [slug, secondSlug(slug)] : [slug];
}
