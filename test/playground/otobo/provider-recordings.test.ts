import { startOtobo, type Otobo } from '../../../playground/otobo';
import type { Helpdesk } from '../../../playground/otobo/helpdesk';
import { ROOT } from '../../../playground/otobo/names';
import type { Ticket } from '../../../playground/otobo/records';
import { recordedTime, recording, recordingNames, withoutChance } from './recorded-answer';
import { seedRecordedWorld } from './recorded-world';
import { SetTime } from './set-time';
import { webRequest, type Answer } from './web-request';

const RECORDED_SESSION = 'aSe5hIKla5bcQPaz3TPG10HQtVMP0BAk';
const CUSTOMER = { queue: 'Support', priority: '3 normal', customerUser: 'cust1', customerId: 'ACME' } as const;

/** The recordings in the order in which they were made. */
const NAMES = recordingNames()
  .map((name) => ({ name, at: recordedTime(recording(name)) }))
  .sort((a, b) => (a.at + a.name < b.at + b.name ? -1 : 1))
  .map(({ name }) => name);

const answers = new Map<string, Answer>();
const time = new SetTime('2026-11-22 00:00:00');
let otobo: Otobo;

/** What happened in the recorded OTOBO in front of a recorded request, without being recorded itself. */
const MEANWHILE: Readonly<Record<string, () => void>> = {
  after_dfresp: () => {
    const by = otobo.helpdesk.agent('rcapi');
    time.set('2026-11-23 01:24:44');
    otobo.helpdesk.createTicket({ ...CUSTOMER, title: 'from API', state: 'new', owner: 'carol', responsible: 'dave', by });
    time.set('2026-11-23 01:25:56');
    const ticket = otobo.helpdesk.createTicket({ ...CUSTOMER, title: 'from API', state: 'new', owner: 'rcapi', responsible: 'rcapi', by });
    writeRoom(otobo.helpdesk, ticket);
  },
  after_cfgonly: () => {
    time.set('2026-11-23 01:34:48');
    otobo.helpdesk.dynamicFields.push({ name: 'ChatWanted', type: 'Checkbox' }, { name: 'TicketChatURL', type: 'Text' });
    const by = otobo.helpdesk.agent('alice');
    const ticket = otobo.helpdesk.createTicket({
      ...CUSTOMER,
      title: 'Five people 1',
      state: 'open',
      owner: 'alice',
      responsible: 'bob',
      by,
    });
    time.set('2026-11-23 01:39:14');
    otobo.helpdesk.setDynamicField(ticket, 'ChatWanted', 1, { by: otobo.helpdesk.agent(ROOT) });
    writeRoom(otobo.helpdesk, ticket);
  },
  update_utf8dash: () => {
    otobo.helpdesk.nextArticleId = 68;
  },
};

/** As the answer to an invoker does. */
function writeRoom(helpdesk: Helpdesk, ticket: Ticket): void {
  const by = helpdesk.agent(ROOT);
  helpdesk.setDynamicField(ticket, 'RocketChatRoomID', 'ROOM-FROM-RESPONSE', { by });
  helpdesk.setDynamicField(ticket, 'RocketChatURL', 'https://rocket.example/group/from-response', { by });
}

beforeAll(async () => {
  otobo = await startOtobo({ clock: time });
  seedRecordedWorld(otobo, time);
  let session = '';
  for (const name of NAMES) {
    const { request, ...recorded } = recording(name);
    MEANWHILE[name]?.();
    time.set(recordedTime({ request, ...recorded }));
    if (name === 'get_by_session') session = otobo.sessions.open(otobo.helpdesk.agent('alice'), '127.0.0.1', 'curl/7.88.1');
    const path = request.url.replace('http://127.0.0.1:5000', '').replace(RECORDED_SESSION, session);
    answers.set(name, await webRequest(otobo.url, { method: request.method, path, body: request.body }));
  }
});
afterAll(() => otobo.stop());

describe('asked what a real OTOBO was asked, the stand-in answers the same', () => {
  test.each(NAMES)('%s', (name) => {
    const { http_status, response_headers, response } = recording(name);
    const { status, headers, body } = answers.get(name) ?? fail();
    const content: unknown = headers['content-type']?.startsWith('application/json') ? JSON.parse(body) : { _raw: body };
    expect(withoutChance(content, response)).toEqual(response);
    expect({ status, type: headers['content-type'], length: headers['content-length'], connection: headers.connection }).toEqual({
      status: http_status,
      type: response_headers['Content-Type'],
      length: response_headers['Content-Length'],
      connection: 'close',
    });
  });
});

function fail(): never {
  throw new Error('This recording was not replayed.');
}
