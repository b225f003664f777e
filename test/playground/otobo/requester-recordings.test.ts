import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import { PROVIDER_PATH } from '../../../playground/otobo/provider/transport';
import type { RequesterService } from '../../../playground/otobo/requester/web-service';
import { Receiver, type ReceivedRequest } from './receiver';
import { recordedRequester, recordedRetry } from './recorded-services';
import { seedRecordedWorld } from './recorded-world';
import { SetTime } from './set-time';
import { webRequest } from './web-request';

const FOLDER = join(__dirname, '../../fixtures/otobo/requester');
const ROOM = [
  { Name: 'RocketChatRoomID', Value: 'ROOM-FROM-RESPONSE' },
  { Name: 'RocketChatURL', Value: 'https://rocket.example/group/from-response' },
];

/** The configuration in force from this recording on. */
const CONFIGURED: Readonly<Record<string, (host: string) => RequesterService>> = {
  owner: (host) => recordedRequester(host, 's3cret-shared', '/hook/ticket-create'),
  slow_sync: (host) => recordedRequester(host, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', '/dfresp/ticket-create'),
  retry_sync: recordedRetry,
};

/** Recordings that begin with an asynchronous request: what caused it was done a moment before. */
const BY_DAEMON = new Set(['owner', 'article', 'fail_async', 'retry_async']);

const NEW_TICKET = { Title: 'from API', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1' };
const NEW_ARTICLE = { Subject: 's', Body: 'b', ContentType: 'text/plain; charset=utf8' };

interface RecordedRequest {
  readonly t: number;
  readonly method: string;
  readonly path: string;
  readonly http: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What was done in OTOBO for each recording, in the order in which they were made. */
const STORY: Readonly<Record<string, () => Promise<unknown>>> = {
  owner: () => change(2, { Ticket: { Owner: 'carol' } }),
  state: () => change(2, { Ticket: { State: 'closed successful' } }),
  article: () => change(2, { Article: { Subject: 'n1', Body: 'note', ContentType: 'text/plain; charset=utf8' } }),
  df: () => change(2, { DynamicField: { Name: 'RocketChatRoomID', Value: 'R9' } }),
  lock: () => change(2, { Ticket: { Lock: 'lock' } }),
  fail_sync: () => change(2, { Ticket: { Priority: '4 high' } }),
  create: () => provider('POST', '/Ticket', { Ticket: { ...NEW_TICKET, Owner: 'carol', Responsible: 'dave' }, Article: NEW_ARTICLE }),
  slow_sync: () => change(2, { Ticket: { Title: 'Another title' } }),
  fail_async: () => change(2, { Ticket: { Responsible: 'alice' } }),
  create_dfresp: () => provider('POST', '/Ticket', { Ticket: NEW_TICKET, Article: NEW_ARTICLE }),
  retry_sync: () => otobo.requester.react([{ event: 'TicketTypeUpdate', eventData: { TicketID: '2' } }]),
  retry_async: () => {
    otobo.helpdesk.setCustomer(otobo.helpdesk.ticket(2), 'cust2', 'ACME', { by: otobo.helpdesk.agent('rcapi'), ticketId: '2' });
    return otobo.requester.react(otobo.helpdesk.takeEvents());
  },
};

const time = new SetTime('2026-11-22 00:00:00');
const received = new Map<string, ReceivedRequest[]>();
let otobo: Otobo;

const receiver = new Receiver(({ path }) => {
  if (path.startsWith('/fake/5')) return { status: Number(path.slice(6, 9)), body: '{"Success":0}' };
  return { status: 200, body: JSON.stringify(path.startsWith('/dfresp/') ? { Ticket: { DynamicField: ROOM } } : { Success: 1 }) };
});

beforeAll(async () => {
  otobo = await startOtobo({ clock: time });
  seedRecordedWorld(otobo, time);
  await receiver.start();
  await provider('POST', '/Ticket', { Ticket: NEW_TICKET, Article: NEW_ARTICLE }); // ticket 7, before the recordings
  otobo.helpdesk.nextArticleId = 16;
  for (const [name, act] of Object.entries(STORY)) {
    const configured = CONFIGURED[name];
    if (configured) otobo.requester.services.splice(0, 1, configured(receiver.url));
    time.set(recordedAt(name, BY_DAEMON.has(name) ? -1 : 0));
    await act();
    for (let index = 0; index <= recorded(name).length; index++) {
      time.set(recordedAt(name, index));
      await otobo.requester.idle();
    }
    received.set(name, receiver.take());
  }
});
afterAll(async () => {
  await otobo.stop();
  await receiver.stop();
});

describe('where the same happens as in the recorded OTOBO, the stand-in sends the same requests', () => {
  test('and the recordings of which this is shown are all there are', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl'));
    expect(Object.keys(STORY).sort()).toEqual(files.map((file) => file.replace('.jsonl', '')).sort());
  });

  test.each(Object.keys(STORY))('%s', (name) => {
    const sent = (received.get(name) ?? []).map(comparable).sort(byPath);
    expect(sent).toEqual(recorded(name).map(asRecorded).sort(byPath));
  });
});

/** Everything but the receiver's own address. The order of headers counts, the order of keys in the body does not. */
function comparable({ method, path, http, headers, body }: ReceivedRequest) {
  return {
    method,
    path,
    http,
    headers: headers.filter(([name]) => name !== 'Host'),
    body: body === '' ? null : (JSON.parse(body) as unknown),
  };
}

function asRecorded({ method, path, http, headers, body }: RecordedRequest) {
  return { method, path, http, headers: Object.entries(headers).filter(([name]) => name !== 'Host'), body };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function recorded(name: string): RecordedRequest[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedRequest); // the fixtures have this shape
}

/** @returns when the recorded request arrived; for index -1 a second before the first, for the index behind the last a second after it */
function recordedAt(name: string, index: number): string {
  const requests = recorded(name).map(({ t }) => t);
  const t = index < 0 ? (requests[0] ?? 0) - 1 : (requests[index] ?? (requests.at(-1) ?? 0) + 1);
  return new Date(t * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const change = (ticket: number, body: object) => provider('PATCH', `/Ticket/${ticket}`, body);

async function provider(method: string, path: string, body: object): Promise<void> {
  const login = { UserLogin: 'rcapi', Password: 'rcapi-pw' };
  const answer = await webRequest(otobo.url, { method, path: `${PROVIDER_PATH}TicketProvider${path}`, body: { ...login, ...body } });
  if (answer.status !== 200 || answer.body.includes('"Error"')) throw new Error(answer.body);
}
