import { foldAddress, isAddress } from './address';
import { hashesToFind, hashToWrite } from './address-hash';
import type { SigningKey } from './mark';
import type { ChatUser } from './member';
import type { Person, PersonType } from './person';
import { type Recognition, searchFor } from './person-search';

/** Somebody who belongs into a room and has no account yet, or none that counts; no address is stored, only its keyed hash. */
export interface Waiting {
  readonly ticketId: string;
  readonly roomId: string;
  /** What the person will be recognised by. */
  readonly key: string;
  readonly type: PersonType;
  /** Ids of the ticket's agents, who may let a customer in. */
  readonly agents: readonly string[];
  /** The ticket's queue, for the rule about customers. */
  readonly queue?: string;
}

const byHash = (hash: string): string => `address-${hash}`;
const byName = (username: string): string => `name-${username.normalize('NFC')}`;
/** For whom nothing could help; the record only keeps the app from telling of them again and again. */
const inVain = (hash: string): string => `nobody-${hash}`;

/** @returns what this person would be recognised by, by the settings in force; never nothing */
export function keysOfPerson(person: Person, recognition: Recognition, keys: readonly SigningKey[]): string[] {
  const { mapped, byUsername } = searchFor(person, recognition);
  if (mapped !== undefined) return [byName(mapped)];
  const { email } = person;
  const helpful = [
    ...(email && isAddress(email) && recognition.discovery !== 'username' ? [byHash(hashToWrite(foldAddress(email), keys))] : []),
    ...byUsername.map(byName),
  ];
  if (helpful.length > 0) return helpful;
  return [inVain(hashToWrite(JSON.stringify([person.type, person.login, person.email, person.name]), keys))];
}

/** @returns everything that somebody who waits may be recognised by in this user */
export function keysOfUser(user: ChatUser, { discovery, acceptUnverified }: Recognition, keys: readonly SigningKey[]): string[] {
  const counting = user.addresses.filter(({ verified }) => verified || acceptUnverified).map(({ address }) => foldAddress(address));
  const addresses = discovery === 'username' ? [] : counting.flatMap((address) => hashesToFind(address, keys).map(byHash));
  return [...addresses, byName(user.username)];
}

/** One entry per key: who waits as an agent and as a customer waits as a customer. */
export function oneEach(entries: readonly Waiting[]): Waiting[] {
  const byKey = new Map<string, Waiting>();
  for (const entry of entries) {
    const known = byKey.get(entry.key);
    if (!known || known.type === 'Agent') byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}
