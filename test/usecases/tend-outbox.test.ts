import { AppError } from '../../src/domain/errors';
import type { Write } from '../../src/domain/write';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { dropWrite, listOutbox, retryWrites, type ShownOutbox } from '../../src/usecases/tend-outbox';
import { writeNote } from '../../src/usecases/write-note';
import { TICKET, user } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: WritingWorld;
const admin = user('root', { roles: ['admin'] });

const list = (): Promise<ShownOutbox> => listOutbox(admin, RULES.rights, world.chat.ports());
const retry = (typed?: string): Promise<number> => retryWrites(admin, typed, RULES.rights, world.chat.ports());
const drop = (typed: string): Promise<Write> => dropWrite(admin, typed, RULES.rights, world.chat.ports());

const letter = (id: string, more: Partial<Write> = {}): Write => ({
  ...{ id, ticketId: TICKET.id, change: { type: 'Note', subject: 'secret subject', body: 'secret body' } as const },
  ...{ by: { userId: world.alice.id, username: 'alice', ...world.place }, right: 'note' as const },
  ...{ at: world.chat.now - HOUR, notBefore: world.chat.now + HOUR, attempts: 3 },
  ...more,
});
const dead = (id: string, more: Partial<Write> = {}): Write =>
  letter(id, {
    ...{ attempts: 8, wrong: 8, givenUpAt: world.chat.now, failure: { code: 'otobo_login_failed', details: {}, at: world.chat.now } },
    ...more,
  });

beforeEach(() => {
  world = new WritingWorld();
  world.chat.addUsers(admin);
});

describe('the list of what waits', () => {
  test('says of each what it is, whose and how it stands, dead letters first, and nothing of what was written', async () => {
    world.chat.records.writes = [letter('aaaaaaaa-1', { ticketId: 'unknown' }), dead('bbbbbbbb-2')];
    const shown = await list();
    expect(shown).toMatchObject({
      waiting: 1,
      dead: 1,
      more: 0,
      shown: [
        {
          id: 'bbbbbbbb',
          kind: 'Note',
          characters: 11,
          ticketNumber: TICKET.number,
          by: 'alice',
          tries: 8,
          failure: { code: 'otobo_login_failed' },
        },
        { id: 'aaaaaaaa', ticketId: 'unknown', tries: 3, next: world.chat.now + HOUR },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('secret');
  });

  test('is short, and says how many more there are', async () => {
    world.chat.records.writes = Array.from({ length: 37 }, (_, at) => letter(`same-beginning-${at}`));
    const { shown, more } = await list();
    expect([shown.length, more]).toEqual([10, 27]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(10);
  });
});

test.each<[string, () => Promise<unknown>]>([
  ['listing', () => listOutbox(world.alice, RULES.rights, world.chat.ports())],
  ['trying again', () => retryWrites(world.alice, undefined, RULES.rights, world.chat.ports())],
  ['dropping', () => dropWrite(world.alice, 'a', RULES.rights, world.chat.ports())],
])('%s is for admins', async (_what, ask) => {
  world.chat.records.writes = [letter('a')];
  await expect(ask()).rejects.toMatchObject({ code: 'admin_only' });
  expect(world.chat.writes).toEqual([]);
});

describe('to try again', () => {
  test('revives a dead letter with all its tries, and the next run sends it', async () => {
    world.chat.records.writes = [dead('abc')];
    await expect(retry('AB')).resolves.toBe(1);
    expect(world.chat.records.writes).toEqual([letter('abc', { attempts: 1, notBefore: world.chat.now })]);
    await deliverOutbox(RULES, world.chat.ports());
    expect(world.bodies).toEqual(['secret body']);
    expect(world.chat.records.audited).toMatchObject([
      { what: 'retried', by: 'root', ticketNumber: TICKET.number, detail: 'Note' },
      { what: 'noted', by: 'alice' },
    ]);
  });

  test('of everything takes what waits, too, and even what OTOBO has asked a pause for', async () => {
    const failure = { code: 'otobo_unreachable', details: { retryAfter: '3600' }, at: world.chat.now } as const;
    world.chat.records.writes = [letter('a', { failure }), dead('b')];
    await expect(retry()).resolves.toBe(2);
    await deliverOutbox(RULES, world.chat.ports());
    expect(world.chat.records.writes).toEqual([]);
    expect(world.chat.records.audited[0]).toMatchObject({ what: 'retried', by: 'root', detail: '2' });
  });

  test('leaves to its maker what is still its own', async () => {
    world.chat.records.writes = [letter('a', { at: world.chat.now - 10_000, attempts: 0 })];
    await retry();
    expect(world.chat.records.writes).toMatchObject([{ attempts: 0, notBefore: world.chat.now + 50_000 }]);
  });
});

describe('to drop', () => {
  test('gives the text back to its author first, and takes the write out', async () => {
    world.chat.records.writes = [dead('abc'), letter('xyz')];
    await expect(drop('abc')).resolves.toMatchObject({ id: 'abc' });
    expect(world.chat.records.writes.map(({ id }) => id)).toEqual(['xyz']);
    expect(world.told('write')).toEqual([expect.stringMatching(/^alice: root has taken your note out[^]*secret body$/)]);
    expect(world.chat.records.audited).toMatchObject([{ what: 'dropped', by: 'root', detail: 'Note' }]);
  });

  test('is refused while the author cannot be written to, because the text would be lost', async () => {
    world.chat.records.writes = [dead('abc')];
    world.chat.before = (call) => {
      if (call === 'say write') throw new AppError('direct_room_refused', {}, 'error-not-allowed');
    };
    await expect(drop('abc')).rejects.toMatchObject({
      code: 'outbox_author_untold',
      details: { user: 'alice' },
      internal: 'error-not-allowed',
    });
    expect(world.chat.records.writes).toHaveLength(1);
  });

  test('needs nobody to be told where the account is gone', async () => {
    world.chat.records.writes = [dead('abc')];
    world.chat.users.delete('alice');
    await drop('abc');
    expect(world.chat.records.writes).toEqual([]);
  });

  test('of what a run of the job has just begun is not sent after that', async () => {
    world.chat.records.writes = [letter('abc', { notBefore: 0 })];
    let once = true;
    world.chat.before = async (call) => {
      if (call !== 'write' || !once) return;
      once = false;
      await drop('abc');
    };
    await expect(deliverOutbox(RULES, world.chat.ports())).resolves.toEqual([]);
    expect(world.bodies).toEqual([]);
  });
});

test.each([
  ['nothing', 'zz', 'none'],
  ['several', 'a', '2'],
])('an id that means %s is refused, and nothing happens', async (_what, typed, count) => {
  world.chat.records.writes = [dead('ab'), dead('ac')];
  for (const ask of [retry, drop]) await expect(ask(typed)).rejects.toMatchObject({ code: 'outbox_item_unknown', details: { count } });
  expect(world.chat.writes).toEqual([]);
});

test('a note that is dropped while OTOBO takes it arrives, and is not sent twice', async () => {
  world.helpdesk.away = true;
  await writeNote({ user: world.alice, place: world.place, text: 'hello' }, RULES, world.chat.ports());
  world.helpdesk.away = false;
  world.advance(MINUTE);
  let once = true;
  world.chat.before = async (call) => {
    if (call !== 'otobo write Note' || !once) return;
    once = false;
    await drop(world.chat.records.writes[0]?.id ?? '');
  };
  await deliverOutbox(RULES, world.chat.ports());
  world.advance(HOUR);
  await deliverOutbox(RULES, world.chat.ports());
  expect(world.bodies).toEqual(['hello']);
  expect(world.chat.records.writes).toEqual([]);
});
