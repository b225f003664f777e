import fc from 'fast-check';
import { Crash, type FakeRoom } from './fake-chat';
import { HOUR, MINUTE, RULES, WalkedChat } from './walking';

let world: WalkedChat;
let room: FakeRoom;
beforeEach(async () => {
  world = new WalkedChat();
  room = await world.addRoom('2');
  await world.run();
});

const shown = (): string[] => world.chat.reminders.shownIn(room.id);
const pendingUntil = (at: number): void => world.tell('2', { stateType: 'pending reminder', pendingUntil: at });
const asked = (): string[] => {
  const calls: string[] = [];
  world.chat.before = (call) => calls.push(call);
  return calls;
};

describe('a room is reminded', () => {
  test('once that the waiting time is over, and reads that it is settled when the ticket is taken up', async () => {
    pendingUntil(world.chat.now + HOUR);
    await world.runFor(HOUR - MINUTE);
    expect(shown()).toEqual([]);
    await world.runFor(2 * HOUR);
    expect(shown()).toEqual(['pending']);
    world.tell('2', { stateType: 'open' });
    await world.runFor(HOUR);
    expect(shown()).toEqual(['pending over']);
  });

  test('of an escalation in three stages, in one message', async () => {
    world.tell('2', { escalatesAt: world.chat.now + 10 * HOUR });
    await world.runFor(7.6 * HOUR);
    expect(shown()).toEqual(['escalation 75']);
    await world.runFor(1.5 * HOUR);
    expect(shown()).toEqual(['escalation 90']);
    await world.runFor(HOUR);
    expect(shown()).toEqual(['escalation 100']);
    expect(world.chat.writes.filter((call) => call === 'post reminder')).toHaveLength(1);
    expect(world.chat.writes.filter((call) => call === 'edit reminder')).toHaveLength(2);
  });

  test('of several things in one message, until none of them holds; what comes later has a message of its own', async () => {
    pendingUntil(world.chat.now);
    await world.run();
    world.tell('2', { escalatesAt: world.chat.now });
    await world.run();
    expect(shown()).toEqual(['pending, escalation 100']);
    world.tell('2', { stateType: 'open' });
    await world.run();
    expect(shown()).toEqual(['pending over, escalation 100']);
    world.tell('2', { stateType: 'closed' });
    await world.run();
    expect(shown()).toEqual(['pending over, escalation 100 over']);
    pendingUntil(world.chat.now);
    await world.run();
    expect(shown()).toEqual(['pending over, escalation 100 over', 'pending']);
  });

  test('anew when somebody has deleted the reminder and there is something new to say, and not before', async () => {
    pendingUntil(world.chat.now);
    await world.run();
    world.chat.reminders.posted = [];
    await world.runFor(HOUR);
    expect(shown()).toEqual([]);
    world.tell('2', { escalatesAt: world.chat.now });
    await world.run();
    expect(shown()).toEqual(['pending, escalation 100']);
  });

  test('of what the settings say, and of nothing else', async () => {
    world.rules = { ...RULES, kinds: [] };
    pendingUntil(world.chat.now);
    world.tell('2', { escalatesAt: world.chat.now });
    await world.runFor(HOUR);
    expect(shown()).toEqual([]);
  });

  test('when it is a linked one, too', async () => {
    const linked = world.chat.addRoom('team', world.chat.users.get('alice') ?? room.creator);
    world.chat.links = world.chat.links.map((link) => ({ ...link, roomId: linked.id, origin: 'linked' as const }));
    world.chat.records.told = world.chat.records.told.map((told) => ({ ...told, roomId: linked.id }));
    pendingUntil(world.chat.now);
    await world.run();
    expect(world.chat.reminders.shownIn(linked.id)).toEqual(['pending']);
  });

  test.each([
    ['is archived', () => (room.archived = true)],
    ['is encrypted', () => (room.encrypted = true)],
    ['is the ticket’s no more', () => (world.chat.links = [])],
    ['is gone', () => world.chat.rooms.delete(room.id)],
  ])('never when it %s', async (_why, change) => {
    change();
    pendingUntil(world.chat.now);
    await world.runFor(3 * HOUR);
    expect(shown()).toEqual([]);
  });
});

describe('a silence', () => {
  const said = (): void => void world.chat.reminders.talk.set(room.id, world.chat.now);

  test('is remarked on once, and settled within the hour in which somebody talks again', async () => {
    said();
    await world.runFor(23 * HOUR);
    expect(shown()).toEqual([]);
    await world.runFor(30 * HOUR);
    expect(shown()).toEqual(['silence']);
    said();
    await world.runFor(HOUR);
    expect(shown()).toEqual(['silence over']);
    await world.runFor(25 * HOUR);
    expect(shown()).toEqual(['silence over', 'silence']);
  });

  test('costs a look at the room only when it could be long enough', async () => {
    const calls = asked();
    for (let hour = 0; hour < 72; hour += 1) {
      said();
      for (let minute = 0; minute < 60; minute += 10) await world.run(10 * MINUTE);
    }
    expect(shown()).toEqual([]);
    expect(calls.filter((call) => call === 'listen').length).toBeLessThanOrEqual(6);
  });

  test('is not ended by what the app itself says', async () => {
    await world.runFor(25 * HOUR);
    world.tell('2', { escalatesAt: world.chat.now });
    await world.runFor(3 * HOUR);
    expect(shown()).toEqual(['silence, escalation 100']);
  });

  test('is remarked on where customers read along, because it is nothing internal', async () => {
    room.members.add('stranger');
    world.chat.addUsers({ ...(world.chat.users.get('carol') ?? room.creator), id: 'id-stranger', username: 'stranger' });
    pendingUntil(world.chat.now);
    await world.run();
    world.tell('2', { stateType: 'open', escalatesAt: world.chat.now });
    await world.runFor(26 * HOUR);
    expect(shown()).toEqual(['silence']);
  });
});

describe('where customers may read along', () => {
  test('nothing internal is said, whoever let them in, and the room is not asked each minute', async () => {
    world.rules = { ...RULES, policy: { ...RULES.policy, customers: 'always' } };
    pendingUntil(world.chat.now);
    const calls = asked();
    await world.runFor(3 * HOUR);
    expect(shown()).toEqual([]);
    expect(calls.filter((call) => call === 'members').length).toBeLessThanOrEqual(4);
  });

  test('it is said once they have gone', async () => {
    room.members.add('carol');
    pendingUntil(world.chat.now);
    await world.runFor(HOUR);
    expect(shown()).toEqual([]);
    room.members.delete('carol');
    await world.runFor(HOUR);
    expect(shown()).toEqual(['pending']);
  });

  test('what was said before they came disappears with the next change', async () => {
    pendingUntil(world.chat.now);
    await world.run();
    room.members.add('carol');
    world.tell('2', { escalatesAt: world.chat.now });
    await world.run();
    expect(shown()).toEqual(['']);
  });
});

describe('in quiet hours', () => {
  const NIGHT = { from: 20 * 60, until: 7 * 60 };
  const hour = (): number => new Date(world.chat.now).getUTCHours();
  beforeEach(() => {
    world.rules = { ...RULES, quietHours: NIGHT };
  });

  test('nobody is reminded; what is due comes afterwards, once', async () => {
    world.rules = { ...world.rules, kinds: ['pending', 'escalation'] };
    world.tell('2', { escalatesAt: world.chat.now + 24 * HOUR });
    const posted: number[] = [];
    world.chat.before = (call) => call === 'post reminder' && posted.push(hour());
    await world.runFor(48 * HOUR);
    expect(shown()).toEqual(['escalation 100']);
    expect(posted).toEqual([18]);
    while (hour() !== 21) await world.run(10 * MINUTE);
    pendingUntil(world.chat.now);
    await world.runFor(9 * HOUR);
    expect(shown()).toEqual(['escalation 100']);
    while (hour() !== 7) await world.run(10 * MINUTE);
    expect(shown()).toEqual(['escalation 100, pending']);
  });

  test('the app touches no reminder, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            wait: fc.integer({ min: 1, max: 10 * 60 }),
            stateType: fc.constantFrom('open', 'pending reminder', 'closed'),
            pending: fc.integer({ min: -600, max: 600 }),
            escalates: fc.integer({ min: -600, max: 1200 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        async (changes) => {
          world = new WalkedChat();
          world.rules = { ...RULES, quietHours: NIGHT, silenceAfter: 4 * HOUR };
          room = await world.addRoom('2');
          const touched: number[] = [];
          world.chat.before = (call) => call.endsWith('reminder') && touched.push(hour());
          for (const { wait, stateType, pending, escalates } of changes) {
            const { now } = world.chat;
            world.tell('2', { stateType, pendingUntil: now + pending * MINUTE, escalatesAt: now + escalates * MINUTE });
            for (let passed = 0; passed < wait; passed += 20) await world.run(20 * MINUTE);
          }
          expect(touched.filter((one) => one >= 20 || one < 7)).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('when the process dies', () => {
  test('after any single write, the room is reminded exactly once, in one message', async () => {
    for (let write = 1; write <= 4; write += 1) {
      world = new WalkedChat();
      room = await world.addRoom('2');
      await world.run();
      pendingUntil(world.chat.now);
      await world.run(MINUTE, world.chat.ports(write)).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await world.runFor(5 * MINUTE);
      world.tell('2', { escalatesAt: world.chat.now });
      await world.run(MINUTE, world.chat.ports(write)).catch(() => undefined);
      await world.runFor(5 * MINUTE);
      expect([write, shown()]).toEqual([write, ['pending, escalation 100']]);
    }
  });
});

describe('a room that cannot be written in', () => {
  test('is named, keeps no other room from being reminded, and is tried again later', async () => {
    const other = await world.addRoom('3');
    pendingUntil(world.chat.now);
    world.tell('3', { stateType: 'pending reminder', pendingUntil: world.chat.now });
    let refused = 0;
    world.chat.before = (call) => {
      if (call === 'post reminder' && (refused += 1) === 1) throw new Error('out of order');
    };
    const { unreminded } = await world.run();
    expect(unreminded).toHaveLength(1);
    expect([room.id, other.id].flatMap((id) => world.chat.reminders.shownIn(id))).toEqual(['pending']);
    await world.runFor(10 * MINUTE);
    expect([room.id, other.id].flatMap((id) => world.chat.reminders.shownIn(id))).toEqual(['pending', 'pending']);
  });
});
