import { CLOSE_POLICIES } from '../../src/domain/closing';
import { AppError } from '../../src/domain/errors';
import { beginClosing } from '../../src/usecases/begin-closing';
import { noteLateMessage } from '../../src/usecases/note-late-message';
import { stopClosing } from '../../src/usecases/stop-closing';
import { inTurn } from '../../src/usecases/take-turn';
import { TICKET, user } from '../domain/chat';
import { ClosingStage, DAY, HOUR, MINUTE, RIGHTS } from './closing-stage';

const EVERYBODY = ['alice', 'bob', 'cust1', 'dave'];
const OWNER_MISSING = new AppError('otobo_denied');

async function begun(...args: ConstructorParameters<typeof ClosingStage>): Promise<ClosingStage> {
  const stage = new ClosingStage(...args);
  await stage.begin();
  return stage;
}

describe('the room of a ticket that is closed', () => {
  test('is told once, and nothing is done to it before the time that it was told', async () => {
    const stage = await begun('remove');
    await stage.sync('closed');
    await stage.sync('closed');
    await stage.pass(HOUR - MINUTE);
    expect(stage.said).toEqual(['announced']);
    expect(stage.closing).toMatchObject({ phase: 'announced', noticeId: 'notice-1' });
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.transcript.articles).toEqual([]);
  });

  test('is told, too, by who is alone at its ticket already', async () => {
    const stage = await begun('read_only');
    const ports = stage.chat.ports();
    const plan = { roomId: stage.room.id, terms: stage.policy.closing, delay: HOUR, again: false, whateverState: false };
    await inTurn('ticket-2', ports, () => beginClosing(TICKET, { type: 'BeginClosing', ...plan }, ports));
    expect(stage.said).toEqual(['announced']);
  });

  test('still takes people in while it is announced', async () => {
    const stage = await begun('remove');
    stage.room.members.delete('bob');
    await stage.sync('closed');
    expect(stage.members).toEqual(EVERYBODY);
  });

  test.each([
    ['read_only', EVERYBODY, true],
    ['remove', ['alice'], true],
    ['delete', EVERYBODY, true],
    ['nothing', EVERYBODY, false],
  ] as const)('ends as its terms say: %s', async (policy, members, readOnly) => {
    const stage = await begun(policy);
    await stage.closeUntilDone();
    expect(stage.said).toEqual(['announced', 'begun', 'closed']);
    expect(stage.transcript.articles).toEqual([['hello']]);
    expect(stage.members).toEqual(members);
    expect(stage.room.readOnly).toBe(readOnly);
    expect(stage.closing).toMatchObject({ phase: 'closed' });
    expect(stage.tooEarly).toEqual([]);
  });

  test('is closed at once, without a word before, where there is no delay', async () => {
    const stage = await begun('read_only', { closeDelay: 0 });
    await stage.sync('closed');
    await stage.pass(10 * MINUTE);
    expect(stage.said).toEqual(['closed']);
    expect(stage.room.readOnly).toBe(true);
  });

  test('follows the terms that were in force when it was made, whatever the settings say now', async () => {
    const stage = await begun('read_only');
    Object.assign(stage.policy, { closing: { policy: 'delete', deleteAfter: 0 } });
    await stage.closeUntilDone();
    await stage.pass(60 * DAY);
    expect(stage.room.readOnly).toBe(true);
  });

  test('follows the settings of the moment if an older version of the app has made it', async () => {
    const stage = await begun('read_only');
    stage.chat.links = stage.chat.links.map((link) => {
      const old = { ...link };
      delete old.closing;
      return old;
    });
    Object.assign(stage.policy, { closing: { policy: 'remove', deleteAfter: 0 } });
    await stage.closeUntilDone();
    expect(stage.members).toEqual(['alice']);
  });

  test('is left alone by whatever else is heard of the ticket', async () => {
    const stage = await begun('remove');
    await stage.closeUntilDone();
    const before = stage.chat.writes.length;
    expect(await stage.sync('closed')).toMatchObject({ result: 'unchanged', actions: [] });
    expect(stage.chat.writes.slice(before)).toEqual([]);
    expect(stage.members).toEqual(['alice']);
  });

  test('waits for nobody any more, and is not known to be in step', async () => {
    const stage = await begun('read_only');
    const waiting = { ticketId: '2', roomId: stage.room.id, key: 'name-eve', type: 'Agent' as const, agents: [] };
    stage.chat.membership.waiting.push(waiting);
    stage.chat.records.told.push({ ticketId: '2', ticketNumber: '1', roomId: stage.room.id, fields: { title: '' }, agents: [] });
    await stage.closeUntilDone();
    expect(stage.chat.membership.waiting).toEqual([]);
    expect(stage.chat.records.told).toEqual([]);
  });

  test('says so on its card, until it is open again', async () => {
    const stage = await begun('read_only');
    await stage.closeUntilDone();
    expect(stage.chat.cardOf(stage.room)).toEqual({
      ticket: { id: '2', number: TICKET.number, title: TICKET.title, state: 'open', queue: 'Support', url: 'https://otobo.test/2' },
      guarded: true,
      missing: [],
      closed: true,
    });
    await stage.sync('open');
    expect(stage.chat.cardOf(stage.room)?.closed).toBeUndefined();
  });
});

describe('while OTOBO', () => {
  test('is away, nobody is taken out and nothing locked, however long it takes', async () => {
    const stage = await begun('remove');
    stage.transcript.away = true;
    await stage.closeUntilDone();
    await stage.pass(5 * DAY);
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.room.readOnly).toBe(false);
    stage.transcript.away = false;
    await stage.pass(10 * MINUTE);
    expect(stage.members).toEqual(['alice']);
    expect(stage.tooEarly).toEqual([]);
  });

  test('refuses the transcript, the room is told once and nothing is done to it, until OTOBO takes it', async () => {
    const stage = await begun('remove');
    stage.transcript.refusal = { state: 'refused', error: OWNER_MISSING };
    await stage.closeUntilDone();
    await stage.pass(DAY);
    expect(stage.said).toEqual(['announced', 'begun', 'refused: otobo_denied']);
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.room.readOnly).toBe(false);
    stage.transcript.refusal = undefined;
    await stage.pass(2 * HOUR);
    await stage.pass(10 * MINUTE);
    expect(stage.members).toEqual(['alice']);
    expect(stage.closing?.refusal).toBeUndefined();
  });
});

describe('to stop a closing', () => {
  const stop = (stage: ClosingStage, name: string): Promise<void> =>
    stopClosing(stage.user(name), stage.room.id, RIGHTS, stage.chat.ports());

  test('takes an agent of the ticket who is in the room; the announcement then says who it was', async () => {
    const stage = await begun('remove');
    await stage.sync('closed');
    await stop(stage, 'bob');
    expect(stage.said).toEqual(['announced', 'stopped by bob']);
    await stage.pass(2 * DAY);
    await stage.sync('closed');
    await stage.pass(2 * DAY);
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.room.readOnly).toBe(false);
  });

  test('counts until the ticket is not closed any more', async () => {
    const stage = await begun('read_only');
    await stage.sync('closed');
    await stop(stage, 'bob');
    await stage.sync('open');
    expect(stage.closing).toBeUndefined();
    await stage.closeUntilDone();
    expect(stage.room.readOnly).toBe(true);
  });

  test.each([
    ['a customer', 'cust1', 'agent_unknown'],
    ['who is no agent', 'dave', 'agent_unknown'],
  ])('is refused to %s', async (_who, name, code) => {
    const stage = await begun('read_only');
    await stage.sync('closed');
    await expect(stop(stage, name)).rejects.toMatchObject({ code });
    expect(stage.closing?.phase).toBe('announced');
  });

  test('is refused to an agent who is not in the room, or may only read the ticket', async () => {
    const stage = await begun('read_only');
    await stage.sync('closed');
    stage.room.members.delete('bob');
    await expect(stop(stage, 'bob')).rejects.toMatchObject({ code: 'member_only' });
    stage.room.members.add('bob');
    stage.helpdesk.allow('bob', '2', 'ro');
    await expect(stop(stage, 'bob')).rejects.toMatchObject({ code: 'right_missing' });
    expect(stage.closing?.phase).toBe('announced');
  });

  test('comes too late when the room is closed, and in a room that is not to be closed', async () => {
    const stage = await begun('read_only');
    await expect(stop(stage, 'alice')).rejects.toMatchObject({ code: 'closing_settled' });
    await stage.closeUntilDone();
    await expect(stop(stage, 'alice')).rejects.toMatchObject({ code: 'closing_settled' });
  });
});

describe('a ticket that is open again', () => {
  test('calls a closing off that was announced', async () => {
    const stage = await begun('remove');
    await stage.sync('closed');
    await stage.sync('open');
    await stage.pass(2 * HOUR);
    expect(stage.said).toEqual(['announced', 'cancelled']);
    expect(stage.closing).toBeUndefined();
    expect(stage.members).toEqual(EVERYBODY);
  });

  test('lets a transcript come to its end that was begun, and nothing is done to the room', async () => {
    const stage = await begun('remove');
    await stage.sync('closed');
    stage.chat.now += HOUR;
    await stage.run();
    await stage.sync('open');
    await stage.pass(10 * MINUTE);
    expect(stage.said).toEqual(['announced', 'begun', 'cancelled']);
    expect(stage.transcript.articles).toEqual([['hello']]);
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.room.readOnly).toBe(false);
    expect(stage.closing).toBeUndefined();
  });

  test('brings everybody back, those who were invited by hand among them, and lets them write', async () => {
    const stage = await begun('remove');
    await stage.closeUntilDone();
    expect(stage.members).toEqual(['alice']);
    expect(await stage.sync('open')).toMatchObject({ result: 'reopened' });
    expect(stage.members).toEqual(EVERYBODY);
    expect(stage.room.readOnly).toBe(false);
    expect(stage.closing).toBeUndefined();
    await stage.sync('open');
    expect(stage.said.filter((what) => what === 'reopened')).toHaveLength(1);
  });

  test('brings nobody back whose account is gone, or who is kept out by now', async () => {
    const stage = await begun('remove');
    await stage.closeUntilDone();
    stage.chat.users.delete('dave');
    stage.chat.addUsers(user('bob', { enabled: false }));
    Object.assign(stage.policy, { customers: 'never' });
    await stage.sync('open');
    expect(stage.members).toEqual(['alice']);
  });

  test('closes again, and opens again, as often as it is done', async () => {
    const stage = await begun('remove');
    for (const text of ['first', 'second', 'third']) {
      await stage.closeUntilDone();
      expect(stage.members).toEqual(['alice']);
      await stage.sync('open');
      expect(stage.members).toEqual(EVERYBODY);
      stage.say(text);
    }
    expect(stage.transcript.articles).toEqual([['hello'], ['first'], ['second']]);
  });
});

describe('who opens the room of a closed ticket', () => {
  test('gets it open, and it stays open although the ticket stays closed', async () => {
    const stage = await begun('remove');
    await stage.closeUntilDone();
    expect(await stage.open('closed')).toMatchObject({ result: 'reopened' });
    expect(stage.members).toEqual(EVERYBODY);
    await stage.sync('closed');
    await stage.pass(2 * DAY);
    expect(stage.room.readOnly).toBe(false);
    expect(stage.closing).toMatchObject({ phase: 'stopped' });
  });

  test('gets a new one that stays, too', async () => {
    const stage = new ClosingStage('read_only');
    expect(await stage.open('closed')).toMatchObject({ result: 'created' });
    await stage.sync('closed');
    await stage.pass(2 * DAY);
    expect(stage.said).toEqual([]);
    expect(stage.room.readOnly).toBe(false);
  });

  test('does not call off a closing by going there', async () => {
    const stage = await begun('read_only');
    await stage.sync('closed');
    expect(await stage.open('closed')).toMatchObject({ result: 'unchanged' });
    expect(stage.closing?.phase).toBe('announced');
  });
});

describe('who wants a room to be closed', () => {
  test('gets that whatever the state of the ticket is, announced like any closing', async () => {
    const stage = await begun('read_only');
    expect(await stage.close('open')).toMatchObject({ result: 'changed', actions: [{ type: 'BeginClosing', whateverState: true }] });
    expect(await stage.close('open')).toMatchObject({ result: 'unchanged', actions: [] });
    await stage.sync('open');
    await stage.pass(HOUR);
    await stage.pass(10 * MINUTE);
    expect(stage.said).toEqual(['announced', 'begun', 'closed']);
    expect(stage.room.readOnly).toBe(true);
    await stage.sync('open');
    expect(stage.room.readOnly).toBe(true);
  });

  test('gets a room that follows the state of its ticket as soon as that is closed', async () => {
    const stage = await begun('read_only');
    await stage.close('open');
    await stage.closeUntilDone();
    await stage.sync('open');
    expect(stage.room.readOnly).toBe(false);
  });

  test('gets it although somebody stopped an earlier closing', async () => {
    const stage = await begun('read_only');
    await stage.sync('closed');
    await stopClosing(stage.user('bob'), stage.room.id, RIGHTS, stage.chat.ports());
    await stage.close('closed');
    expect(stage.closing?.phase).toBe('announced');
  });

  test('hears that there is no room, where there is none', async () => {
    const stage = new ClosingStage('read_only');
    expect(await stage.close('closed')).toMatchObject({ result: 'none' });
  });

  test('gets the plan alone with a dry run', async () => {
    const stage = await begun('read_only');
    const before = stage.chat.writes.length;
    expect(await stage.close('open', { dryRun: true })).toMatchObject({
      result: 'planned',
      actions: [{ type: 'BeginClosing', delay: HOUR }],
    });
    expect(stage.chat.writes.slice(before)).toEqual([]);
  });
});

describe('what an owner still writes into a closed room', () => {
  const hear = (stage: ClosingStage): Promise<void> => noteLateMessage(stage.room.id, stage.chat.ports());

  test('is added to the transcript a little later, several messages at once, without a word to the room', async () => {
    const stage = await begun('remove');
    await stage.closeUntilDone();
    for (const text of ['one', 'two']) {
      stage.say(text);
      await hear(stage);
    }
    await stage.pass(10 * MINUTE);
    expect(stage.transcript.articles).toEqual([['hello'], ['one', 'two']]);
    expect(stage.said).toEqual(['announced', 'begun', 'closed']);
    expect(stage.closing).toMatchObject({ phase: 'closed' });
    expect(await stage.sync('open')).toMatchObject({ result: 'reopened' });
    expect(stage.members).toEqual(EVERYBODY);
  });

  test('is added, too, when it is written while an addition is being made', async () => {
    const stage = await begun('read_only');
    await stage.closeUntilDone();
    stage.say('one');
    await hear(stage);
    stage.chat.now += MINUTE;
    const ports = stage.chat.ports();
    // Between the last look at the transcript and the record that says that all is written.
    let written = 0;
    stage.chat.before = async (call) => {
      if (call !== 'put turn' || stage.transcript.articles.length < 2 || (written += 1) > 1) return;
      stage.say('two');
      await noteLateMessage(stage.room.id, stage.chat.ports());
    };
    for (let run = 0; run < 3; run += 1) await stage.run(ports);
    await stage.pass(10 * MINUTE);
    expect(stage.transcript.articles).toEqual([['hello'], ['one'], ['two']]);
    expect(stage.closing?.phase).toBe('closed');
  });

  test('means nothing in a room that is open', async () => {
    const stage = await begun('read_only');
    const before = stage.chat.writes.length;
    await hear(stage);
    await stage.sync('closed');
    await hear(stage);
    expect(stage.closing?.phase).toBe('announced');
    expect(stage.chat.writes.slice(before)).not.toContain('drop closing');
  });

  test('was said between the transcript and the lock is written as well', async () => {
    const stage = await begun('read_only');
    stage.chat.before = (call) => {
      if (call === 'set read-only' && stage.transcript.articles.length === 1) stage.say('at the last moment');
    };
    await stage.closeUntilDone();
    expect(stage.transcript.articles).toEqual([['hello'], ['at the last moment']]);
  });
});

describe('a room that is to be deleted', () => {
  test('goes when its time has come, and its ticket shows no room any more', async () => {
    const stage = await begun('delete');
    await stage.closeUntilDone();
    await stage.pass(29 * DAY);
    expect(stage.chat.rooms.size).toBe(1);
    await stage.pass(2 * DAY);
    expect(stage.chat.rooms.size).toBe(0);
    expect(stage.chat.links).toEqual([]);
    expect(stage.chat.closing.records).toEqual([]);
    expect(stage.chat.records.writes).toMatchObject([{ ticketId: '2', change: { type: 'RoomLink', roomId: '', url: '' } }]);
    expect(stage.tooEarly).toEqual([]);
  });

  test('stays until what its owner has still said is in the ticket', async () => {
    const stage = await begun('delete');
    await stage.closeUntilDone();
    stage.say('one more thing');
    stage.transcript.away = true;
    await stage.pass(40 * DAY);
    expect(stage.chat.rooms.size).toBe(1);
    stage.transcript.away = false;
    await stage.pass(10 * MINUTE);
    expect(stage.chat.rooms.size).toBe(0);
    expect(stage.transcript.articles).toEqual([['hello'], ['one more thing']]);
    expect(stage.tooEarly).toEqual([]);
  });

  test('stays while OTOBO refuses that, and is told so once', async () => {
    const stage = await begun('delete');
    await stage.closeUntilDone();
    stage.say('one more thing');
    stage.transcript.refusal = { state: 'refused', error: OWNER_MISSING };
    await stage.pass(60 * DAY);
    expect(stage.chat.rooms.size).toBe(1);
    expect(stage.said.filter((what) => what.startsWith('refused'))).toHaveLength(1);
  });

  test('is not deleted when it was opened again', async () => {
    const stage = await begun('delete');
    await stage.closeUntilDone();
    await stage.sync('open');
    await stage.pass(60 * DAY);
    expect(stage.chat.rooms.size).toBe(1);
  });

  test('and that somebody has deleted before leaves no records either', async () => {
    const stage = await begun('delete');
    await stage.closeUntilDone();
    stage.chat.rooms.clear();
    await stage.pass(40 * DAY);
    expect([stage.chat.links, stage.chat.closing.records]).toEqual([[], []]);
  });
});

test.each(CLOSE_POLICIES)('twenty rooms that are gone do not hold up the one that is there (%s)', async (policy) => {
  const stage = await begun(policy);
  await stage.sync('closed');
  const { roomId, ...closing } = stage.closing ?? { roomId: '' };
  const gone = Array.from({ length: 20 }, (_, at) => ({
    ...closing,
    roomId: `gone-${at}`,
    ticketId: `t${at}`,
    phase: 'transcript' as const,
  }));
  stage.chat.closing.records.unshift(...(gone as typeof stage.chat.closing.records)); // as: a copy of the one that is there
  await stage.pass(HOUR);
  await stage.pass(10 * MINUTE);
  expect(stage.chat.closing.records).toMatchObject([{ roomId, phase: 'closed' }]);
});
