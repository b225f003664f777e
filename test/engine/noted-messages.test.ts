import type { EngineInstance } from '../../playground/rocketchat/host';
import { type } from './commands';
import { withWorkingWorld, type WorkingWorld } from './working-world';

const MINUTE = 60_000;
const MEMO = ':memo:';
/** What the picker of the clients calls the same emoji. */
const PICKED = ':pencil:';

/** Lets minutes pass, the job's runs included. */
async function pass({ app }: WorkingWorld, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    app.rocketChat.clock.advance(MINUTE);
    await app.atRest();
  }
}

/** Somebody says something in the room of the ticket. @returns the id of the message */
async function said({ app, roomId }: WorkingWorld, text: string, username = 'dave', room = roomId): Promise<string> {
  const { _id } = await app.workspace.sendMessage(username, room, text);
  await app.workspace.idle();
  return _id;
}

/** People give a message a reaction, or take it back. @returns what each of them was told, with their names */
async function react({ app }: WorkingWorld, messageId: string, emoji: string, ...usernames: string[]): Promise<string[]> {
  const { length } = app.workspace.ephemeral;
  for (const username of usernames) app.workspace.react(username, messageId, emoji);
  await app.workspace.idle();
  return told(app, length);
}

function told(app: WorkingWorld['app'], from: number): string[] {
  return app.workspace.ephemeral.slice(from).map(({ username, message }) => `${username}: ${message.msg.replaceAll('\u200B', '')}`);
}

const notesWith = (world: WorkingWorld, text: string): string[] =>
  world
    .written()
    .filter(({ body }) => body.split('\n').includes(text))
    .map(({ subject }) => subject);

const first = ({ app }: WorkingWorld): EngineInstance => {
  const [instance] = app.rocketChat.instances;
  if (!instance) throw new Error('There is no instance.');
  return instance;
};

describe('a message of a ticket room', () => {
  const world = withWorkingWorld({ instances: 2 });
  beforeAll(() => world().app.rocketChat.setAppSetting('note_pinned', true));

  test('with the reaction that the picker gives becomes an internal note of who gave it', async () => {
    const id = await said(world(), 'The toner is empty.');
    const { number } = world().ticket;
    await expect(react(world(), id, PICKED, 'carol')).resolves.toEqual([`carol: The message of dave is noted in Ticket#${number} now.`]);
    const [note] = world().written().slice(-1);
    expect(note).toMatchObject({
      from: expect.stringMatching(/via Rocket\.Chat" <carol@helpdesk\.test>$/) as unknown,
      subject: `Message of dave in Rocket.Chat, room ticket-${number}, noted by carol`,
      visibleForCustomer: false,
    });
    expect(note?.body).toMatch(/^dave \(@dave\) wrote on .*:\n\nThe toner is empty\.\n\nhttp:\S+\/group\/ticket-\d+\?msg=\S+$/);
  });

  test('is noted once, however often, by whomever and in which way it is wanted', async () => {
    const id = await said(world(), 'Once is enough.');
    await react(world(), id, MEMO, 'carol');
    await react(world(), id, MEMO, 'carol');
    await expect(react(world(), id, MEMO, 'carol')).resolves.toEqual([expect.stringContaining('already. It is noted once.')]);
    await expect(react(world(), id, PICKED, 'alice')).resolves.toEqual([expect.stringMatching(/^alice: .*It is noted once\.$/)]);
    const { length } = world().app.workspace.ephemeral;
    world().app.workspace.pin('alice', id);
    await world().app.workspace.idle();
    expect(told(world().app, length)).toEqual([expect.stringContaining('It is noted once.')]);
    expect(notesWith(world(), 'Once is enough.')).toHaveLength(1);
  });

  test('is noted once when people on two instances want it at one moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const text = `At one moment, ${round}.`;
      const id = await said(world(), text);
      const answers = await react(world(), id, MEMO, 'alice', 'carol', 'dave');
      expect(notesWith(world(), text)).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes('is noted in'))).toHaveLength(1);
      expect(answers).toHaveLength(3);
    }
  }, 60_000);

  test('that is pinned becomes a note', async () => {
    const id = await said(world(), 'Pinned.');
    world().app.workspace.pin('alice', id);
    await world().app.workspace.idle();
    expect(notesWith(world(), 'Pinned.')).toEqual([expect.stringMatching(/noted by alice$/)]);
  });

  test('brings its files along, byte for byte', async () => {
    const { app, roomId } = world();
    const content = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256));
    await app.workspace.uploadFile('dave', roomId, { name: 'smoke.png', type: 'image/png' }, content);
    await app.workspace.idle();
    const file = app.workspace.messages(roomId).at(-1)?._id ?? '';
    await expect(react(world(), file, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('is noted in')]);
    const [note] = world().written().slice(-1);
    expect(note?.body).toMatch(/:\n\nFile: smoke\.png, image\/png, 70\.0 kB, attached\nhttp/);
    expect(note?.attachments).toEqual([{ filename: 'smoke.png', contentType: 'image/png', content }]);
  });

  test('names a file that is larger than the setting allows, and leaves it in the chat', async () => {
    const { app, roomId } = world();
    await app.rocketChat.setAppSetting('attach_limit', 1);
    await app.workspace.uploadFile('dave', roomId, { name: 'film.mp4', type: 'video/mp4' }, Buffer.alloc(1_000_001));
    await app.workspace.idle();
    const film = app.workspace.messages(roomId).at(-1)?._id ?? '';
    await react(world(), film, MEMO, 'alice');
    const [note] = world().written().slice(-1);
    expect(note?.body).toContain('File: film.mp4, video/mp4, 1.0 MB, not attached: too large');
    expect(note?.attachments).toEqual([]);
  });

  test('brings its thread and what it quotes', async () => {
    const { app, roomId } = world();
    const thread = await said(world(), 'Which printer?');
    const link = `${app.rocketChat.url}/group/ticket-${world().ticket.number}?msg=${thread}`;
    const { _id: id } = await app.workspace.sendMessage('dave', roomId, `[ ](${link}) The blue one.`, { threadId: thread });
    await app.workspace.idle();
    await expect(react(world(), id, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('is noted in')]);
    expect(world().written().at(-1)?.body).toMatch(
      /:\n\n> dave:\n> Which printer\?\n\nThe blue one\.\n\nWritten in the thread "Which printer\?": http\S+\nhttp\S+$/,
    );
    expect(app.workspace.ephemeral.at(-1)?.message.tmid).toBe(thread);
  });

  test('off the record, or of the app, is not noted', async () => {
    const { app, roomId } = world();
    const before = world().written().length;
    const off = await said(world(), '(off) between us');
    await expect(react(world(), off, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('off the record, so it is not noted')]);
    const muted = await said(world(), 'also between us');
    await react(world(), muted, ':mute:', 'dave');
    await expect(react(world(), muted, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('off the record')]);
    const card = app.workspace.messages(roomId)[0]?._id ?? '';
    await expect(react(world(), card, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('my own')]);
    expect(world().written()).toHaveLength(before);
  });

  test('is not noted by somebody who is no agent, who is told so once', async () => {
    const { app, roomId } = world();
    await app.workspace.invite('erin', roomId);
    const [one, other] = [await said(world(), 'Nice work.'), await said(world(), 'Thanks.')];
    const answers = [...(await react(world(), one, MEMO, 'erin')), ...(await react(world(), other, MEMO, 'erin'))];
    answers.push(...(await react(world(), await said(world(), 'Bye.'), MEMO, 'erin')));
    // At most once for each instance.
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThanOrEqual(2);
    expect(answers[0]).toMatch(/^erin: The reaction :memo: writes a message into the ticket of this room, if an agent/);
    expect(notesWith(world(), 'Nice work.')).toEqual([]);
  });

  test('of a room that was linked is noted, and of one without a ticket is not', async () => {
    const { app, otobo } = world();
    const { helpdesk } = otobo;
    const by = helpdesk.agent('alice');
    const ticket = helpdesk.createTicket({
      title: 'Other',
      queue: 'Support',
      state: 'open',
      priority: '3 normal',
      owner: 'alice',
      responsible: 'bob',
      by,
    });
    const room = await app.workspace.createPrivateGroup('alice', { name: 'team', members: ['carol'] });
    const id = await said(world(), 'Linked.', 'alice', room._id);
    await expect(react(world(), id, MEMO, 'carol')).resolves.toEqual([]);
    await type(app, 'alice', `/otobo ticket ${ticket.number}`, { roomId: room._id });
    const before = ticket.articles.length;
    await react(world(), id, MEMO, 'alice');
    expect(ticket.articles.slice(before)).toMatchObject([{ subject: 'Message of alice in Rocket.Chat, room team, noted by alice' }]);
  });

  test('is kept while OTOBO is away, once, and arrives when it is back', async () => {
    const { otobo } = world();
    const id = await said(world(), 'Kept.');
    otobo.away = true;
    await expect(react(world(), id, MEMO, 'carol')).resolves.toEqual([expect.stringContaining('It is kept and sent as soon as possible')]);
    await expect(react(world(), id, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('is on its way to')]);
    otobo.away = false;
    await pass(world(), 4);
    expect(notesWith(world(), 'Kept.')).toEqual([expect.stringMatching(/noted by carol$/)]);
  }, 60_000);
});

describe('a message with a file', () => {
  const world = withWorkingWorld();

  test('is kept while OTOBO is away without the file, which goes along when OTOBO is back', async () => {
    const { app, otobo, roomId } = world();
    await app.workspace.uploadFile('dave', roomId, { name: 'log.txt', type: 'text/plain' }, Buffer.from('all of it'));
    await app.workspace.idle();
    const file = app.workspace.messages(roomId).at(-1)?._id ?? '';
    otobo.away = true;
    await expect(react(world(), file, MEMO, 'alice')).resolves.toEqual([expect.stringContaining('It is kept')]);
    otobo.away = false;
    await pass(world(), 3);
    expect(world().written()).toMatchObject([{ attachments: [{ filename: 'log.txt', content: Buffer.from('all of it') }] }]);
  }, 60_000);
});

describe('a reaction', () => {
  const world = withWorkingWorld();

  test('of another kind, or that is taken back, costs no call; in a room without a ticket it costs one round', async () => {
    const { app } = world();
    const id = await said(world(), 'Nothing to note.');
    const room = await app.workspace.createPrivateGroup('alice', { name: 'talk' });
    const elsewhere = await said(world(), 'Nothing to note here either.', 'alice', room._id);
    await react(world(), elsewhere, MEMO, 'alice'); // warm: settings and key are known from here on
    const calls = async (...given: Parameters<typeof react>): Promise<number> => {
      const trace = await first(world()).trace();
      await react(...given);
      return (await trace.stop()).length;
    };
    expect(await calls(world(), id, ':eyes:', 'alice')).toBe(0);
    expect(await calls(world(), elsewhere, MEMO, 'alice')).toBe(0);
    expect(await calls(world(), elsewhere, MEMO, 'alice')).toBe(2);
    expect(world().written()).toEqual([]);
  });
});

describe('a sandbox that dies while a message is noted', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 2_000 });

  test('after any of its calls, leaves exactly one note, when it is wanted again at once and later', async () => {
    const instance = first(world());
    await react(world(), await said(world(), 'warm'), MEMO, 'alice');
    const trace = await instance.trace();
    await react(world(), await said(world(), 'clean'), MEMO, 'alice');
    const calls = await trace.stop();
    expect(calls.length).toBeGreaterThan(10);

    const outcomes: { readonly died: boolean; readonly notes: number }[] = [];
    for (let k = 1; k <= calls.length; k += 1) {
      const text = `note ${k}`;
      const id = await said(world(), text);
      const kill = await instance.killAfterCall(k);
      const wanted = react(world(), id, MEMO, 'alice');
      const died = await Promise.race([kill.happened, wanted.then(() => false)]);
      await kill.disarm();
      await wanted;
      await instance.ready();
      await react(world(), id, MEMO, 'carol');
      await pass(world(), 3);
      await react(world(), id, MEMO, 'dave');
      await pass(world(), 2);
      outcomes.push({ died, notes: notesWith(world(), text).length });
    }
    expect(outcomes.map(({ notes }) => notes)).toEqual(outcomes.map(() => 1));
    expect(outcomes.filter(({ died }) => died).length).toBeGreaterThan(calls.length / 2);
  }, 400_000);
});
