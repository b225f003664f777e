import { type AdmissionRules, customersMayJoin } from './admission';
import type { ErrorCode, Reason } from './errors';
import { isGuarded } from './guard';
import { isOurMark, type SigningKey } from './mark';
import type { ChatUser } from './member';
import { type Located, locate, type Observation } from './observation';
import { type OwnerCandidate, type OwnerMissing, ownerCandidates, type TriedOwner } from './owner';
import { agentIds, type Participant } from './participants';
import { displayName } from './room-name';
import type { Room } from './room';
import type { Ticket } from './ticket';

/** What to do when the room's name belongs to a stranger's room. */
export const NAME_TAKEN = ['refuse', 'next'] as const;
export type NameTaken = (typeof NAME_TAKEN)[number];

/** Whoever creates a room finishes it (card, index); another request may do so only in a room older than this. */
export const FINISHING_TIME_MS = 60_000;

/** What the welcome card says; in a guarded room nothing internal. */
export interface Card {
  readonly ticket: Ticket;
  readonly guarded: boolean;
  /** People who are not in the room, for colleagues only. */
  readonly missing: readonly Participant[];
}

/** One thing that must change so that the room matches the ticket. */
export type RoomAction =
  | {
      readonly type: 'CreateRoom';
      readonly slug: string;
      readonly displayName: string;
      readonly owner: OwnerCandidate;
      readonly members: readonly string[];
    }
  | { readonly type: 'DeleteDuplicate'; readonly roomId: string; readonly slug: string }
  | { readonly type: 'AddMembers'; readonly roomId: string; readonly members: readonly string[] }
  | { readonly type: 'RestoreMark'; readonly roomId: string; readonly slug: string; readonly creatorId: string }
  | { readonly type: 'PostCard'; readonly roomId: string; readonly card: Card; readonly others: 'none' | 'possible' }
  | { readonly type: 'DropLinks'; readonly roomIds: readonly string[] }
  /** `cardId` is absent when the card is posted by the same plan. */
  | { readonly type: 'WriteLink'; readonly roomId: string; readonly slug: string; readonly cardId?: string };

/** What one request has already tried; the next plan of the same request takes it into account. */
export interface Attempt {
  readonly createdRoomId?: string;
  /** Names that the server refused although no room of that name can be seen (a display name has it). */
  readonly refusedSlugs: ReadonlySet<string>;
  readonly refusedOwners: readonly TriedOwner[];
  /** User names this request has brought in, or tried to. */
  readonly tried: ReadonlySet<string>;
}

export interface RoomPolicy {
  readonly ownerMissing: OwnerMissing;
  readonly admission: AdmissionRules;
}

export interface PlanInput {
  readonly ticket: Ticket;
  /** The names the room may have, the preferred first. */
  readonly slugs: readonly string[];
  readonly participants: readonly Participant[];
  readonly actor?: Participant;
  readonly appUser: ChatUser;
  readonly seen: Observation;
  readonly keys: readonly SigningKey[];
  readonly policy: RoomPolicy;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly attempt: Attempt;
}

/** A person who has an account and does not get into the room all the same. */
export interface LeftOut {
  readonly userId: string;
  readonly list: 'Unresolved' | 'Skipped';
  readonly reason: Reason;
}

export interface RoomPlan {
  readonly actions: readonly RoomAction[];
  readonly leftOut: readonly LeftOut[];
  readonly room?: Room;
  readonly refusal?: { readonly code: ErrorCode; readonly details: Readonly<Record<string, string>> };
}

/**
 * What must change so that the ticket has its one room with its people in it. Pure: planning the result of a plan gives
 * nothing to do, and the same people in any order give the same plan.
 */
export function planRoom(input: PlanInput): RoomPlan {
  const located = locate(input.ticket.id, input.slugs, input.seen, input.keys);
  const cleanUp = located.duplicates.map((room): RoomAction => ({ type: 'DeleteDuplicate', roomId: room.id, slug: room.slug }));
  if (!located.room) return planCreation(input, located, cleanUp);
  if (located.room.archived) return refuse('room_archived', { room: located.room.slug }, cleanUp);
  return planExisting(input, located, located.room, cleanUp);
}

function refuse(code: ErrorCode, details: Record<string, string>, actions: readonly RoomAction[] = []): RoomPlan {
  return { actions, leftOut: [], refusal: { code, details } };
}

function planCreation(input: PlanInput, located: Located, cleanUp: readonly RoomAction[]): RoomPlan {
  const slug = input.slugs.find((name) => !located.taken.has(name) && !input.attempt.refusedSlugs.has(name));
  if (slug === undefined) return refuse('name_taken', { room: input.slugs.join(', ') }, cleanUp);
  const [owner] = ownerCandidates(input.participants, input.actor, input.appUser, input.policy.ownerMissing, input.attempt.refusedOwners);
  if (!owner) {
    const tried = input.attempt.refusedOwners.map(({ username }) => username).join(', ');
    return refuse('owner_missing', { tried: tried || '–' }, cleanUp);
  }
  const members = new Set(input.participants.flatMap((one) => ('user' in one ? [one.user.username] : [])));
  const create: RoomAction = { type: 'CreateRoom', slug, displayName: displayName(input.ticket), owner, members: [...members].sort() };
  return { actions: [...cleanUp, create], leftOut: [] };
}

function planExisting(input: PlanInput, located: Located, room: Room, cleanUp: readonly RoomAction[]): RoomPlan {
  const { ticket, seen, attempt, policy } = input;
  const content = seen.inside.get(room.id) ?? { members: [], cards: [] };
  const slug = located.slug ?? room.slug;
  const mine = attempt.createdRoomId === room.id;
  // Two records of one room mean that it was finished before.
  const finishing = mine || input.now - room.createdAt > FINISHING_TIME_MS || located.staleLinks.includes(room.id);

  const { missing, leftOut } = planMembers(input, room, content.members, content.cards.length);
  const actions: RoomAction[] = [...cleanUp];
  if (missing.length > 0) actions.push({ type: 'AddMembers', roomId: room.id, members: missing });
  if (!isOurMark(room.mark, { ticketId: ticket.id, slug, creatorId: room.creator.id }, input.keys)) {
    actions.push({ type: 'RestoreMark', roomId: room.id, slug, creatorId: room.creator.id });
  }
  // A room without any record could be missed once it is renamed: who may not write one may not drop any.
  if (finishing && located.staleLinks.length > 0) actions.push({ type: 'DropLinks', roomIds: located.staleLinks });
  const [cardId] = content.cards;
  if (finishing && cardId === undefined) {
    actions.push({ type: 'PostCard', roomId: room.id, card: cardFor(input, room, content.members), others: mine ? 'none' : 'possible' });
  }
  if (finishing && (cardId === undefined || located.link?.cardId !== cardId)) {
    actions.push({ type: 'WriteLink', roomId: room.id, slug, ...(cardId !== undefined && { cardId }) });
  }
  return { actions, leftOut, room };

  function cardFor(plan: PlanInput, inRoom: Room, members: readonly ChatUser[]): Card {
    const guarded = isGuarded(inRoom, customersMayJoin(policy.admission, ticket.queue), members, colleagues(plan), plan.appUser.id);
    return { ticket, guarded, missing: guarded ? [] : plan.participants.filter((one) => 'list' in one && one.list === 'Unresolved') };
  }
}

/** Who acts in OTOBO is an agent, whether or not they take part in the ticket. */
function colleagues(input: PlanInput): Set<string> {
  return agentIds(input.actor ? [...input.participants, input.actor] : input.participants);
}

function planMembers(input: PlanInput, room: Room, members: readonly ChatUser[], cards: number): { missing: string[]; leftOut: LeftOut[] } {
  const inside = new Set(members.map(({ id }) => id));
  const agents = agentIds(input.participants);
  const history = input.attempt.createdRoomId !== room.id && room.messageCount > cards;
  const missing = new Set<string>();
  const leftOut: LeftOut[] = [];
  for (const one of input.participants) {
    if (!('user' in one) || inside.has(one.user.id)) continue;
    if (history && !agents.has(one.user.id)) leftOut.push({ userId: one.user.id, list: 'Skipped', reason: 'customer_needs_consent' });
    else if (input.attempt.tried.has(one.user.username)) leftOut.push({ userId: one.user.id, list: 'Unresolved', reason: 'not_admitted' });
    else missing.add(one.user.username);
  }
  return { missing: [...missing].sort(), leftOut };
}
