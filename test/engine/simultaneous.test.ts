import type { RocketChat } from '../../playground/rocketchat/host';
import { type Answer, type AppUnderTest, cardsIn, startApp } from './otobo-app';
import { addPeople, ticketBody } from './people';

const AT_ONCE = 50;

/** What one ticket has come to: its rooms, their cards, and its index records. */
function outcome(app: AppUnderTest, slug: string, ticketId: string): { rooms: string[]; cards: number; links: number; members: string[] } {
  const rooms = app.workspace.allRooms().filter(({ name }) => name?.startsWith(slug));
  const records = app.workspace
    .persistenceRecords(app.rocketChat.app().id)
    .map(({ data }) => data as { ticketId?: string; cardId?: string });
  return {
    rooms: rooms.map(({ name }) => name ?? ''),
    cards: rooms.reduce((sum, room) => sum + cardsIn(app, room).length, 0),
    links: records.filter((record) => record.ticketId === ticketId && record.cardId !== undefined).length,
    members: rooms.flatMap(({ _id }) => app.workspace.members(_id)).sort(),
  };
}

/** What the server has answered to creations of rooms. */
interface Collisions {
  e11000: number;
  suffixed: number;
}

/** Watches how the server answers creations, from outside of the app. */
function watchCreations({ workspace }: RocketChat): Collisions {
  const seen: Collisions = { e11000: 0, suffixed: 0 };
  const original = workspace.bridgeCall.bind(workspace);
  workspace.bridgeCall = async (bridge, method, args) => {
    try {
      const result = await original(bridge, method, args);
      if (bridge === 'room' && method === 'create' && /-\d$/.test(workspace.room(String(result))?.name ?? '')) seen.suffixed += 1;
      return result;
    } catch (error) {
      if (String(error).includes('E11000')) seen.e11000 += 1;
      throw error;
    }
  };
  return seen;
}

/** Holds creations between name check and insertion until two have come that far. */
function holdUntilTwo({ workspace }: RocketChat): void {
  const waiting: (() => void)[] = [];
  workspace.hooks.betweenNameCheckAndInsert = () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length >= 2) for (const go of waiting) go();
    });
}

describe.each([false, true])('one ticket opened by many at once, with special characters in room names %s', (specialCharacters) => {
  let app: AppUnderTest;
  afterEach(() => app.rocketChat.stop());
  const start = async (instances: number): Promise<void> => {
    app = await startApp({ instances });
    await addPeople(app);
    app.workspace.settings.set('UI_Allow_room_names_with_special_chars', specialCharacters);
  };
  const allFound = (answers: readonly Answer[]): void => {
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => body.Room?.ID)).size).toBe(1);
    expect(answers.filter(({ body }) => body.Result === 'created')).toHaveLength(1);
  };

  test(`gets one room, one card and one index record from ${AT_ONCE} simultaneous requests`, async () => {
    await start(1);
    const body = ticketBody();
    allFound(await Promise.all(Array.from({ length: AT_ONCE }, () => app.open(body))));
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    expect(outcome(app, slug, body.Ticket.TicketID)).toEqual({ rooms: [slug], cards: 1, links: 1, members: ['alice', 'bob', 'carol'] });
    expect((await app.open(body)).body.Result).toBe('existing');
  }, 30_000);

  test('gets one room from two instances that both found the name free', async () => {
    await start(2);
    const collisions = watchCreations(app.rocketChat);
    holdUntilTwo(app.rocketChat);
    const body = ticketBody();
    allFound(await Promise.all([0, 1].map((instance) => app.open(body, instance))));
    delete app.workspace.hooks.betweenNameCheckAndInsert;
    expect(collisions.e11000 + collisions.suffixed).toBeGreaterThan(0);
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    expect(outcome(app, slug, body.Ticket.TicketID)).toEqual({ rooms: [slug], cards: 1, links: 1, members: ['alice', 'bob', 'carol'] });
    for (const instance of [0, 1]) expect((await app.open(body, instance)).body.Result).toBe('existing');
  }, 30_000);

  test(`gets one room from ${AT_ONCE} simultaneous requests to two instances`, async () => {
    await start(2);
    const collisions = watchCreations(app.rocketChat);
    holdUntilTwo(app.rocketChat);
    const body = ticketBody();
    allFound(await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => app.open(body, at % 2))));
    delete app.workspace.hooks.betweenNameCheckAndInsert;
    expect(collisions.e11000 + collisions.suffixed).toBeGreaterThan(0);
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    expect(outcome(app, slug, body.Ticket.TicketID)).toEqual({ rooms: [slug], cards: 1, links: 1, members: ['alice', 'bob', 'carol'] });
  }, 30_000);
});

describe('two instances that make their first signing key at the same moment', () => {
  test("know each other's rooms", async () => {
    const app = await startApp({ instances: 2 });
    try {
      await addPeople(app);
      const { id } = app.rocketChat.app();
      await app.workspace.bridgeCall('persistence', 'purge', [id]);
      await Promise.all(app.rocketChat.instances.map(async (instance) => instance.killSandbox().then(() => instance.ready())));
      const bodies = [ticketBody(), ticketBody()];
      const opened = await Promise.all(bodies.map((body, instance) => app.open(body, instance)));
      expect(opened.map(({ body }) => body.Result)).toEqual(['created', 'created']);
      const crossed = await Promise.all(bodies.map((body, instance) => app.open(body, 1 - instance)));
      expect(crossed.map(({ body }) => body.Result)).toEqual(['existing', 'existing']);
    } finally {
      await app.rocketChat.stop();
    }
  }, 30_000);
});
