import { openRoom } from '../../src/usecases/open-room';
import { ticketStatus } from '../../src/usecases/ticket-status';
import { user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, BOB, POLICY, request, SLUG } from './requests';

/** A chat in which alice and bob have the ticket's room. */
async function opened(): Promise<{ chat: FakeChat; room: FakeRoom }> {
  const chat = new FakeChat();
  chat.addUsers(user('alice'), user('bob'), user('carol'));
  await openRoom(request(), POLICY, chat.ports());
  const room = chat.roomNamed(SLUG);
  if (!room) throw new Error('The room was not opened.');
  return { chat, room };
}

const CAROL = { ...BOB, login: 'carol', email: 'carol@corp.test', roles: ['Involved'] } as const;

describe('the status of a ticket', () => {
  test('names who is in its room, who has an account and is not, and who has none', async () => {
    const { chat } = await opened();
    const status = await ticketStatus(request([ALICE, CAROL, { ...BOB, login: 'eve', email: 'eve@corp.test' }]), POLICY, chat.ports());
    expect(status.members).toMatchObject({
      added: [],
      present: [{ username: 'alice' }],
      unresolved: [
        { username: 'carol', reason: 'not_in_room' },
        { login: 'eve', reason: 'no_account' },
      ],
      skipped: [],
    });
  });

  test('finds a room that was renamed, and one that lost its index record', async () => {
    const { chat, room } = await opened();
    room.slug = 'burning-printers';
    const found = { result: 'found', room: { id: room.id, slug: 'burning-printers', owner: { username: 'alice', source: 'Existing' } } };
    expect(await ticketStatus(request(), POLICY, chat.ports())).toMatchObject(found);
    room.slug = SLUG;
    chat.links = [];
    expect(await ticketStatus(request(), POLICY, chat.ports())).toMatchObject({ result: 'found', room: { id: room.id, slug: SLUG } });
  });

  test("tells nothing of a stranger's room that has the name", async () => {
    const chat = new FakeChat();
    chat.addUsers(user('alice'));
    chat.addRoom(SLUG, user('mallory')).members.add('alice');
    const status = await ticketStatus(request([ALICE]), POLICY, chat.ports());
    expect(status).toEqual({
      result: 'none',
      inside: [],
      members: { added: [], present: [], unresolved: [{ ...ALICE, username: 'alice', reason: 'not_in_room' }], skipped: [] },
    });
  });

  test('puts nothing right and writes nothing', async () => {
    const { chat, room } = await opened();
    room.messages.clear();
    room.mark = undefined;
    chat.links.push(...chat.links);
    const before = { writes: [...chat.writes], links: [...chat.links] };
    await ticketStatus(request([ALICE, CAROL]), POLICY, chat.ports());
    expect({ writes: chat.writes, links: chat.links }).toEqual(before);
  });

  test('says who is kept out by a rule, in the room or not', async () => {
    const { chat } = await opened();
    const { members } = await ticketStatus(request([ALICE, BOB], { apiUser: 'BOB' }), POLICY, chat.ports());
    expect(members.skipped).toMatchObject([{ login: 'bob', reason: 'api_user' }]);
  });
});
