import { JOINING_BY_DEFAULT } from '../../src/domain/admission';
import type { ChatUser } from '../../src/domain/member';
import { type MemberPlan, participantsToAskFor, planMembers } from '../../src/domain/member-plan';
import type { RoomContent } from '../../src/domain/observation';
import type { Participant } from '../../src/domain/participants';
import type { Person, PersonType } from '../../src/domain/person';
import type { Room } from '../../src/domain/room';
import type { Attempt, RoomPolicy } from '../../src/domain/plan-input';
import { room, TERMS, user } from './chat';

const [ALICE, BOB, CAROL, DAVE, CUST] = ['alice', 'bob', 'carol', 'dave', 'cust'].map((name) => user(name)) as [
  ChatUser,
  ChatUser,
  ChatUser,
  ChatUser,
  ChatUser,
]; // as: five names make five users
const BOT = user('otobo.bot', { bot: true });
const POLICY: RoomPolicy = {
  ownerMissing: 'auto',
  admission: { joining: JOINING_BY_DEFAULT, customers: 'always', customerQueues: [], apiUsers: [], systemAddresses: [] },
  adding: 'silent',
  closing: TERMS,
  closeDelay: 3_600_000,
  colleagues: false,
  announce: [],
};
const ATTEMPT: Attempt = { refusedSlugs: new Set(), refusedOwners: [], tried: new Set(), welcomed: false };

const taking = (account: ChatUser, type: PersonType = 'Agent'): Participant => ({
  person: { type, login: account.username, roles: [type === 'Agent' ? 'Involved' : 'Customer'] },
  user: account,
});
const unresolved = (person: Partial<Person>): Participant => ({
  person: { type: 'Agent', roles: ['Involved'], ...person },
  list: 'Unresolved',
  reason: 'no_account',
});

interface Given extends Partial<RoomContent> {
  readonly participants?: readonly Participant[];
  readonly mayRemove?: boolean;
  readonly attempt?: Partial<Attempt>;
  readonly adding?: RoomPolicy['adding'];
  /** Alice has created it. */
  readonly where?: Partial<Room>;
  readonly mine?: boolean;
  readonly unfinished?: boolean;
}

/** The plan for a room with nothing but its card in which alice, its owner, takes part. */
function plan({
  participants = [taking(ALICE)],
  mayRemove = false,
  adding = 'silent',
  mine = false,
  unfinished = false,
  ...more
}: Given): MemberPlan {
  const { members = [ALICE], cards = ['card'], added = [], asked = [], attempt, where } = more;
  return planMembers(
    { participants, mayRemove, appUser: BOT, attempt: { ...ATTEMPT, ...attempt }, policy: { ...POLICY, adding } },
    room('ticket', where),
    { members, cards, added, asked },
    mine,
    unfinished,
  );
}

const leaving = (given: Given): string[] => plan({ mayRemove: true, ...given }).leaving.map(({ username }) => username);

describe('who leaves the room', () => {
  const members = [ALICE, BOB, CAROL];

  test('is whom the app brought in and who has no role any more', () => {
    expect(leaving({ members, added: [CAROL.id, BOB.id] })).toEqual(['bob', 'carol']);
  });

  test('is nobody unless the request may remove', () => {
    expect(leaving({ members, added: [CAROL.id, BOB.id], mayRemove: false })).toEqual([]);
  });

  test('is nobody whom somebody else brought in', () => {
    expect(leaving({ members, added: [CAROL.id] })).toEqual(['carol']);
    expect(leaving({ members })).toEqual([]);
  });

  test('is nobody who still has a role', () => {
    expect(leaving({ members, added: [CAROL.id, BOB.id], participants: [taking(ALICE), taking(BOB)] })).toEqual(['carol']);
  });

  test('is never the owner of the room, nor the app itself', () => {
    expect(leaving({ members: [ALICE, BOT], added: [ALICE.id, BOT.id], participants: [] })).toEqual([]);
  });

  test('is nobody who left already', () => {
    expect(leaving({ members: [ALICE], added: [BOB.id] })).toEqual([]);
  });

  test('is named once, however often it was taken down that the app brought them in', () => {
    expect(leaving({ members, added: [BOB.id, BOB.id] })).toEqual(['bob']);
  });

  test.each<[string, Participant]>([
    ['by the login, in whatever case', unresolved({ login: 'BOB' })],
    ['by the address, in whatever case', unresolved({ email: 'Bob@Corp.Test' })],
    ['by the address, although the login is another one', unresolved({ login: 'x', email: 'bob@corp.test' })],
  ])('is nobody who may be somebody that was not recognised this time: %s', (_how, missing) => {
    expect(leaving({ members, added: [CAROL.id, BOB.id], participants: [taking(ALICE), missing] })).toEqual(['carol']);
  });

  test('is nobody who may be a person with an address that is not verified any more', () => {
    const changed = { ...BOB, addresses: [{ address: 'bob@corp.test', verified: false }] };
    const participants = [taking(ALICE), unresolved({ email: 'bob@corp.test' })];
    expect(leaving({ members: [ALICE, changed], added: [BOB.id], participants })).toEqual([]);
  });

  test('may be somebody whom a rule keeps out now', () => {
    const skipped: Participant = { person: { type: 'Agent', login: 'bob', roles: [] }, list: 'Skipped', reason: 'role_excluded' };
    expect(leaving({ members, added: [BOB.id], participants: [taking(ALICE), skipped] })).toEqual(['bob']);
  });

  test('is not kept by somebody without login and address who was not recognised', () => {
    expect(leaving({ members, added: [BOB.id], participants: [unresolved({ name: 'Bob' })] })).toEqual(['bob']);
  });
});

describe('who is taken down as brought in by the app', () => {
  const participants = [taking(ALICE), taking(BOB), taking(CAROL)];
  const members = [ALICE, BOB, CAROL, DAVE];
  const remembered = (given: Given): readonly string[] => plan({ participants, members, ...given }).toRemember;

  test('is everybody of the ticket who is in a room that this request made, but not its owner', () => {
    expect(remembered({ mine: true })).toEqual([BOB.id, CAROL.id]);
  });

  test('is whom this request has brought in, once they are seen inside', () => {
    expect(remembered({ attempt: { tried: new Set(['carol']) } })).toEqual([CAROL.id]);
    expect(remembered({ attempt: { tried: new Set(['carol']) }, members: [ALICE] })).toEqual([]);
  });

  test('is nobody who was in the room before', () => {
    expect(remembered({})).toEqual([]);
  });

  test('is everybody of the ticket in a room whose creation was not finished', () => {
    expect(remembered({ unfinished: true })).toEqual([BOB.id, CAROL.id]);
  });

  test('is nobody twice', () => {
    expect(remembered({ mine: true, added: [CAROL.id] })).toEqual([BOB.id]);
  });
});

describe('who is welcomed', () => {
  const participants = [taking(CAROL), taking(ALICE), taking(BOB)];
  const welcomed = (given: Given): readonly string[] =>
    plan({ participants, members: [CAROL, BOB, ALICE], mine: true, ...given }).toWelcome;

  test('is everybody who came in, when the setting says so', () => {
    expect(welcomed({ adding: 'welcome' })).toEqual(['alice', 'bob', 'carol']);
    expect(welcomed({ adding: 'welcome', mine: false, attempt: { tried: new Set(['bob']) } })).toEqual(['bob']);
  });

  test.each(['silent', 'each'] as const)('is nobody when people are added with %s', (adding) => {
    expect(welcomed({ adding })).toEqual([]);
  });

  test('is nobody twice, and nobody who did not get in', () => {
    expect(welcomed({ adding: 'welcome', attempt: { welcomed: true } })).toEqual([]);
    expect(welcomed({ adding: 'welcome', members: [ALICE], mine: false, attempt: { tried: new Set(['bob']) } })).toEqual([]);
  });

  test('is nobody when somebody finishes the room of another request', () => {
    expect(welcomed({ adding: 'welcome', mine: false, unfinished: true })).toEqual([]);
  });
});

describe('a customer', () => {
  const participants = [taking(ALICE), taking(CUST, 'Customer')];
  const used: Partial<Room> = { messageCount: 2 };

  test('comes into a room in which nobody has written', () => {
    expect(plan({ participants })).toMatchObject({ joining: ['cust'], leftOut: [] });
  });

  test('waits for consent where somebody has, and is no member of anything until then', () => {
    expect(plan({ participants, where: used })).toMatchObject({
      joining: [],
      leftOut: [{ userId: CUST.id, list: 'Skipped', reason: 'customer_needs_consent' }],
    });
  });

  test('does not wait where this request made the room', () => {
    expect(plan({ participants, where: used, attempt: { createdRoomId: room('ticket').id } }).joining).toEqual(['cust']);
  });

  test('who is an agent of the ticket under the same account is a customer all the same', () => {
    expect(plan({ participants: [...participants, taking(CUST)], where: used }).joining).toEqual([]);
  });

  test('who only stands in the head of an article waits as well', () => {
    expect(plan({ participants: [taking(ALICE), taking(DAVE, 'Address')], where: used }).joining).toEqual([]);
  });

  test('in the room already needs nobody to agree', () => {
    expect(plan({ participants, where: used, members: [ALICE, CUST] }).leftOut).toEqual([]);
  });

  test('does not keep the agents waiting', () => {
    expect(plan({ participants: [...participants, taking(BOB)], where: used }).joining).toEqual(['bob']);
  });
});

describe('the room is asked', () => {
  const ask = (given: Given): string[] => {
    const { participants = [], members = [ALICE], cards = ['card'], added = [], asked = [], attempt, where } = given;
    return participantsToAskFor({ participants, attempt: { ...ATTEMPT, ...attempt } }, room('ticket', { messageCount: 2, ...where }), {
      members,
      cards,
      added,
      asked,
    }).map(({ username }) => username);
  };
  const participants = [taking(ALICE), taking(BOB), taking(CUST, 'Customer'), taking(CUST, 'Address'), taking(DAVE, 'Address')];

  test('once about each customer who waits outside, and about no agent', () => {
    expect(ask({ participants })).toEqual(['cust', 'dave']);
  });

  test('about nobody twice', () => {
    expect(ask({ participants, asked: [CUST.id] })).toEqual(['dave']);
  });

  test('about nobody who is inside', () => {
    expect(ask({ participants, members: [ALICE, CUST] })).toEqual(['dave']);
  });

  test('about nobody where nobody has written', () => {
    expect(ask({ participants, where: { messageCount: 1 } })).toEqual([]);
  });
});
