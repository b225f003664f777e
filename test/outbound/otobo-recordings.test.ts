import type { AppError, ErrorCode } from '../../src/domain/errors';
import type { Change } from '../../src/domain/write';
import type { Otobo } from '../../src/usecases/ports';
import { recordingNames } from '../playground/otobo/recorded-answer';
import { ACCESS } from './access';
import { connected, errorOf, FakeOtobo, memoryWith, packageRecordings, recorded, SESSION } from './fake-otobo';

const NOTE: Change = { type: 'Note', from: 'bob@example.com', subject: 'x', body: 'b' };
const TICKET: Change = { type: 'Create', title: 't', queue: 'Raw', state: 'new', priority: '3 normal', subject: 's', body: 'b' };

/** Asks what the recording answers. */
type Asking = (otobo: Otobo) => Promise<unknown>;
const ticket: Asking = (otobo) => otobo.ticket('3', 5);
const search: Asking = (otobo) => otobo.ticketIdOf('21');
const history: Asking = (otobo) => otobo.arrived(NOTE, 'seed', '3');
const note: Asking = (otobo) => otobo.write(NOTE, 'rc:1', { ticketId: '3' });
const owner: Asking = (otobo) => otobo.write({ type: 'Fields', owner: 'nobody' }, 'rc:1', { ticketId: '3' });
const link: Asking = (otobo) => otobo.write({ type: 'RoomLink', roomId: 'R1', url: 'https://chat.test' }, 'rc:1', { ticketId: '3' });
const create: Asking = (otobo) => otobo.write(TICKET, 'rc:1', {});

/** What the client makes of an answer that says yes. */
const UNDERSTOOD: [recording: string, route: string, asking: Asking, expected: object | string | undefined][] = [
  ['after_cfgonly', '/TicketGet', ticket, { ticket: { id: '10' } }],
  ['after_dfresp', '/TicketGet', ticket, { ticket: { id: '9' } }],
  ['get_all', '/TicketGet', ticket, { ticket: { id: '3' }, articles: [{ visibleForCustomer: true }, { visibleForCustomer: false }] }],
  ['get_by_session', '/TicketGet', ticket, { ticket: { number: '2026112310000021', title: 'Printer 2 is burning' }, articles: [] }],
  ['get_customer', '/TicketGet', ticket, { ticket: { id: '2' }, articles: [{ subject: 'Help with printer 1' }] }],
  ['get_customer_badperm', '/TicketGet', ticket, { ticket: { id: '3' } }],
  ['get_min', '/TicketGet', ticket, { ticket: { id: '3', stateType: 'open' } }],
  ['get_post', '/TicketGet', ticket, { articles: [{ id: '4' }] }],
  ['search_by_number', '/TicketSearch', search, '3'],
  ['search_post_df', '/TicketSearch', search, '3'],
  ['search_by_df', '/TicketSearch', search, undefined],
  ['search_by_df_like', '/TicketSearch', search, undefined],
  ['search_post_number', '/TicketSearch', search, undefined],
  ['search_none', '/TicketSearch', search, undefined],
  ['search_noperm', '/TicketSearch', search, undefined],
  ['search_post_df_empty', '/TicketSearch', search, undefined],
  ['history', '/TicketHistoryGet', history, { ticketId: '3', ticketNumber: '2026112310000021', articleId: '4' }],
  ['create', '/TicketCreate', create, { ticketId: '7', ticketNumber: '2026112310000066', articleId: '14' }],
  ['update_big_note', '/TicketUpdate', note, { ticketId: '4', articleId: '69' }],
  ['update_from_ok', '/TicketUpdate', note, { ticketId: '3', articleId: '15' }],
  ['update_note_attachment', '/TicketUpdate', note, { articleId: '13' }],
  ['update_note_df', '/TicketUpdate', note, { articleId: '12' }],
  ['update_utf8dash', '/TicketUpdate', note, { articleId: '68' }],
  ['update_df_only', '/TicketUpdate', link, { ticketId: '4', ticketNumber: '2026112310000039' }],
  ['update_nothing', '/TicketUpdate', link, { ticketId: '3', ticketNumber: '2026112310000021' }],
];

/** What it makes of one that says no, or is none. */
const REFUSED: [recording: string, route: string, asking: Asking, code: ErrorCode][] = [
  ['get_bad_session', '/TicketGet', ticket, 'otobo_login_failed'],
  ['get_badlogin', '/TicketGet', ticket, 'otobo_login_failed'],
  ['get_noauth', '/TicketGet', ticket, 'otobo_login_failed'],
  ['get_list', '/TicketGet', ticket, 'otobo_misconfigured'],
  ['get_list_mixed', '/TicketGet', ticket, 'ticket_not_found'],
  ['get_noperm', '/TicketGet', ticket, 'ticket_not_found'],
  ['get_unknown', '/TicketGet', ticket, 'ticket_not_found'],
  ['get_unknown_nonnum', '/TicketGet', ticket, 'ticket_not_found'],
  ['search_badlogin', '/TicketSearch', search, 'otobo_login_failed'],
  ['session_create_badlogin', '/Session', search, 'otobo_login_failed'],
  ['session_get', '/Session', search, 'otobo_misconfigured'],
  ['update_article_missing', '/TicketUpdate', link, 'otobo_value_missing'],
  ['update_baddf', '/TicketUpdate', link, 'otobo_field_missing'],
  ['update_badqueue', '/TicketUpdate', owner, 'otobo_value_refused'],
  ['update_from_plain', '/TicketUpdate', note, 'otobo_value_refused'],
  ['update_from_quoted', '/TicketUpdate', note, 'otobo_value_refused'],
  ['update_reply_visible', '/TicketUpdate', note, 'otobo_value_refused'],
  ['update_noperm', '/TicketUpdate', note, 'ticket_not_found'],
  ['update_unknown', '/TicketUpdate', note, 'ticket_not_found'],
  ['update_ticketnumber', '/TicketUpdate', link, 'ticket_not_found'],
  ['badjson', '/Session', search, 'otobo_misconfigured'],
  ['wrong_method', '/TicketUpdate', note, 'otobo_misconfigured'],
  ['wrong_route', '/TicketSearch', search, 'otobo_misconfigured'],
  ['wrong_service', '/TicketGet', ticket, 'otobo_misconfigured'],
];

/** An OTOBO that answers one route as recorded; a login works unless that is what was recorded. */
function otoboThatAnswers(route: string, name: string): FakeOtobo {
  const otobo = new FakeOtobo().on('/Session', recorded('session_create_ok')).on('/TicketGet', recorded('get_by_session'));
  return otobo.on(route, recorded(name));
}

const client = (otobo: FakeOtobo, route: string): Otobo =>
  connected(otobo, { memory: memoryWith(route === '/Session' ? undefined : SESSION) });

describe('what a real OTOBO answered', () => {
  test.each(UNDERSTOOD)('is understood: %s', async (name, route, asking, expected) => {
    const answer = await asking(client(otoboThatAnswers(route, name), route));
    if (typeof expected === 'object') expect(answer).toMatchObject(expected);
    else expect(answer).toBe(expected);
  });

  test.each(REFUSED)('is called what it is: %s', async (name, route, asking, code) => {
    expect((await errorOf(asking(client(otoboThatAnswers(route, name), route)))).code).toBe(code);
  });

  test('is tried to the last recording', () => {
    const tried = [...UNDERSTOOD, ...REFUSED].map(([name]) => name).concat('session_create_ok');
    expect(tried.sort()).toEqual(recordingNames().sort());
  });

  test('to a login is used from then on: session_create_ok', async () => {
    const otobo = otoboThatAnswers('/Session', 'session_create_ok');
    await ticket(client(otobo, '/Session'));
    expect(otobo.requests.at(-1)?.body.SessionID).toBe('PEchjCVGujaN0BiLIMtO5JdESQEJF9t9');
  });
});

/** The same of the package's operations, each recording in `package/` by the route that it was made with. */
describe('what a real OTOBO with the package answered', () => {
  const ALICE = { login: 'alice' };
  const ASKING: Readonly<Record<string, Asking>> = {
    '/AgentAccess': (otobo) =>
      otobo.package.access(ALICE, {
        right: 'ro',
        ticketIds: ['3'],
        queue: 'Raw',
        options: ['states', 'priorities', 'queues', 'types', 'owners'],
      }),
    '/AgentTicketSearch': (otobo) => otobo.package.search(ALICE, { words: 'x', limit: 5 }),
    '/TicketPeople': (otobo) => otobo.package.people('3'),
    '/Reply': (otobo) => otobo.write({ type: 'Reply', mailed: true, subject: 's', body: 'b' }, 'rc:1', { ticketId: '3', agent: ALICE }),
    '/Health': (otobo) => otobo.package.health(),
    // The mark with which the recorded reply was sent; another one begins with the same letters.
    '/TicketHistoryGet': (otobo) => otobo.arrived({ type: 'Reply', mailed: true, subject: 's', body: 'b' }, 'rc:a1b2c3', '2'),
  };

  for (const { name, route, reply, code } of packageRecordings()) {
    test(`is understood: ${name}`, async () => {
      const otobo = new FakeOtobo().on('/Session', recorded('session_create_ok')).on('/TicketGet', recorded('get_min')).on(route, reply);
      const asked = ASKING[route]?.(connected(otobo));
      if (code === undefined) expect(await asked).toBeDefined();
      else expect((await errorOf(asked ?? Promise.resolve())).internal).toContain(code);
    });
  }
});

describe('what stays between the app and OTOBO', () => {
  const SECRETS = [ACCESS.password, encodeURIComponent(ACCESS.password), SESSION, 'PEchjCVGujaN0BiLIMtO5JdESQEJF9t9'];

  /** Everything of an error that a log, a caller or a stack trace could show. */
  const shown = (error: AppError): string => JSON.stringify([error.code, error.message, error.details, error.internal, error.stack]);

  test.each(REFUSED)('password and session: no error and no address has them after %s', async (name, route, asking) => {
    const otobo = otoboThatAnswers(route, name);
    const error = await errorOf(asking(client(otobo, route)));
    const addresses = otobo.requests.map(({ url }) => url).join(' ');
    for (const secret of SECRETS) {
      expect(shown(error)).not.toContain(secret);
      expect(addresses).not.toContain(secret);
    }
    expect(otobo.requests.length).toBeGreaterThan(0);
  });

  test.each(REFUSED)('the words of tickets: no log has them after %s', async (name, route, asking) => {
    const { internal } = await errorOf(asking(client(otoboThatAnswers(route, name), route)));
    expect(internal).not.toMatch(/Printer|Smoke|alice@|cust1/);
  });
});
