import fc from 'fast-check';
import type { ChatUser } from '../../src/domain/member';
import { type NamingMessage, type Unfurled, type UnfurlingRules, unfurlTickets } from '../../src/usecases/unfurl-tickets';
import { TICKET, user } from '../domain/chat';
import { Crash } from './fake-chat';
import { RULES as CHAT_RULES, WritingWorld } from './writing-world';

const BASE = 'https://help.example/otobo';
const RULES: UnfurlingRules = { rights: CHAT_RULES.rights, addresses: [BASE] };
const NUMBER = `Ticket#${TICKET.number}`;
const LINK = `${BASE}/index.pl?Action=AgentTicketZoom;TicketID=${TICKET.id}`;
const HOUR = 3_600_000;

/** Another room, that is no ticket's, in which alice and bob, who may read the ticket, and carol, who may not, talk. */
class World extends WritingWorld {
  readonly talk = { roomId: this.chat.addRoom('talk', this.alice).id };

  say(text: string, by: ChatUser = this.bob, place: NamingMessage['place'] = this.talk): Promise<readonly Unfurled[]> {
    return unfurlTickets({ text, userId: by.id, place }, RULES, this.chat.ports());
  }

  /** What the app has posted, and where. */
  get posted(): unknown[] {
    return this.chat.membership.said.filter(({ what }) => what === 'unfurl').map(({ about, place }) => ({ number: about, ...place }));
  }

  /** Everything anybody was told. */
  get said(): unknown[] {
    return this.chat.membership.said;
  }
}

describe('a ticket that somebody names who may read it', () => {
  test.each([NUMBER, LINK, `${LINK} which is ${NUMBER}`])('gets its number posted, once, for %j', async (text) => {
    const world = new World();
    await expect(world.say(`Has anybody seen ${text}?`)).resolves.toEqual(['posted']);
    expect(world.posted).toEqual([{ number: TICKET.number, ...world.talk }]);
    expect(world.said).toHaveLength(1);
  });

  test('gets it where it was named: in the thread', async () => {
    const world = new World();
    const place = { ...world.talk, threadId: 'thread' };
    await world.say(NUMBER, world.alice, place);
    expect(world.posted).toEqual([{ number: TICKET.number, ...place }]);
  });

  test('gets it once in an hour and room, whoever names it there and how', async () => {
    const world = new World();
    await world.say(NUMBER);
    world.advance(HOUR - 1);
    await expect(world.say(LINK, world.alice)).resolves.toEqual(['posted_lately']);
    await expect(world.say(NUMBER, world.bob, { roomId: world.chat.addRoom('elsewhere', world.bob).id })).resolves.toEqual(['posted']);
    expect(world.posted).toHaveLength(2);
    world.advance(1);
    await expect(world.say(NUMBER)).resolves.toEqual(['posted']);
    // What is over an hour old is forgotten.
    expect(world.chat.records.unfurlings).toHaveLength(2);
  });

  test('is let through three at most of a list', async () => {
    const world = new World();
    const ids = ['31', '32', '33', '34', '35'];
    for (const id of ids) {
      world.helpdesk.addTicket({ ...TICKET, id, number: `90${id}` });
      world.helpdesk.allow('bob', id, 'ro');
    }
    await world.say(ids.map((id) => `Ticket#90${id}`).join(' '));
    expect(world.posted).toMatchObject([{ number: '9031' }, { number: '9032' }, { number: '9033' }]);
  });

  test('may be one of several, of which the others are hidden', async () => {
    const world = new World();
    world.helpdesk.addTicket({ ...TICKET, id: '31', number: '9031' });
    await expect(world.say(`Ticket#9031 ${NUMBER} Ticket#404`)).resolves.toEqual(['ticket_hidden', 'ticket_hidden', 'posted']);
    expect(world.posted).toMatchObject([{ number: TICKET.number }]);
  });
});

describe('nothing is posted, and nobody told anything', () => {
  test.each<[string, (world: World) => Promise<readonly Unfurled[]>, readonly Unfurled[]]>([
    ['of a ticket that the person may not read', (world) => world.say(NUMBER, world.carol), ['ticket_hidden']],
    ['of a ticket that is not there', (world) => world.say('Ticket#404', world.carol), ['ticket_hidden']],
    ['of an id that is not there', (world) => world.say(LINK.replace(/\d+$/, '404')), ['ticket_hidden']],
    ['where nobody is named', (world) => world.say(`#${TICKET.number} ${TICKET.number}`), []],
    ["of the room's own ticket", (world) => world.say(`${NUMBER} ${LINK}`, world.alice, world.place), []],
    ['of somebody who is gone', (world) => world.say(NUMBER, user('gone')), []],
    ['in a room that is not there', (world) => world.say(NUMBER, world.bob, { roomId: 'nowhere' }), []],
  ])('%s', async (_what, act, outcome) => {
    const world = new World();
    await expect(act(world)).resolves.toEqual(outcome);
    expect(world.said).toEqual([]);
    expect(world.chat.writes).toEqual([]);
  });

  test.each([
    ['archived', { archived: true }],
    ['encrypted', { encrypted: true }],
    ["a visitor's", { type: 'omnichannel' }],
  ] as const)('in a room that is %s', async (_what, more) => {
    const world = new World();
    Object.assign(world.chat.rooms.get(world.talk.roomId) ?? {}, more);
    await expect(world.say(NUMBER)).resolves.toEqual([]);
    expect([world.said, world.helpdesk.calls]).toEqual([[], []]);
  });

  test.each([
    ['a bot', { bot: true }],
    ['disabled', { enabled: false }],
  ])('of somebody who is %s', async (_what, more) => {
    const world = new World();
    world.chat.addUsers({ ...world.bob, ...more });
    await expect(world.say(NUMBER)).resolves.toEqual([]);
    expect(world.said).toEqual([]);
  });

  test('while OTOBO is away', async () => {
    const world = new World();
    world.helpdesk.away = true;
    await expect(world.say(NUMBER)).resolves.toEqual(['otobo_unreachable']);
    expect(world.said).toEqual([]);
  });

  test('where no OTOBO is set up', async () => {
    const world = new World();
    world.chat.helpdesk = undefined;
    await expect(world.say(NUMBER)).resolves.toEqual(['otobo_not_configured']);
    expect(world.said).toEqual([]);
  });

  test('where roles decide, without the role, and of what is not there', async () => {
    const world = new World();
    world.helpdesk.packageOffered = false;
    await expect(world.say(NUMBER)).resolves.toEqual(['agent_role_missing']);
    const agent = { ...world.bob, roles: ['agent'] };
    world.chat.addUsers(agent);
    await expect(world.say('Ticket#404')).resolves.toEqual(['ticket_not_found']);
    expect(world.said).toEqual([]);
    await expect(world.say(NUMBER)).resolves.toEqual(['posted']);
  });
});

describe('one ticket named by several at one moment, on any instance', () => {
  test('is posted once, in every order in which they can reach the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), async (scheduler, many) => {
        const world = new World();
        const people = Array.from({ length: many }, (_, at) => (at % 2 === 0 ? world.alice : world.bob));
        world.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const saying = Promise.all(people.map((person) => world.say(NUMBER, person)));
        await scheduler.waitFor(saying);
        expect(world.posted).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('is posted once at most when one of them dies in it', async () => {
    for (let dies = 1; dies <= 5; dies += 1) {
      const world = new World();
      const message = { text: NUMBER, userId: world.bob.id, place: world.talk };
      await expect(unfurlTickets(message, RULES, world.chat.ports(dies))).rejects.toThrow(Crash);
      const before = world.posted.length;
      world.advance(130_000);
      await world.say(NUMBER);
      expect(world.posted.length).toBeLessThanOrEqual(1);
      // Who died before anything was noted is followed by who does it.
      if (dies === 1) expect([before, world.posted.length]).toEqual([0, 1]);
    }
  });
});
