import type { ChatUser } from '../../src/domain/member';
import type { Person } from '../../src/domain/person';
import { type Discovery, identify, searchFor, unusableAccount } from '../../src/domain/person-search';
import { user } from './chat';

const ALICE: Person = { type: 'Agent', login: 'Alice', email: 'alice@corp.test', roles: ['Owner'] };

/** Finds users as a workspace would: by exact user name, and by address through the hints. */
function outcome(person: Person, discovery: Discovery, users: readonly ChatUser[]): string {
  const search = searchFor(person, discovery);
  const named = (names: readonly string[]): ChatUser[] => users.filter(({ username }) => names.includes(username));
  const identity = identify(person, discovery, {
    byUsername: new Map(named(search.byUsername).map((found) => [found.username, found])),
    byAddress: new Map(search.byAddress ? [[search.byAddress.address, named(search.byAddress.hints)]] : []),
  });
  return 'user' in identity ? identity.user.username : identity.reason;
}

describe('who a person is in the chat', () => {
  const verified = user('alice');
  const unverified = user('alice', { addresses: [{ address: 'alice@corp.test', verified: false }] });
  const somebodyElse = user('alice', { addresses: [{ address: 'alice@other.test', verified: true }] });

  test.each<[string, Person, Discovery, ChatUser[], string]>([
    ['a verified address is the person', ALICE, 'email', [verified], 'alice'],
    ['an address is the same in capitals', { ...ALICE, email: 'ALICE@CORP.TEST' }, 'email', [verified], 'alice'],
    ['an unverified address is nobody', ALICE, 'email', [unverified], 'address_unverified'],
    ['a user name alone is nobody where addresses count', ALICE, 'email', [somebodyElse], 'no_account'],
    ['the local part leads to the user, too', { ...ALICE, login: 'ab123' }, 'email', [verified], 'alice'],
    ['without an address nobody is found by address', { type: 'Agent', login: 'alice', roles: [] }, 'email', [verified], 'no_address'],
    ['a broken address is named as such', { ...ALICE, email: 'alice at corp' }, 'email', [verified], 'address_invalid'],
    ['a login is the user name where that is agreed', ALICE, 'username', [somebodyElse], 'alice'],
    ['a login nobody has is nobody', { ...ALICE, login: 'zoe' }, 'username', [verified], 'no_account'],
    [
      'without a login nobody is found by user name',
      { type: 'Address', email: 'alice@corp.test', roles: [] },
      'username',
      [verified],
      'no_login',
    ],
    ['with both, the address comes first', { ...ALICE, login: 'bob' }, 'both', [verified, user('bob')], 'alice'],
    ['with both, the login helps where the address does not', ALICE, 'both', [unverified], 'alice'],
    [
      'with both, no login and an unknown address is nobody',
      { type: 'Customer', email: 'x@y.test', roles: [] },
      'both',
      [verified],
      'no_account',
    ],
  ])('%s', (_sentence, person, discovery, users, expected) => {
    expect(outcome(person, discovery, users)).toBe(expected);
  });
});

describe('accounts that are left out', () => {
  test.each([
    ['a bot', { bot: true }, 'bot'],
    ['a disabled account', { enabled: false }, 'account_disabled'],
    ['an account of another server', { username: '@alice:other.test' }, 'federated_account'],
  ] as const)('%s', (_sentence, more, reason) => {
    expect(unusableAccount(user('alice', more))).toBe(reason);
  });

  test('are no ordinary ones', () => {
    expect(unusableAccount(user('alice'))).toBeUndefined();
  });
});
