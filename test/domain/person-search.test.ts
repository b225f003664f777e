import type { ChatUser } from '../../src/domain/member';
import type { Person } from '../../src/domain/person';
import { type Discovery, identify, type Recognition, searchFor, unusableAccount } from '../../src/domain/person-search';
import { recognition, user } from './chat';

const ALICE: Person = { type: 'Agent', login: 'Alice', email: 'alice@corp.test', roles: ['Owner'] };

/** Finds users as a workspace would: by exact user name, and by address through the hints. */
function outcome(person: Person, by: Recognition, users: readonly ChatUser[], complete = true): string {
  const search = searchFor(person, by);
  const named = (names: readonly string[]): ChatUser[] => users.filter(({ username }) => names.includes(username));
  const identity = identify(person, by, {
    complete,
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
    expect(outcome(person, recognition(discovery), users)).toBe(expected);
  });
});

describe('a person whom an admin has mapped', () => {
  const mapping = 'alice = c.smith\nqueue@corp.test = dave\nbob@corp.test = nobody';
  const users = [user('alice'), user('bob'), user('c.smith'), user('dave')];

  test.each<[string, Person, string]>([
    ['is the user on the list, before anybody who has the address or the name', ALICE, 'c.smith'],
    ['is looked for by the address where the login is not on the list', { ...ALICE, login: 'x', email: 'QUEUE@corp.test' }, 'dave'],
    ['is looked for by the login first', { ...ALICE, email: 'queue@corp.test' }, 'c.smith'],
    [
      'to somebody who does not exist is nobody, even where the address is known',
      { ...ALICE, login: 'bob', email: 'bob@corp.test' },
      'mapped_to_nobody',
    ],
    ['does not get in the way of others', { type: 'Agent', login: 'bob', roles: [] }, 'bob'],
  ])('%s', (_sentence, person, expected) => {
    for (const discovery of ['username', 'both'] as const)
      expect(outcome(person, recognition(discovery, { mapping }), users)).toBe(expected);
  });

  test('is found without any address even where only addresses count', () => {
    const person: Person = { type: 'Agent', login: 'alice', roles: [] };
    expect(outcome(person, recognition('email', { mapping }), users)).toBe('c.smith');
    expect(outcome(person, recognition('email'), users)).toBe('no_address');
  });
});

describe('an address that nobody has verified', () => {
  const typed = user('mallory', { addresses: [{ address: 'alice@corp.test', verified: false }] });
  const proved = user('alice');
  const find = (users: readonly ChatUser[], acceptUnverified: boolean): string => {
    const identity = identify(ALICE, recognition('email', { acceptUnverified }), {
      complete: true,
      byUsername: new Map(),
      byAddress: new Map([['alice@corp.test', users]]),
    });
    return 'user' in identity ? identity.user.username : identity.reason;
  };

  test('counts only where the settings say so', () => {
    expect(find([typed], false)).toBe('address_unverified');
    expect(find([typed], true)).toBe('mallory');
  });

  test('never counts against one that its owner has verified', () => {
    for (const users of [
      [typed, proved],
      [proved, typed],
    ])
      expect([find(users, true), find(users, false)]).toEqual(['alice', 'alice']);
  });
});

describe('somebody who is not found', () => {
  const stranger: Person = { ...ALICE, login: 'zoe', email: 'zoe@corp.test' };

  test.each<[Discovery, string]>([
    ['email', 'not_searched_yet'],
    ['both', 'not_searched_yet'],
    ['username', 'no_account'],
  ])('by %s while the address book is being filled: %s', (discovery, reason) => {
    expect(outcome(stranger, recognition(discovery), [], false)).toBe(reason);
    expect(outcome(stranger, recognition(discovery), [], true)).toBe('no_account');
  });

  test('because of an unverified address is told so while the book is being filled, too', () => {
    const unverified = user('zoe', { addresses: [{ address: 'zoe@corp.test', verified: false }] });
    expect(outcome(stranger, recognition('email'), [unverified], false)).toBe('address_unverified');
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
