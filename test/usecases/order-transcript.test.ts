import { takeQuestion } from '../../src/usecases/answer-question';
import { openTranscriptDialog, showTranscriptPreview } from '../../src/usecases/open-transcript-dialog';
import { beginTranscript, type Chosen, type Ordered, orderTranscript } from '../../src/usecases/order-transcript';
import type { Ports, TranscriptPreview } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';
import { ALICE } from '../domain/said';
import { Crash } from './fake-chat';
import { TranscriptWorld } from './transcript-world';

let world: TranscriptWorld;
beforeEach(() => {
  world = new TranscriptWorld();
});

/** Alice opens the dialog. */
async function open(ports: Ports = prompt(), user = world.alice): Promise<void> {
  await openTranscriptDialog({ user, place: world.place, triggerId: 't1' }, world.rules, ports);
}

/** Nothing takes long. */
function prompt(): Ports {
  const pause = (_ms: number, until?: Promise<unknown>): Promise<void> => Promise.resolve(until).then(() => undefined);
  return { ...world.chat.ports(), time: { now: () => world.chat.now, pause } };
}

/** The last dialog, with what it shows of the room. */
function dialog(): (typeof world.chat.installation.dialogs)[number] & { readonly preview?: TranscriptPreview } {
  const last = world.chat.installation.dialogs.at(-1);
  if (!last) throw new Error('There is no dialog.');
  const preview = last.view.type === 'Transcript' ? last.view.preview : undefined;
  return { ...last, ...(preview && { preview }) };
}

const choose = (chosen: Partial<Chosen> = {}): Promise<Ordered> =>
  orderTranscript({ viewId: dialog().viewId, user: world.alice, ...chosen }, world.chat.ports());

const toldAlice = (): string[] => world.told('tell');

describe('the dialog', () => {
  test('shows who said how much, what is not in it, and the newest messages', async () => {
    world.say('a');
    world.say('(off) b');
    world.say('c'.repeat(200), { sender: ALICE });
    world.delete(world.say('d').id);
    world.say('card', { sender: { id: 'id-otobo.bot', username: 'otobo.bot' } });
    await open();
    expect(dialog()).toMatchObject({
      how: 'open',
      triggerId: 't1',
      preview: {
        ticketNumber: TICKET.number,
        ranges: [{ key: 'all', count: 2 }],
        people: ['Alice Adler'],
        off: 1,
        deleted: 1,
        newest: [
          { id: 'm3', words: `${'c'.repeat(49)}…` },
          { id: 'm1', words: 'a' },
        ],
      },
    });
  });

  test('offers what is new first, where there has been a transcript', async () => {
    world.say('a');
    world.say('(off) b');
    await world.transcribe();
    world.say('c');
    await open();
    expect(dialog().preview).toMatchObject({
      ranges: [
        { key: 'new', count: 1 },
        { key: 'all', count: 2 },
      ],
      off: 0,
      people: ['Alice Adler'],
    });
  });

  test('of a linked room begins with the link, and offers the time before without counting it', async () => {
    const { chat, place } = world;
    chat.links = chat.links.map((link) => ({ ...link, origin: 'linked' }));
    for (let n = 0; n < 300; n += 1) world.say('before');
    chat.records.linkedAt.set(place.roomId, chat.now + 1);
    world.say('after', { at: chat.now + 2 });
    chat.now += 60_000;
    await open();
    expect(dialog().preview?.ranges).toMatchObject([{ key: 'linked', count: 1 }, { key: 'all' }]);
    expect(dialog().preview?.ranges[1]).not.toHaveProperty('count');
    expect(dialog().preview?.newest.map(({ words }) => words)).toEqual(['after']);
  });

  test('lists a hundred messages at most', async () => {
    world.sayMany(250);
    await open();
    const newest = dialog().preview?.newest ?? [];
    expect([newest.length, newest[0]?.words, newest[99]?.words]).toEqual([100, 'word 250', 'word 151']);
  });

  test.each([
    ['who is no member', 'bob', 'member_only'],
    ['who may not write into the ticket', 'carol', 'ticket_hidden'],
  ])('is not opened for somebody %s', async (_who, name, code) => {
    const user = world.chat.users.get(name) ?? world.alice;
    if (name === 'carol') world.chat.rooms.get(world.place.roomId)?.members.add('carol');
    await expect(open(prompt(), user)).rejects.toMatchObject({ code });
    expect(world.chat.installation.dialogs).toEqual([]);
  });

  test('is not promised to a client that opens none', async () => {
    await expect(
      openTranscriptDialog({ user: world.alice, place: world.place, triggerId: undefined }, world.rules, world.chat.ports()),
    ).rejects.toMatchObject({
      code: 'dialog_missing',
    });
  });

  test('opens although OTOBO is away: the right is asked for when something is written', async () => {
    world.say('a');
    world.helpdesk.away = true;
    await open();
    expect(dialog().preview).toBeDefined();
  });

  test('that cannot be filled in time opens all the same, and is filled with a click', async () => {
    world.say('a');
    const made = world.chat.ports();
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const history: Ports['history'] = { ...made.history, page: async (...args) => slow.then(() => made.history.page(...args)) };
    // The pause is over before the room has been read.
    const opening = open({ ...made, history, time: { now: () => world.chat.now, pause: () => Promise.resolve() } });
    while (world.chat.installation.dialogs.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(dialog()).not.toHaveProperty('preview');
    const { viewId } = dialog();
    await showTranscriptPreview({ viewId, trigger: { id: 't2', user: world.alice } }, made);
    expect(dialog()).toEqual({ how: 'update', triggerId: 't2', viewId, view: { type: 'Transcript' } });
    answer();
    await opening;
    await showTranscriptPreview({ viewId, trigger: { id: 't3', user: world.bob } }, made);
    expect(dialog()).not.toHaveProperty('preview');
    await showTranscriptPreview({ viewId, trigger: { id: 't4', user: world.alice } }, made);
    expect(dialog()).toMatchObject({ how: 'update', triggerId: 't4', viewId, preview: { ranges: [{ count: 1 }] } });
  });
});

describe('what was chosen in the dialog', () => {
  test('is written by the job, with a word to who wanted it', async () => {
    world.say('a');
    world.say('b');
    await open();
    world.say('c');
    expect(await choose({ leaveOut: ['m2', 'made up'] })).toMatchObject({ type: 'begun', wish: { expected: 1, visible: false } });
    expect(world.chat.installation.soon).toEqual(['transcripts']);
    await world.pass(1);
    expect(world.written).toEqual(['a']);
    expect(world.articles[0]).toContain('left out 1');
    expect(toldAlice()).toEqual(['alice: The transcript is in Ticket#2026112310000011: 1 message in 1 article, internal.']);
    expect(world.chat.records.wishes.size).toBe(0);
  });

  test('leaves what was said since the dialog was opened for the next transcript, and what was left out stays out', async () => {
    world.say('a');
    world.say('b');
    await open();
    world.say('c');
    await choose({ leaveOut: ['m2'] });
    await world.pass(1);
    await world.transcribe();
    expect(world.written).toEqual(['a', 'c']);
  });

  test('can be everything once more', async () => {
    world.say('a');
    await world.transcribe();
    world.say('b');
    await open();
    await choose({ range: 'all' });
    await world.pass(1);
    expect(world.written).toEqual(['a', 'a', 'b']);
    await expect(world.transcribe()).resolves.toEqual({ state: 'nothing_new' });
  });

  test('of many messages is written article by article, and whoever waits hears how far it is', async () => {
    world.sayMany(2_500);
    await open();
    await choose();
    // Each part takes 6 s.
    world.chat.before = (call) => {
      if (call === 'otobo write Transcript') world.advance(6_000);
    };
    await world.pass(3);
    expect(world.written).toEqual(world.spoken);
    expect(toldAlice()).toEqual([
      'alice: The transcript is under way: 1000 of 2500 messages are in the ticket.',
      'alice: The transcript is under way: 2000 of 2500 messages are in the ticket.',
      expect.stringContaining('2,500 messages in 3 articles'),
    ]);
  }, 30_000);

  test('is shown to the customer only after a second yes', async () => {
    world.say('a');
    await open();
    const ordered = await choose({ visible: true });
    expect(ordered.type).toBe('ask');
    await world.pass(1);
    expect(world.articles).toEqual([]);
    const { about } = await takeQuestion(ordered.type === 'ask' ? ordered.questionId : '', world.alice.id, world.chat.ports());
    if (about.type !== 'ShowTranscript') throw new Error(`The question is about ${about.type}.`);
    await beginTranscript(about.wish, world.alice, world.chat.ports());
    await world.pass(1);
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([{ visibleForCustomer: true }]);
  });

  test('is ordered once, however often it is sent', async () => {
    world.say('a');
    await open();
    const all = await Promise.all([choose(), choose()]);
    expect(all.map(({ type }) => type).sort()).toEqual(['begun', 'wrong']);
    await world.pass(1);
    expect(await choose()).toMatchObject({ type: 'wrong', error: { code: 'question_settled' } });
    expect(world.articles).toHaveLength(1);
  });

  test('waits while another transcript of the room is under way, and can be sent again then', async () => {
    world.say('a');
    await open();
    const mine = dialog().viewId;
    await open();
    await choose();
    expect(await choose({ viewId: mine })).toMatchObject({ type: 'wrong', field: 'range', error: { code: 'transcript_under_way' } });
    await world.pass(1);
    expect(await choose({ viewId: mine })).toMatchObject({ type: 'begun' });
  });

  test.each([
    ['of which nothing is left', { leaveOut: ['m1'] }, 'leave_out', 'transcript_empty'],
    ["in somebody else's dialog", { user: 'bob' }, 'range', 'question_not_yours'],
    ['in a dialog that there is not', { viewId: 'made up' }, 'range', 'question_settled'],
  ] as const)(
    '%s is refused in its place',
    async (_what, { user, ...chosen }: { user?: string } & Partial<Omit<Chosen, 'user'>>, field, code) => {
      world.say('a');
      await open();
      const by = user === undefined ? {} : { user: world.bob };
      expect(await choose({ ...chosen, ...by })).toMatchObject({ type: 'wrong', field, error: { code } });
      expect(world.chat.records.wishes.size).toBe(0);
    },
  );

  test('is refused after a day, when there is nothing new, when the room has another ticket, and to who has left the room', async () => {
    world.say('a');
    await open();
    const { links } = world.chat;
    world.chat.links = links.map((link) => ({ ...link, ticketId: '99' }));
    expect(await choose()).toMatchObject({ error: { code: 'ticket_changed' } });
    world.chat.links = links;
    world.chat.rooms.get(world.place.roomId)?.members.delete('alice');
    expect(await choose()).toMatchObject({ error: { code: 'member_only' } });
    world.chat.rooms.get(world.place.roomId)?.members.add('alice');
    world.advance(24 * 3_600_000);
    expect(await choose()).toMatchObject({ error: { code: 'question_lapsed' } });
    await world.transcribe();
    await open();
    expect(await choose({ range: 'new' })).toMatchObject({ field: 'range', error: { code: 'transcript_empty' } });
  });
});

describe('a transcript that somebody wants', () => {
  async function order(): Promise<void> {
    await open();
    await choose();
  }

  test('is kept while OTOBO is away, and they are told so, and told when it is there', async () => {
    world.sayMany(1_100);
    await order();
    world.helpdesk.away = true;
    await world.pass(3);
    expect(toldAlice()).toEqual([expect.stringContaining('OTOBO does not take the transcript right now')]);
    world.helpdesk.away = false;
    await world.pass(5);
    expect(world.written).toEqual(world.spoken);
    expect(toldAlice().at(-1)).toContain('1,100 messages in 2 articles');
  }, 30_000);

  test('is stopped when they have lost the right meanwhile, and they are told in a direct message', async () => {
    world.say('a');
    await order();
    world.helpdesk.allow('alice', TICKET.id, 'ro');
    await world.pass(2);
    expect(world.articles).toEqual([]);
    expect(world.told('write')).toEqual([expect.stringContaining('has been stopped: OTOBO does not take it')]);
    expect(world.chat.records.wishes.size).toBe(0);
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
  });

  test('is finished by whoever closes the room, before the rest is written', async () => {
    world.say('a');
    world.say('b');
    await open();
    world.say('c');
    await choose({ leaveOut: ['m1'] });
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.written).toEqual(['b', 'c']);
    expect(toldAlice()).toHaveLength(1);
  });

  test('that is refused does not stop whoever closes the room', async () => {
    world.say('a');
    await order();
    world.helpdesk.allow('alice', TICKET.id, 'ro');
    await expect(world.transcribe()).resolves.toEqual({ state: 'acknowledged' });
    expect(world.written).toEqual(['a']);
    expect(world.told('write')).toHaveLength(1);
  });

  test('goes with the account of who wanted it', async () => {
    world.say('a');
    await order();
    world.chat.users.set('alice', { ...world.alice, enabled: false });
    await world.pass(2);
    expect([world.articles, world.chat.records.wishes.size]).toEqual([[], 0]);
  });

  test('is in the ticket exactly once, after whichever write the process dies', async () => {
    for (let k = 1; k <= 60; k += 1) {
      world = new TranscriptWorld();
      world.say('a');
      world.say('b');
      await open();
      const dying = world.chat.ports(k);
      const died = await orderTranscript({ viewId: dialog().viewId, user: world.alice }, dying).then(
        () => false,
        (error: unknown) => error instanceof Crash,
      );
      await world.pass(3);
      if (world.chat.records.wishes.size === 0 && world.articles.length === 0) {
        // Nothing was begun: who sends it again is told so, or begins it.
        await open();
        await choose();
        await world.pass(3);
      }
      expect({ k, written: world.written }).toEqual({ k, written: ['a', 'b'] });
      if (!died) return;
    }
    throw new Error('It never came to its end.');
  });
});

test('a room that is too large to be counted in time can be transcribed all the same', async () => {
  world.sayMany(1_300);
  world.chat.before = (call) => {
    if (call === 'page') world.advance(3_000);
  };
  await open();
  const { preview } = dialog();
  expect(preview?.ranges).toEqual([expect.not.objectContaining({ count: expect.anything() as unknown })]);
  expect(preview).not.toHaveProperty('off');
  expect([preview?.newest.length, preview?.newest[0]?.words]).toEqual([100, 'word 1300']);
  world.chat.before = () => undefined;
  await expect(choose({ leaveOut: ['m1300'] })).resolves.toMatchObject({ type: 'begun', wish: { leaveOut: ['m1300'] } });
  await world.pass(2);
  expect(world.written).toEqual(world.spoken.slice(0, -1));
}, 30_000);
