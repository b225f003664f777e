import { type AdmissionRules, customersMayJoin, JOINING_BY_DEFAULT, keptOut } from '../../src/domain/admission';
import type { Person } from '../../src/domain/person';

const RULES: AdmissionRules = {
  joining: JOINING_BY_DEFAULT,
  customers: 'always',
  customerQueues: ['Support::Web'],
  apiUsers: ['rcapi'],
  systemAddresses: ['support@corp.test'],
};
const agent = (more: Partial<Person> = {}): Person => ({ type: 'Agent', login: 'carol', roles: ['Owner'], ...more });
const CUSTOMER: Person = { type: 'Customer', login: 'cust1', roles: ['Customer'] };

describe('who belongs into a room', () => {
  test.each<[string, Person, Partial<AdmissionRules>, string | undefined]>([
    ['the owner does', agent(), {}, undefined],
    ['a watcher does not by default', agent({ roles: ['Watcher'] }), {}, 'role_excluded'],
    ['a watcher does where watchers are chosen', agent({ roles: ['Watcher'] }), { joining: ['watcher'] }, undefined],
    ['the owner does not where owners are not chosen', agent(), { joining: ['watcher'] }, 'role_excluded'],
    ['one chosen role among several is enough', agent({ roles: ['Watcher', 'Cc'] }), { joining: ['article_cc'] }, undefined],
    [
      'who wrote an article does where those are chosen',
      { type: 'Address', email: 'x@y.test', roles: ['From'] },
      { joining: ['article'] },
      undefined,
    ],
    [
      'who stands in an internal article does not where only others are chosen',
      { type: 'Address', email: 'x@y.test', roles: ['InternalFrom', 'InternalTo', 'InternalCc'] },
      { joining: ['article', 'article_cc'] },
      'role_excluded',
    ],
    [
      'who only stands in an article counts as a customer where customers may not come in',
      { type: 'Address', email: 'x@y.test', roles: ['To'] },
      { joining: ['article'], customers: 'never' },
      'customer_excluded',
    ],
    ['a customer of the same login as the web service does', { ...CUSTOMER, login: 'rcapi' }, {}, undefined],
    ['a customer does by default', CUSTOMER, {}, undefined],
    ['a customer does not where the rule says never', CUSTOMER, { customers: 'never' }, 'customer_excluded'],
    ['a customer does not in a queue that is not named', CUSTOMER, { customers: 'queues', customerQueues: ['Sales'] }, 'customer_excluded'],
    ['a customer does in a named queue, whatever its case', CUSTOMER, { customers: 'queues', customerQueues: ['support::web'] }, undefined],
    ['the account of the web service does not', agent({ login: 'RCAPI' }), {}, 'api_user'],
    ['the address of a queue does not', { type: 'Address', email: 'Support@corp.test', roles: ['To'] }, {}, 'system_address'],
    ['somebody who only stands in an article does not', { type: 'Address', email: 'x@y.test', roles: ['From', 'Cc'] }, {}, 'role_excluded'],
    ['an agent without any role does not', agent({ roles: [] }), {}, 'role_excluded'],
  ])('%s', (_sentence, person, more, reason) => {
    expect(keptOut(person, { ...RULES, ...more }, 'Support::Web')).toBe(reason);
  });

  test('a ticket without a known queue is in none of the named ones', () => {
    expect(customersMayJoin({ ...RULES, customers: 'queues' }, undefined)).toBe(false);
  });
});
