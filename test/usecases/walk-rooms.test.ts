import { AppError } from '../../src/domain/errors';
import { walkRooms } from '../../src/usecases/walk-rooms';
import { Crash } from './fake-chat';
import { HOUR, MINUTE, RULES, WalkedChat } from './walking';

let world: WalkedChat;
beforeEach(() => {
  world = new WalkedChat();
});

const PERIOD = 6 * HOUR;
const members = (ticketId: string): string[] => [...(world.chat.roomNamed(`ticket-20261123100000${ticketId}`)?.members ?? [])].sort();
const ids = (many: number): string[] => Array.from({ length: many }, (_, at) => String(at + 100));
/** OTOBO gives the ticket to somebody else, and nobody tells the app. */
const loseEvent = (ticketId: string): void => void (world.helpdesk.ticket(ticketId).ticket.owner = 'carol');
const asked = (): number => world.helpdesk.calls.filter((call) => call === 'ticket').length;

describe('a room whose ticket has changed without an event', () => {
  test('is brought into step within the period, and named in the report', async () => {
    await world.addRoom('2');
    await world.run();
    loseEvent('2');
    await world.run(PERIOD - 1);
    expect(members('2')).toEqual(['alice', 'bob']);
    const { events } = await world.run();
    expect(members('2')).toEqual(['alice', 'bob', 'carol']);
    expect(events).toMatchObject([
      { room: { ticketId: '2' }, comparison: { result: 'differed', actions: expect.arrayContaining(['AddMembers']) as unknown } },
    ]);
  });

  test('is compared once in a period, however often the job runs', async () => {
    await world.addRoom('2');
    await world.run();
    await world.runFor(4 * PERIOD + HOUR);
    expect(asked()).toBe(4);
  });

  test('is put right with the newest articles at hand', async () => {
    await world.addRoom('2');
    await world.run();
    let articles = -1;
    const ports = world.chat.ports();
    const { otobo } = ports;
    if (!otobo) throw new Error('There is no OTOBO.');
    const watched = { ...otobo, ticket: (id: string, many = 0) => ((articles = many), otobo.ticket(id, many)) };
    await world.run(PERIOD, { ...ports, otobo: watched });
    expect(articles).toBe(10);
  });
});

describe('a round', () => {
  test('asks OTOBO for a bounded number of rooms a run, until all have been compared once', async () => {
    for (const id of ids(25)) await world.addRoom(id);
    await world.run();
    for (const id of ids(25)) loseEvent(id);
    const perRun: number[] = [];
    let before = asked();
    world.chat.now += PERIOD;
    const rounds = [];
    for (let run = 0; run < 4; run += 1) {
      const { round } = await world.run();
      if (round) rounds.push(round);
      perRun.push(asked() - before);
      before = asked();
    }
    expect(perRun).toEqual([10, 10, 5, 0]);
    expect(rounds).toMatchObject([{ rooms: 25, compared: 25, differed: 25, failed: 0 }]);
    expect(ids(25).every((id) => members(id).includes('carol'))).toBe(true);
  });

  test('goes on where it was when the time of a run is up', async () => {
    for (const id of ids(30)) await world.addRoom(id);
    await world.run();
    world.tell('100', {});
    for (const id of ids(30)) world.tell(id, { stateType: 'pending reminder', pendingUntil: world.chat.now });
    for (let run = 0; run < 30; run += 1) await walkRooms(RULES, world.chat.ports(), 0);
    const rooms = [...world.chat.rooms.values()].map(({ id }) => world.chat.reminders.shownIn(id));
    expect(rooms).toEqual(rooms.map(() => ['pending']));
  });

  test('writes nothing down while nothing happens', async () => {
    await world.addRoom('2');
    await world.run();
    const { length } = world.chat.writes;
    await world.runFor(HOUR);
    expect(world.chat.writes).toHaveLength(length);
  });

  test('is walked by no one where nothing follows a ticket', async () => {
    await world.runFor(HOUR);
    expect(world.chat.writes).toEqual(['write walk']);
    expect(world.helpdesk.calls).toEqual([]);
  });
});

describe('while OTOBO is away', () => {
  test('nothing is changed, nobody is blamed, rooms are reminded all the same, and everything is put right once it is back', async () => {
    for (const id of ids(25)) await world.addRoom(id);
    await world.run();
    for (const id of ids(25)) loseEvent(id);
    world.helpdesk.away = true;
    for (const id of ids(25)) world.tell(id, { stateType: 'pending reminder', pendingUntil: world.chat.now + PERIOD });
    world.chat.now += PERIOD;
    const perRun: number[] = [];
    for (let run = 0, before = asked(); run < 20; run += 1, before = asked()) {
      expect(await world.run()).toEqual({ events: [], unreminded: [] });
      perRun.push(asked() - before);
    }
    expect(Math.max(...perRun)).toBeLessThanOrEqual(10);
    expect([...world.chat.rooms.values()].map(({ id }) => world.chat.reminders.shownIn(id))).toEqual(ids(25).map(() => ['pending']));
    world.helpdesk.away = false;
    await world.runFor(3 * MINUTE);
    expect(ids(25).filter((id) => !members(id).includes('carol'))).toEqual([]);
  });
});

describe('a ticket that OTOBO does not know any more', () => {
  beforeEach(async () => {
    await world.addRoom('2');
    await world.run();
    world.helpdesk.tickets.delete('2');
  });

  test('is named after the second time, and nothing is deleted or unlinked', async () => {
    const before = structuredClone({ links: world.chat.links, told: world.chat.records.told, rooms: [...world.chat.rooms.keys()] });
    expect((await world.run(PERIOD)).events).toEqual([]);
    expect((await world.run(9 * MINUTE)).events).toEqual([]);
    expect(world.chat.records.walk?.lastUnknown).toEqual([]);
    expect((await world.run()).events).toMatchObject([{ comparison: { result: 'unknown' } }]);
    expect(world.chat.records.walk?.lastUnknown).toEqual(['202611231000002']);
    expect({ links: world.chat.links, told: world.chat.records.told, rooms: [...world.chat.rooms.keys()] }).toEqual(before);
  });

  test('is forgiven when it is there again', async () => {
    await world.run(PERIOD);
    await world.run(10 * MINUTE);
    world.helpdesk.addTicket({ id: '2', number: '202611231000002', title: 'Printer', state: 'open' });
    await world.run(PERIOD);
    await world.run();
    expect(world.chat.records.walk?.lastUnknown).toEqual([]);
  });
});

describe('a room that does not follow its ticket any more', () => {
  const records = (): unknown[] => [...world.chat.records.told, ...world.chat.records.watches];

  test.each([
    ['it was unlinked', () => void (world.chat.links = [])],
    ['it was deleted', () => world.chat.rooms.clear()],
  ])('because %s is forgotten', async (_why, change) => {
    const room = await world.addRoom('2');
    // A room that the app made is found again by its mark, and then it is the ticket's all the same.
    room.mark = undefined;
    room.slug = 'renamed';
    await world.run();
    change();
    const { events } = await world.run(PERIOD);
    await world.run();
    expect(events).toMatchObject([{ comparison: { result: 'left' } }]);
    expect(records()).toEqual([]);
  });

  test('because it was closed has no reminder that holds', async () => {
    const room = await world.addRoom('2');
    await world.run();
    world.tell('2', { stateType: 'pending reminder', pendingUntil: world.chat.now });
    await world.run();
    world.chat.records.told = [];
    await world.run();
    expect(world.chat.reminders.shownIn(room.id)).toEqual(['pending over']);
    expect(records()).toEqual([]);
  });

  test('although its index record was lost stays the ticket’s, and gets its record back', async () => {
    await world.addRoom('2');
    await world.run();
    world.chat.links = [];
    await world.run(PERIOD);
    expect(world.chat.links).toHaveLength(1);
    expect(world.chat.records.told).toHaveLength(1);
  });
});

describe('a room that cannot be put right', () => {
  test('is named, tried again after a while, and keeps nobody else waiting', async () => {
    const archived = await world.addRoom('2');
    await world.addRoom('3');
    await world.run();
    archived.archived = true;
    loseEvent('3');
    const { events } = await world.run(PERIOD);
    const failed = events.filter(({ room }) => room.ticketId === '2');
    expect(failed).toMatchObject([{ comparison: { result: 'failed', error: { code: 'room_archived' } } }]);
    expect(members('3')).toContain('carol');
    archived.archived = false;
    loseEvent('2');
    await world.run(10 * MINUTE);
    expect(members('2')).toContain('carol');
  });

  test('because of a defect does not end the run', async () => {
    await world.addRoom('2');
    await world.addRoom('3');
    await world.run();
    loseEvent('2');
    loseEvent('3');
    world.chat.now += PERIOD;
    let calls = 0;
    world.chat.before = (call) => {
      if (call === 'otobo ticket' && (calls += 1) === 1) throw new Error('defect');
    };
    const { events } = await world.run();
    expect(events.map(({ comparison: { result } }) => result).sort()).toEqual(['differed', 'failed']);
  });
});

test('without an OTOBO rooms are reminded by what they know, and compared with nothing', async () => {
  const room = await world.addRoom('2');
  world.chat.helpdesk = undefined;
  world.tell('2', { stateType: 'pending reminder', pendingUntil: world.chat.now });
  await world.runFor(2 * PERIOD);
  expect(world.chat.reminders.shownIn(room.id)).toEqual(['pending']);
  expect(world.chat.records.walk?.round).toBeUndefined();
});

describe('when the process dies', () => {
  test('after any single write of a run, the next runs leave the rooms as an undisturbed run does', async () => {
    const outcome = async (dyingAfter: number): Promise<unknown> => {
      world = new WalkedChat();
      for (const id of ['2', '3', '4']) await world.addRoom(id);
      await world.run();
      loseEvent('2');
      loseEvent('4');
      world.tell('3', { escalatesAt: world.chat.now });
      await world.run(PERIOD, world.chat.ports(dyingAfter)).catch((error: unknown) => {
        if (!(error instanceof Crash) && !(error instanceof AppError)) throw error;
      });
      await world.runFor(30 * MINUTE);
      const { links, reminders, rooms, records } = world.chat;
      return {
        links,
        rooms: [...rooms.values()].map(({ slug, members: inside, messages }) => [slug, [...inside].sort(), messages.size]),
        reminded: [...rooms.values()].map(({ id }) => reminders.shownIn(id)),
        watched: records.watches.map(({ ticketId, said }) => [ticketId, said]).sort(),
        round: records.walk?.round?.rooms,
      };
    };
    const undisturbed = await outcome(Infinity);
    for (let write = 1; write <= 12; write += 1) expect([write, await outcome(write)]).toEqual([write, undisturbed]);
  });
});
