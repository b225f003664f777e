import { circleOf, type GuardRules, isGuarded } from '../../src/domain/guard';
import type { ChatUser } from '../../src/domain/member';
import type { Participant } from '../../src/domain/participants';
import type { PersonType } from '../../src/domain/person';
import type { RoomType } from '../../src/domain/room';
import { user } from './chat';

const [alice, bob, carol, guest] = [user('alice'), user('bob'), user('carol'), user('guest')];
const app = user('otobo.bot', { bot: true });
const RULES: GuardRules = { customers: 'never', customerQueues: [], colleagues: false };
const COLLEAGUES: GuardRules = { ...RULES, colleagues: true };

const as = (type: PersonType, account: ChatUser): Participant => ({
  person: { type, login: account.username, roles: [type === 'Agent' ? 'Owner' : 'Customer'] },
  user: account,
});
const AGENT = [as('Agent', alice)];

interface Circumstances {
  readonly people?: readonly Participant[];
  readonly rules?: GuardRules;
  readonly type?: RoomType;
  readonly told?: { readonly agents: readonly string[]; readonly others?: readonly string[] };
  readonly asked?: readonly string[];
}

function guarded(members: readonly ChatUser[], { people = AGENT, rules = RULES, type = 'private', told, asked = [] }: Circumstances = {}) {
  return isGuarded({ type }, members, circleOf(people, { members, asked }, told), rules, 'Support', app.id);
}

describe('a room shows internal things', () => {
  test('only when it is private, customers stay out, and everybody in it is an agent', () => {
    expect(guarded([alice, app])).toBe(false);
  });

  test.each<[string, readonly ChatUser[], Circumstances]>([
    ['the room is public', [alice], { type: 'public' }],
    ['customers may come in', [alice], { rules: { ...RULES, customers: 'always' } }],
    ['customers may come in for that queue', [alice], { rules: { ...RULES, customers: 'queues', customerQueues: ['support'] } }],
    ['somebody unknown is in it', [alice, guest], {}],
    ['an agent in it is the customer as well', [alice], { people: [...AGENT, as('Customer', alice)] }],
    ['somebody in it is an address of the ticket', [alice, bob], { people: [...AGENT, as('Address', bob)], rules: COLLEAGUES }],
  ])('not when %s', (_why, members, circumstances) => {
    expect(guarded(members, circumstances)).toBe(true);
  });

  test('to agents of whom an earlier request has told, until one calls them a customer', () => {
    const told = { agents: [bob.id] };
    expect(guarded([alice, bob], { told })).toBe(false);
    expect(guarded([alice, bob], { told, people: [...AGENT, as('Customer', bob)] })).toBe(true);
  });
});

describe('members of whom OTOBO knows nothing', () => {
  test('are colleagues where the setting says so, and strangers otherwise', () => {
    expect([guarded([alice, guest], { rules: COLLEAGUES }), guarded([alice, guest])]).toEqual([false, true]);
  });

  test.each<[string, Circumstances]>([
    ['was a customer of the ticket before', { told: { agents: [], others: [guest.id] } }],
    ['is a customer about whom the room was asked', { asked: [guest.id] }],
    [
      'is a customer whom a rule keeps out',
      { people: [...AGENT, { person: { type: 'Customer', roles: [] }, list: 'Skipped', reason: 'customer_excluded', userId: guest.id }] },
    ],
    [
      'has the address of a customer, which nobody has verified',
      {
        people: [
          ...AGENT,
          { person: { type: 'Customer', email: 'Guest@corp.test', roles: [] }, list: 'Unresolved', reason: 'address_unverified' },
        ],
      },
    ],
  ])('are none of them who %s', (_why, circumstances) => {
    expect(guarded([alice, guest], { ...circumstances, rules: COLLEAGUES })).toBe(true);
  });
});

describe('who is who around a ticket', () => {
  test('is known of people whom a request does not name any more', () => {
    const first = circleOf([as('Agent', alice), as('Customer', guest)], { members: [alice, guest], asked: [] });
    const told = { agents: [...first.agents], others: [...first.others] };
    const second = circleOf([as('Agent', carol)], { members: [alice, guest, carol], asked: [] }, told);
    expect([[...second.agents].sort(), [...second.others]]).toEqual([[alice.id, carol.id], [guest.id]]);
  });

  test('changes with what the newest request calls them, and nobody is both', () => {
    const told = { agents: [bob.id], others: [guest.id] };
    const now = circleOf([as('Agent', guest), as('Customer', bob)], { members: [bob, guest], asked: [] }, told);
    expect([[...now.agents], [...now.others]]).toEqual([[guest.id], [bob.id]]);
  });

  test('counts who acts in OTOBO as an agent', () => {
    expect([...circleOf([], { members: [alice], asked: [] }, undefined, as('Agent', alice)).agents]).toEqual([alice.id]);
  });
});
