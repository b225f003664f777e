import { foldAddress } from './address';
import { type AdmissionRules, keptOut } from './admission';
import type { Reason } from './errors';
import type { ChatUser } from './member';
import type { Person } from './person';
import { type Found, identify, type Recognition, unusableAccount } from './person-search';

/** A person of the ticket and what became of them before the room was looked at. */
export type Participant =
  | { readonly person: Person; readonly user: ChatUser }
  | {
      readonly person: Person;
      readonly list: 'Unresolved' | 'Skipped';
      readonly reason: Reason;
      /** The account that cannot be used. */
      readonly username?: string;
      /** Id of the user of somebody whom a rule keeps out: they may be inside all the same. */
      readonly userId?: string;
    };

/** @returns the participant's user, or nothing when there is none who may come in */
export function userOf(participant: Participant | undefined): ChatUser | undefined {
  return participant && 'user' in participant ? participant.user : undefined;
}

/**
 * Everybody of the request, each exactly once: with a user, or with the reason why not.
 *
 * @param rules who belongs in; without rules only accounts are looked for
 */
export function participants(
  people: readonly Person[],
  recognition: Recognition,
  found: Found,
  rules?: AdmissionRules,
  queue?: string,
): Participant[] {
  return people.map((person) => {
    const rule = rules && keptOut(person, rules, queue);
    const identity = identify(person, recognition, found);
    if (rule) return { person, list: 'Skipped', reason: rule, ...('user' in identity && { userId: identity.user.id }) };
    if ('reason' in identity) return { person, list: 'Unresolved', reason: identity.reason };
    const unusable = unusableAccount(identity.user);
    return unusable ? { person, list: 'Skipped', reason: unusable, username: identity.user.username } : { person, user: identity.user };
  });
}

/** @returns ids of the users who take part as agents only; somebody who is also the customer is treated as one */
export function agentIds(all: readonly Participant[]): Set<string> {
  const ids = (wanted: (person: Person) => boolean): string[] =>
    all.flatMap((one) => ('user' in one && wanted(one.person) ? [one.user.id] : []));
  const others = new Set(ids((person) => person.type !== 'Agent'));
  return new Set(ids((person) => person.type === 'Agent').filter((id) => !others.has(id)));
}

const same = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** The same of who takes part, whose account may be one that cannot be used. */
export function mayBe(one: Participant, user: ChatUser): boolean {
  return ('username' in one && one.username === user.username) || mayBePerson(one.person, user);
}

/** Whether a user has the login or the address of a person, verified or not. */
export function mayBePerson({ login, email }: Person, user: ChatUser): boolean {
  return (
    (login !== undefined && same(login, user.username)) ||
    (email !== undefined && user.addresses.some(({ address }) => foldAddress(address) === foldAddress(email)))
  );
}
