import { foldAddress } from './address';
import type { Reason } from './errors';
import type { Person, Role } from './person';

/** Whether customers come into ticket rooms: always, never, or only for tickets of the named queues. */
export const CUSTOMER_RULES = ['always', 'never', 'queues'] as const;
export type CustomerRule = (typeof CUSTOMER_RULES)[number];

/** Who of a ticket's people belongs into its room. */
export interface AdmissionRules {
  readonly customers: CustomerRule;
  /** Names of queues, for the rule `queues`. */
  readonly customerQueues: readonly string[];
  /** Logins of the accounts that OTOBO's web services work with. */
  readonly apiUsers: readonly string[];
  /** Addresses of OTOBO itself. */
  readonly systemAddresses: readonly string[];
}

const AGENT_ROLES: readonly Role[] = ['Owner', 'Responsible', 'Involved', 'Watcher'];

const sameText = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** @param queue the ticket's queue; a ticket whose queue is not known counts as in none of the named ones */
export function customersMayJoin(rules: AdmissionRules, queue: string | undefined): boolean {
  if (rules.customers !== 'queues') return rules.customers === 'always';
  return queue !== undefined && rules.customerQueues.some((name) => sameText(name, queue));
}

/** @returns why a rule keeps the person out (`Skipped`), or nothing when they belong in */
export function keptOut(person: Person, rules: AdmissionRules, queue: string | undefined): Reason | undefined {
  const { login, email } = person;
  if (person.type !== 'Customer' && login && rules.apiUsers.some((name) => sameText(name, login))) return 'api_user';
  if (email && rules.systemAddresses.some((address) => foldAddress(address) === foldAddress(email))) return 'system_address';
  if (person.roles.includes('Customer')) return customersMayJoin(rules, queue) ? undefined : 'customer_excluded';
  return person.type === 'Agent' && person.roles.some((role) => AGENT_ROLES.includes(role)) ? undefined : 'role_excluded';
}
