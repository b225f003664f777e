import type { ChatUser } from './member';
import { type Participant, userOf } from './participants';
import type { Role } from './person';

/** What happens when nobody of the ticket can own the room: `auto` refuses when somebody asked for it in person. */
export const OWNER_MISSING = ['auto', 'refuse', 'app'] as const;
export type OwnerMissing = (typeof OWNER_MISSING)[number];

/** Where the room's owner comes from; `Existing`: the room was there before this request. */
export type OwnerSource = 'Owner' | 'Responsible' | 'Actor' | 'App' | 'Existing';

export interface OwnerCandidate {
  readonly user: ChatUser;
  readonly source: OwnerSource;
}

/** Somebody who was to create the room and could not. */
export interface TriedOwner {
  readonly username: string;
  readonly reason: 'not_allowed' | 'no_such_user';
}

/**
 * Who may own the room, the first choice first. The owner is who creates it, and that cannot be changed later: the engine has
 * no accessor for it. Whether a user may create private rooms shows only by trying.
 *
 * @param actor who asked for the room in OTOBO; absent when OTOBO itself did
 * @param tried those who were refused already
 */
export function ownerCandidates(
  participants: readonly Participant[],
  actor: Participant | undefined,
  appUser: ChatUser,
  missing: OwnerMissing,
  tried: readonly TriedOwner[],
): OwnerCandidate[] {
  const inRole = (role: Role): ChatUser | undefined =>
    userOf(participants.find(({ person }) => person.type === 'Agent' && person.roles.includes(role)));
  const appMayOwn = missing === 'app' || (missing === 'auto' && !actor);
  const order: [OwnerSource, ChatUser | undefined][] = [
    ['Owner', inRole('Owner')],
    ['Responsible', inRole('Responsible')],
    ['Actor', userOf(actor)],
    ['App', appMayOwn ? appUser : undefined],
  ];
  const candidates = order.flatMap(([source, user]) =>
    user && !tried.some(({ username }) => username === user.username) ? [{ source, user }] : [],
  );
  return candidates.filter(({ user }, index) => candidates.findIndex((other) => other.user.id === user.id) === index);
}
