import { writeNote } from '../../src/usecases/write-note';
import { message, TICKET } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const write = (
  world: WritingWorld,
  text: string,
  place: { roomId: string; threadId?: string } = world.place,
): ReturnType<typeof writeNote> => writeNote({ user: world.alice, place, text }, RULES, world.chat.ports());

describe('a note', () => {
  test('is an internal article of the person, with the words as they were typed', async () => {
    const world = new WritingWorld();
    await write(world, '  one @all\n\n  *two*  ');
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([
      {
        from: '"Alice Agent via Rocket.Chat" <alice@corp.test>',
        subject: 'Note by Alice from Rocket.Chat, room ticket-2026112310000011',
        body: 'one @all\n\n  *two*',
        visibleForCustomer: false,
      },
    ]);
  });

  test('in a thread names the thread by its first words and its address', async () => {
    const world = new WritingWorld();
    world.chat.said.set(world.place.roomId, [message({ text: `Who has\nseen the printer? ${'x'.repeat(100)}` })]);
    await write(world, 'me', { ...world.place, threadId: 'm1' });
    const [, , thread = ''] = world.helpdesk.ticket(TICKET.id).articles[0]?.body.split('\n') ?? [];
    expect(thread).toMatch(
      /^Written in the thread "Who has seen the printer\? x+…": https:\/\/chat\.test\/group\/ticket-2026112310000011\/thread\/m1$/,
    );
    expect(thread.length).toBeLessThan(170);
  });

  test('in a thread whose first message is gone still leads there', async () => {
    const world = new WritingWorld();
    await write(world, 'me', { ...world.place, threadId: 'm1' });
    expect(world.helpdesk.ticket(TICKET.id).articles[0]?.body).toMatch(/^me\n\nWritten in a thread: https:.*\/thread\/m1$/);
  });

  test.each([
    ['its beginning', { text: ' (OFF) between us' }],
    ['a reaction of its author', { text: 'between us', reactions: new Map([[':mute:', ['alice']]]) }],
  ])('in a thread whose first message is off the record by %s does not quote it', async (_how, first) => {
    const world = new WritingWorld();
    world.chat.said.set(world.place.roomId, [message(first)]);
    await write(world, 'me', { ...world.place, threadId: 'm1' });
    expect(world.helpdesk.ticket(TICKET.id).articles[0]?.body).toMatch(/^me\n\nWritten in a thread: https:.*\/thread\/m1$/);
  });

  test('is headed in the language of the workspace', async () => {
    const world = new WritingWorld();
    world.chat.language = 'de';
    await write(world, 'hallo');
    expect(world.helpdesk.ticket(TICKET.id).articles[0]?.subject).toBe('Notiz von Alice aus Rocket.Chat, Raum ticket-2026112310000011');
  });

  test.each([
    ['of nothing', ' \n ', 'text_missing'],
    ['of more than anybody reads', 'x'.repeat(20_001), 'text_too_long'],
  ])('%s is refused before anybody is asked', async (_what, text, code) => {
    const world = new WritingWorld();
    await expect(write(world, text)).rejects.toMatchObject({ code });
    expect(world.helpdesk.calls).toEqual([]);
    expect(world.chat.writes).toEqual([]);
  });

  test('in a room without a ticket is refused', async () => {
    const world = new WritingWorld();
    const { id: roomId } = world.chat.addRoom('talk', world.alice);
    await expect(write(world, 'hello', { roomId })).rejects.toMatchObject({ code: 'room_without_ticket' });
    expect(world.bodies).toEqual([]);
  });

  test('is written by role where OTOBO has no package, and by nobody without the role', async () => {
    const world = new WritingWorld();
    world.helpdesk.packageOffered = false;
    await expect(write(world, 'no')).rejects.toMatchObject({ code: 'agent_role_missing' });
    const agent = { ...world.alice, roles: ['agent'] };
    await writeNote({ user: agent, place: world.place, text: 'yes' }, RULES, world.chat.ports());
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([{ from: '"Alice via Rocket.Chat" <alice@corp.test>', body: 'yes' }]);
  });
});
