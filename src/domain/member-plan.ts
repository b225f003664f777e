import type { Reason } from './errors';
import type { ChatUser } from './member';
import type { RoomContent } from './observation';
import { agentIds, mayBe } from './participants';
import type { Room } from './room';
import type { PlanInput } from './plan-input';

/** A person who has an account and does not get into the room all the same. */
export interface LeftOut {
  readonly userId: string;
  readonly list: 'Unresolved' | 'Skipped';
  readonly reason: Reason;
}

/** Who comes, who goes, and what is taken down about it. */
export interface MemberPlan {
  /** User names, in alphabetical order. */
  readonly joining: readonly string[];
  readonly leaving: readonly ChatUser[];
  /** Ids of users inside whom the app has brought in, and who are not taken down yet. */
  readonly toRemember: readonly string[];
  /** User names. */
  readonly toWelcome: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

type Input = Pick<PlanInput, 'participants' | 'attempt' | 'policy' | 'mayRemove' | 'appUser'>;

/**
 * @param mine this request has created the room
 * @param unfinished the request that created the room has not come to its end: everybody of the ticket who is inside came with it
 */
export function planMembers(input: Input, room: Room, content: RoomContent, mine: boolean, unfinished: boolean): MemberPlan {
  const inside = new Map(content.members.map((user) => [user.id, user]));
  const wanted = new Map(input.participants.flatMap((one) => ('user' in one ? [[one.user.id, one.user] as const] : [])));
  const brought = [...wanted.values()].filter(({ id, username }) => inside.has(id) && (mine || input.attempt.tried.has(username)));
  const ours = unfinished ? [...wanted.values()].filter(({ id }) => inside.has(id)) : brought;
  return {
    ...planJoining(input, room, content, inside),
    leaving: input.mayRemove ? planLeaving(input, room, content, inside, wanted) : [],
    toRemember: ours
      .map(({ id }) => id)
      .filter((id) => id !== room.creator.id && !content.added.includes(id))
      .sort(),
    toWelcome: input.policy.adding === 'welcome' && !input.attempt.welcomed ? brought.map(({ username }) => username).sort() : [],
  };
}

function planJoining(
  { participants, attempt }: Input,
  room: Room,
  content: RoomContent,
  inside: ReadonlyMap<string, ChatUser>,
): Pick<MemberPlan, 'joining' | 'leftOut'> {
  const needsConsent = consentNeeded({ participants, attempt }, room, content);
  const joining = new Set<string>();
  const leftOut: LeftOut[] = [];
  for (const one of participants) {
    if (!('user' in one) || inside.has(one.user.id)) continue;
    if (needsConsent(one.user)) leftOut.push({ userId: one.user.id, list: 'Skipped', reason: 'customer_needs_consent' });
    else if (attempt.tried.has(one.user.username)) leftOut.push({ userId: one.user.id, list: 'Unresolved', reason: 'not_admitted' });
    else joining.add(one.user.username);
  }
  return { joining: [...joining].sort(), leftOut };
}

/** Whoever is not known to be an agent would read, as a customer, what was said in a room before. */
function consentNeeded(
  { participants, attempt }: Pick<Input, 'participants' | 'attempt'>,
  room: Room,
  content: RoomContent,
): (user: ChatUser) => boolean {
  const agents = agentIds(participants);
  const history = attempt.createdRoomId !== room.id && room.messageCount > content.cards.length;
  return (user) => history && !agents.has(user.id);
}

/** @returns customers about whom the room has not been asked yet */
export function participantsToAskFor(input: Pick<Input, 'participants' | 'attempt'>, room: Room, content: RoomContent): ChatUser[] {
  const needsConsent = consentNeeded(input, room, content);
  const inside = new Set(content.members.map(({ id }) => id));
  const users = new Map(input.participants.flatMap((one) => ('user' in one ? [[one.user.id, one.user] as const] : [])));
  return [...users.values()].filter((user) => !inside.has(user.id) && !content.asked.includes(user.id) && needsConsent(user));
}

/** Only whom the app brought in, never the room's owner, and nobody who may be one of those that could not be recognised this time. */
function planLeaving(
  { participants, appUser }: Input,
  room: Room,
  { added }: RoomContent,
  inside: ReadonlyMap<string, ChatUser>,
  wanted: ReadonlyMap<string, ChatUser>,
): ChatUser[] {
  // A disabled account still has its role, and who could not be found may be anybody of the same name or address.
  const uncertain = participants.filter((one) => 'list' in one && (one.list === 'Unresolved' || one.username !== undefined));
  return [...new Set(added)]
    .flatMap((id) => inside.get(id) ?? [])
    .filter(
      (user) => !wanted.has(user.id) && user.id !== room.creator.id && user.id !== appUser.id && !uncertain.some((one) => mayBe(one, user)),
    )
    .sort((a, b) => (a.username < b.username ? -1 : 1));
}
