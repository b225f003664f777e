import fc from 'fast-check';
import type { Article } from '../../src/domain/article';
import { AppError } from '../../src/domain/errors';
import type { Person } from '../../src/domain/person';
import type { Ticket } from '../../src/domain/ticket';
import type { RoomOutcome } from '../../src/usecases/answers';
import { linkRoom } from '../../src/usecases/link-room';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import type { Policy, TicketRequest } from '../../src/usecases/ticket-request';
import { unlinkRoom } from '../../src/usecases/unlink-room';
import { TICKET, user } from '../domain/chat';
import { Crash, FakeChat, type FakeRoom } from './fake-chat';
import { LinkStage, RULES } from './link-stage';
import { ALICE, BOB, POLICY, request, SLUG } from './requests';

/** Customers stay out, so that colleagues are among themselves. */
const AMONG_US: Policy = { ...POLICY, customers: 'never' };
const CUSTOMER: Person = { type: 'Customer', login: 'cust', email: 'cust@corp.test', roles: ['Customer'] };
const FULL: Ticket = { ...TICKET, stateType: 'open', changedAt: 1_000 };
const TAKEN: Partial<Ticket> = { state: 'in work', stateType: 'open', changedAt: 2_000 };

const article = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  from: 'Jane <jane@far.test>',
  subject: `Subject ${id}`,
  body: `Body ${id}`,
  visibleForCustomer: true,
  at: 2_000,
  ...more,
});

/** A room that was opened for a ticket some time ago, and what happens to the ticket since. */
class Stage {
  readonly chat = new FakeChat();

  constructor(readonly policy: Policy = AMONG_US) {
    this.chat.addUsers(...['alice', 'bob', 'carol', 'cust'].map((name) => user(name)));
  }

  async opened(people: readonly Person[] = [ALICE, BOB]): Promise<this> {
    await openRoom(this.request({}, {}, people), this.policy, this.chat.ports());
    this.chat.now += 120_000;
    return this;
  }

  request(ticket: Partial<Ticket>, more: Partial<TicketRequest> = {}, people: readonly Person[] = [ALICE, BOB]): TicketRequest {
    return request(people, { ticket: { ...FULL, ...ticket }, ...more });
  }

  sync(ticket: Partial<Ticket>, more: Partial<TicketRequest> = {}, ports = this.chat.ports()): Promise<RoomOutcome> {
    return syncRoom(this.request(ticket, more), this.policy, ports);
  }

  /** As OTOBO does, which tries again; here pauses take no time, so that somebody may wait in vain. */
  async untilHeard(ticket: Partial<Ticket>, more: Partial<TicketRequest> = {}): Promise<void> {
    try {
      await this.sync(ticket, more);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'busy') throw error;
      await this.untilHeard(ticket, more);
    }
  }

  get room(): FakeRoom {
    const room = this.chat.roomNamed(SLUG);
    if (!room) throw new Error('There is no room.');
    return room;
  }

  get texts(): string[] {
    return this.chat.notices.texts;
  }
}

const types = ({ actions }: RoomOutcome): string[] => actions.map(({ type }) => type);

describe('a ticket that changes', () => {
  test('is told of in one message, its card follows, and the room is in step then', async () => {
    const stage = await new Stage().opened();
    const outcome = await stage.sync({ ...TAKEN, owner: 'carol' });
    expect([outcome.result, types(outcome)]).toEqual(['changed', ['RefreshCard', 'TellChanges', 'RememberTold']]);
    expect(stage.texts).toEqual(['state open→in work, owner alice→carol']);
    const [card] = stage.chat.cardsIn(stage.room);
    expect(stage.room.messages.get(card ?? '')).toMatchObject({ ticket: { state: 'in work', owner: 'carol' } });
    const written = stage.chat.writes.length;
    expect(await stage.sync({ ...TAKEN, owner: 'carol' })).toMatchObject({ result: 'unchanged', actions: [] });
    expect(stage.chat.writes).toHaveLength(written);
  });

  test('is not told of to a room that has only just been made', async () => {
    const stage = new Stage();
    const outcome = await openRoom(stage.request({}, { articles: [article('5')] }), stage.policy, stage.chat.ports());
    expect(types(outcome).at(-1)).toBe('RememberTold');
    expect(stage.texts).toEqual([]);
    expect(stage.chat.records.told).toMatchObject([{ articleId: '5', fields: { state: 'open' }, agents: ['id-alice', 'id-bob'] }]);
    expect(stage.chat.writes).not.toContain('put turn');
  });

  test('is not told of to a room of which an older version has kept no record, but from then on', async () => {
    const stage = await new Stage().opened();
    stage.chat.records.told = [];
    expect(types(await stage.sync(TAKEN))).toEqual(['RefreshCard', 'RememberTold']);
    await stage.sync({ state: 'open', stateType: 'open', changedAt: 3_000 });
    expect(stage.texts).toEqual(['state in work→open']);
  });

  test('within a minute adds to the message that is there, and later gets one of its own', async () => {
    const stage = await new Stage().opened();
    await stage.sync(TAKEN);
    stage.chat.now += 59_000;
    await stage.sync({ ...TAKEN, queue: 'Raw', changedAt: 3_000 }, { articles: [article('7', { at: 3_000 })] });
    expect(stage.texts).toEqual(['state open→in work, queue Support→Raw, article 7']);
    stage.chat.now += 1_000;
    await stage.sync({ ...TAKEN, queue: 'Support', changedAt: 4_000 });
    expect(stage.texts).toEqual(['state open→in work, queue Support→Raw, article 7', 'queue Raw→Support']);
  });

  test('back to what it was says so in a message of its own', async () => {
    const stage = await new Stage().opened();
    await stage.sync(TAKEN);
    await stage.sync({ changedAt: 3_000 });
    expect(stage.texts).toEqual(['state open→in work', 'state in work→open']);
  });

  test('gets a new message where an article of the young one is not at hand, so that nothing told goes', async () => {
    const stage = await new Stage().opened();
    await stage.sync({ changedAt: 2_000 }, { articles: [article('7')] });
    await stage.sync(TAKEN);
    expect(stage.texts).toEqual(['article 7', 'state open→in work']);
  });

  test('gets a new message where somebody has deleted the young one', async () => {
    const stage = await new Stage().opened();
    await stage.sync(TAKEN);
    stage.chat.notices.posted = [];
    await stage.sync({ ...TAKEN, queue: 'Raw', changedAt: 3_000 });
    expect(stage.texts).toEqual(['state open→in work, queue Support→Raw']);
  });

  test('as an older one than the room knows changes nothing, members included', async () => {
    const stage = await new Stage({ ...AMONG_US, removeLeft: true }).opened();
    await stage.sync(TAKEN);
    const written = stage.chat.writes.length;
    const late = { ...stage.request({ changedAt: 1_500, queue: 'Raw' }, { peopleComplete: true }, [ALICE]) };
    expect(await syncRoom(late, stage.policy, stage.chat.ports())).toMatchObject({ result: 'unchanged', actions: [] });
    expect(stage.chat.writes).toHaveLength(written);
  });

  test('as an older one is opened all the same, and nothing old is told', async () => {
    const stage = await new Stage().opened();
    await stage.sync(TAKEN);
    stage.room.members.delete('bob');
    const answer = await openRoom(stage.request({}), stage.policy, stage.chat.ports());
    expect([answer.result, stage.room.members.has('bob')]).toEqual(['changed', true]);
    expect(stage.texts).toEqual(['state open→in work']);
    expect(stage.chat.records.told).toMatchObject([{ changedAt: 2_000, fields: { state: 'in work' } }]);
  });

  test('in a kind that is not to be told is known all the same', async () => {
    const stage = await new Stage({ ...AMONG_US, announce: ['queue'] }).opened();
    expect(types(await stage.sync(TAKEN))).toEqual(['RefreshCard', 'RememberTold']);
    await stage.sync({ ...TAKEN, queue: 'Raw', changedAt: 3_000 });
    expect(stage.texts).toEqual(['queue Support→Raw']);
  });

  test('in a dry run says what it would tell, and writes nothing', async () => {
    const stage = await new Stage().opened();
    const written = stage.chat.writes.length;
    const outcome = await stage.sync(TAKEN, { dryRun: true });
    expect([outcome.result, types(outcome)]).toEqual(['planned', ['RefreshCard', 'TellChanges', 'RememberTold']]);
    expect(stage.chat.writes).toHaveLength(written);
  });
});

describe('what is said where a customer may be reading along', () => {
  const INTERNAL = { ...TAKEN, owner: 'carol', priority: '5 very high', queue: 'Raw' };
  const ARTICLES = [article('7'), article('8', { visibleForCustomer: false })];

  test.each<[string, Policy, (stage: Stage) => unknown]>([
    ['customers may come in', POLICY, () => undefined],
    ['somebody unknown was invited', AMONG_US, ({ room }) => room.members.add('cust')],
    ['the room was made public', AMONG_US, ({ room }) => (room.type = 'public')],
  ])('is nothing internal when %s; the card hides it, too', async (_why, policy, happens) => {
    const stage = await new Stage(policy).opened();
    happens(stage);
    await stage.sync(INTERNAL, { articles: ARTICLES });
    expect(stage.texts).toEqual(['state open→in work, queue Support→Raw, article 7']);
    expect([...stage.room.messages.values()].find((card) => card)).toMatchObject({ guarded: true });
    expect(stage.chat.records.told).toMatchObject([{ fields: { owner: 'carol', priority: '5 very high' }, articleId: '8' }]);
  });

  test('hides what it said before when the message is edited', async () => {
    const stage = await new Stage().opened();
    await stage.sync({ owner: 'carol', changedAt: 2_000 });
    stage.room.members.add('cust');
    await stage.sync({ ...TAKEN, owner: 'carol', changedAt: 3_000 });
    expect(stage.texts).toEqual(['state open→in work']);
  });

  test('is everything to agents whom an earlier request has named', async () => {
    const stage = await new Stage().opened();
    await syncRoom(stage.request({ owner: 'bob', changedAt: 2_000 }, {}, [BOB]), stage.policy, stage.chat.ports());
    expect(stage.texts).toEqual(['owner alice→bob']);
  });

  test('is everything to colleagues of whom OTOBO knows nothing, where the setting says so, until one is a customer', async () => {
    const stage = await new Stage({ ...AMONG_US, colleagues: true }).opened();
    stage.room.members.add('carol').add('cust');
    await stage.sync({ owner: 'carol', changedAt: 2_000 });
    stage.chat.now += 120_000;
    await syncRoom(stage.request({ owner: 'bob', changedAt: 3_000 }, {}, [ALICE, BOB, CUSTOMER]), stage.policy, stage.chat.ports());
    stage.chat.now += 120_000;
    await stage.sync({ owner: 'alice', changedAt: 4_000 });
    expect(stage.texts).toEqual(['owner alice→carol']);
  });
});

describe("the app's own articles", () => {
  test('are not told, and are forgotten once a room knows of them', async () => {
    const stage = await new Stage().opened();
    stage.chat.records.ownArticles.set(TICKET.id, ['7', '9']);
    expect(types(await stage.sync({ changedAt: 2_000 }, { articles: [article('7')] }))).toEqual(['RememberTold']);
    expect(stage.texts).toEqual([]);
    expect(stage.chat.records.ownArticles.get(TICKET.id)).toEqual(['9']);
    await stage.sync({ changedAt: 2_000 }, { articles: [article('8')] });
    expect(stage.texts).toEqual(['article 8']);
  });

  test.each([
    ['as it was written', 'A long note', 'A  long note\n'],
    ['cut by OTOBO', 'A long note', 'A long…'],
  ])('are not told while OTOBO has yet to answer the write, %s', async (_how, body, told) => {
    const stage = await new Stage().opened();
    const change = { type: 'Note', subject: 'S', body } as const;
    stage.chat.records.writes = [{ id: 'w', ticketId: TICKET.id, change, at: 0, notBefore: 0, attempts: 0 }];
    await stage.sync({ changedAt: 2_000 }, { articles: [article('7', { body: told })] });
    await stage.sync({ changedAt: 3_000 }, { articles: [article('8', { body: 'Another' })] });
    expect(stage.texts).toEqual(['article 8']);
  });

  test('are told with who wrote a change that OTOBO has yet to answer', async () => {
    const stage = await new Stage().opened();
    const by = { userId: 'id-bob', username: 'bob', roomId: stage.room.id };
    const change = { type: 'Fields', state: 'in work' } as const;
    stage.chat.records.writes = [{ id: 'w', ticketId: TICKET.id, change, by, at: 0, notBefore: 0, attempts: 0 }];
    await stage.sync(TAKEN);
    expect(stage.texts).toEqual(['bob: state open→in work']);
  });
});

describe('a linked room', () => {
  async function linked(): Promise<LinkStage> {
    const stage = new LinkStage();
    await linkRoom(
      { sender: user('alice'), place: { roomId: stage.blue.id }, ticketId: TICKET.id, confirmed: true },
      RULES,
      stage.chat.ports(),
    );
    return stage;
  }
  const news: TicketRequest = request([ALICE, BOB], { ticket: { ...FULL, state: 'new', stateType: 'new', queue: 'Raw', changedAt: 9e15 } });

  test('is told from the first change on, and nothing else happens in it', async () => {
    const stage = await linked();
    const members = new Set(stage.blue.members);
    const outcome = await syncRoom(news, POLICY, stage.chat.ports());
    expect(types(outcome)).toEqual(['RefreshCard', 'TellChanges', 'RememberTold']);
    expect(stage.chat.notices.posted.map(({ roomId }) => roomId)).toEqual([stage.blue.id]);
    expect(stage.chat.notices.texts).toEqual(['state open→new, queue Support→Raw']);
    expect(stage.blue.members).toEqual(members);
  });

  test('hears nothing more after an unlink', async () => {
    const stage = await linked();
    await unlinkRoom({ sender: user('alice'), place: { roomId: stage.blue.id } }, RULES, stage.chat.ports());
    expect(stage.chat.records.told).toEqual([]);
    await syncRoom(news, POLICY, stage.chat.ports());
    expect(stage.chat.notices.posted).toEqual([]);
  });
});

describe('requests at the same moment', () => {
  test('about one change become one message, in whatever order their calls come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const stage = await new Stage().opened();
        stage.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const all = Promise.all([
          stage.untilHeard(TAKEN),
          stage.untilHeard(TAKEN, { articles: [article('7')] }),
          openRoom(stage.request(TAKEN), stage.policy, stage.chat.ports()),
        ]);
        await scheduler.waitFor(all);
        await all;
        expect(stage.chat.notices.posted).toHaveLength(1);
        expect(stage.texts[0]).toBe('state open→in work, article 7');
        expect(stage.chat.records.turns).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('of which some are older leave the room where the newest is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const stage = await new Stage().opened();
        stage.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const all = Promise.all([
          stage.untilHeard({ state: 'new', stateType: 'new', changedAt: 1_500 }),
          stage.untilHeard(TAKEN),
          stage.untilHeard(TAKEN),
        ]);
        await scheduler.waitFor(all);
        await all;
        expect(stage.chat.records.told).toMatchObject([{ changedAt: 2_000, fields: { state: 'in work' } }]);
        expect(stage.texts.at(-1)).toMatch(/→in work$/);
        expect(stage.chat.notices.posted.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a process that dies while it tells a room', () => {
  /** @returns whether it died */
  async function dying(stage: Stage, afterWrite: number, ticket: Partial<Ticket>, articles: Article[] = []): Promise<boolean> {
    try {
      await stage.sync(ticket, { articles }, stage.chat.ports(afterWrite));
      return false;
    } catch (error) {
      if (error instanceof Crash) return true;
      throw error;
    }
  }

  test('after any of its writes leaves what the next request turns into the one message', async () => {
    for (let n = 1, died = true; died; n += 1) {
      const stage = await new Stage().opened();
      died = await dying(stage, n, TAKEN, [article('7')]);
      stage.chat.now += 180_000;
      await stage.sync(TAKEN, { articles: [article('7')] });
      expect({ n, texts: stage.texts }).toEqual({ n, texts: ['state open→in work, article 7'] });
      expect(await stage.sync(TAKEN)).toMatchObject({ result: 'unchanged' });
    }
  });

  test('after any of its writes is followed by news without saying anything twice', async () => {
    for (let n = 1, died = true; died; n += 1) {
      const stage = await new Stage().opened();
      died = await dying(stage, n, TAKEN);
      stage.chat.now += 180_000;
      await stage.sync({ ...TAKEN, queue: 'Raw', changedAt: 3_000 });
      const told = stage.texts.join(' | ');
      expect({ n, states: told.split('state').length - 1, queues: told.split('queue').length - 1 }).toEqual({ n, states: 1, queues: 1 });
    }
  });

  test('while it edits a message does not make the next one say it again', async () => {
    for (let n = 1, died = true; died; n += 1) {
      const stage = await new Stage().opened();
      await stage.sync(TAKEN);
      died = await dying(stage, n, { ...TAKEN, queue: 'Raw', changedAt: 3_000 });
      stage.chat.now += 180_000;
      await stage.sync({ ...TAKEN, queue: 'Raw', changedAt: 3_000 });
      const told = stage.texts.join(' | ');
      expect({ n, states: told.split('state').length - 1, queues: told.split('queue').length - 1 }).toEqual({ n, states: 1, queues: 1 });
    }
  });

  test('keeps OTOBO waiting until it counts as dead; who opens the room is let in meanwhile', async () => {
    const stage = await new Stage().opened();
    await dying(stage, 1, TAKEN);
    await expect(stage.sync(TAKEN)).rejects.toMatchObject({ code: 'busy' });
    expect(await openRoom(stage.request(TAKEN), stage.policy, stage.chat.ports())).toMatchObject({ room: { id: stage.room.id } });
    expect(stage.texts).toEqual([]);
  });
});
