import type { Person } from '../../src/domain/person';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import type { Policy } from '../../src/usecases/ticket-request';
import { recognition, TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, BOB, POLICY, request, SLUG } from './requests';

const EVE: Person = { type: 'Agent', login: 'eve', email: 'eve@corp.test', roles: ['Involved'] };

function newChat(): FakeChat {
  const chat = new FakeChat();
  chat.addUsers(user('alice'), user('bob'));
  return chat;
}

/** A chat in which the ticket has had its room for some time. */
async function opened(people: readonly Person[], policy = POLICY): Promise<{ chat: FakeChat; room: FakeRoom }> {
  const chat = newChat();
  await openRoom(request(people), policy, chat.ports());
  chat.now += 120_000;
  const room = chat.roomNamed(SLUG);
  if (!room) throw new Error('The room was not opened.');
  return { chat, room };
}

describe('people without an account', () => {
  test('wait once by everything they may be recognised by, and no longer when they have one', async () => {
    const { chat, room } = await opened([ALICE, EVE]);
    expect(chat.membership.waiting).toHaveLength(2);
    expect(chat.membership.waiting).toMatchObject([{ roomId: room.id, type: 'Agent', agents: ['id-alice'] }, { roomId: room.id }]);
    expect(await syncRoom(request([ALICE, EVE]), POLICY, chat.ports())).toMatchObject({ result: 'unchanged' });
    chat.addUsers(user('eve'));
    await syncRoom(request([ALICE, EVE]), POLICY, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'eve']));
    expect(chat.membership.waiting).toEqual([]);
  });

  test('wait no longer when they have no role any more, but only a request that names everybody can tell', async () => {
    const { chat } = await opened([ALICE, EVE]);
    await syncRoom(request([ALICE]), POLICY, chat.ports());
    expect(chat.membership.waiting).toHaveLength(2);
    await syncRoom(request([ALICE], { peopleComplete: true }), POLICY, chat.ports());
    expect(chat.membership.waiting).toEqual([]);
  });

  test('wait no longer when the ticket moves to a queue without customers, whoever names them', async () => {
    const policy: Policy = { ...POLICY, customers: 'queues', customerQueues: ['Support'] };
    const customer: Person = { type: 'Customer', login: 'cust', roles: ['Customer'] };
    const { chat } = await opened([ALICE, EVE, customer], policy);
    const waiting = chat.membership.waiting.length;
    const moved = { ...TICKET, queue: 'Management' };
    await syncRoom(request([ALICE, EVE, customer], { ticket: moved }), policy, chat.ports());
    expect(chat.membership.waiting.map(({ type }) => type)).toEqual(['Agent', 'Agent']);
    expect(waiting).toBe(3);
  });

  test('stand on no card that customers may read: who asked is told in private, once', async () => {
    const chat = newChat();
    const asked = request([ALICE, EVE], { actor: BOB });
    await openRoom(asked, POLICY, chat.ports());
    expect(chat.membership.said).toEqual([{ what: 'missing', to: 'bob', about: `${asked.ticket.number}: eve` }]);
    await syncRoom(asked, POLICY, chat.ports());
    expect(chat.membership.said).toHaveLength(1);
  });

  test('stand on the card where only colleagues read it, and nobody is told in private', async () => {
    const chat = newChat();
    await openRoom(request([ALICE, EVE], { actor: BOB }), { ...POLICY, customers: 'never' }, chat.ports());
    const [card] = [...(chat.roomNamed(SLUG)?.messages.values() ?? [])];
    expect(card?.missing.map(({ name }) => name)).toEqual(['eve']);
    expect(chat.membership.said).toEqual([]);
  });

  test('who share an address as agent and as customer wait as a customer', async () => {
    const { chat } = await opened([ALICE, EVE, { ...EVE, type: 'Customer', login: 'cust-eve', roles: ['Customer'] }], {
      ...POLICY,
      recognition: recognition('email'),
    });
    expect(chat.membership.waiting.map(({ type }) => type)).toEqual(['Customer']);
  });
});
