import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import type { TicketEvent } from '../../../playground/otobo/helpdesk';
import type { Invoker, RequesterService } from '../../../playground/otobo/requester/web-service';
import { Receiver, type ReceiverAnswer } from './receiver';
import { seedRecordedWorld } from './recorded-world';
import { SetTime } from './set-time';

interface Shape {
  readonly result: { readonly ErrorMessage?: string };
}
const SHAPES = JSON.parse(readFileSync(join(__dirname, '../../fixtures/otobo/requester/response_shapes.json'), 'utf8')) as Record<
  string,
  Shape
>; // the fixture has this shape

/** What the recorded remote system did for each recorded result; undefined: it did not answer in time. */
const REMOTE: Readonly<Record<string, ReceiverAnswer | undefined>> = {
  F201: { status: 201, body: '{"Success":0,"error":"fake 201"}' },
  F204: { status: 204 },
  F400: { status: 400, body: '{}' },
  F401: { status: 401, body: '{}' },
  F404: { status: 404, body: '{}' },
  F429: { status: 429, body: '{}' },
  F500: { status: 500, body: '{}' },
  Fempty: { status: 200 },
  Femptyobj: { status: 200, body: '{}' },
  Ferr200: { status: 200, body: '{"Success":0,"Error":{"ErrorCode":"X","ErrorMessage":"boom"}}' },
  Fnonjson: { status: 200, body: '<html></html>' },
  Fredirect: { status: 302, headers: { Location: '/elsewhere' } },
  Ftimeout: undefined,
};

const EVENT: TicketEvent = { event: 'TicketTypeUpdate', eventData: { TicketID: 2 } };
const time = new SetTime('2026-11-22 00:00:00');
let answer: ReceiverAnswer | undefined;
let otobo: Otobo;
let receiver: Receiver;

beforeEach(async () => {
  answer = { status: 200, body: '{}' };
  receiver = new Receiver(() => answer);
  await receiver.start();
  otobo = await startOtobo({ clock: time });
  seedRecordedWorld(otobo, time);
});
afterEach(async () => {
  await otobo.stop();
  await receiver.stop();
});

function invoker(more: Partial<Invoker> = {}): Invoker {
  return { name: 'Any', type: 'Generic::PassThrough', events: [], controller: '/any', command: 'POST', ...more };
}

function connect(invokers: readonly Invoker[], more: Partial<RequesterService> = {}): void {
  otobo.requester.services.push({ host: receiver.url, timeoutMs: 5000, headers: {}, invokers, ...more });
}

describe('the answer of a remote system', () => {
  test('is shown for every result that was recorded', () => {
    expect(Object.keys(REMOTE).sort()).toEqual(Object.keys(SHAPES).sort());
  });

  test.each(Object.entries(SHAPES))('is judged as OTOBO judges it: %s', async (name, { result }) => {
    answer = REMOTE[name];
    const controller = /Controller '([^']+)'/.exec(result.ErrorMessage ?? '')?.[1] ?? '/any';
    connect([invoker({ controller })], name === 'Ftimeout' ? { timeoutMs: 100 } : {});
    const judged = JSON.stringify(await otobo.requester.run('Any', EVENT)).replace(receiver.url, 'http://127.0.0.1:5055');
    expect(JSON.parse(judged)).toEqual(result);
  });

  test('that cannot be reached is the same failure as a timeout', async () => {
    connect([invoker()], { host: 'http://127.0.0.1:1' });
    const { Success, ErrorMessage } = await otobo.requester.run('Any', EVENT);
    expect({ Success, ErrorMessage }).toEqual({ Success: 0, ErrorMessage: expect.stringContaining("Response code '500'") as string });
  });

  test('is written into those dynamic fields of the ticket that the invoker lists, and no others', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({
        Ticket: {
          DynamicField: [
            { Name: 'RocketChatURL', Value: 'https://chat.test/group/x' },
            { Name: 'ProcessManagementProcessID', Value: 'P1' },
          ],
        },
      }),
    };
    connect([invoker({ dynamicFieldList: ['RocketChatURL'] })]);
    await otobo.requester.run('Any', EVENT);
    expect([...otobo.helpdesk.ticket(2).dynamicFields]).toEqual([['RocketChatURL', 'https://chat.test/group/x']]);
  });
});

describe('a request that failed', () => {
  const arrivals = () => otobo.requester.deliveries.map(({ at }) => new Date(at).toISOString().slice(11, 19));
  const passTo = async (clock: string) => {
    time.set(`2026-11-23 ${clock}`);
    await otobo.requester.idle();
  };

  test('is sent again after 5 and after 10 more seconds, and then given up', async () => {
    answer = { status: 503, body: '{}' };
    connect([invoker()], { retry: { startMs: 5000, factor: 2, countMax: 2 } });
    await passTo('02:00:00');
    await otobo.requester.run('Any', EVENT);
    for (const clock of ['02:00:04', '02:00:05', '02:00:14', '02:00:15', '02:00:35', '03:00:00']) await passTo(clock);
    expect(arrivals()).toEqual(['02:00:00', '02:00:05', '02:00:15']);
    expect(new Set(receiver.take().map(({ body }) => body)).size).toBe(1);
  });

  test('is not sent again once it was answered', async () => {
    answer = { status: 503, body: '{}' };
    connect([invoker()], { retry: { startMs: 5000, factor: 2, countMax: 2 } });
    await passTo('02:00:00');
    await otobo.requester.run('Any', EVENT);
    answer = { status: 200, body: '{}' };
    await passTo('02:00:05');
    await passTo('02:00:30');
    expect(arrivals()).toEqual(['02:00:00', '02:00:05']);
  });

  test('is final without an error handler', async () => {
    answer = { status: 503, body: '{}' };
    connect([invoker()]);
    await otobo.requester.run('Any', EVENT);
    await passTo('03:00:00');
    expect(receiver.take()).toHaveLength(1);
  });
});

describe('an event', () => {
  const title = () => {
    otobo.helpdesk.set(otobo.helpdesk.ticket(2), 'title', 'Another title', { by: otobo.helpdesk.agent('alice') });
    return otobo.requester.react(otobo.helpdesk.takeEvents());
  };

  test('is sent within the agent’s own request when it is synchronous', async () => {
    connect([invoker({ events: [{ event: 'TicketTitleUpdate', asynchronous: false }] })]);
    await title();
    expect(receiver.take()).toHaveLength(1);
  });

  test('is sent by the daemon a moment later when it is asynchronous', async () => {
    connect([invoker({ events: [{ event: 'TicketTitleUpdate', asynchronous: true }] })]);
    await title();
    expect(receiver.take()).toHaveLength(0);
    time.set('2026-11-23 02:00:00');
    await otobo.requester.idle();
    expect(receiver.take()).toHaveLength(1);
  });

  test('is not sent for tickets of another queue than the trigger names', async () => {
    connect([invoker({ events: [{ event: 'TicketTitleUpdate', asynchronous: false, queue: 'Board' }] })]);
    await title();
    expect(receiver.take()).toHaveLength(0);
  });
});

test('basic authentication has the blanks in it that OTOBO leaves there', async () => {
  connect([invoker()], { authentication: { user: 'otobo', password: 'p'.repeat(60) } });
  await otobo.requester.run('Any', EVENT);
  const authorization = receiver.take()[0]?.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
  expect(authorization).toMatch(/^Basic \S{76} \S+ $/);
  expect(Buffer.from(authorization.slice(6).replace(/ /g, ''), 'base64').toString()).toBe(`otobo:${'p'.repeat(60)}`);
});

test('what fixed text the controller has in its query is dropped', async () => {
  connect([invoker({ controller: '/any?delay=3', command: 'GET' })]);
  await otobo.requester.run('Any', EVENT);
  expect(receiver.take()[0]?.path).toBe('/any');
});
