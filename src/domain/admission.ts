import { foldAddress } from './address';
import type { Reason } from './errors';
import type { Person, Role } from './person';

/** Whether customers come into ticket rooms: always, never, or only for tickets of the named queues. */
export const CUSTOMER_RULES = ['always', 'never', 'queues'] as const;
export type CustomerRule = (typeof CUSTOMER_RULES)[number];

/** Which roles bring somebody into a room. */
export const JOINING = ['owner', 'responsible', 'involved', 'watcher', 'customer', 'article', 'article_cc', 'article_internal'] as const;
export type Joining = (typeof JOINING)[number];
export const JOINING_BY_DEFAULT: readonly Joining[] = ['owner', 'responsible', 'involved', 'customer'];

const ROLE_JOINS: Readonly<Record<Role, Joining>> = {
  Owner: 'owner',
  Responsible: 'responsible',
  Involved: 'involved',
  Watcher: 'watcher',
  Customer: 'customer',
  From: 'article',
  To: 'article',
  Cc: 'article_cc',
  InternalFrom: 'article_internal',
  InternalTo: 'article_internal',
  InternalCc: 'article_internal',
};

/** Who of a ticket's people belongs into its room. */
export interface AdmissionRules {
  readonly joining: readonly Joining[];
  readonly customers: CustomerRule;
  /** Names of queues, for the rule `queues`. */
  readonly customerQueues: readonly string[];
  /** Logins of the accounts that OTOBO's web services work with. */
  readonly apiUsers: readonly string[];
  /** Addresses of OTOBO itself. */
  readonly systemAddresses: readonly string[];
}

const sameText = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** @param queue the ticket's queue; a ticket whose queue is not known counts as in none of the named ones */
export function customersMayJoin(rules: Pick<AdmissionRules, 'customers' | 'customerQueues'>, queue: string | undefined): boolean {
  if (rules.customers !== 'queues') return rules.customers === 'always';
  return queue !== undefined && rules.customerQueues.some((name) => sameText(name, queue));
}

/** @returns why a rule keeps the person out (`Skipped`), or nothing when they belong in */
export function keptOut(person: Person, rules: AdmissionRules, queue: string | undefined): Reason | undefined {
  const { login, email } = person;
  if (person.type !== 'Customer' && login && rules.apiUsers.some((name) => sameText(name, login))) return 'api_user';
  if (email && rules.systemAddresses.some((address) => foldAddress(address) === foldAddress(email))) return 'system_address';
  if (!person.roles.some((role) => rules.joining.includes(ROLE_JOINS[role]))) return 'role_excluded';
  // Whoever is not known to be an agent is treated as a customer, article addresses included.
  return person.type === 'Agent' || customersMayJoin(rules, queue) ? undefined : 'customer_excluded';
}
