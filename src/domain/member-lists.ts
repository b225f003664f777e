import type { Reason } from './errors';
import type { Participant } from './participants';
import type { Person } from './person';

/** A person in an answer. */
export interface ListedPerson extends Person {
  /** The user name, where the person has an account. */
  readonly username?: string;
  readonly reason?: Reason;
}

/** Every person of a request stands in exactly one of these. */
export interface MemberLists {
  /** Brought in by this request. */
  readonly added: readonly ListedPerson[];
  /** In the room before. */
  readonly present: readonly ListedPerson[];
  /** Wanted, and not found or not admitted. */
  readonly unresolved: readonly ListedPerson[];
  /** Kept out by a rule. */
  readonly skipped: readonly ListedPerson[];
}

/** Where a person with an account stands. */
export type Standing = 'added' | 'present' | { readonly list: 'Unresolved' | 'Skipped'; readonly reason: Reason };

/** @param standing asked for everybody who has an account */
export function memberLists(all: readonly Participant[], standing: (userId: string) => Standing): MemberLists {
  const lists = {
    added: [] as ListedPerson[],
    present: [] as ListedPerson[],
    unresolved: [] as ListedPerson[],
    skipped: [] as ListedPerson[],
  };
  const leaveOut = (person: ListedPerson, list: 'Unresolved' | 'Skipped', reason: Reason): void => {
    lists[list === 'Skipped' ? 'skipped' : 'unresolved'].push({ ...person, reason });
  };
  for (const one of all) {
    if ('list' in one) {
      leaveOut({ ...one.person, ...(one.username !== undefined && { username: one.username }) }, one.list, one.reason);
      continue;
    }
    const person = { ...one.person, username: one.user.username };
    const where = standing(one.user.id);
    if (typeof where === 'string') lists[where].push(person);
    else leaveOut(person, where.list, where.reason);
  }
  return lists;
}
