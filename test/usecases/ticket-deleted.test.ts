import { openRoom } from '../../src/usecases/open-room';
import { ticketOfRoom } from '../../src/usecases/ticket-of-room';
import { TICKET } from '../domain/chat';
import { Crash, type FakeRoom } from './fake-chat';
import { MergeWorld } from './merge-world';
import { ALICE, BOB, POLICY, request } from './requests';

/** A ticket with a room, of which something is waited for; and then OTOBO has it no more. */
async function deleted(): Promise<{ world: MergeWorld; room: FakeRoom }> {
  const world = new MergeWorld();
  const room = await world.opened(TICKET);
  const { chat } = world;
  const fields = { title: TICKET.title };
  chat.records.told = [{ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId: room.id, fields, agents: [] }];
  chat.membership.waiting = [{ ticketId: TICKET.id, roomId: room.id, key: 'name-eve', type: 'Agent', agents: [] }];
  world.helpdesk.tickets.delete(TICKET.id);
  return { world, room };
}

function expectNobodys({ chat }: MergeWorld, room: FakeRoom): void {
  expect(chat.links).toEqual([]);
  expect(room.mark).toBeUndefined();
  expect(chat.cardsIn(room)).toEqual([]);
  expect([chat.records.told, chat.membership.waiting, chat.records.turns]).toEqual([[], [], []]);
  expect(room.members).toEqual(new Set(['alice', 'bob']));
}

describe('a ticket that was deleted', () => {
  test('leaves its room to nobody, as it was, and the room is told', async () => {
    const { world, room } = await deleted();
    const messages = room.messages.size;
    expect(await world.follow('TicketDelete', TICKET.id)).toMatchObject({
      outcome: { result: 'changed' },
      partings: [{ type: 'UnlinkRoom', roomId: room.id }],
      bereft: true,
    });
    expectNobodys(world, room);
    expect(world.posted(room)).toEqual([
      'Ticket#2026112310000011 was deleted in OTOBO. This room belongs to no ticket any more. What was said in it stays.',
    ]);
    expect(room.messages.size).toBe(messages + 1);
    expect(await ticketOfRoom(room.id, world.chat.ports())).toBeUndefined();
  });

  test('is told of once, however often OTOBO says so', async () => {
    const { world, room } = await deleted();
    await world.follow('TicketDelete', TICKET.id);
    expect(await world.follow('TicketDelete', TICKET.id)).toMatchObject({ outcome: { result: 'none' }, partings: [], bereft: true });
    expect(world.posted(room)).toHaveLength(1);
  });

  test('is forgotten completely by a repeat, after whichever write the first one died', async () => {
    let steps = 0;
    for (let dyingAfter = 1; ; dyingAfter += 1) {
      const { world, room } = await deleted();
      const first = await world.follow('TicketDelete', TICKET.id, {}, dyingAfter).catch((error: unknown) => error);
      if (!(first instanceof Crash)) break;
      steps += 1;
      world.chat.now += 130_000;
      await world.follow('TicketDelete', TICKET.id);
      expectNobodys(world, room);
      expect(world.posted(room).length).toBeGreaterThan(0);
    }
    expect(steps).toBeGreaterThan(5);
  });

  test('leaves a room that is not closed and not deleted one day, although that was announced or begun', async () => {
    for (const phase of ['announced', 'closed'] as const) {
      const { world, room } = await deleted();
      const { now } = world.chat;
      const terms = { policy: 'delete', deleteAfter: 1 } as const;
      const about = { ticketId: TICKET.id, ticketNumber: TICKET.number, roomId: room.id };
      world.chat.closing.records = [{ ...about, phase, terms, revision: 1, since: now, dueAt: now, removed: [], deleteAt: now }];
      await world.follow('TicketDelete', TICKET.id);
      expect(world.chat.closing.records).toEqual([]);
      expect(world.chat.closing.said.map(({ what }) => what)).toEqual(phase === 'announced' ? ['cancelled'] : []);
      expect(world.chat.rooms.get(room.id)).toBe(room);
    }
  });

  test('leaves a linked room as it was, which is only told', async () => {
    const world = new MergeWorld();
    const room = world.linked(TICKET);
    world.helpdesk.tickets.delete(TICKET.id);
    await world.follow('TicketDelete', TICKET.id);
    expect(world.chat.links).toEqual([]);
    expect(world.posted(room)).toHaveLength(1);
    expect(world.chat.rooms.get(room.id)).toBe(room);
  });

  test('whose room is archived, or gone, is forgotten without a word', async () => {
    const { world, room } = await deleted();
    room.archived = true;
    await world.follow('TicketDelete', TICKET.id);
    expect([world.chat.links, world.posted(room), room.mark]).toEqual([[], [], undefined]);
    const other = await deleted();
    other.world.chat.rooms.delete(other.room.id);
    expect(await other.world.follow('TicketDelete', TICKET.id)).toMatchObject({ outcome: { result: 'changed' } });
    expect(other.world.chat.links).toEqual([]);
  });

  test('of which OTOBO still tells is not deleted, and nothing is changed', async () => {
    const world = new MergeWorld();
    await world.opened(TICKET);
    const writes = world.chat.writes.length;
    const told = { ticket: TICKET, people: [ALICE] };
    for (const more of [{}, told]) {
      expect(await world.follow('TicketDelete', TICKET.id, more)).toMatchObject({ outcome: { result: 'none' }, bereft: false });
    }
    expect(world.chat.writes).toHaveLength(writes);
  });

  test('is not taken for deleted while OTOBO is away', async () => {
    const { world, room } = await deleted();
    world.helpdesk.away = true;
    await expect(world.follow('TicketDelete', TICKET.id)).rejects.toMatchObject({ code: 'otobo_unreachable' });
    expect(world.roomOf(TICKET)).toBe(room);
  });

  test('is believed to be where there is no OTOBO to ask', async () => {
    const { world, room } = await deleted();
    world.chat.helpdesk = undefined;
    await world.follow('TicketDelete', TICKET.id);
    expectNobodys(world, room);
  });

  test('needs its id, because nobody can look up the number any more', async () => {
    const { world } = await deleted();
    const ticket = { number: TICKET.number };
    await expect(world.follow('TicketDelete', '', { ticket })).rejects.toMatchObject({ code: 'ticket_id_missing' });
  });

  test('is only told of in a dry run', async () => {
    const { world, room } = await deleted();
    const writes = world.chat.writes.length;
    expect(await world.follow('TicketDelete', TICKET.id, { dryRun: true })).toMatchObject({
      outcome: { result: 'planned' },
      partings: [{ type: 'UnlinkRoom', roomId: room.id }],
      bereft: false,
    });
    expect(world.chat.writes).toHaveLength(writes);
  });

  test('has its room name refused to a new room, which is never taken over', async () => {
    const { world } = await deleted();
    await world.follow('TicketDelete', TICKET.id);
    const answer = await openRoom(request([ALICE, BOB]), POLICY, world.chat.ports());
    expect(answer).toMatchObject({ result: 'refused', refusal: { code: 'name_taken' } });
  });
});
