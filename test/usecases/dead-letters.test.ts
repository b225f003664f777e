import { AppError } from '../../src/domain/errors';
import { MOST_WRITES } from '../../src/domain/outbox-bounds';
import type { Write } from '../../src/domain/write';
import { deliverOutbox, type Delivery } from '../../src/usecases/deliver-outbox';
import { writeNote } from '../../src/usecases/write-note';
import type { Outcome } from '../../src/usecases/write-to-otobo';
import { TICKET } from '../domain/chat';
import { Crash } from './fake-chat';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WRONG = new AppError('otobo_misconfigured', { webservice: 'RocketChat' });

async function note(world: WritingWorld, text: string): Promise<Outcome> {
  const { outcome } = await writeNote({ user: world.alice, place: world.place, text }, RULES, world.chat.ports());
  return outcome;
}

const runJob = (world: WritingWorld, dyingAfter = Infinity): Promise<Delivery[]> => deliverOutbox(RULES, world.chat.ports(dyingAfter));

/** Runs the job each minute for so long. */
async function pass(world: WritingWorld, ms: number): Promise<Delivery[]> {
  const done: Delivery[] = [];
  for (let passed = 0; passed < ms; passed += MINUTE) {
    world.advance(MINUTE);
    done.push(...(await runJob(world)));
  }
  return done;
}

/** A note that OTOBO has answered wrongly until it was given up. */
async function withDeadLetter(): Promise<WritingWorld> {
  const world = new WritingWorld();
  world.helpdesk.refusal = WRONG;
  await note(world, 'please *call* back');
  await pass(world, 6 * HOUR);
  return world;
}

describe('a write that OTOBO answers wrongly to the end', () => {
  test('is kept as a dead letter, and its author told once, with what they had typed', async () => {
    const world = await withDeadLetter();
    expect(world.chat.records.writes).toMatchObject([
      { attempts: 8, wrong: 8, givenUpAt: expect.any(Number) as number, failure: { code: 'otobo_misconfigured' } },
    ]);
    expect(world.told('write')).toEqual([
      expect.stringMatching(/^alice: OTOBO does not take your note as things are[^]*web service RocketChat[^]*please \\\*call\\\* back$/),
    ]);
    expect(world.chat.records.audited).toMatchObject([{ what: 'given_up', ticketNumber: TICKET.number, detail: 'Note' }]);
  });

  test('is not tried again by itself, even when OTOBO is right again', async () => {
    const world = await withDeadLetter();
    world.helpdesk.refusal = undefined;
    await expect(pass(world, 10 * HOUR)).resolves.toEqual([]);
    expect(world.bodies).toEqual([]);
    expect(world.told('write')).toHaveLength(1);
  });

  test('does not hold up later writes of its ticket, neither those that wait nor those that come', async () => {
    const world = new WritingWorld();
    world.helpdesk.refusal = WRONG;
    await note(world, 'one');
    await note(world, 'two');
    world.chat.before = (call) => {
      const [first] = world.chat.records.writes;
      if (call === 'otobo write Note') world.helpdesk.refusal = first?.givenUpAt === undefined ? WRONG : undefined;
    };
    await pass(world, 6 * HOUR);
    expect(world.bodies).toEqual(['two']);
    await expect(note(world, 'three')).resolves.toMatchObject({ kept: false });
    expect(world.bodies).toEqual(['two', 'three']);
    expect(world.chat.records.writes).toHaveLength(1);
  });

  test('is kept even if its author cannot be told', async () => {
    const world = new WritingWorld();
    world.helpdesk.refusal = WRONG;
    await note(world, 'hello');
    world.chat.before = (call) => {
      if (call === 'say write') throw new AppError('direct_room_refused');
    };
    await pass(world, 6 * HOUR);
    expect(world.chat.records.writes).toMatchObject([{ givenUpAt: expect.any(Number) as number }]);
  });

  test('is given up all the same, and its author told twice rather than never, when the process dies after telling', async () => {
    const world = new WritingWorld();
    world.helpdesk.refusal = WRONG;
    await note(world, 'hello');
    await pass(world, 105 * MINUTE);
    expect(world.chat.records.writes).toMatchObject([{ attempts: 7 }]);
    world.advance(5 * HOUR);
    await expect(runJob(world, 1)).rejects.toThrow(Crash);
    expect(world.told('write')).toHaveLength(1);
    await runJob(world);
    expect(world.chat.records.writes).toMatchObject([{ givenUpAt: expect.any(Number) as number }]);
    expect(world.told('write')).toHaveLength(2);
  });
});

describe('while OTOBO does not answer at all', () => {
  test('nothing is ever given up, and all of it arrives in the first run that OTOBO answers', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    await note(world, 'two');
    await pass(world, 100 * HOUR);
    expect(world.told('write')).toEqual([]);
    world.helpdesk.away = false;
    await pass(world, 5 * HOUR);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('and asks for a pause, it is not called before that, for no ticket', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    world.advance(MINUTE);
    world.chat.before = (call) => {
      if (call === 'otobo arrived') throw new AppError('otobo_unreachable', { retryAfter: '600' });
    };
    await runJob(world);
    world.chat.before = () => undefined;
    const other = { ...TICKET, id: 't2', number: '2026112310000099' };
    world.helpdesk.addTicket(other);
    world.helpdesk.allow('alice', 't2', 'rw');
    world.chat.links = [
      { ticketId: 't2', ticketNumber: other.number, roomId: world.place.roomId, origin: 'created', slug: '', cardId: '' },
    ];
    await note(world, 'two');
    const { calls } = world.helpdesk;
    const { length } = calls;
    await pass(world, 9 * MINUTE);
    expect(calls).toHaveLength(length);
    world.helpdesk.away = false;
    await pass(world, 2 * MINUTE);
    expect(world.bodies).toEqual(['one']);
    expect(world.helpdesk.ticket('t2').articles).toHaveLength(1);
  });

  test('and asks its maker for a pause, the job waits as long', async () => {
    const world = new WritingWorld();
    world.chat.before = (call) => {
      if (call === 'otobo write Note') throw new AppError('otobo_unreachable', { retryAfter: '300' });
    };
    await note(world, 'one');
    world.chat.before = () => undefined;
    await expect(pass(world, 4 * MINUTE)).resolves.toEqual([]);
    await pass(world, MINUTE);
    expect(world.bodies).toEqual(['one']);
  });
});

test('a run ends when OTOBO does not let the app in, so that the account is not locked for it', async () => {
  const world = new WritingWorld();
  world.helpdesk.away = true;
  for (let at = 0; at < 12; at += 1) {
    world.chat.records.writes.push({
      ...{ id: `w${at}`, ticketId: `t${at}`, change: { type: 'RoomLink', roomId: '', url: '' } as const },
      ...{ at: world.chat.now, notBefore: world.chat.now, attempts: 1 },
    });
  }
  world.helpdesk.away = false;
  world.helpdesk.refusal = new AppError('otobo_login_failed');
  await expect(runJob(world)).resolves.toHaveLength(5);
});

describe('an outbox that is full', () => {
  const filler = (id: string, more: Partial<Write> = {}): Write => ({
    ...{ id, ticketId: 'other', change: { type: 'Note', subject: 's', body: `body ${id}` } as const },
    ...{ at: 1, notBefore: Number.MAX_SAFE_INTEGER, attempts: 1 },
    ...more,
  });
  const full = (world: WritingWorld): Write[] =>
    Array.from({ length: MOST_WRITES }, (_, at) => filler(`w${at}`, { at: at + 1 })).concat(world.chat.records.writes);

  test('takes nothing more, says so, and keeps nothing of it', async () => {
    const world = new WritingWorld();
    world.chat.records.writes = full(world);
    await expect(note(world, 'hello')).rejects.toMatchObject({ code: 'outbox_full' });
    expect(world.bodies).toEqual([]);
    expect(world.chat.records.writes).toHaveLength(MOST_WRITES);
  });

  test('lets the oldest dead letter go for a new write, and gives it back to its author', async () => {
    const world = new WritingWorld();
    const by = { userId: world.bob.id, username: 'bob', roomId: 'room' };
    const dead = { by, givenUpAt: 5 };
    world.chat.records.writes = full(world).map((write, at) => (at === 7 || at === 9 ? { ...write, ...dead } : write));
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: false });
    expect(world.bodies).toEqual(['hello']);
    expect(world.told('write')).toEqual([expect.stringMatching(/^bob: The app had given up your note[^]*body w7$/)]);
    expect(world.chat.records.writes.filter(({ givenUpAt }) => givenUpAt !== undefined).map(({ id }) => id)).toEqual(['w9']);
    expect(world.chat.records.audited.map(({ what }) => what)).toEqual(['fell_out', 'noted']);
  });

  test('keeps a dead letter that cannot be given back, and takes the next one', async () => {
    const world = new WritingWorld();
    const letter = (username: 'bob' | 'carol'): Partial<Write> => ({
      by: { userId: world[username].id, username, roomId: 'r' },
      givenUpAt: 5,
    });
    world.chat.records.writes = full(world).map((write, at) => ({
      ...write,
      ...(at === 1 && letter('bob')),
      ...(at === 2 && letter('carol')),
    }));
    let told = 0;
    world.chat.before = (call) => {
      if (call === 'say write' && (told += 1) === 1) throw new AppError('direct_room_refused');
    };
    await note(world, 'hello');
    expect(world.told('write')).toEqual([expect.stringContaining('carol: ')]);
    expect(world.chat.records.writes.some(({ id }) => id === 'w1')).toBe(true);
    expect(world.chat.records.writes.some(({ id }) => id === 'w2')).toBe(false);
  });
});
