import fc from 'fast-check';
import { type Card, cardOf, withCardUnknown } from '../../src/domain/card';
import type { Person } from '../../src/domain/person';
import type { Ticket } from '../../src/domain/ticket';
import { admitWaiting } from '../../src/usecases/admit-waiting';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import type { TicketRequest } from '../../src/usecases/ticket-request';
import { TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, BOB, POLICY, request, SLUG } from './requests';

const AMONG_US = { ...POLICY, customers: 'never' as const };
const EVE: Person = { type: 'Agent', login: 'eve', email: 'eve@corp.test', roles: ['Involved'] };
const ZOE: Person = { type: 'Agent', login: 'zoe', email: 'zoe@corp.test', name: 'Zoe Zimmer', roles: ['Involved'] };
const FULL: Ticket = { ...TICKET, stateType: 'open', customerUser: 'cust1', customerId: 'acme', url: 'https://otobo.test/2' };

/** The room of a ticket among colleagues, in which eve is missing. */
class Stage {
  readonly chat = new FakeChat();

  constructor() {
    this.chat.addUsers(user('alice'), user('bob'), user('cust'));
  }

  async opened(people: readonly Person[] = [ALICE, BOB, EVE]): Promise<this> {
    await openRoom(request(people, { ticket: FULL, peopleComplete: true }), AMONG_US, this.chat.ports());
    this.chat.now += 120_000;
    return this;
  }

  sync(ticket: Partial<Ticket>, people: readonly Person[] = [ALICE, BOB, EVE], more: Partial<TicketRequest> = {}) {
    return syncRoom(request(people, { ticket: { ...FULL, ...ticket }, ...more }), AMONG_US, this.chat.ports());
  }

  get room(): FakeRoom {
    const room = this.chat.roomNamed(SLUG);
    if (!room) throw new Error('There is no room.');
    return room;
  }

  get card(): Card {
    const card = this.chat.cardOf(this.room);
    if (!card) throw new Error('There is no card.');
    return card;
  }

  get missing(): string[] {
    return this.card.missing.map(({ name }) => name);
  }
}

describe('the card of a room', () => {
  test.each<[string, Partial<Ticket>]>([
    ['title', { title: 'Plotter' }],
    ['queue', { queue: 'Raw' }],
    ['state', { state: 'new', stateType: 'new' }],
    ['priority', { priority: '1 very low' }],
    ['owner', { owner: 'carol' }],
    ['responsible', { responsible: 'carol' }],
    ['customer', { customerUser: 'cust2' }],
    ['company', { customerId: 'umbrella' }],
    ['time of waiting', { state: 'pending reminder', stateType: 'pending reminder', pendingUntil: 5_000 }],
    ['escalation', { escalatesAt: 5_000 }],
    ['address', { url: 'https://otobo.test/moved' }],
  ])('follows a changed %s, once', async (_field, change) => {
    const stage = await new Stage().opened();
    await stage.sync(change);
    expect(stage.card.ticket).toMatchObject(change);
    expect(stage.chat.cardsIn(stage.room)).toHaveLength(1);
    const { length } = stage.chat.writes;
    expect(await stage.sync(change)).toMatchObject({ result: 'unchanged', actions: [] });
    expect(stage.chat.writes).toHaveLength(length);
  });

  test('keeps what a request leaves out, and loses the time of a waiting that is over', async () => {
    const stage = await new Stage().opened();
    await stage.sync({ state: 'pending reminder', stateType: 'pending reminder', pendingUntil: 5_000 });
    const { id, number, title } = TICKET;
    const bare = request([], { ticket: { id, number, title, state: 'open', stateType: 'open', pendingUntil: 5_000 } });
    await syncRoom(bare, AMONG_US, stage.chat.ports());
    expect(stage.card.ticket).toMatchObject({ state: 'open', owner: 'alice', customerUser: 'cust1', url: 'https://otobo.test/2' });
    expect(stage.card.ticket.pendingUntil).toBeUndefined();
  });

  test('names who is missing as the ticket does, and who is still waited for where a request does not name everybody', async () => {
    const stage = await new Stage().opened();
    expect(stage.missing).toEqual(['eve']);
    await stage.sync({}, [ALICE, ZOE]);
    expect(stage.missing).toEqual(['Zoe Zimmer', 'eve']);
    expect(await stage.sync({}, [ALICE])).toMatchObject({ actions: [] });
    await stage.sync({}, [ALICE, ZOE], { peopleComplete: true });
    expect(stage.missing).toEqual(['Zoe Zimmer']);
  });

  test('names nobody any more who has come in, before anybody says another word of the ticket', async () => {
    const stage = await new Stage().opened();
    const eve = user('eve');
    stage.chat.addUsers(eve);
    await admitWaiting(eve, AMONG_US, stage.chat.ports());
    expect(stage.missing).toEqual([]);
    expect(stage.card.guarded).toBe(false);
    expect(await stage.sync({}, [ALICE, BOB, EVE], { peopleComplete: true })).toMatchObject({ actions: [] });
  });

  test('hides what is internal when somebody unknown is brought in, and shows it again when they have gone', async () => {
    const stage = await new Stage().opened();
    stage.room.members.add('cust');
    await stage.sync({});
    expect(stage.card).toEqual({
      ticket: { id: '2', number: TICKET.number, title: TICKET.title, queue: 'Support', state: 'open', url: 'https://otobo.test/2' },
      guarded: true,
      missing: [],
    });
    const { length } = stage.chat.writes;
    stage.room.members.delete('cust');
    await stage.sync({});
    expect(stage.chat.writes.length).toBeGreaterThan(length);
    expect([stage.card.ticket.owner, ...stage.missing]).toEqual(['alice', 'eve']);
  });

  test('is made anew where a former version has made it', async () => {
    const stage = await new Stage().opened();
    stage.chat.records.told = stage.chat.records.told.map(withCardUnknown);
    expect((await stage.sync({})).actions.map(({ type }) => type)).toEqual(['RefreshCard', 'RememberTold']);
    expect(await stage.sync({})).toMatchObject({ actions: [] });
  });

  test('says what the room knows, whatever is told in whatever order, and nothing changes by a repeat', async () => {
    const change = fc.record(
      {
        title: fc.constantFrom('A', 'B'),
        state: fc.constantFrom('open', 'new'),
        owner: fc.constantFrom('alice', 'bob'),
        pendingUntil: fc.constantFrom(1_000, 2_000),
        stateType: fc.constantFrom('open', 'pending reminder'),
      },
      { requiredKeys: ['title'] },
    );
    const people = fc.subarray([ALICE, BOB, EVE, ZOE, { type: 'Customer', login: 'cust', roles: ['Customer'] } satisfies Person]);
    const steps = fc.array(fc.record({ change, people, peopleComplete: fc.boolean(), guest: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const stage = await new Stage().opened();
        for (const { change: ticket, people: named, peopleComplete, guest } of all) {
          if (guest) stage.room.members.add('cust');
          else stage.room.members.delete('cust');
          const { id, number } = TICKET;
          const one = request(named, { ticket: { id, number, ...ticket }, peopleComplete });
          await syncRoom(one, AMONG_US, stage.chat.ports());
          const [told] = stage.chat.records.told;
          expect(stage.card).toEqual(told && cardOf(told));
          expect(await syncRoom(one, AMONG_US, stage.chat.ports())).toMatchObject({ result: 'unchanged', actions: [] });
        }
      }),
      { numRuns: 40 },
    );
  });
});
