import { AppError, type ErrorCode } from '../../src/domain/errors';
import { otoboClient } from '../../src/outbound/otobo/client';
import type { OtoboAccess } from '../../src/settings/snapshot';
import type { Otobo } from '../../src/usecases/ports';
import { ACCESS } from './access';
import { answered, FakeOtobo, recorded } from './fake-otobo';

const SESSION = 'a-session-nobody-may-see';

function connected(otobo: FakeOtobo, access: OtoboAccess = ACCESS): Otobo {
  return otoboClient(otobo.http, access, { session: Promise.resolve(SESSION) });
}

async function errorOf(asked: Promise<unknown>): Promise<AppError> {
  const outcome = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof AppError)) throw new Error('There was no error of ours.');
  return outcome;
}

describe('a ticket of OTOBO', () => {
  test('is read by its id, with its people', async () => {
    const otobo = new FakeOtobo().on('/TicketGet', recorded('get_by_session'));
    expect(await connected(otobo).ticket('3')).toEqual({
      ticket: {
        id: '3',
        number: '2026112310000021',
        title: 'Printer 2 is burning',
        queue: 'Support',
        state: 'open',
        priority: '3 normal',
        owner: 'alice',
        responsible: 'bob',
      },
      customerUser: 'cust2',
    });
    expect(otobo.requests[0]?.body).toEqual({ TicketID: '3', SessionID: SESSION });
  });

  test('may lack what OTOBO has no value for', async () => {
    const ticket = { TicketID: 3, TicketNumber: '21', Title: '', Queue: 'Raw', Responsible: '', CustomerUserID: null };
    const otobo = new FakeOtobo().on('/TicketGet', answered({ Ticket: [ticket] }));
    expect(await connected(otobo).ticket('3')).toEqual({ ticket: { id: '3', number: '21', title: '', queue: 'Raw' } });
  });

  test('is found by its number', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_by_number'));
    expect(await connected(otobo).ticketIdOf('2026112310000021')).toBe('3');
  });

  test.each([
    ['nothing has that number', 'search_none'],
    ['several tickets answer to a pattern', 'search_post_number'],
  ])('is not found when %s', async (_what, name) => {
    expect(await connected(new FakeOtobo().on('/TicketSearch', recorded(name))).ticketIdOf('2026*')).toBeUndefined();
  });
});

describe('a request to OTOBO', () => {
  test('goes to the web service by name, certificates checked, and gives up after ten seconds', async () => {
    const otobo = new FakeOtobo().on('/TicketGet', recorded('get_by_session'));
    await connected(otobo, { ...ACCESS, webservice: 'Rocket Chat/2' }).ticket('3');
    expect(otobo.requests[0]?.url).toBe('https://otobo.test/otobo/nph-genericinterface.pl/Webservice/Rocket%20Chat%2F2/TicketGet');
    expect(otobo.requests[0]?.options).toEqual({ data: expect.anything() as object, timeout: 10_000 });
  });

  test('never has login, password or session in its address', async () => {
    const otobo = new FakeOtobo()
      .on('/Session', recorded('session_create_ok'))
      .on('/TicketGet', recorded('get_bad_session'), recorded('get_by_session'))
      .on('/TicketSearch', recorded('search_by_number'));
    await connected(otobo).ticket('3');
    await connected(otobo).ticketIdOf('21');
    expect(otobo.requests.map(({ url }) => url.replace(`${ACCESS.url}/Webservice/RocketChat`, ''))).toEqual([
      '/TicketGet',
      '/Session',
      '/TicketGet',
      '/TicketSearch',
    ]);
  });
});

const FAILURES: [string, ReturnType<typeof recorded> | Error, ErrorCode][] = [
  ['does not know the ticket', recorded('get_unknown'), 'ticket_not_found'],
  ['keeps the ticket from this account', recorded('get_noperm'), 'ticket_not_found'],
  ['has no such web service', { statusCode: 500 }, 'otobo_misconfigured'],
  ['has no such web service, and its answer is empty text', { statusCode: 500, content: '' }, 'otobo_misconfigured'],
  ['has no such route', recorded('wrong_route'), 'otobo_misconfigured'],
  ['has the route for another method', recorded('wrong_method'), 'otobo_misconfigured'],
  ['cannot read the body', recorded('badjson'), 'otobo_misconfigured'],
  ['is something else, which answers with a page', { statusCode: 200, content: '<html></html>' }, 'otobo_misconfigured'],
  ['is not at that address', { statusCode: 404, content: 'Not Found' }, 'otobo_misconfigured'],
  ['wants a login of its own', { statusCode: 401 }, 'otobo_misconfigured'],
  ['is behind a proxy that cannot reach it', { statusCode: 502 }, 'otobo_unreachable'],
  ['is starting', { statusCode: 503, content: 'Service Unavailable' }, 'otobo_unreachable'],
  ['is too slow for the proxy', { statusCode: 504 }, 'otobo_unreachable'],
  ['cannot be reached', new Error('connect ECONNREFUSED 127.0.0.1:443'), 'otobo_unreachable'],
  ['cannot be reached, on a server that gives no answer then', undefined, 'otobo_unreachable'],
  ['answers with nothing', answered(null), 'otobo_misconfigured'],
  ['answers with text as JSON', answered('Ticket'), 'otobo_misconfigured'],
  ['answers with an empty object', answered({}), 'otobo_misconfigured'],
  ['answers with no ticket', answered({ Ticket: [] }), 'otobo_misconfigured'],
  ['answers with several tickets', recorded('get_list'), 'otobo_misconfigured'],
  ['answers with a ticket that has no number', answered({ Ticket: [{ TicketID: 3, Title: 'x' }] }), 'otobo_misconfigured'],
  ['answers with an error nobody knows', answered({ Error: { ErrorCode: 'TicketGet.Odd', ErrorMessage: 'odd' } }), 'otobo_misconfigured'],
  ['answers with an error that is empty', answered({ Error: {} }), 'otobo_misconfigured'],
  ['answers with an error that is nothing', answered({ Error: null }), 'otobo_misconfigured'],
];

describe('an OTOBO that', () => {
  test.each(FAILURES)('%s is called so', async (_what, reply, code) => {
    expect((await errorOf(connected(new FakeOtobo().on('/TicketGet', reply)).ticket('3'))).code).toBe(code);
  });

  test.each(FAILURES)('%s is told to the caller without login, password, session or address', async (_what, reply) => {
    const { message, details } = await errorOf(connected(new FakeOtobo().on('/TicketGet', reply)).ticket('3'));
    expect(message).toMatch(/^[a-z_]+$/);
    expect(Object.entries(details)).toEqual('webservice' in details ? [['webservice', 'RocketChat']] : []);
  });

  test('refuses the login is told so without what was refused', async () => {
    const otobo = new FakeOtobo().on('/Session', recorded('session_create_badlogin'));
    const error = await errorOf(otoboClient(otobo.http, ACCESS, { session: undefined }).ticket('3'));
    expect(error).toMatchObject({ code: 'otobo_login_failed', details: {} });
    expect(JSON.stringify([error.message, error.internal])).not.toContain(ACCESS.password);
  });

  test('answers a search with something else than a list is not believed', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', answered({ TicketID: { 0: '3' } }));
    expect((await errorOf(connected(otobo).ticketIdOf('21'))).code).toBe('otobo_misconfigured');
  });
});
