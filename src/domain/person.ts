/** `Address`: somebody who only appears in the header of an article. */
export const PERSON_TYPES = ['Agent', 'Customer', 'Address'] as const;
export type PersonType = (typeof PERSON_TYPES)[number];

export const ROLES = [
  'Owner',
  'Responsible',
  'Involved',
  'Watcher',
  'Customer',
  'From',
  'To',
  'Cc',
  'InternalFrom',
  'InternalTo',
  'InternalCc',
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who has to do with a ticket, in OTOBO's words. */
export interface Person {
  readonly type: PersonType;
  readonly login?: string;
  /** As OTOBO gave it; see `address.ts` for what is compared. */
  readonly email?: string;
  readonly name?: string;
  readonly roles: readonly Role[];
}

/** Agents before customers before mere addresses: an address that an agent has too is that agent's. */
const rank = (person: Person): number => PERSON_TYPES.indexOf(person.type);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const key = (person: Person): string =>
  [
    rank(person),
    fold(person.login),
    fold(person.email),
    person.login ?? '',
    person.email ?? '',
    person.name ?? '',
    person.roles.join(),
  ].join('\u0000');

const fold = (text: string | undefined): string => (text ?? '').normalize('NFC').toLowerCase();

function combined(into: Person, other: Person): Person {
  const roles = ROLES.filter((role) => into.roles.includes(role) || other.roles.includes(role));
  const login = into.login ?? other.login;
  const email = into.email ?? other.email;
  const name = into.name ?? other.name;
  return { type: into.type, roles, ...(login && { login }), ...(email && { email }), ...(name && { name }) };
}

/**
 * One entry per person: first by (type, login), then whoever has no login joins the first entry with the same address.
 * Two logins are two people even if they share an address, and an agent is never merged with a customer who has a login.
 *
 * @returns the people in an order of their own, so that the order of the request has no influence on anything
 */
export function mergePeople(people: readonly Person[]): Person[] {
  const merged = new Map<string, Person>();
  const byAddress = new Map<string, string>();
  const ordered = [...people].sort((a, b) => Number(!a.login) - Number(!b.login) || compare(key(a), key(b)));
  for (const person of ordered) {
    const address = fold(person.email);
    const own = person.login ? `${person.type}\u0000${fold(person.login)}` : address ? undefined : `\u0000${key(person)}`;
    const slot = own ?? byAddress.get(address) ?? `\u0000${address}`;
    const known = merged.get(slot);
    merged.set(slot, known ? combined(known, person) : combined(person, person));
    if (address && !byAddress.has(address)) byAddress.set(address, slot);
  }
  return [...merged.values()].sort((a, b) => compare(key(a), key(b)));
}
