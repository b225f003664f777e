import * as fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import { deliverOutbox, type Delivery } from '../../src/usecases/deliver-outbox';
import { writeNote } from '../../src/usecases/write-note';
import type { Outcome } from '../../src/usecases/write-to-otobo';
import { TICKET, user } from '../domain/chat';
import { Crash } from './fake-chat';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;

async function note(world: WritingWorld, text: string, { by = world.alice, dyingAfter = Infinity } = {}): Promise<Outcome> {
  const { outcome } = await writeNote({ user: by, place: world.place, text }, RULES, world.chat.ports(dyingAfter));
  return outcome;
}

const runJob = (world: WritingWorld, dyingAfter = Infinity): Promise<Delivery[]> => deliverOutbox(RULES, world.chat.ports(dyingAfter));

/** Runs the job each minute until nothing waits any more. */
async function untilEmpty(world: WritingWorld): Promise<void> {
  for (let minutes = 0; world.chat.records.writes.length > 0; minutes += 1) {
    if (minutes > 1_000) throw new Error('The outbox does not become empty.');
    world.advance(MINUTE);
    await runJob(world);
  }
}

describe('a write', () => {
  test('is stored before OTOBO hears of it, and forgotten when OTOBO has it', async () => {
    const world = new WritingWorld();
    let stored = -1;
    world.chat.before = (call) => {
      if (call.startsWith('otobo write')) stored = world.chat.records.writes.length;
    };
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: false, written: { ticketNumber: TICKET.number } });
    expect(stored).toBe(1);
    expect(world.bodies).toEqual(['hello']);
    expect(world.chat.records.writes).toEqual([]);
  });

  test.each([
    ['may only read the ticket', 'bob', 'right_missing'],
    ['may not see the ticket', 'carol', 'ticket_hidden'],
  ] as const)('of somebody who %s is refused at once, and nothing of it stays', async (_what, who, code) => {
    const world = new WritingWorld();
    await expect(note(world, 'hello', { by: world[who] })).rejects.toMatchObject({ code });
    expect(world.bodies).toEqual([]);
    expect(world.chat.records.writes).toEqual([]);
  });

  test('that OTOBO refuses is refused at once, and nothing of it stays', async () => {
    const world = new WritingWorld();
    world.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' });
    await expect(note(world, 'hello')).rejects.toMatchObject({ code: 'otobo_denied' });
    expect(world.chat.records.writes).toEqual([]);
  });

  test('is kept while OTOBO is away, and the person hears where they were when it has arrived', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: true });
    world.helpdesk.away = false;
    await runJob(world);
    expect(world.bodies).toEqual([]); // its maker may still be at it
    await untilEmpty(world);
    expect(world.bodies).toEqual(['hello']);
    expect(world.told('tell')).toEqual([`alice: OTOBO was away, and now it has taken your note: Ticket#${TICKET.number}.`]);
    expect(world.chat.membership.said[0]?.place).toMatchObject(world.place);
  });

  test('whose answer was lost arrives once', async () => {
    const world = new WritingWorld();
    world.helpdesk.losesAnswer = true;
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: true });
    await untilEmpty(world);
    expect(world.bodies).toEqual(['hello']);
  });

  test('is not made by its maker when storing it took so long that the job may be at it', async () => {
    const world = new WritingWorld();
    world.chat.before = (call) => {
      if (call === 'put write') world.advance(MINUTE);
    };
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: true, because: { code: 'busy' } });
    expect(world.bodies).toEqual([]);
    expect(world.chat.records.writes).toMatchObject([{ attempts: 0 }]);
  });

  test('does not overtake an older one of its ticket', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    world.helpdesk.away = false;
    world.advance(55_000);
    await expect(note(world, 'two')).resolves.toEqual({ kept: true });
    world.advance(5_000);
    await runJob(world);
    expect(world.bodies).toEqual(['one']);
    await expect(note(world, 'three')).resolves.toEqual({ kept: true });
    await untilEmpty(world);
    expect(world.bodies).toEqual(['one', 'two', 'three']);
  });

  test('hurries up an older one of its ticket that has been tried in vain for long, because OTOBO answers again', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    for (let minute = 0; minute < 44; minute += 1) {
      world.advance(MINUTE);
      await runJob(world);
    }
    world.helpdesk.away = false;
    await expect(note(world, 'two')).resolves.toEqual({ kept: true });
    world.advance(MINUTE);
    await runJob(world);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('does not hurry up an older one that its maker has only just sent, because it may still be on its way', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    world.helpdesk.away = false;
    world.advance(15_000);
    await expect(note(world, 'two')).resolves.toEqual({ kept: true });
    await expect(runJob(world)).resolves.toEqual([]);
    await untilEmpty(world);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('does not overtake an older one whose maker died', async () => {
    const world = new WritingWorld();
    await expect(note(world, 'one', { dyingAfter: 1 })).rejects.toThrow(Crash);
    world.advance(21_000);
    await expect(note(world, 'two')).resolves.toEqual({ kept: true });
    await expect(runJob(world)).resolves.toEqual([]); // dead or only slow: nobody can tell yet
    await untilEmpty(world);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('goes without the address that OTOBO does not take', async () => {
    const world = new WritingWorld();
    world.chat.before = (call) => {
      const refuses = call === 'otobo write Note' && world.helpdesk.refusal === undefined && world.helpdesk.calls.at(-1) !== 'write Note';
      world.helpdesk.refusal = refuses ? new AppError('otobo_value_refused', { field: 'From', value: '"Alice' }) : undefined;
    };
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: false });
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([
      { from: 'rcapi', subject: expect.stringContaining('Alice') as string },
    ]);
  });

  test('whose address OTOBO was slow to refuse is left to the job, which may be at it before a second try has ended', async () => {
    const world = new WritingWorld();
    world.chat.before = (call) => {
      if (call !== 'otobo write Note') return;
      world.helpdesk.refusal = new AppError('otobo_value_refused', { field: 'From', value: '"Alice' });
      world.advance(25_000);
    };
    await expect(note(world, 'hello')).resolves.toMatchObject({ kept: true });
    expect(world.helpdesk.calls.filter((call) => call === 'write Note')).toHaveLength(1);
    world.chat.before = () => undefined;
    world.helpdesk.refusal = undefined;
    await untilEmpty(world);
    expect(world.bodies).toEqual(['hello']);
  });
});

describe('a kept write', () => {
  async function kept(text = 'hello'): Promise<WritingWorld> {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, text);
    world.helpdesk.away = false;
    world.advance(MINUTE);
    return world;
  }

  test('of somebody who has lost the right meanwhile is not written, and its text comes back in a direct message', async () => {
    const world = await kept('please *call* back');
    world.helpdesk.allow('alice', TICKET.id, 'ro');
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'refused' }]);
    expect(world.bodies).toEqual([]);
    expect(world.chat.records.writes).toEqual([]);
    expect(world.told('write')).toEqual([expect.stringMatching(/^alice: .*your note[^]*"note"[^]*please \\\*call\\\* back$/)]);
  });

  test('stays when the person cannot be told that it is lost', async () => {
    const world = await kept();
    world.helpdesk.allow('alice', TICKET.id, 'ro');
    world.chat.before = (call) => {
      if (call === 'say write') throw new AppError('direct_room_refused');
    };
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'stays' }]);
    expect(world.chat.records.writes).toHaveLength(1);
  });

  test.each([
    ['was deleted', (world: WritingWorld) => world.chat.users.delete('alice')],
    ['was disabled', (world: WritingWorld) => world.chat.addUsers({ ...world.alice, enabled: false })],
  ])('of an account that %s is dropped', async (_what, happen) => {
    const world = await kept();
    happen(world);
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'dropped', write: { by: { username: 'alice' } } }]);
    expect(world.bodies).toEqual([]);
    expect(world.chat.records.writes).toEqual([]);
  });

  test('is sent even if nobody can be told so, and not told to be lost', async () => {
    const world = await kept();
    world.chat.before = (call) => {
      if (call === 'say tell') throw new AppError('permission_missing', { permission: 'message.write' });
    };
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'sent', error: { code: 'permission_missing' } }]);
    expect(world.bodies).toEqual(['hello']);
    expect(world.told('write')).toEqual([]);
  });

  test('is tried more and more seldom', async () => {
    const world = await kept();
    world.helpdesk.away = true;
    const tries: number[] = [];
    const begun = world.chat.now;
    for (let minute = 0; minute <= 600; minute += 1) {
      const tried = await runJob(world);
      if (tried.length > 0) tries.push((world.chat.now - begun) / MINUTE);
      world.advance(MINUTE);
    }
    expect(tries).toEqual([0, 1, 3, 13, 43, 103, 343, 583]);
  });

  test('does not hold up other tickets; one run stops asking an OTOBO that is away, and the first that OTOBO answers takes up all', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    for (let at = 0; at < 30; at += 1) {
      const ticket = { ...TICKET, id: `t${at}` };
      world.helpdesk.addTicket(ticket);
      world.helpdesk.allow('alice', ticket.id, 'rw');
      world.chat.links = [{ ticketId: ticket.id, ticketNumber: '1', roomId: world.place.roomId, origin: 'created', slug: '', cardId: '' }];
      await note(world, 'hello');
    }
    world.advance(MINUTE);
    await expect(runJob(world)).resolves.toHaveLength(5);
    world.helpdesk.away = false;
    await expect(runJob(world)).resolves.toHaveLength(30);
    expect([...world.helpdesk.tickets.values()].filter(({ articles }) => articles.length === 1)).toHaveLength(30);
  });

  test('that OTOBO does not understand at the moment holds up those behind it', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await note(world, 'one');
    await note(world, 'two');
    world.helpdesk.away = false;
    world.advance(MINUTE);
    let tried = 0;
    world.chat.before = (call) => {
      if (call !== 'otobo write Note') return;
      tried += 1;
      world.helpdesk.refusal = tried === 1 ? new AppError('otobo_misconfigured', { webservice: 'RocketChat' }) : undefined;
    };
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'stays' }]);
    expect(world.bodies).toEqual([]);
    await untilEmpty(world);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('is not begun when the run has taken half of its time', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    for (const text of ['one', 'two', 'three', 'four']) await note(world, text);
    world.helpdesk.away = false;
    world.advance(MINUTE);
    world.chat.before = (call) => {
      if (call === 'otobo write Note') world.advance(8_000);
    };
    await runJob(world);
    expect(world.bodies).toEqual(['one', 'two']);
  });

  test('is left to the next run when this one has come to its end', async () => {
    const world = await kept();
    world.chat.before = (call) => {
      if (call === 'otobo access alice@corp.test note') world.advance(31_000);
    };
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'stays' }]);
    expect(world.bodies).toEqual([]);
  });
});

/** What happens, one after the other; numbers say how many writes a call of the app makes before its process dies. */
type Step =
  | { readonly type: 'note'; readonly dyingAfter?: number }
  | { readonly type: 'job'; readonly dyingAfter?: number }
  | { readonly type: 'pass'; readonly ms: number }
  | { readonly type: 'away' | 'back' | 'lose answer' | 'revoke' | 'grant' };

const dying = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
const mortal = (type: 'note' | 'job'): fc.Arbitrary<Step> =>
  dying.map((dyingAfter) => (dyingAfter === undefined ? { type } : { type, dyingAfter }));
const steps = fc.array(
  fc.oneof(
    { arbitrary: mortal('note'), weight: 5 },
    { arbitrary: mortal('job'), weight: 5 },
    { arbitrary: fc.constantFrom(1_000, 25_000, 61_000, 600_000, 3_600_000).map((ms): Step => ({ type: 'pass', ms })), weight: 5 },
    { arbitrary: fc.constantFrom<Step[]>({ type: 'away' }, { type: 'back' }, { type: 'lose answer' }), weight: 4 },
    { arbitrary: fc.constantFrom<Step[]>({ type: 'revoke' }, { type: 'grant' }), weight: 2 },
  ),
  { maxLength: 40 },
);

describe('whatever happens', () => {
  test('every note that was accepted arrives once and in order, or comes back to who wrote it; none is written without the right', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const world = new WritingWorld();
        const { helpdesk, chat } = world;
        const accepted: string[] = [];
        chat.before = (call) => {
          if (call === 'otobo write Note' && !helpdesk.may('alice', TICKET.id, 'note')) throw new Error('written without the right');
        };
        for (const [at, step] of history.entries()) {
          switch (step.type) {
            case 'note': {
              const answer = await note(world, `n${at}`, step).catch((error: unknown) => error);
              if (!(answer instanceof Error)) accepted.push(`n${at}`);
              else expect(answer instanceof Crash || (answer instanceof AppError && answer.code === 'right_missing')).toBe(true);
              break;
            }
            case 'job':
              await runJob(world, step.dyingAfter).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
              break;
            case 'pass':
              world.advance(step.ms);
              break;
            case 'away':
            case 'back':
              helpdesk.away = step.type === 'away';
              break;
            case 'lose answer':
              helpdesk.losesAnswer = true;
              break;
            case 'revoke':
              helpdesk.allow('alice', TICKET.id, 'ro');
              break;
            case 'grant':
              helpdesk.allow('alice', TICKET.id, 'rw');
              break;
          }
        }
        helpdesk.away = false;
        await untilEmpty(world);
        const returned = world.told('write').map((text) => text.split('\n').at(-1) ?? '');
        expect(new Set(world.bodies).size).toBe(world.bodies.length);
        expect(accepted.filter((one) => !world.bodies.includes(one) && !returned.includes(one))).toEqual([]);
        expect(world.bodies.filter((one) => accepted.includes(one))).toEqual(accepted.filter((one) => world.bodies.includes(one)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a record that another account put there for itself is written for nobody else', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    const mallory = user('mallory');
    world.chat.addUsers(mallory);
    await note(world, 'hello', { by: mallory });
    world.helpdesk.away = false;
    await untilEmpty(world);
    expect(world.bodies).toEqual([]);
    expect(world.told('write')).toEqual([expect.stringContaining('mallory: ')]);
  });
});
