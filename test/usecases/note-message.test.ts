import fc from 'fast-check';
import type { ChatMessage } from '../../src/domain/chat-message';
import type { ChatUser } from '../../src/domain/member';
import { AppError } from '../../src/domain/errors';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { markedMessage, noteMessage, type Noting, type NotingRules } from '../../src/usecases/note-message';
import type { Ports } from '../../src/usecases/ports';
import { message, TICKET } from '../domain/chat';
import { Crash } from './fake-chat';
import { RULES as CHAT_RULES, WritingWorld } from './writing-world';

const RULES: NotingRules = {
  ...CHAT_RULES,
  noteReaction: ':memo:',
  offPrefix: '(off)',
  offReaction: ':mute:',
  otoboTimeZone: 'Europe/Berlin',
};

/** The message of bob's in the ticket's room to which everybody has reacted. */
class NotingWorld extends WritingWorld {
  readonly message: ChatMessage;

  constructor(more: Partial<ChatMessage> = {}) {
    super();
    const reactions = new Map([[':pencil:', ['alice', 'bob', 'carol', 'dora']]]);
    const author = { id: 'id-bob', username: 'bob', name: 'Bob' };
    this.message = message({ ...this.place, author, reactions, pinned: true, ...more });
    this.chat.messages.set(this.message.id, this.message);
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
    const { id: messageId, roomId } = this.message;
    const marked = await markedMessage({ sign, userId: user.id, messageId, roomId }, RULES, ports);
    return marked && noteMessage(marked, RULES, ports);
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

  get articles(): { readonly from: string; readonly subject: string; readonly body: string }[] {
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

  test('brings along what it quotes, the names of its files, its thread, and that it was edited', async () => {
    const world = new NotingWorld({
      text: 'the blue one\n*now*',
      edited: true,
      threadId: 't1',
      quotes: [{ author: 'Carol', text: 'Which printer?\nAnd when?' }],
      files: [{ name: 'printer.png', description: 'the\nsmoke' }, { name: 'log.txt' }],
    });
    world.chat.texts.set('t1', 'Smoke');
    await world.note();
    const [head, , ...rest] = world.articles[0]?.body.split('\n') ?? [];
    expect(head).toMatch(/^Bob \(@bob\) wrote on .*, and edited it later:$/);
    expect(rest).toEqual([
      '> Carol:',
      '> Which printer?',
      '> And when?',
      '',
      'the blue one',
      '*now*',
      '',
      '2 files in the chat: printer.png (the smoke), log.txt',
      'Written in the thread "Smoke": https://chat.test/group/ticket-2026112310000011/thread/t1',
      'https://chat.test/group/ticket-2026112310000011?msg=m1',
    ]);
  });

  test('may consist of a file alone', async () => {
    const world = new NotingWorld({ text: '', files: [{ name: 'log.txt' }] });
    await world.note();
    expect(world.articles[0]?.body).toMatch(/:\n\n1 file in the chat: log\.txt\nhttps/);
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
    ["of the app's own", { author: { id: 'id-otobo.bot', username: 'otobo.bot' } }, 'message_not_noted'],
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
    ['by somebody who has taken it back', { reactions: new Map([[':memo:', ['bob']]]) }],
    ['that stands in another room', { roomId: 'elsewhere' }],
  ])('%s is looked away from', async (_what, more) => {
    const world = new NotingWorld(more);
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
