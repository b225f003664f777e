import fc from 'fast-check';
import type { Person } from '../../src/domain/person';
import type { RoomOutcome } from '../../src/usecases/answers';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import type { Policy, TicketRequest } from '../../src/usecases/ticket-request';
import { recognition, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, anyPeople, anyPolicy, anyRequest, anyUsers, BOB, everybodyIn, inOrder, POLICY, request, SLUG } from './requests';

const CAROL: Person = { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: ['Involved'] };
const CUSTOMER: Person = { type: 'Customer', login: 'cust', email: 'cust@corp.test', roles: ['Customer'] };
const REMOVING: Policy = { ...POLICY, removeLeft: true };
const everybody = (people: readonly Person[], more: Partial<TicketRequest> = {}): TicketRequest =>
  request(people, { peopleComplete: true, ...more });

function newChat(): FakeChat {
  const chat = new FakeChat();
  chat.addUsers(...['alice', 'bob', 'carol', 'dave', 'cust'].map((name) => user(name)));
  return chat;
}

/** A chat in which the ticket has had its room for some time. */
async function opened(people = [ALICE, BOB], policy = POLICY): Promise<{ chat: FakeChat; room: FakeRoom }> {
  const chat = newChat();
  await openRoom(request(people), policy, chat.ports());
  chat.now += 120_000;
  const room = chat.roomNamed(SLUG);
  if (!room) throw new Error('The room was not opened.');
  return { chat, room };
}

const names = (list: RoomOutcome['members']['added']): (string | undefined)[] => list.map(({ username }) => username);

describe('a ticket that changed', () => {
  test('gets nothing made when it has no room', async () => {
    const chat = newChat();
    const answer = await syncRoom(everybody([ALICE, BOB]), REMOVING, chat.ports());
    expect(answer).toMatchObject({ result: 'none', actions: [] });
    expect(answer).not.toHaveProperty('room');
    expect(answer.members.unresolved.map(({ username, reason }) => [username, reason])).toEqual([
      ['alice', 'not_in_room'],
      ['bob', 'not_in_room'],
    ]);
    expect(chat.writes).toEqual([]);
  });

  test("leaves a stranger's room alone that has the name", async () => {
    const chat = newChat();
    const stranger = chat.addRoom(SLUG, user('mallory'));
    stranger.members.add('bob');
    expect(await syncRoom(everybody([ALICE]), REMOVING, chat.ports())).toMatchObject({ result: 'none' });
    expect(chat.writes).toEqual([]);
    expect(stranger.members).toEqual(new Set(['mallory', 'bob']));
  });

  test('has its newcomers in its room, and is in step then', async () => {
    const { chat, room } = await opened();
    const first = await syncRoom(everybody([ALICE, BOB, CAROL]), POLICY, chat.ports());
    expect(first).toMatchObject({ result: 'changed', room: { id: room.id } });
    expect([names(first.members.added), names(first.members.present)]).toEqual([['carol'], ['alice', 'bob']]);
    expect(room.members).toEqual(new Set(['alice', 'bob', 'carol']));
    expect(chat.membership.added.get(room.id)).toEqual(['id-bob', 'id-carol']);
    const written = chat.writes.length;
    expect(await syncRoom(everybody([ALICE, BOB, CAROL]), POLICY, chat.ports())).toMatchObject({ result: 'unchanged', actions: [] });
    expect(chat.writes).toHaveLength(written);
  });

  test('has a card for colleagues as soon as the last customer has left, and not before', async () => {
    const { chat, room } = await opened([ALICE, CUSTOMER], { ...POLICY, customers: 'always' });
    const policy: Policy = { ...REMOVING, customers: 'never' };
    const inside: boolean[] = [];
    chat.before = (call) => {
      if (call === 'refresh card') inside.push(room.members.has('cust'));
    };
    await syncRoom(everybody([ALICE]), policy, chat.ports());
    expect([inside, chat.records.told.map(({ card }) => card?.guarded)]).toEqual([[false], [false]]);
    const written = chat.writes.length;
    await syncRoom(everybody([ALICE]), policy, chat.ports());
    expect(chat.writes).toHaveLength(written);
  });

  test('that lies in an archive stays there', async () => {
    const { chat, room } = await opened();
    room.archived = true;
    const answer = await syncRoom(everybody([ALICE, CAROL]), REMOVING, chat.ports());
    expect(answer).toMatchObject({ result: 'refused', refusal: { code: 'room_archived' } });
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test('in a dry run says who would come and go, and does nothing', async () => {
    const { chat, room } = await opened();
    const written = chat.writes.length;
    const answer = await syncRoom(everybody([ALICE, CAROL], { dryRun: true }), REMOVING, chat.ports());
    expect(answer).toMatchObject({
      result: 'planned',
      actions: [
        { type: 'AddMembers', members: ['carol'] },
        { type: 'RemoveMembers', members: ['bob'], userIds: ['id-bob'] },
      ],
    });
    expect(names(answer.members.added)).toEqual(['carol']);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
    expect(chat.writes).toHaveLength(written);
  });
});

describe('somebody who has no role in the ticket any more', () => {
  test('leaves the room when the app brought them in, and comes back with the next role', async () => {
    const { chat, room } = await opened();
    const answer = await syncRoom(everybody([ALICE]), REMOVING, chat.ports());
    expect(answer).toMatchObject({ result: 'changed', actions: [{ type: 'RemoveMembers', members: ['bob'] }] });
    expect(room.members).toEqual(new Set(['alice']));
    expect(chat.membership.added.get(room.id)).toEqual([]);
    const back = await syncRoom(everybody([ALICE, BOB]), REMOVING, chat.ports());
    expect(names(back.members.added)).toEqual(['bob']);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test.each<[string, Policy, Partial<TicketRequest>]>([
    ['the setting does not say so', POLICY, {}],
    ['the request does not name everybody', REMOVING, { peopleComplete: false }],
  ])('stays when %s', async (_why, policy, more) => {
    const { chat, room } = await opened();
    expect(await syncRoom(everybody([ALICE], more), policy, chat.ports())).toMatchObject({ result: 'unchanged' });
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test('stays when the ticket is only opened', async () => {
    const { chat, room } = await opened();
    await openRoom(everybody([ALICE]), REMOVING, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test('stays as the owner of the room', async () => {
    const { chat, room } = await opened();
    await syncRoom(everybody([BOB]), REMOVING, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test('stays when somebody in the room invited them, whether or not they had a role in between', async () => {
    const { chat, room } = await opened([ALICE]);
    room.members.add('dave').add('carol');
    await syncRoom(everybody([ALICE, CAROL]), REMOVING, chat.ports());
    await syncRoom(everybody([ALICE]), REMOVING, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'dave', 'carol']));
  });

  test('stays when somebody in the room invited them, although the index record was doubled', async () => {
    const { chat, room } = await opened([ALICE]);
    room.members.add('carol');
    chat.links.push(...chat.links.map((link) => ({ ...link })));
    await syncRoom(everybody([ALICE, CAROL]), REMOVING, chat.ports());
    await syncRoom(everybody([ALICE]), REMOVING, chat.ports());
    expect(room.members).toEqual(new Set(['alice', 'carol']));
  });

  test('stays as long as it is not certain that it is not one of the people of the ticket', async () => {
    const { chat, room } = await opened();
    chat.users.set('bob', user('bob', { addresses: [{ address: 'bob@corp.test', verified: false }] }));
    const byAddress = { ...REMOVING, recognition: recognition('email') };
    const answer = await syncRoom(everybody([ALICE, BOB]), byAddress, chat.ports());
    expect(answer.members.unresolved).toMatchObject([{ login: 'bob', reason: 'address_unverified' }]);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });
});

describe('customers of a ticket that changed', () => {
  test('come into a room in which nobody has written', async () => {
    const { chat, room } = await opened();
    const { members } = await syncRoom(request([ALICE, BOB, CUSTOMER]), POLICY, chat.ports());
    expect(names(members.added)).toEqual(['cust']);
    expect(room.members.has('cust')).toBe(true);
  });

  test('wait outside for a yes where somebody has, and the room is asked once', async () => {
    const { chat, room } = await opened();
    chat.say(room);
    for (const round of [1, 2]) {
      const { members } = await syncRoom(request([ALICE, BOB, CUSTOMER]), POLICY, chat.ports());
      expect([round, members.skipped]).toMatchObject([round, [{ username: 'cust', reason: 'customer_needs_consent' }]]);
    }
    expect(room.members.has('cust')).toBe(false);
    expect(chat.membership.said).toEqual([{ what: 'question', to: room.id, about: 'cust' }]);
    expect(chat.membership.consents).toEqual([
      { roomId: room.id, userId: 'id-cust', messageId: expect.any(String) as string, agents: ['id-alice', 'id-bob'] },
    ]);
  });

  test('are not asked about where customers never come in', async () => {
    const { chat, room } = await opened();
    chat.say(room);
    const { members } = await syncRoom(request([ALICE, CUSTOMER]), { ...POLICY, customers: 'never' }, chat.ports());
    expect(members.skipped).toMatchObject([{ login: 'cust', reason: 'customer_excluded' }]);
    expect(chat.membership.said).toEqual([]);
  });
});

describe('people who come in', () => {
  test('silently are not mentioned', async () => {
    const { chat } = await opened();
    await syncRoom(request([ALICE, BOB, CAROL]), POLICY, chat.ports());
    expect(chat.membership.said).toEqual([]);
  });

  test('with a welcome are mentioned in one message', async () => {
    const policy: Policy = { ...POLICY, adding: 'welcome' };
    const { chat, room } = await opened([ALICE], policy);
    expect(chat.membership.said).toEqual([{ what: 'welcome', to: room.id, about: 'alice' }]);
    await syncRoom(request([ALICE, BOB, CAROL]), policy, chat.ports());
    expect(chat.membership.said.slice(1)).toEqual([{ what: 'welcome', to: room.id, about: 'bob, carol' }]);
    await syncRoom(request([ALICE, BOB, CAROL]), policy, chat.ports());
    expect(chat.membership.said).toHaveLength(2);
  });

  test('each with a message of the server come after the room, and are taken down all the same', async () => {
    const { chat, room } = await opened([ALICE, BOB], { ...POLICY, adding: 'each' });
    expect(chat.writes.slice(0, 2)).toEqual(['create room', 'add members']);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
    expect(chat.membership.added.get(room.id)).toEqual(['id-bob']);
  });
});

describe('whatever the people of a ticket are', () => {
  const changes = fc.tuple(anyPeople, anyPeople, fc.boolean());
  const chatOf = (users: ReturnType<typeof user>[]): FakeChat => {
    const chat = new FakeChat();
    chat.addUsers(...users);
    return chat;
  };

  test('everybody stands in exactly one list of a sync, and a second one finds nothing to do', async () => {
    await fc.assert(
      fc.asyncProperty(anyUsers, changes, anyPolicy, async (users, [before, after, peopleComplete], policy) => {
        const chat = chatOf(users);
        await openRoom(request(before), policy, chat.ports());
        chat.now += 120_000;
        const one = request(after, { peopleComplete });
        const dry = await syncRoom({ ...one, dryRun: true }, policy, chat.ports());
        const first = await syncRoom(one, policy, chat.ports());
        const written = chat.writes.length;
        const second = await syncRoom(one, policy, chat.ports());
        for (const { members } of [dry, first, second]) expect(everybodyIn(members)).toEqual(inOrder(one.people));
        expect(chat.writes.slice(written)).toEqual([]);
        expect(second.result).toBe(first.result === 'changed' ? 'unchanged' : first.result);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody leaves whom somebody in the room invited, nor its owner', async () => {
    await fc.assert(
      fc.asyncProperty(anyUsers, changes, anyRequest, anyPolicy, async (users, [before, invited], after, policy) => {
        const chat = chatOf(users);
        const { room } = await openRoom(request(before), policy, chat.ports());
        const inside = room?.id === undefined ? undefined : chat.rooms.get(room.id)?.members;
        if (!inside) return;
        const guests = users
          .map(({ username }) => username)
          .filter((name) => !inside.has(name) && invited.some(({ login }) => login === name));
        for (const name of guests) inside.add(name);
        chat.now += 120_000;
        await syncRoom({ ...after, peopleComplete: true }, { ...policy, removeLeft: true }, chat.ports());
        for (const name of [...guests, room?.owner.username]) expect(inside).toContain(name);
      }),
      { numRuns: 300 },
    );
  });
});
