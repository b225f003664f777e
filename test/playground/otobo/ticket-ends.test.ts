import { Clock } from '../../../playground/clock';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import { packageService } from '../../../playground/otobo/requester/package-service';
import type { Invoker } from '../../../playground/otobo/requester/web-service';
import { addSampleTickets } from '../../../playground/otobo/samples';
import { Receiver } from './receiver';
import { webRequest } from './web-request';

const HOUR = 3_600_000;
let clock: Clock;
let otobo: Otobo;
let app: Receiver;

beforeEach(async () => {
  app = new Receiver(() => ({ status: 200, body: '{}' }));
  await app.start();
  clock = new Clock();
  otobo = await startOtobo({ clock });
  addSampleTickets(otobo);
  otobo.requester.services.push(packageService((path) => `${app.url}/api/apps/private/id/hash/${path}`, 's3cret'));
  otobo.requester.packageEvents = true;
});
afterEach(async () => {
  await otobo.stop();
  await app.stop();
});

async function control(method: string, path: string, body?: object): Promise<{ status: number; content: unknown }> {
  const given = await webRequest(otobo.url, { method, path: `/playground/${path}`, body });
  return { status: given.status, content: JSON.parse(given.body) };
}

/** What the app was told since the last time, in order. */
async function told(): Promise<Record<string, unknown>[]> {
  clock.advance(1000);
  await otobo.requester.idle();
  return app.take().map(({ body }) => JSON.parse(body) as Record<string, unknown>); // as: OTOBO sends objects
}

/** Sends what happens by pass-through, too. */
function passThrough(...events: string[]): void {
  const invoker: Invoker = {
    name: 'EventByID',
    type: 'Generic::PassThrough',
    events: events.map((event) => ({ event, asynchronous: true })),
    controller: '/by-id',
    command: 'POST',
  };
  otobo.requester.services.push({ host: app.url, timeoutMs: 5000, headers: {}, invokers: [invoker] });
}

const byNumber = (body: Record<string, unknown>): boolean => 'TicketID' in body;

describe('a merged ticket', () => {
  test('has the state, hands its articles over, and is told of as OTOBO tells it', async () => {
    passThrough('TicketMerge');
    const { content } = await control('POST', 'tickets/1/merge', { into: 3, by: 'alice' });
    expect(content).toMatchObject({ TicketID: 3, linked: [1] });
    const [merged, main] = [otobo.helpdesk.ticket(1), otobo.helpdesk.ticket(3)];
    expect([merged.state, merged.articles.map(({ subject }) => subject)]).toEqual(['merged', ['Ticket Merged']]);
    expect(main.articles.map(({ id }) => id)).toEqual([4, 1, 2]);
    expect(merged.history.filter(({ articleId }) => articleId !== 0)).toHaveLength(1);
    expect(merged.history.map(({ type, name }) => [type, name])).toContainEqual(['Merged', `%%${merged.number}%%1%%${main.number}%%3`]);
    const all = await told();
    expect(all.filter((body) => !byNumber(body)).map(({ Event }) => Event)).toEqual(['ArticleCreate', 'TicketStateUpdate', 'TicketMerge']);
    expect(all.at(-2)).toMatchObject({ Event: 'TicketMerge', MainTicketID: 3, Ticket: { TicketID: 1, StateType: 'merged' } });
    expect(all.filter(byNumber)).toEqual([{ Event: 'TicketMerge', TicketID: 1, MainTicketID: 3 }]);
  });

  test.each([
    ['itself', 1],
    ['a ticket that does not exist', 99],
  ])('is not merged into %s', async (_what, into) => {
    const before = JSON.stringify(otobo.helpdesk.ticket(1));
    expect((await control('POST', 'tickets/1/merge', { into })).status).toBe(400);
    expect(JSON.stringify(otobo.helpdesk.ticket(1))).toBe(before);
    expect(await told()).toEqual([]);
  });
});

describe('a deleted ticket', () => {
  test('is gone, and OTOBO tells its id and nothing else', async () => {
    passThrough('TicketDelete');
    expect((await control('DELETE', 'tickets/1', { by: 'alice' })).content).toEqual({});
    expect((await control('GET', 'tickets/1')).status).toBe(400);
    const all = await told();
    expect(all).toHaveLength(2);
    expect(all).toContainEqual({ Event: 'TicketDelete', Ticket: { TicketID: '1' } });
    expect(all).toContainEqual({ Event: 'TicketDelete', TicketID: 1 });
  });

  test('is told of by earlier events only by its id, because they are sent later', async () => {
    await control('PATCH', 'tickets/1', { priority: '1 very low' });
    await control('DELETE', 'tickets/1');
    expect(await told()).toEqual([
      { Event: 'TicketPriorityUpdate', Ticket: { TicketID: '1' } },
      { Event: 'TicketDelete', Ticket: { TicketID: '1' } },
    ]);
  });

  test('is nothing that OTOBO’s own ticket invokers can tell of', async () => {
    const events = [{ event: 'TicketDelete', asynchronous: false }];
    const invoker: Invoker = { name: 'Changed', type: 'Ticket::TicketUpdate', events, controller: '/changed', command: 'POST' };
    otobo.requester.services.splice(0, 1, { host: app.url, timeoutMs: 5000, headers: {}, invokers: [invoker] });
    await control('DELETE', 'tickets/1');
    expect(await told()).toEqual([]);
  });
});

describe('a ticket that is split off', () => {
  test('is a new one with the article, the customer and a link, and the old one stays as it is', async () => {
    const before = otobo.helpdesk.ticket(1).articles.length;
    const { content } = await control('POST', 'tickets/1/split', { article: 1, by: 'bob' });
    expect(content).toMatchObject({ TicketID: 6, State: 'new', Owner: 'bob', CustomerUserID: 'cust1', linked: [1] });
    expect(content).toMatchObject({ articles: [{ channel: 'Phone', subject: 'Drucker im 3. Stock qualmt' }] });
    expect(otobo.helpdesk.ticket(1).articles).toHaveLength(before);
    expect((await told()).map(({ Event }) => Event)).toEqual(['TicketCreate', 'TicketCustomerUpdate', 'ArticleCreate']);
  });

  test('needs an article to be made of', async () => {
    expect((await control('POST', 'tickets/1/split', { article: 99 })).status).toBe(400);
    expect(otobo.helpdesk.tickets.size).toBe(5);
  });
});

describe('a ticket that moves', () => {
  test('is told of with the queue it is in now', async () => {
    await control('PATCH', 'tickets/1', { queue: 'Management', type: 'Incident', service: 'Printing' });
    expect(await told()).toMatchObject([
      { Event: 'TicketQueueUpdate', Ticket: { Queue: 'Management' } },
      { Event: 'TicketTypeUpdate', Ticket: { Type: 'Incident' } },
      { Event: 'TicketServiceUpdate', Ticket: { Service: 'Printing' } },
    ]);
  });
});

describe('a ticket that is to be solved by a time', () => {
  const due = (at: number): Promise<unknown> => control('PATCH', 'tickets/1', { escalatesAt: new Date(at).toISOString() });
  const eventsOfCheck = async (): Promise<unknown[]> => {
    await control('POST', 'escalation-check');
    return (await told()).map(({ Event }) => Event);
  };

  test('shows that time as long as it is open, in seconds and as a date', async () => {
    const at = Math.floor(clock.now() / 1000) * 1000 + 2 * HOUR;
    await due(at);
    expect((await control('GET', 'tickets/1')).content).toMatchObject({
      EscalationDestinationTime: at / 1000,
      EscalationDestinationDate: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
    });
    await control('PATCH', 'tickets/1', { state: 'closed successful' });
    expect((await control('GET', 'tickets/1')).content).not.toHaveProperty('EscalationDestinationTime');
  });

  test('is warned of, has escalated, and escalates no more, each told once', async () => {
    await due(clock.now() + 2 * HOUR);
    expect(await eventsOfCheck()).toEqual([]);
    clock.advance(1.5 * HOUR);
    expect(await eventsOfCheck()).toEqual(['EscalationSolutionTimeNotifyBefore']);
    expect(await eventsOfCheck()).toEqual([]);
    clock.advance(HOUR);
    expect(await eventsOfCheck()).toEqual(['EscalationSolutionTimeStart']);
    await control('PATCH', 'tickets/1', { state: 'closed successful' });
    expect((await told()).map(({ Event }) => Event)).toEqual(['TicketStateUpdate', 'EscalationSolutionTimeStop']);
  });

  test('and waits, tells until when', async () => {
    const until = Date.UTC(2027, 0, 4, 9);
    await control('PATCH', 'tickets/1', { pendingUntil: new Date(until).toISOString(), escalatesAt: null });
    expect(await told()).toMatchObject([{ Event: 'TicketPendingTimeUpdate', Ticket: { RealTillTimeNotUsed: until / 1000 } }]);
  });

  test('is not given a time that is none', async () => {
    expect((await control('PATCH', 'tickets/1', { escalatesAt: 'soon' })).status).toBe(400);
  });
});
