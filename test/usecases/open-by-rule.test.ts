import type { TicketReference } from '../../src/usecases/complete-ticket';
import { TICKET, user } from '../domain/chat';
import { MergeWorld, SURVIVOR } from './merge-world';
import { ALICE, BOB } from './requests';

const HOUR = 3_600_000;
const told: Partial<TicketReference> = { ticket: { ...TICKET, stateType: 'open' }, people: [ALICE, BOB], peopleComplete: true };

function ruled(rules = 'queue = Support', cap = 20): MergeWorld {
  const world = new MergeWorld();
  world.openBy(rules, cap);
  return world;
}

describe('a ticket that meets a rule', () => {
  test('gets its room by itself, and keeps that one', async () => {
    const world = ruled();
    const first = await world.follow('TicketCreate', TICKET.id, told);
    expect(first).toMatchObject({ outcome: { result: 'created', room: { owner: { username: 'alice', source: 'Owner' } } } });
    const room = world.roomOf(TICKET);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
    world.chat.now += 120_000;
    expect(await world.follow('TicketOwnerUpdate', TICKET.id, told)).toMatchObject({ outcome: { result: 'unchanged' } });
    expect(world.chat.rooms.size).toBe(1);
    expect(world.chat.records.openings).toHaveLength(1);
  });

  test('has the link written into it, whichever invoker has told of it', async () => {
    const world = ruled();
    await world.follow('ArticleCreate', TICKET.id);
    const room = world.roomOf(TICKET);
    expect(world.chat.records.writes).toEqual([
      expect.objectContaining({
        ticketId: TICKET.id,
        change: { type: 'RoomLink', roomId: room.id, url: 'https://chat.test/group/ticket-2026112310000011' },
      }),
    ]);
    expect(world.chat.records.writes[0]).not.toHaveProperty('by');
  });

  test('gets none in a dry run, which says that it would', async () => {
    const world = ruled();
    const answer = await world.follow('TicketCreate', TICKET.id, { ...told, dryRun: true });
    expect(answer).toMatchObject({ outcome: { result: 'planned', actions: [{ type: 'CreateRoom' }] } });
    expect(world.chat.writes).toEqual([]);
  });

  test('gets a room of the app when nobody of it can own one: who caused the event did not ask for it', async () => {
    const world = ruled();
    world.chat.users.clear();
    world.chat.addUsers(user('carol'));
    const carol = { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: [] } as const;
    const answer = await world.follow('TicketCreate', TICKET.id, { ...told, actor: carol });
    expect(answer).toMatchObject({ outcome: { result: 'created', room: { owner: { username: 'otobo.bot', source: 'App' } } } });
    expect(world.chat.membership.said.filter(({ what }) => what === 'missing')).toEqual([]);
  });

  test('gets none where nobody may own one', async () => {
    const world = ruled();
    world.rules = { ...world.rules, policy: { ...world.rules.policy, ownerMissing: 'refuse' } };
    world.chat.users.clear();
    expect(await world.follow('TicketCreate', TICKET.id, told)).toMatchObject({
      outcome: { result: 'refused', refusal: { code: 'owner_missing' } },
    });
    expect(world.chat.records.openings).toEqual([]);
  });

  test('gets none of its own when somebody has linked one', async () => {
    const world = ruled();
    const room = world.linked(TICKET);
    await world.follow('TicketCreate', TICKET.id, told);
    expect(world.roomOf(TICKET)).toBe(room);
    expect(world.chat.rooms.size).toBe(1);
  });

  test.each([
    ['closed', 'closed'],
    ['merged', 'merged'],
  ])('by an old event, and is %s by now, gets none', async (_state, stateType) => {
    const world = ruled();
    world.helpdesk.ticket(TICKET.id).stateType = stateType;
    expect(await world.follow('TicketCreate', TICKET.id, told)).toMatchObject({ outcome: { result: 'none' } });
    expect(world.chat.writes).toEqual([]);
  });

  test('by an old event, and is gone by now, gets none', async () => {
    const world = ruled();
    world.helpdesk.tickets.delete(TICKET.id);
    await expect(world.follow('TicketCreate', TICKET.id, told)).rejects.toMatchObject({ code: 'ticket_not_found' });
    expect(world.chat.writes).toEqual([]);
  });

  test('waits while OTOBO is away, and gets its room by the repeat', async () => {
    const world = ruled();
    world.helpdesk.away = true;
    await expect(world.follow('TicketCreate', TICKET.id, told)).rejects.toMatchObject({ code: 'otobo_unreachable' });
    world.helpdesk.away = false;
    expect(await world.follow('TicketCreate', TICKET.id, told)).toMatchObject({ outcome: { result: 'created' } });
  });

  test('is believed as it was told where there is no OTOBO to ask', async () => {
    const world = ruled();
    world.chat.helpdesk = undefined;
    expect(await world.follow('TicketCreate', TICKET.id, told)).toMatchObject({ outcome: { result: 'created' } });
    expect(world.chat.records.writes).toEqual([]);
  });

  test('that was only named is asked about once', async () => {
    const world = ruled();
    await world.follow('TicketCreate', TICKET.id);
    expect(world.helpdesk.calls).toEqual(['ticket', 'people']);
  });
});

describe('a ticket that meets no rule', () => {
  test.each([
    ['because there are none', ''],
    ['because it is in another queue', 'queue = Sales'],
    ['because the rule asks for what nobody told', 'service = *'],
  ])('gets no room %s, and nothing is asked or read for that', async (_why, rules) => {
    const world = ruled(rules);
    const calls: string[] = [];
    world.chat.before = (call) => void calls.push(call);
    expect(await world.follow('TicketCreate', TICKET.id, told)).toMatchObject({ outcome: { result: 'none' } });
    expect(world.chat.writes).toEqual([]);
    expect(calls.filter((call) => call.startsWith('otobo') || call === 'openings')).toEqual([]);
  });

  test('and has a room keeps it', async () => {
    const world = ruled('queue = Sales');
    const room = await world.opened(TICKET);
    expect(await world.follow('TicketQueueUpdate', TICKET.id, told)).toMatchObject({ outcome: { room: { id: room.id } } });
  });
});

describe('rules that meet many tickets', () => {
  const numbered = (n: number): Partial<TicketReference> => ({
    ...told,
    ticket: { ...TICKET, id: String(100 + n), number: `20261123100010${String(n).padStart(2, '0')}` },
  });
  const many = (world: MergeWorld): MergeWorld => {
    for (let n = 0; n < 10; n += 1) world.helpdesk.addTicket({ ...TICKET, ...numbered(n).ticket });
    return world;
  };
  const open = (world: MergeWorld, n: number) => world.follow('TicketCreate', String(100 + n), numbered(n));

  test('open as many rooms in an hour as may be, and then none, and more an hour later', async () => {
    const world = many(ruled('queue = *', 2));
    for (const n of [0, 1]) expect(await open(world, n)).toMatchObject({ outcome: { result: 'created' } });
    await expect(open(world, 2)).rejects.toMatchObject({ code: 'open_cap', details: { cap: '2' } });
    expect(world.chat.rooms.size).toBe(2);
    world.chat.now += HOUR - 1;
    await expect(open(world, 2)).rejects.toMatchObject({ code: 'open_cap' });
    world.chat.now += 1;
    expect(await open(world, 2)).toMatchObject({ outcome: { result: 'created' } });
    expect(world.chat.records.openings).toHaveLength(1);
  });

  test('open no more than that at one moment', async () => {
    const world = many(ruled('queue = *', 3));
    const all = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map((n) => open(world, n)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(world.chat.rooms.size).toBe(3);
    expect(world.chat.records.openings).toHaveLength(3);
  });

  test('do not count what they did not open', async () => {
    const world = many(ruled('queue = *', 1));
    world.chat.addRoom('ticket-2026112310001000', user('mallory'));
    expect(await open(world, 0)).toMatchObject({ outcome: { result: 'refused', refusal: { code: 'name_taken' } } });
    expect(await open(world, 1)).toMatchObject({ outcome: { result: 'created' } });
  });

  test('never keep anybody from opening a room by hand', async () => {
    const world = ruled('queue = *', 1);
    await world.follow('TicketCreate', TICKET.id, told);
    await expect(world.opened(SURVIVOR)).resolves.toMatchObject({ slug: `ticket-${SURVIVOR.number}` });
  });
});
