import fc from 'fast-check';
import type { ChatMessage, SentFile } from '../../src/domain/chat-message';
import type { ChatUser } from '../../src/domain/member';
import { AppError } from '../../src/domain/errors';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { chosenMessage, markedMessage, noteIntoTicket, noteMessage, type Noting, type NotingRules } from '../../src/usecases/note-message';
import type { Ports } from '../../src/usecases/ports';
import { message, TICKET } from '../domain/chat';
import { Crash } from './fake-chat';
import type { FakeTicket } from './fake-helpdesk';
import { RULES as CHAT_RULES, WritingWorld } from './writing-world';

const RULES: NotingRules = {
  ...CHAT_RULES,
  noteReaction: ':memo:',
  off: { prefix: '(off)', reaction: ':mute:' },
  attachLimit: 2_000_000,
  otoboTimeZone: 'Europe/Berlin',
};

const sent = (name: string, more: Partial<SentFile> = {}): SentFile => ({ id: name, name, type: 'text/plain', ...more });

/** The message of bob's in the ticket's room to which everybody has reacted. */
class NotingWorld extends WritingWorld {
  readonly message: ChatMessage;

  constructor(more: Partial<ChatMessage> = {}) {
    super();
    const reactions = new Map([[':pencil:', ['alice', 'bob', 'carol', 'dora']]]);
    const sender = { id: 'id-bob', username: 'bob', name: 'Bob' };
    this.message = message({ sender, reactions, pinned: true, ...more });
    this.chat.said.set(this.place.roomId, [this.message]);
    this.dora = {
      ...this.alice,
      id: 'id-dora',
      username: 'dora',
      name: 'Dora',
      addresses: [{ address: 'dora@corp.test', verified: true }],
    };
    this.chat.addUsers(this.dora);
    this.helpdesk.addAgent('dora');
    this.helpdesk.allow('dora', TICKET.id, 'note');
  }
  readonly dora: ChatUser;

  async note(
    user: ChatUser = this.alice,
    sign: 'reaction' | 'pin' = 'reaction',
    ports: Ports = this.chat.ports(),
  ): Promise<Noting | undefined> {
    const marked = await markedMessage({ sign, userId: user.id, messageId: this.message.id, ...this.place }, RULES, ports);
    return marked && noteMessage(marked, RULES, ports);
  }

  /** Somebody has sent a file of that name and id into the room. */
  upload(name: string, content: string): void {
    this.chat.installation.uploads.set(name, content);
  }

  /** Somebody says something else in the room. */
  hear(other: ChatMessage): void {
    this.chat.said.get(this.place.roomId)?.push(other);
  }

  /** The same, with what went wrong as a word. */
  async outcome(...args: Parameters<NotingWorld['note']>): Promise<string> {
    try {
      const noting = await this.note(...args);
      return noting?.type ?? 'nothing';
    } catch (error) {
      if (error instanceof Crash) return 'crash';
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }

  /** Lets minutes pass, with the job's run in each. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.advance(60_000);
      await deliverOutbox(CHAT_RULES, this.chat.ports());
    }
  }

  get articles(): FakeTicket['articles'] {
    return this.helpdesk.ticket(TICKET.id).articles;
  }
}

describe('a message that somebody has reacted to', () => {
  test('becomes an internal article of that person, which says whose message it is and where it stands', async () => {
    const world = new NotingWorld();
    await expect(world.note()).resolves.toMatchObject({ type: 'noted', outcome: { kept: false } });
    expect(world.articles).toMatchObject([
      {
        from: '"Alice Agent via Rocket.Chat" <alice@corp.test>',
        subject: 'Message of Bob in Rocket.Chat, room ticket-2026112310000011, noted by Alice',
        visibleForCustomer: false,
      },
    ]);
    expect(world.articles[0]?.body.replaceAll('\u202F', ' ')).toBe(
      [
        'Bob (@bob) wrote on Nov 23, 2026, 10:05 AM (UTC+1):',
        '',
        'The toner is empty.',
        '',
        'https://chat.test/group/ticket-2026112310000011?msg=m1',
      ].join('\n'),
    );
  });

  test('brings along what it quotes, its files, its thread, and that it was edited', async () => {
    const world = new NotingWorld({
      text: 'the blue one\n*now*',
      edited: { at: 1 },
      threadId: 't1',
      attachments: [
        { author: 'Carol', text: 'Which printer?\nAnd when?', quotes: 'm0', link: 'https://chat.test/group/x?msg=m0', fields: [] },
        { link: 'https://chat.test/group/x?msg=gone', quotes: 'gone', fields: [] },
        { author: 'Icinga', title: 'DOWN', fields: [{ title: 'Host', value: 'printer1' }] },
      ],
      files: [sent('printer.png', { description: 'the\nsmoke' }), sent('log.txt')],
    });
    world.upload('printer.png', 'png');
    world.hear(message({ id: 't1', text: 'Smoke' }));
    await world.note();
    const [head, , ...rest] = world.articles[0]?.body.split('\n') ?? [];
    expect(head).toMatch(/^Bob \(@bob\) wrote on .*, and edited it later:$/);
    expect(rest).toEqual([
      '> Carol:',
      '> Which printer?',
      '> And when?',
      '',
      '> https://chat.test/group/x?msg=gone',
      '',
      '> Icinga',
      '> DOWN',
      '> Host: printer1',
      '',
      'the blue one',
      '*now*',
      '',
      'File: printer.png, text/plain, 3 B, attached (the smoke)',
      'File: log.txt, text/plain, not attached: it is not there any more',
      'Written in the thread "Smoke": https://chat.test/group/ticket-2026112310000011/thread/t1',
      'https://chat.test/group/ticket-2026112310000011?msg=m1',
    ]);
  });

  test('may consist of a file alone', async () => {
    const world = new NotingWorld({ text: '', files: [sent('log.txt')] });
    world.upload('log.txt', 'x');
    await world.note();
    expect(world.articles[0]?.body).toMatch(/:\n\nFile: log\.txt, text\/plain, 1 B, attached\nhttps/);
  });

  test('quotes nothing that its author does not want kept', async () => {
    const quote = (id: string, text: string): ChatMessage['attachments'][number] => ({ author: 'Carol', text, quotes: id, fields: [] });
    const world = new NotingWorld({ threadId: 't1', attachments: [quote('q1', 'the boss'), quote('q2', '(off) salaries')] });
    world.hear(message({ id: 't1', text: '(off) bonuses' }));
    world.hear(message({ id: 'q1', text: 'the boss', reactions: new Map([[':mute:', ['alice']]]) }));
    await world.note();
    expect(world.articles[0]?.body).not.toMatch(/the boss|salaries|bonuses/);
    expect(world.articles[0]?.body).toMatch(/^Written in a thread: https:.*\/thread\/t1$/m);
    expect(world.articles[0]?.body.split('\n').filter((line) => line === '> A quotation of a message that is off the record')).toHaveLength(
      2,
    );
  });

  test('is headed in the language of the workspace', async () => {
    const world = new NotingWorld();
    world.chat.language = 'de';
    await world.note();
    expect(world.articles[0]?.subject).toBe('Nachricht von Bob in Rocket.Chat, Raum ticket-2026112310000011, notiert von Alice');
  });

  test.each([
    ['off the record by its beginning', { text: '(off) between us' }, 'message_not_noted'],
    [
      'off the record by its author',
      {
        reactions: new Map([
          [':memo:', ['alice']],
          [':mute:', ['bob']],
        ]),
      },
      'message_not_noted',
    ],
    ["of the app's own", { sender: { id: 'id-otobo.bot', username: 'otobo.bot' } }, 'message_not_noted'],
    ["of the server's own", { system: true }, 'message_not_noted'],
    ['of nothing', { text: '' }, 'message_not_noted'],
    ['of more than anybody reads', { text: 'x'.repeat(20_001) }, 'text_too_long'],
  ])('%s is not noted, and who wanted it hears why', async (_what, more, code) => {
    const world = new NotingWorld(more);
    await expect(world.outcome()).resolves.toBe(code);
    expect([world.articles, world.chat.records.writes, world.chat.records.turns]).toEqual([[], [], []]);
  });

  test.each([
    ['by somebody who may only read the ticket', 'bob', 'right_missing'],
    ['by somebody who may not see it', 'carol', 'ticket_hidden'],
  ] as const)('%s is not noted', async (_what, who, code) => {
    const world = new NotingWorld({ text: '(off) and whoever may nothing does not hear that' });
    await expect(world.outcome(world[who])).resolves.toBe(code);
    expect(world.articles).toEqual([]);
  });

  test.each([
    ['by somebody who has taken it back', { reactions: new Map([[':memo:', ['bob']]]) }, 'here'],
    ['that stands in another room', {}, 'elsewhere'],
  ])('%s is looked away from', async (_what, more, where) => {
    const world = new NotingWorld(more);
    if (where === 'elsewhere') world.chat.said.set(where, world.chat.said.get(world.place.roomId) ?? []);
    if (where === 'elsewhere') world.chat.said.delete(world.place.roomId);
    const given = { sign: 'reaction', userId: world.alice.id, messageId: 'm1', ...world.place } as const;
    await expect(markedMessage(given, RULES, world.chat.ports())).resolves.toBeUndefined();
  });

  test('in a room without a ticket is looked away from, without a look at the message', async () => {
    const world = new NotingWorld();
    world.chat.links = [];
    const calls: string[] = [];
    world.chat.before = (call) => void calls.push(call);
    await expect(world.note()).resolves.toBeUndefined();
    expect(calls.sort()).toEqual(['byId', 'keys', 'links of room']);
  });

  test('by a bot, or by somebody whose account is disabled, is looked away from', async () => {
    const world = new NotingWorld();
    for (const more of [{ bot: true }, { enabled: false }]) {
      world.chat.addUsers({ ...world.alice, ...more });
      await expect(world.note()).resolves.toBeUndefined();
    }
    expect(world.helpdesk.calls).toEqual([]);
  });
});

describe('a message becomes one note', () => {
  test('when somebody reacts again, or somebody else does, or it is pinned as well', async () => {
    const world = new NotingWorld();
    await world.note();
    await expect(world.note()).resolves.toEqual({ type: 'there', kept: false });
    await expect(world.note(world.dora)).resolves.toEqual({ type: 'there', kept: false });
    await expect(world.note(world.dora, 'pin')).resolves.toEqual({ type: 'there', kept: false });
    expect(world.articles).toHaveLength(1);
  });

  test('when several want it at one moment, in whatever order their calls run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = new NotingWorld();
        world.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const wanted = Promise.all([world.outcome(), world.outcome(world.dora), world.outcome(world.alice, 'pin')]);
        await scheduler.waitFor(wanted);
        const outcomes = await wanted;
        expect(world.articles).toHaveLength(1);
        expect(outcomes.filter((one) => one === 'noted')).toHaveLength(1);
        expect(outcomes.every((one) => ['noted', 'there', 'busy'].includes(one))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('when the app dies after any of its writes, and it is wanted again at once and later', async () => {
    const clean = new NotingWorld();
    await clean.note();
    const { length } = clean.chat.writes;
    expect(length).toBeGreaterThan(4);
    for (let dying = 1; dying <= length; dying += 1) {
      const world = new NotingWorld();
      await expect(world.outcome(world.alice, 'reaction', world.chat.ports(dying))).resolves.toBe('crash');
      await world.outcome(world.dora);
      await world.pass(4);
      await world.outcome();
      await world.pass(2);
      expect([dying, world.articles.length]).toEqual([dying, 1]);
      expect(world.chat.records.writes).toEqual([]);
    }
  });

  test('when OTOBO is away: it is kept, nobody keeps it twice, and it arrives', async () => {
    const world = new NotingWorld();
    world.helpdesk.away = true;
    await expect(world.note()).resolves.toMatchObject({ type: 'noted', outcome: { kept: true } });
    await expect(world.note(world.dora)).resolves.toEqual({ type: 'there', kept: true });
    world.helpdesk.away = false;
    await expect(world.note(world.dora, 'pin')).resolves.toEqual({ type: 'there', kept: true });
    await world.pass(3);
    expect(world.articles).toHaveLength(1);
  });

  test('when OTOBO has written it and its answer is lost', async () => {
    const world = new NotingWorld();
    world.helpdesk.losesAnswer = true;
    await expect(world.note()).resolves.toMatchObject({ type: 'noted', outcome: { kept: true } });
    await expect(world.note(world.dora)).resolves.toEqual({ type: 'there', kept: true });
    await world.pass(3);
    expect(world.articles).toHaveLength(1);
  });

  test('when OTOBO goes away before it has said whether the note is there: then the job looks first', async () => {
    const world = new NotingWorld();
    await world.note();
    world.chat.before = (call) => void (world.helpdesk.away = call === 'otobo arrived');
    await expect(world.note(world.dora)).resolves.toMatchObject({ type: 'noted', outcome: { kept: true } });
    world.chat.before = () => undefined;
    world.helpdesk.away = false;
    await world.pass(3);
    expect(world.articles).toHaveLength(1);
  });

  test('and can be one of another ticket, when the room has moved on to it', async () => {
    const world = new NotingWorld();
    await world.note();
    const other = { ...TICKET, id: '3', number: '2026112310000020' };
    world.helpdesk.addTicket(other);
    world.helpdesk.allow('alice', other.id, 'rw');
    world.chat.links = world.chat.links.map((link) => ({ ...link, ticketId: other.id, ticketNumber: other.number }));
    await world.note();
    expect([world.articles.length, world.helpdesk.ticket('3').articles.length]).toEqual([1, 1]);
  });

  test('and comes to life again after the outbox has given it up', async () => {
    const world = new NotingWorld();
    world.helpdesk.away = true;
    await world.note();
    world.helpdesk.away = false;
    world.chat.records.writes = world.chat.records.writes.map((write) => ({ ...write, givenUpAt: world.chat.now }));
    await expect(world.note(world.dora)).resolves.toMatchObject({ type: 'noted', outcome: { kept: false } });
    expect([world.articles.length, world.chat.records.writes]).toEqual([1, []]);
  });

  test('and may be wanted again after OTOBO has refused it', async () => {
    const world = new NotingWorld();
    world.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' });
    await expect(world.outcome()).resolves.toBe('otobo_denied');
    world.helpdesk.refusal = undefined;
    await expect(world.outcome()).resolves.toBe('noted');
    expect(world.articles).toHaveLength(1);
  });
});

describe('the files of a message', () => {
  const read = ({ attachments }: FakeTicket['articles'][number]): string[] =>
    (attachments ?? []).map(({ name, type, content }) => `${name} ${type} ${Buffer.from(content, 'base64').toString('utf8')}`);

  test('go along with the note, byte for byte, under names that are apart', async () => {
    const files = [sent('a.txt'), sent('a.txt', { id: 'other', type: '' }), sent('../x/b.txt', { id: 'b' })];
    const world = new NotingWorld({ files });
    for (const { id } of files) world.upload(id, `in ${id}`);
    await world.note();
    const [article] = world.articles;
    expect(article && read(article)).toEqual([
      'a.txt text/plain in a.txt',
      'a (2).txt application/octet-stream in other',
      '.._x_b.txt text/plain in b',
    ]);
    expect(article?.body).toContain('File: a.txt, 8 B, attached as a (2).txt');
  });

  test('are named only, with the reason, where they are too large, too much together, or no files of the room', async () => {
    const names = ['large', 'one', 'two', 'three', 'four', 'small', 'gone', 'elsewhere'];
    // What a message says of a size counts for nothing.
    const world = new NotingWorld({ files: names.map((name) => sent(name, { size: 1 })) });
    world.upload('large', 'x'.repeat(2_000_001));
    for (const name of ['one', 'two', 'three', 'four']) world.upload(name, 'x'.repeat(1_900_000));
    world.upload('small', 'x');
    world.upload('elsewhere', 'secret');
    world.chat.installation.elsewhere.set('elsewhere', 'another room');
    await world.note();
    const [article] = world.articles;
    expect(article?.attachments?.map(({ name }) => name)).toEqual(['one', 'two', 'three', 'small']);
    expect(article?.body.split('\n').filter((line) => line.startsWith('File: '))).toEqual([
      'File: large, text/plain, 2.0 MB, not attached: too large',
      ...['one', 'two', 'three'].map((name) => `File: ${name}, text/plain, 1.9 MB, attached`),
      'File: four, text/plain, 1.9 MB, not attached: the files before it are as much as one article can take',
      'File: small, text/plain, 1 B, attached',
      'File: gone, text/plain, not attached: it is not there any more',
      'File: elsewhere, text/plain, not attached: it is not there any more',
    ]);
  });

  test('are not kept with a note that waits, but read when it is handed over; one that is gone by then leaves a note', async () => {
    const world = new NotingWorld({ files: [sent('a.txt'), sent('b.txt')] });
    world.upload('a.txt', 'the whole content');
    world.upload('b.txt', 'more of it');
    world.helpdesk.away = true;
    await world.note();
    expect(JSON.stringify(world.chat.records.writes)).not.toMatch(/content|attachments/);
    world.chat.installation.uploads.delete('b.txt');
    world.helpdesk.away = false;
    await world.pass(2);
    const [article] = world.articles;
    expect(article && read(article)).toEqual([
      'a.txt text/plain the whole content',
      'b.txt.txt text/plain; charset=utf-8 The file b.txt was deleted in Rocket.Chat before it could be put into the ticket.\n',
    ]);
  });

  test('get there once, with a note that is wanted again after a crash', async () => {
    const clean = new NotingWorld({ files: [sent('a.txt')] });
    clean.upload('a.txt', 'x');
    await clean.note();
    for (let dying = 1; dying <= clean.chat.writes.length; dying += 1) {
      const world = new NotingWorld({ files: [sent('a.txt')] });
      world.upload('a.txt', 'x');
      await world.outcome(world.alice, 'reaction', world.chat.ports(dying));
      await world.pass(4);
      await world.outcome(world.dora);
      await world.pass(2);
      expect([dying, world.articles.map(read)]).toEqual([dying, [['a.txt text/plain x']]]);
    }
  });
});

describe('a message that somebody has chosen', () => {
  const choose = (world: NotingWorld, user = world.alice): ReturnType<typeof chosenMessage> =>
    chosenMessage(user, 'm1', world.place.roomId, world.chat.ports());

  test('needs no sign', async () => {
    const world = new NotingWorld({ reactions: new Map(), pinned: false, threadId: 't1' });
    const chosen = await choose(world);
    expect(chosen).toMatchObject({ message: { id: 'm1' }, ticket: { id: TICKET.id }, place: { ...world.place, threadId: 't1' } });
    if (chosen) await noteMessage(chosen, RULES, world.chat.ports());
    expect(world.articles).toHaveLength(1);
  });

  test('has to be seen by who chooses it: in a room that is not public by members only', async () => {
    const world = new NotingWorld();
    await expect(choose(world, world.dora)).rejects.toMatchObject({ code: 'member_only' });
    const room = world.chat.rooms.get(world.place.roomId);
    if (room) room.type = 'public';
    await expect(choose(world, world.dora)).resolves.toMatchObject({ user: { username: 'dora' } });
  });

  test('is refused where it is gone', async () => {
    const world = new NotingWorld();
    world.chat.said.clear();
    await expect(choose(world)).rejects.toMatchObject({ code: 'message_gone' });
  });

  test('has no ticket to go into where its room has none', async () => {
    const world = new NotingWorld();
    world.chat.links = [];
    await expect(choose(world)).resolves.toBeUndefined();
  });
});

describe('a message for a ticket that somebody names', () => {
  class OtherTicketWorld extends NotingWorld {
    readonly other = { ...TICKET, id: '3', number: '2026112310000020' };

    constructor(more: Partial<ChatMessage> = {}) {
      super(more);
      this.chat.links = [];
      this.helpdesk.addTicket(this.other);
      this.helpdesk.allow('alice', this.other.id, 'note');
    }

    into(user: ChatUser = this.alice, messageId = 'm1'): ReturnType<typeof noteIntoTicket> {
      return noteIntoTicket({ user, place: this.place, messageId, ticketId: this.other.id }, RULES, this.chat.ports());
    }

    get noted(): FakeTicket['articles'] {
      return this.helpdesk.ticket(this.other.id).articles;
    }
  }

  test('is noted there once, whatever room it stands in', async () => {
    const world = new OtherTicketWorld({ files: [sent('a.txt')] });
    world.upload('a.txt', 'x');
    await expect(world.into()).resolves.toMatchObject({ noting: { type: 'noted' }, ticketNumber: world.other.number });
    await expect(world.into()).resolves.toMatchObject({ noting: { type: 'there', kept: false }, ticketNumber: world.other.number });
    expect([world.noted.length, world.noted[0]?.attachments?.length, world.articles]).toEqual([1, 1, []]);
  });

  test('is kept while OTOBO is away', async () => {
    const world = new OtherTicketWorld();
    world.helpdesk.away = true;
    await expect(world.into()).resolves.toMatchObject({ noting: { type: 'noted', outcome: { kept: true } } });
    world.helpdesk.away = false;
    await world.pass(2);
    expect(world.noted).toHaveLength(1);
  });

  test.each([
    ['may not see the ticket', 'carol', 'm1', 'ticket_hidden'],
    ['is not in the room', 'dora', 'm1', 'member_only'],
    ['names a message that is not there', 'alice', 'm9', 'message_gone'],
  ] as const)('is refused to who %s', async (_what, who, messageId, code) => {
    const world = new OtherTicketWorld();
    world.helpdesk.allow('dora', world.other.id, 'note');
    await expect(world.into(world[who], messageId)).rejects.toMatchObject({ code });
    expect([world.noted, world.chat.records.writes]).toEqual([[], []]);
  });

  test('is refused where it is off the record', async () => {
    const world = new OtherTicketWorld({ text: '(off) no' });
    await expect(world.into()).rejects.toMatchObject({ code: 'message_not_noted' });
  });
});
