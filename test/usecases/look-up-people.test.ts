import type { Person } from '../../src/domain/person';
import { lookUpPeople } from '../../src/usecases/look-up-people';
import { recognition, user } from '../domain/chat';
import { FakeChat } from './fake-chat';
import { ALICE } from './requests';

const CUSTOMER: Person = { type: 'Customer', login: 'cust1', email: 'cust1@corp.test', roles: ['Customer'] };
const WATCHER: Person = { type: 'Address', email: 'dave@corp.test', roles: ['Cc'] };

function chat(): FakeChat {
  const one = new FakeChat();
  one.addUsers(user('alice'), user('cust1'), user('dave'), user('gone', { enabled: false }), user('robot', { bot: true }));
  return one;
}

describe('a look-up of people', () => {
  test('finds whoever has an account, whatever their role: no rule of rooms applies', async () => {
    const { present, ...others } = await lookUpPeople([ALICE, CUSTOMER, WATCHER], recognition('email'), chat().ports());
    expect(present.map(({ username }) => username)).toEqual(['alice', 'cust1', 'dave']);
    expect(others).toEqual({ added: [], unresolved: [], skipped: [] });
  });

  test('says why somebody cannot be found', async () => {
    const people: Person[] = [
      { type: 'Agent', login: 'alice', roles: [] },
      { type: 'Agent', email: 'not an address', roles: [] },
      { type: 'Agent', email: 'eve@corp.test', roles: [] },
    ];
    const { unresolved } = await lookUpPeople(people, recognition('email'), chat().ports());
    expect(unresolved.map(({ reason }) => reason)).toEqual(['no_address', 'address_invalid', 'no_account']);
  });

  test('leaves out accounts that are not used by a person', async () => {
    const people = ['gone', 'robot'].map((login): Person => ({ type: 'Agent', login, roles: [] }));
    const { skipped } = await lookUpPeople(people, recognition('username'), chat().ports());
    expect(skipped.map(({ login, reason }) => [login, reason])).toEqual([
      ['gone', 'account_disabled'],
      ['robot', 'bot'],
    ]);
  });

  test('asks for each name and each address once, however many people share them', async () => {
    const asked: string[] = [];
    const counted = chat();
    counted.before = (call) => asked.push(call);
    await lookUpPeople(
      [ALICE, { ...CUSTOMER, email: 'ALICE@corp.test' }, { ...ALICE, type: 'Customer' }],
      recognition('both'),
      counted.ports(),
    );
    expect(asked.sort()).toEqual(['book complete', 'byAddress', 'byUsername', 'byUsername']);
  });

  test('of nobody finds nobody', async () => {
    expect(await lookUpPeople([], recognition('both'), chat().ports())).toEqual({ added: [], present: [], unresolved: [], skipped: [] });
  });
});
