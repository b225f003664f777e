import type { Person } from '../../src/domain/person';
import type { Ticket } from '../../src/domain/ticket';
import { admitWaiting } from '../../src/usecases/admit-waiting';
import { learnOf, meetUser, userGone } from '../../src/usecases/meet-user';
import { openRoom } from '../../src/usecases/open-room';
import type { Policy } from '../../src/usecases/ticket-request';
import { recognition, TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, POLICY, request } from './requests';

const EVE: Person = { type: 'Agent', login: 'eve', email: 'eve@corp.test', roles: ['Involved'] };
const CUSTOMER: Person = { type: 'Customer', login: 'eve', email: 'eve@corp.test', roles: ['Customer'] };
const NEW = user('eve');

const ticket = (id: string, queue = 'Support'): Ticket => ({ ...TICKET, id, number: `20261123100000${id}`, queue });

/** Rooms of these tickets, in each of which alice is and somebody is waited for. */
async function waitingIn(
  tickets: readonly Ticket[],
  person = EVE,
  policy: Policy = POLICY,
): Promise<{ chat: FakeChat; rooms: FakeRoom[] }> {
  const chat = new FakeChat();
  chat.addUsers(user('alice'));
  for (const one of tickets) await openRoom(request([ALICE, person], { ticket: one }), policy, chat.ports());
  chat.addUsers(NEW);
  return { chat, rooms: [...chat.rooms.values()] };
}

async function waitingInOne(person = EVE, policy: Policy = POLICY): Promise<{ chat: FakeChat; room: FakeRoom }> {
  const { chat, rooms } = await waitingIn([TICKET], person, policy);
  const [room] = rooms;
  if (!room) throw new Error('The room was not opened.');
  return { chat, room };
}

describe('somebody who was waited for', () => {
  test('is brought into three rooms at once, and waits no longer', async () => {
    const { chat, rooms } = await waitingIn([ticket('11'), ticket('12'), ticket('13')]);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(rooms.map(({ members }) => [...members])).toEqual([
      ['alice', 'eve'],
      ['alice', 'eve'],
      ['alice', 'eve'],
    ]);
    expect(rooms.map(({ id }) => chat.membership.added.get(id))).toEqual([[NEW.id], [NEW.id], [NEW.id]]);
    expect(chat.membership.waiting).toEqual([]);
  });

  test('comes in once, although name and address are both waited for', async () => {
    const { chat } = await waitingInOne();
    expect(chat.membership.waiting).toHaveLength(2);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(chat.writes.filter((write) => write === 'add members')).toHaveLength(1);
  });

  test('does not come in as a customer when the ticket is in another queue by now, where the rule keeps customers out', async () => {
    const policy: Policy = { ...POLICY, customers: 'queues', customerQueues: ['Support'] };
    const { chat, room } = await waitingInOne(CUSTOMER, policy);
    expect(chat.membership.waiting).not.toEqual([]);
    const fields = { title: TICKET.title, queue: 'Management' };
    chat.records.told = [{ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId: room.id, fields, agents: [] }];
    await admitWaiting(NEW, policy, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.waiting).toEqual([]);
  });

  test('is welcomed where the setting says so', async () => {
    const policy: Policy = { ...POLICY, adding: 'welcome' };
    const { chat, room } = await waitingInOne(EVE, policy);
    await admitWaiting(NEW, policy, chat.ports());
    expect(chat.membership.said.at(-1)).toEqual({ what: 'welcome', to: room.id, about: 'eve' });
  });

  test('does not come in by an address that is not verified', async () => {
    const byAddress = { ...POLICY, recognition: recognition('email') };
    const { chat, room } = await waitingInOne(EVE, byAddress);
    const unverified = user('eve', { addresses: [{ address: 'eve@corp.test', verified: false }] });
    await admitWaiting(unverified, byAddress, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.waiting).toHaveLength(1);
    await admitWaiting(unverified, { ...byAddress, recognition: recognition('email', { acceptUnverified: true }) }, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'eve']));
  });

  test.each([
    ['disabled', { enabled: false }],
    ["a bot's", { bot: true }],
    ["another server's", { username: '@eve:far.test' }],
  ])('does not come in with an account that is %s, and goes on waiting', async (_what, more) => {
    const { chat, room } = await waitingInOne();
    await admitWaiting({ ...NEW, ...more }, POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.waiting).toHaveLength(2);
  });

  test('is not brought into a room that is archived or gone, but into the others', async () => {
    const { chat, rooms } = await waitingIn([ticket('11'), ticket('12'), ticket('13')]);
    const [archived, gone, open] = rooms;
    if (!archived || !gone || !open) throw new Error('Three rooms were to be opened.');
    archived.archived = true;
    chat.rooms.delete(gone.id);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(archived.members).toEqual(new Set(['alice']));
    expect(open.members).toEqual(new Set(['alice', 'eve']));
    expect([...chat.membership.added].filter(([, ids]) => ids.includes(NEW.id))).toEqual([[open.id, [NEW.id]]]);
  });

  test('whom somebody has invited meanwhile is not taken down as brought in by the app', async () => {
    const { chat, room } = await waitingInOne();
    room.members.add('eve');
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(chat.membership.added.get(room.id) ?? []).toEqual([]);
    expect(chat.membership.waiting).toEqual([]);
  });

  test('and whom the server keeps out all the same goes on waiting', async () => {
    const { chat, room } = await waitingInOne();
    chat.notAdmitted.add('eve');
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(chat.membership.added.get(room.id) ?? []).toEqual([]);
    expect(chat.membership.waiting).toHaveLength(2);
  });

  test('by another account than the admin has mapped does not come in', async () => {
    const mapped = { ...POLICY, recognition: recognition('both', { mapping: 'eve = e.smith' }) };
    const { chat, room } = await waitingInOne(EVE, mapped);
    await admitWaiting(NEW, mapped, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    chat.addUsers(user('e.smith'));
    await admitWaiting(user('e.smith'), mapped, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'e.smith']));
  });
});

describe('a customer who was waited for', () => {
  test('comes into a room in which nobody has written', async () => {
    const { chat, room } = await waitingInOne(CUSTOMER);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'eve']));
  });

  test('stays outside where somebody has written, and the room is asked once', async () => {
    const { chat, room } = await waitingInOne(CUSTOMER);
    chat.say(room);
    const before = [...chat.membership.waiting];
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.said).toEqual([{ what: 'question', to: room.id, about: 'eve' }]);
    expect(chat.membership.consents).toEqual([
      { roomId: room.id, userId: NEW.id, messageId: expect.any(String) as string, agents: ['id-alice'] },
    ]);
    chat.membership.waiting = before;
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(chat.membership.said).toHaveLength(1);
  });

  test('stays outside where somebody has written and the card was deleted', async () => {
    const { chat, room } = await waitingInOne(CUSTOMER);
    room.messages.clear();
    chat.say(room);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
  });

  test('does not come in, and nobody is asked, once customers may not', async () => {
    const { chat, room } = await waitingInOne(CUSTOMER);
    chat.say(room);
    await admitWaiting(NEW, { ...POLICY, customers: 'never' }, chat.ports());
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.said).toEqual([]);
  });

  test('comes in only for tickets of the named queues', async () => {
    const { chat, rooms } = await waitingIn([ticket('11', 'Support'), ticket('12', 'Sales')], CUSTOMER);
    await admitWaiting(NEW, { ...POLICY, customers: 'queues', customerQueues: ['sales'] }, chat.ports());
    expect(rooms.map(({ members }) => members.has('eve'))).toEqual([false, true]);
  });

  test('counts as one although an agent of the ticket has the same name or address', async () => {
    const agent: Person = { type: 'Agent', login: 'eve', roles: ['Involved'] };
    const customer: Person = { type: 'Customer', login: 'cust', email: 'eve@corp.test', roles: ['Customer'] };
    const chat = new FakeChat();
    chat.addUsers(user('alice'));
    await openRoom(request([ALICE, agent, customer]), POLICY, chat.ports());
    const [room] = chat.rooms.values();
    if (room) chat.say(room);
    chat.addUsers(NEW);
    await admitWaiting(NEW, POLICY, chat.ports());
    expect(room?.members).toEqual(new Set(['alice']));
  });
});

describe('a user whom an event tells of', () => {
  test('is taken into the address book as they are now, and comes in where they were waited for', async () => {
    const { chat, room } = await waitingInOne();
    await meetUser(NEW.id, POLICY, chat.ports());
    expect(await chat.ports().book.find('eve@corp.test')).toEqual([NEW.id]);
    expect(room.members).toEqual(new Set(['alice', 'eve']));
  });

  test('comes in with the next event, too, if the first could not be served to its end', async () => {
    const { chat, room } = await waitingInOne();
    chat.before = (call) => {
      if (call === 'waiting by key') throw new Error('The database is away.');
    };
    await expect(meetUser(NEW.id, POLICY, chat.ports())).rejects.toThrow('The database is away.');
    chat.before = () => undefined;
    await meetUser(NEW.id, POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'eve']));
  });

  test('and who is not there any more leaves no trace', async () => {
    const { chat } = await waitingInOne();
    const written = chat.writes.length;
    await meetUser('id-nobody', POLICY, chat.ports());
    expect(chat.writes).toHaveLength(written);
    expect(chat.book.size).toBe(0);
  });

  test('as deleted is not in the address book any more', async () => {
    const { chat } = await waitingInOne();
    await meetUser(NEW.id, POLICY, chat.ports());
    await userGone(NEW.id, chat.ports());
    expect(await chat.ports().book.find('eve@corp.test')).toEqual([]);
  });
});

describe('a user who is come across', () => {
  const meet = async (chat: FakeChat): Promise<void> =>
    learnOf(NEW, new Set(chat.membership.waiting.map(({ key }) => key)), POLICY, chat.ports());

  test('comes in where they are waited for, and is in the address book', async () => {
    const { chat, room } = await waitingInOne();
    await meet(chat);
    expect(room.members).toEqual(new Set(['alice', 'eve']));
    expect(await chat.ports().book.find('eve@corp.test')).toEqual([NEW.id]);
  });

  test('comes in although the book has known them since before they were waited for', async () => {
    const { chat, room } = await waitingInOne();
    await chat.ports().book.learn(NEW);
    await meet(chat);
    expect(room.members).toEqual(new Set(['alice', 'eve']));
  });

  test('costs no look at the waiting list when nobody waits for them', async () => {
    const { chat } = await waitingInOne({ ...EVE, login: 'zoe', email: 'zoe@corp.test' });
    const asked: string[] = [];
    chat.before = (call) => asked.push(call);
    await meet(chat);
    expect(asked.sort()).toEqual(['keys', 'learn']);
  });
});
