import { foldAddress, isAddress, localPart } from './address';
import type { Reason } from './errors';
import { type ChatUser, isFederated } from './member';
import { mappingKey, type PeopleMapping } from './people-mapping';
import type { Person } from './person';

/** How people of a ticket are recognised in the chat: by e-mail address, by user name = login, or by address first. */
export const DISCOVERIES = ['email', 'username', 'both'] as const;
export type Discovery = (typeof DISCOVERIES)[number];

/** An address to look for, and user names that its owner may have. */
export interface AddressQuery {
  /** In the form of `foldAddress`. */
  readonly address: string;
  readonly hints: readonly string[];
}

/** How somebody is recognised, by the settings. */
export interface Recognition {
  readonly discovery: Discovery;
  /** Comes before everything else. */
  readonly mapping: PeopleMapping['names'];
  /** Whether addresses count that nobody has verified. */
  readonly acceptUnverified: boolean;
}

/** What has to be looked up to find a person; all of it is absent when nothing can be. */
export interface Search {
  /** The user name that an admin has written down for this person; nothing else is looked up then. */
  readonly mapped?: string;
  readonly byAddress?: AddressQuery;
  readonly byUsername: readonly string[];
}

/** User names are compared exactly by Rocket.Chat, logins by OTOBO without regard to case: so both spellings are tried. */
const spellings = (name: string): string[] => [...new Set([name.normalize('NFC'), name.normalize('NFC').toLowerCase()])];

export function searchFor(person: Person, { discovery, mapping }: Recognition): Search {
  const mapped = [person.login, person.email].flatMap((key) => (key === undefined ? [] : (mapping.get(mappingKey(key)) ?? [])))[0];
  if (mapped !== undefined) return { mapped, byUsername: [mapped] };
  const names = person.login ? spellings(person.login) : [];
  const byUsername = discovery === 'email' ? [] : names;
  if (discovery === 'username' || !person.email || !isAddress(person.email)) return { byUsername };
  const address = foldAddress(person.email);
  return { byUsername, byAddress: { address, hints: [...new Set([...names, ...spellings(localPart(person.email.trim()))])] } };
}

/** What the look-ups brought: users by folded address (anyone who may have it), users by user name. */
export interface Found {
  readonly byAddress: ReadonlyMap<string, readonly ChatUser[]>;
  readonly byUsername: ReadonlyMap<string, ChatUser>;
  /** Whether everybody in the chosen rooms has been met, so that a miss is one. */
  readonly complete: boolean;
}

export type Identity = { readonly user: ChatUser } | { readonly reason: Reason };

/**
 * Decides which user a person is. An address counts only for the user who has verified it: anybody can type any address into
 * their profile.
 *
 * @returns the user, or why there is none (`Unresolved`); whether that user may come in is decided by `admission.ts`
 */
export function identify(person: Person, recognition: Recognition, found: Found): Identity {
  const search = searchFor(person, recognition);
  const named = search.byUsername.map((name) => found.byUsername.get(name)).find((user) => user !== undefined);
  if (search.mapped !== undefined) return named ? { user: named } : { reason: 'mapped_to_nobody' };
  if (recognition.discovery === 'username') return named ? { user: named } : { reason: person.login ? 'no_account' : 'no_login' };
  const byAddress = search.byAddress
    ? ownerOf(search.byAddress.address, recognition.acceptUnverified, found)
    : { reason: person.email ? ('address_invalid' as const) : ('no_address' as const) };
  if ('user' in byAddress || !named) return byAddress;
  return { user: named };
}

function ownerOf(address: string, acceptUnverified: boolean, found: Found): Identity {
  const entries = (found.byAddress.get(address) ?? []).flatMap((user) =>
    user.addresses.filter((entry) => foldAddress(entry.address) === address).map(({ verified }) => ({ user, verified })),
  );
  const owner = entries.find(({ verified }) => verified) ?? (acceptUnverified ? entries[0] : undefined);
  if (owner) return { user: owner.user };
  if (entries.length > 0) return { reason: 'address_unverified' };
  return { reason: found.complete ? 'no_account' : 'not_searched_yet' };
}

/** @returns why this account is left out whoever it belongs to, or nothing */
export function unusableAccount(user: ChatUser): Reason | undefined {
  if (user.bot) return 'bot';
  if (!user.enabled) return 'account_disabled';
  if (isFederated(user)) return 'federated_account';
  return undefined;
}
