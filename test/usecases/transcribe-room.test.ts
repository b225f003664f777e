import { createHash } from 'node:crypto';
import { AppError } from '../../src/domain/errors';
import { markOf } from '../../src/domain/write';
import { TICKET } from '../domain/chat';
import { ALICE, NINE, said } from '../domain/said';
import { Crash } from './fake-chat';
import { TranscriptWorld } from './transcript-world';

let world: TranscriptWorld;
beforeEach(() => {
  world = new TranscriptWorld();
});

const ticket = (): ReturnType<typeof world.helpdesk.ticket> => world.helpdesk.ticket(TICKET.id);
const kept = (): number => world.chat.records.writes.length + world.chat.records.contents.length;

describe('the transcript of a room', () => {
  test('is an internal article with everything that was said, and the same as a page, which the article vouches for', async () => {
    world.say('The printer burns');
    world.say('I bring water');
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    const [article] = ticket().articles;
    expect(article).toMatchObject({
      subject: 'Transcript of the room ticket-2026112310000011, 2026-11-23 09:01 – 09:02',
      visibleForCustomer: false,
      from: 'rcapi',
    });
    expect(world.written).toEqual(['The printer burns', 'I bring water']);
    const [page] = article?.attachments ?? [];
    const html = Buffer.from(page?.content ?? '', 'base64');
    expect(page).toMatchObject({ name: 'transcript.html', type: 'text/html; charset=utf-8' });
    expect(article?.body.split('\n').at(-1)).toBe(`SHA-256 of transcript.html: ${createHash('sha256').update(html).digest('hex')}`);
    expect(html.toString('utf8')).toContain('I bring water');
    expect(kept()).toBe(0);
  });

  test('is nothing where nothing was said since the last one', async () => {
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
    world.say('a');
    await world.transcribe();
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
    world.say('b');
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.articles).toHaveLength(2);
    expect(world.written).toEqual(['a', 'b']);
  });

  test('counts what is not in it, each once', async () => {
    world.say('a');
    world.say('(off) b');
    world.say('c', { sender: ALICE, reactions: new Map([[':mute:', ['alice']]]) });
    const { id } = world.say('d');
    world.say('e');
    world.delete(id);
    await world.transcribe(Infinity, { ...world.order, leaveOut: ['m5'] });
    expect(world.written).toEqual(['a']);
    expect(world.articles[0]).toContain('Messages: 1. Not in it: off the record 2, left out 1, deleted in the room 1.');
    world.say('f');
    world.delete('m1');
    await world.transcribe();
    expect(world.articles[1]).toContain('Messages: 1. Not in it: off the record 0, left out 0, deleted in the room 0.');
  });

  test('has nothing that the app itself said', async () => {
    world.say('card', { sender: { id: 'id-otobo.bot', username: 'otobo.bot' } });
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
    world.say('a');
    await world.transcribe();
    expect(world.written).toEqual(['a']);
    expect(world.articles[0]).toContain('Messages: 1. Not in it: off the record 0');
  });

  test('does not take what is off the record for something to be written, and counts it the next time', async () => {
    world.say('(off) a');
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
    world.say('b');
    await world.transcribe();
    expect(world.articles[0]).toContain('off the record 1');
  });

  test('takes as many articles as it needs, in order, and every message stands in one of them', async () => {
    world.sayMany(2_300);
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.articles).toHaveLength(3);
    expect(world.written).toEqual(world.spoken);
    expect(world.articles.map((body) => body.includes('More follows in the next article.'))).toEqual([true, true, false]);
  }, 30_000);

  test('begins another article before one becomes too long to be read', async () => {
    for (let n = 0; n < 50; n += 1) world.say('x'.repeat(5_000));
    await world.transcribe();
    expect(world.articles).toHaveLength(2);
    for (const body of world.articles) expect(body.length).toBeLessThan(160_000);
    expect(world.written).toEqual(world.spoken);
  });

  test('goes on where it stopped for want of time', async () => {
    world.sayMany(1_500);
    await expect(world.transcribe(Infinity, world.order, () => false)).resolves.toEqual({ state: 'under_way' });
    expect(world.articles).toHaveLength(1);
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.written).toEqual(world.spoken);
  }, 30_000);

  test('names what the thread of a reply began with, where that is in an earlier transcript', async () => {
    const first = world.say('Shall we close it?');
    await world.transcribe();
    world.say('Yes', { threadId: first.id });
    await world.transcribe();
    expect(world.articles[1]).toContain('In answer to: Shall we close it?\n| Yes');
  });

  test('of a linked room begins with the link, whatever was said before', async () => {
    const { chat, place } = world;
    chat.links = chat.links.map((link) => ({ ...link, origin: 'linked' }));
    for (let n = 0; n < 250; n += 1) world.say('private');
    chat.records.linkedAt.set(place.roomId, chat.now + 1);
    world.say('public', { at: chat.now + 2 });
    chat.now += 10;
    await world.transcribe();
    expect(world.written).toEqual(['public']);
  });

  test('of a room that was linked before that was noted begins with its card', async () => {
    const { chat, place } = world;
    chat.links = chat.links.map((link) => ({ ...link, origin: 'linked', cardId: 'm2' }));
    world.say('private');
    world.say('card', { sender: { id: 'id-otobo.bot', username: 'otobo.bot' } });
    world.say('public');
    await world.transcribe();
    expect(world.written).toEqual(['public']);
    expect(chat.records.linkedAt.get(place.roomId)).toBe(NINE + 2 * 60_000);
  });

  test('is written in the name of who wants it, and only if they may', async () => {
    world.say('a');
    const by = (user: typeof world.alice): typeof world.order => ({ ...world.order, visible: true, by: { user, place: world.place } });
    await expect(world.transcribe(Infinity, by(world.bob))).resolves.toMatchObject({ state: 'refused', error: { code: 'right_missing' } });
    expect([world.articles, kept()]).toEqual([[], 0]);
    await expect(world.transcribe(Infinity, by(world.alice))).resolves.toEqual({ state: 'acknowledged' });
    expect(ticket().articles).toMatchObject([{ from: '"Alice Agent via Rocket.Chat" <alice@corp.test>', visibleForCustomer: true }]);
  });
});

describe('files', () => {
  const file = (id: string, size?: number): { id: string; name: string; type: string; size?: number } => ({
    id,
    name: `${id}.txt`,
    type: 'text/plain',
    ...(size !== undefined && { size }),
  });
  const names = (): string[] => (ticket().articles[0]?.attachments ?? []).map(({ name }) => name);

  test('are named with type and size, and not attached, unless the admin wants that', async () => {
    world.chat.installation.uploads.set('f1', 'hello');
    world.say('see', { files: [file('f1')] });
    await world.transcribe();
    expect(world.articles[0]).toContain('| see\nFile: f1.txt, text/plain, 5 B\n');
    expect(names()).toEqual(['transcript.html']);
  });

  test('are attached where the admin wants it, but for those that are too large, too many, or gone', async () => {
    world.rules = { ...world.rules, files: 'attached' };
    const { uploads } = world.chat.installation;
    uploads.set('f1', 'hello');
    for (const id of ['f4', 'f5', 'f6', 'f7']) uploads.set(id, 'x'.repeat(1_900_000));
    uploads.set('f2', 'x'.repeat(2_000_001));
    // What a message says of a size counts for nothing.
    world.say('see', { files: [file('f1'), file('f2', 1), file('f3', 1)] });
    world.say('more', { files: ['f4', 'f5', 'f6', 'f7'].map((id) => file(id)) });
    await world.transcribe();
    expect(names()).toEqual(['transcript.html', 'f1.txt', 'f4.txt', 'f5.txt', 'f6.txt']);
    const [, hello] = ticket().articles[0]?.attachments ?? [];
    expect(Buffer.from(hello?.content ?? '', 'base64').toString()).toBe('hello');
    const [body = ''] = world.articles;
    expect(body).toContain('f1.txt, text/plain, 5 B, attached\n');
    expect(body).toContain('f2.txt, text/plain, 2.0 MB, not attached: too large');
    expect(body).toContain('f3.txt, text/plain, not attached: it is not there any more');
    expect(body).toContain('f7.txt, text/plain, 1.9 MB, not attached: the files before it');
  });

  test('that are deleted while OTOBO is away leave a note in their place', async () => {
    world.rules = { ...world.rules, files: 'attached' };
    world.chat.installation.uploads.set('f1', 'hello');
    world.say('see', { files: [file('f1')] });
    world.helpdesk.away = true;
    await world.transcribe();
    world.chat.installation.uploads.clear();
    world.helpdesk.away = false;
    await world.pass(3);
    expect(names()).toEqual(['transcript.html', 'f1.txt.txt']);
  });
});

describe('while OTOBO is away, a transcript', () => {
  test('is kept as it was, and goes on when OTOBO is back', async () => {
    world.sayMany(1_200);
    world.helpdesk.away = true;
    await expect(world.transcribe()).resolves.toEqual({ state: 'on_its_way' });
    world.delete('m1');
    await expect(world.transcribe()).resolves.toEqual({ state: 'on_its_way' });
    expect(world.chat.records.writes).toHaveLength(1);
    world.helpdesk.away = false;
    await world.pass(2);
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.written).toEqual(['word 1', ...world.spoken]);
    expect(kept()).toBe(0);
  }, 30_000);

  test('costs those who read the outbox nothing for what it says', async () => {
    world.sayMany(500);
    world.helpdesk.away = true;
    await world.transcribe();
    expect(JSON.stringify(world.chat.records.writes).length).toBeLessThan(1_000);
  });

  test('whose answer was lost is found by its mark, and not written twice', async () => {
    world.say('a');
    world.helpdesk.losesAnswer = true;
    await expect(world.transcribe()).resolves.toEqual({ state: 'on_its_way' });
    expect(ticket().articles[0]?.mark).toBe(markOf(world.chat.records.writes[0] ?? { id: '' }));
    await world.pass(2);
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
    expect(world.written).toEqual(['a']);
  });
});

describe('a transcript that OTOBO refuses', () => {
  beforeEach(() => {
    world.say('a');
    world.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' });
  });

  test('says so once, leaves nothing behind, and is tried again by who calls again', async () => {
    await expect(world.transcribe()).resolves.toMatchObject({
      state: 'refused',
      error: { code: 'otobo_denied', details: { message: 'no' } },
    });
    expect([world.articles, kept()]).toEqual([[], 0]);
    world.helpdesk.refusal = undefined;
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.written).toEqual(['a']);
  });

  test('after having been kept, says so to who calls next', async () => {
    world.helpdesk.away = true;
    await world.transcribe();
    world.helpdesk.away = false;
    await world.pass(2);
    expect(kept()).toBe(0);
    await expect(world.transcribe()).resolves.toMatchObject({ state: 'refused', error: { code: 'otobo_denied' } });
  });
});

describe('a process that dies while it transcribes', () => {
  test('after any of its writes, leaves every message in the ticket exactly once', async () => {
    const writes = await lengthOf();
    expect(writes).toBeGreaterThan(15);
    for (let k = 1; k <= writes; k += 1) {
      world = new TranscriptWorld();
      world.sayMany(1_100);
      await expect(world.transcribe(k)).rejects.toThrow(Crash);
      // The turn of the dead lapses; the job sends what was stored.
      await world.pass(3);
      for (let calls = 0; calls < 5; calls += 1) {
        await world.transcribe();
        await world.pass(2);
      }
      expect({ k, written: world.written.length, once: new Set(world.written).size }).toEqual({ k, written: 1_100, once: 1_100 });
      expect(kept()).toBe(0);
    }
  }, 120_000);

  async function lengthOf(): Promise<number> {
    world.sayMany(1_100);
    const before = world.chat.writes.length;
    await world.transcribe();
    return world.chat.writes.length - before;
  }
});

test('two who transcribe a room at one moment write everything once', async () => {
  world.sayMany(50);
  await Promise.all([world.transcribe(), world.transcribe()]);
  await world.transcribe();
  expect(world.written).toEqual(world.spoken);
});

test('a message that came late is in the next transcript', async () => {
  world.say('a');
  const last = world.say('c');
  await world.transcribe();
  world.room.splice(1, 0, said('late', last.at - 5_000, { text: 'b' }));
  await world.transcribe();
  expect(world.written).toEqual(['a', 'c', 'b']);
});
