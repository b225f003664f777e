import type { Article, Ticket } from '../../playground/otobo/records';
import { OPEN_ROOM, packageService, SYNC_ROOM } from '../../playground/otobo/requester/package-service';
import { type, withOtobo } from './commands';
import { type AppUnderTest, cardsIn, SECRET } from './otobo-app';
import { visible } from '../reading';

const TITLE = 'Title: Drucker im 3. Stock qualmt → Plotter';

type World = ReturnType<typeof withOtobo>;

/** One ticket of the stand-in with its room, and what is said there. */
class TicketRoom {
  roomId = '';

  constructor(
    private readonly world: World,
    readonly ticket: Ticket,
  ) {}

  get app(): AppUnderTest {
    return this.world.app();
  }

  /** Messages about changes, the oldest first. */
  get notices(): string[] {
    return this.app.workspace
      .messages(this.roomId)
      .filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('otobo-changes-'))
      .map(({ msg }) => visible(msg));
  }

  get card(): string {
    const [card] = cardsIn(this.app, this.app.workspace.room(this.roomId));
    return visible(JSON.stringify(card?.blocks));
  }

  async open(): Promise<void> {
    const { Data } = await this.world.otobo().requester.run(OPEN_ROOM, { event: OPEN_ROOM, eventData: { TicketID: this.ticket.id } });
    this.roomId = (Data as { Room: { ID: string } }).Room.ID; // as: the app has answered with a room
  }

  /** Lets OTOBO send what it has to tell of what has happened, when its daemon gets to it. */
  async toldByOtobo(): Promise<void> {
    const { requester, helpdesk } = this.world.otobo();
    await requester.react(helpdesk.takeEvents());
    this.app.rocketChat.clock.advance(2_000);
    await requester.idle();
  }

  later(): void {
    this.app.rocketChat.clock.advance(120_000);
  }
}

/** The package's web service is in force, customers stay out, and the ticket with the printer has its room. */
function withTicketRoom(options: Parameters<typeof withOtobo>[0] = {}): { readonly world: World; readonly room: () => TicketRoom } {
  const world = withOtobo(options);
  let room: TicketRoom | undefined;
  beforeAll(async () => {
    const [app, otobo] = [world.app(), world.otobo()];
    await app.rocketChat.setAppSetting('customers', 'never');
    otobo.requester.services.push(packageService((path) => app.rocketChat.app().endpoint(path), SECRET));
    otobo.requester.packageEvents = true;
    room = new TicketRoom(world, otobo.helpdesk.ticket(1));
    otobo.helpdesk.takeEvents();
    await room.open();
  });
  beforeEach(() => room?.later());
  return {
    world,
    room: () => {
      if (!room) throw new Error('It did not start.');
      return room;
    },
  };
}

describe('the room of a ticket', () => {
  const { world, room } = withTicketRoom();
  const by = () => ({ by: world.otobo().helpdesk.agent('bob') });

  test('is told in one message of what several events of one moment tell of, and its card follows', async () => {
    const { helpdesk } = world.otobo();
    helpdesk.set(room().ticket, 'priority', '1 very low', by());
    helpdesk.set(room().ticket, 'owner', 'carol', by());
    helpdesk.addArticle(
      room().ticket,
      {
        channel: 'Internal',
        senderType: 'agent',
        visibleForCustomer: false,
        from: 'Bob <bob@helpdesk.test>',
        subject: 'Toner',
        body: 'Comes *today*.',
      },
      by(),
    );
    await room().toldByOtobo();
    expect(room().notices).toEqual([
      'Priority: 5 very high → 1 very low\nOwner: alice → carol\nNew internal article from Bob: Toner\n> Comes *today*.',
    ]);
    expect(room().card).toContain('Owner: carol');
  });

  test('is told with the name of who changed the ticket from the chat, and OTOBO adds nothing to that', async () => {
    const before = room().notices.length;
    await type(room().app, 'alice', '/otobo priority 3', { roomId: room().roomId });
    await room().toldByOtobo();
    expect(room().notices.slice(before)).toEqual(['alice: Priority: 1 very low → 3 normal']);
  });

  test('hears nothing of a note that was written from it', async () => {
    const before = room().notices.length;
    await type(room().app, 'alice', '/otobo note nobody needs to hear this twice', { roomId: room().roomId });
    await room().toldByOtobo();
    expect(room().ticket.articles.at(-1)?.body).toBe('nobody needs to hear this twice');
    expect(room().notices).toHaveLength(before);
  });

  test('hears of all articles, in whatever order OTOBO sends them', async () => {
    const before = room().notices.length;
    const { helpdesk, requester } = world.otobo();
    const add = (subject: string): Article =>
      helpdesk.addArticle(
        room().ticket,
        { channel: 'Email', senderType: 'customer', visibleForCustomer: true, from: 'cust1@customer.test', subject, body: '' },
        by(),
      );
    const [first, second] = [add('Question'), add('Answer by itself')];
    helpdesk.takeEvents();
    for (const { id } of [second, first])
      await requester.run(SYNC_ROOM, { event: 'ArticleCreate', eventData: { TicketID: room().ticket.id, ArticleID: id } });
    expect(room().notices.slice(before)).toEqual([
      'New article from cust1@customer.test, visible to the customer: Question\nNew article from cust1@customer.test, visible to the customer: Answer by itself',
    ]);
  });

  test('is told nothing internal while somebody is in it of whom nothing is known, and the card hides it', async () => {
    const before = room().notices.length;
    const { helpdesk } = world.otobo();
    await room().app.workspace.invite('cust1', room().roomId);
    helpdesk.set(room().ticket, 'title', 'Printer @all [x](https://evil.test)', by());
    helpdesk.set(room().ticket, 'owner', 'bob', by());
    helpdesk.addArticle(
      room().ticket,
      { channel: 'Internal', senderType: 'agent', visibleForCustomer: false, subject: 'Hidden', body: 'Hidden' },
      by(),
    );
    await room().toldByOtobo();
    const told = room().notices.slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^Title: .* → Printer @all \[x\]\(https:\/\/evil\.test\)$/);
    expect(room().card).not.toMatch(/Owner|Priority|Responsible/);
    expect(room().app.workspace.messages(room().roomId).at(-1)?.mentions ?? []).toEqual([]);
  });

  test('is not told of what is older than what it knows', async () => {
    await room().app.atRest();
    const snapshot = room().app.workspace.snapshot();
    const { number, id } = room().ticket;
    const Ticket = {
      TicketID: id,
      TicketNumber: number,
      Title: 'Old',
      Queue: 'Raw',
      State: 'new',
      StateType: 'new',
      Changed: '2001-01-01 00:00:00',
    };
    const { body } = await room().app.post('tickets/sync', { Event: 'TicketStateUpdate', Ticket });
    expect(body).toMatchObject({ Result: 'existing', Actions: [] });
    expect(room().app.workspace.snapshot()).toEqual(snapshot);
  });
});

describe('two servers that are told of one change at the same moment', () => {
  const { world, room } = withTicketRoom({ instances: 2 });

  test('tell the room once', async () => {
    const { helpdesk } = world.otobo();
    helpdesk.set(room().ticket, 'title', 'Plotter', { by: helpdesk.agent('bob') });
    helpdesk.takeEvents();
    const event = { Event: 'TicketTitleUpdate', TicketID: room().ticket.id };
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => room().app.post('tickets/sync', event, { instance: at % 2 })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.Actions?.some(({ Type }) => Type === 'TellChanges'))).toHaveLength(1);
    expect(room().notices).toEqual([TITLE]);
  }, 60_000);
});

describe('a sandbox that dies while it tells a room', () => {
  const { world, room } = withTicketRoom({ runtimeTimeoutMs: 2_000 });

  test('right after the message was posted leaves what the next event takes down, and nothing is said twice', async () => {
    const { app, ticket } = room();
    const [instance] = app.rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const { helpdesk } = world.otobo();
    helpdesk.set(ticket, 'title', 'Plotter', { by: helpdesk.agent('bob') });
    helpdesk.takeEvents();
    const event = { Event: 'TicketTitleUpdate', TicketID: ticket.id };
    const call = app.workspace.bridgeCall.bind(app.workspace);
    app.workspace.bridgeCall = async (bridge, method, args) => {
      const result = await call(bridge, method, args);
      // The message is there, and the app never hears of it.
      if (bridge === 'message' && method === 'create') await instance.killSandbox();
      return result;
    };
    const { status } = await app.post('tickets/sync', event);
    app.workspace.bridgeCall = call;
    await instance.ready();
    expect([status, room().notices]).toEqual([500, [TITLE]]);
    room().later();
    room().later();
    expect((await app.post('tickets/sync', event)).status).toBe(200);
    expect(room().notices).toEqual([TITLE]);
    expect((await app.post('tickets/sync', event)).body.Result).toBe('existing');
  }, 60_000);
});
