import { hashToWrite } from '../../src/domain/address-hash';
import type { SigningKey } from '../../src/domain/mark';
import type { Person } from '../../src/domain/person';
import type { Discovery } from '../../src/domain/person-search';
import { keysOfPerson, keysOfUser } from '../../src/domain/waiting';
import { recognition, user } from './chat';

const FIRST: SigningKey = { nonce: '1', secret: 'first' };
const SECOND: SigningKey = { nonce: '2', secret: 'second' };
const CAROL: Person = { type: 'Agent', login: 'Carol', email: 'Carol@Corp.Test', roles: ['Owner'] };

/** Whether somebody who waits is recognised in a user. */
function recognised(person: Person, account: ReturnType<typeof user>, discovery: Discovery, acceptUnverified = false): boolean {
  const by = recognition(discovery, { acceptUnverified });
  const mine = keysOfPerson(person, by, [FIRST]);
  return keysOfUser(account, by, [FIRST]).some((key) => mine.includes(key));
}

describe('somebody who waits for an account', () => {
  const account = user('carol');
  const sameAddress = user('c.smith', { addresses: account.addresses });
  const sameName = user('carol', { addresses: [] });
  const unverified = user('c.smith', { addresses: [{ address: 'carol@corp.test', verified: false }] });

  test.each<[string, typeof account, Discovery, boolean, boolean]>([
    ['is recognised by the address', sameAddress, 'email', false, true],
    ['is not recognised by the name where addresses count', sameName, 'email', false, false],
    ['is not recognised by an address that nobody has verified', unverified, 'email', false, false],
    ['is recognised by an unverified address where those are accepted', unverified, 'email', true, true],
    ['is recognised by the name where names count', sameName, 'username', false, true],
    ['is not recognised by the address where names count', sameAddress, 'username', false, false],
    ['is recognised by the address where both count', sameAddress, 'both', false, true],
    ['is recognised by the name where both count', sameName, 'both', false, true],
    ['is not recognised in somebody else', user('dave'), 'both', true, false],
  ])('%s', (_sentence, one, discovery, acceptUnverified, expected) => {
    expect(recognised(CAROL, one, discovery, acceptUnverified)).toBe(expected);
  });

  test('is recognised whatever the spelling of name and address', () => {
    const person: Person = { ...CAROL, login: 'A\u0308NNE', email: 'A\u0308nne@Corp.Test' };
    expect(recognised(person, user('änne', { addresses: [] }), 'username')).toBe(true);
    expect(recognised(person, user('x', { addresses: [{ address: 'ÄNNE@corp.test', verified: true }] }), 'email')).toBe(true);
  });

  test.each<[string, Partial<Person>, Discovery]>([
    ['no address, where addresses count', { login: 'carol' }, 'email'],
    ['no login, where names count', { email: 'carol@corp.test' }, 'username'],
    ['nothing but a broken address', { email: 'carol at corp' }, 'both'],
    ['nothing at all', {}, 'both'],
  ])('waits in vain with %s', (_what, more, discovery) => {
    const keys = keysOfPerson({ type: 'Agent', roles: [], ...more }, recognition(discovery), [FIRST]);
    expect(keys).toEqual([expect.stringMatching(/^nobody-[\w-]{43}$/)]);
  });

  test('is taken down without the address', () => {
    expect(keysOfPerson(CAROL, recognition('email'), [FIRST]).join()).not.toMatch(/corp/i);
  });

  test('is never taken for somebody whose user name is the hash of the address', () => {
    const mallory = user(`address-${hashToWrite('carol@corp.test', [FIRST])}`, { addresses: [] });
    const other = user(hashToWrite('carol@corp.test', [FIRST]), { addresses: [] });
    expect([mallory, other].map((one) => recognised(CAROL, one, 'both'))).toEqual([false, false]);
  });

  test('is still recognised when the key that counts has become another one', () => {
    const by = recognition('email');
    const [waiting] = keysOfPerson(CAROL, by, [SECOND]);
    expect(keysOfUser(account, by, [FIRST, SECOND])).toContain(waiting);
    expect(keysOfUser(account, by, [FIRST])).not.toContain(waiting);
  });
});
