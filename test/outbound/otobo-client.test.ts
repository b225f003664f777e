import type { ErrorCode } from '../../src/domain/errors';
import { ACCESS } from './access';
import { answered, connected, errorOf, FakeOtobo, memoryWith, recorded, refused, SESSION, withoutRoute } from './fake-otobo';

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
        stateType: 'open',
        type: 'Unclassified',
        customerUser: 'cust2',
        customerId: 'ACME',
        changedAt: Date.UTC(2026, 10, 23, 1, 20, 50),
      },
      articles: [],
    });
    expect(otobo.requests[0]?.body).toEqual({ TicketID: '3', SessionID: SESSION });
  });

  test('may lack what OTOBO has no value for', async () => {
    const ticket = { TicketID: 3, TicketNumber: '21', Title: '', Queue: 'Raw', Responsible: '', CustomerUserID: null };
    const otobo = new FakeOtobo().on('/TicketGet', answered({ Ticket: [ticket] }));
    expect(await connected(otobo).ticket('3')).toEqual({ ticket: { id: '3', number: '21', title: '', queue: 'Raw' }, articles: [] });
  });

  test('comes with its newest articles, and only with as many as were asked for', async () => {
    const otobo = new FakeOtobo().on('/TicketGet', recorded('get_post'));
    const { articles } = await connected(otobo, { timeZone: 'Europe/Berlin' }).ticket('3', 1);
    expect(otobo.sent('/TicketGet')).toEqual({ TicketID: '3', AllArticles: 1, ArticleOrder: 'DESC', ArticleLimit: 1 });
    expect(articles).toEqual([
      {
        id: '4',
        from: '"Cust One" <cust1@customer.example>',
        subject: 'Help with printer 2',
        body: 'Smoke everywhere, ticket 2. Grüße',
        visibleForCustomer: true,
        at: Date.UTC(2026, 10, 23, 0, 16, 29),
      },
    ]);
  });

  test('is told in the time of its time zone', async () => {
    const otobo = new FakeOtobo().on('/TicketGet', recorded('get_by_session'));
    const { ticket } = await connected(otobo, { timeZone: 'America/New_York' }).ticket('3');
    expect(ticket.changedAt).toBe(Date.UTC(2026, 10, 23, 6, 20, 50));
  });

  test('that waits says until when, whatever the time zone', async () => {
    const ticket = { TicketID: 3, TicketNumber: '21', Title: 'x', StateType: 'pending reminder', RealTillTimeNotUsed: '1795400000' };
    const otobo = new FakeOtobo().on('/TicketGet', answered({ Ticket: [ticket] }));
    expect((await connected(otobo).ticket('3')).ticket.pendingUntil).toBe(1_795_400_000_000);
  });

  test('is read from every spelling that OTOBO has for one thing, or nothing', async () => {
    const article = { ArticleID: '7', Subject: 'Chat', IsVisibleForCustomer: '0', CreateTime: '2026-11-23 01:16:29', Body: null };
    const ticket = {
      TicketID: '3',
      TicketNumber: 21,
      Title: 'x',
      Changed: 'yesterday',
      RealTillTimeNotUsed: '',
      Queue: {},
      Article: article,
    };
    const otobo = new FakeOtobo().on('/TicketGet', answered({ Ticket: ticket }));
    expect(await connected(otobo).ticket('3', 5)).toEqual({
      ticket: { id: '3', number: '21', title: 'x' },
      articles: [{ id: '7', from: '', subject: 'Chat', body: '', visibleForCustomer: false, at: Date.UTC(2026, 10, 23, 1, 16, 29) }],
    });
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
    await connected(otobo, { access: { ...ACCESS, webservice: 'Rocket Chat/2' } }).ticket('3');
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
  [
    'fails at its work',
    { statusCode: 500, content: 'Ticket could not be read, please contact the system administrator' },
    'otobo_unreachable',
  ],
  [
    'has a route that leads to an operation it lacks',
    { statusCode: 500, content: "Can't load operation backend module X!" },
    'otobo_misconfigured',
  ],
  ['has the route in another web service', withoutRoute('/TicketGet'), 'otobo_misconfigured'],
  ['has no ticket where the search found one', refused('TicketGet.NotValidTicketID'), 'ticket_not_found'],
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

describe('an OTOBO that is busy', () => {
  const asked = async (statusCode: number, headers: Record<string, string>): Promise<string | undefined> =>
    (await errorOf(connected(new FakeOtobo().on('/TicketGet', { statusCode, headers })).ticket('3'))).details.retryAfter;

  test.each<[string, number, Record<string, string>, string | undefined]>([
    ['in seconds', 429, { 'retry-after': '120' }, '120'],
    ['in seconds, with a header in other letters', 503, { 'Retry-After': ' 7 ' }, '7'],
    ['by a date', 503, { 'retry-after': 'Mon, 23 Nov 2026 08:01:30 GMT' }, '90'],
  ])('says %s how long to wait', async (_how, status, headers, seconds) => {
    await expect(asked(status, headers)).resolves.toBe(seconds);
  });

  test.each<[string, number, Record<string, string>]>([
    ['nothing', 429, {}],
    ['a date that is past', 503, { 'retry-after': 'Mon, 23 Nov 2026 07:00:00 GMT' }],
    ['no time at all', 503, { 'retry-after': 'soon' }],
    ['it in another answer', 502, { 'retry-after': '120' }],
  ])('and says %s asks for no pause', async (_what, status, headers) => {
    await expect(asked(status, headers)).resolves.toBeUndefined();
  });
});

describe('an OTOBO that', () => {
  test.each(FAILURES)('%s is called so', async (_what, reply, code) => {
    expect((await errorOf(connected(new FakeOtobo().on('/TicketGet', reply)).ticket('3'))).code).toBe(code);
  });

  test.each(FAILURES)('%s is told to the caller without login, password, session or address', async (_what, reply) => {
    const { message, details } = await errorOf(connected(new FakeOtobo().on('/TicketGet', reply)).ticket('3'));
    expect(message).toMatch(/^[a-z_]+$/);
    expect(Object.entries(details)).toEqual('webservice' in details ? [['webservice', 'RocketChat']] : []);
  });

  test.each([
    ['the password', `cannot send {"Password":"${ACCESS.password}"}`],
    ['the session', `cannot send {"SessionID":"${SESSION}"}`],
    ['a login in its address', 'request to https://proxy:a pass&word/with?everything@otobo.test/otobo failed'],
    ['another login in its address', 'request to https://proxy:hidden@otobo.test/otobo failed'],
  ])('cannot be reached is logged with the reason, and without %s', async (_what, message) => {
    const { internal } = await errorOf(connected(new FakeOtobo().on('/TicketGet', new Error(message))).ticket('3'));
    expect(internal).toMatch(/cannot send|failed/);
    for (const secret of [ACCESS.password, SESSION, 'proxy', 'hidden']) expect(internal).not.toContain(secret);
  });

  test('refuses the login is told so without what was refused', async () => {
    const otobo = new FakeOtobo().on('/Session', recorded('session_create_badlogin'));
    const error = await errorOf(connected(otobo, { memory: memoryWith() }).ticket('3'));
    expect(error).toMatchObject({ code: 'otobo_login_failed', details: {} });
    expect(JSON.stringify([error.message, error.internal])).not.toContain(ACCESS.password);
  });

  test('answers a search with something else than a list is not believed', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', answered({ TicketID: { 0: '3' } }));
    expect((await errorOf(connected(otobo).ticketIdOf('21'))).code).toBe('otobo_misconfigured');
  });
});

describe('what the app needs of OTOBO', () => {
  test('is there, whatever an operation says to an empty call, and the call changes nothing', async () => {
    const otobo = new FakeOtobo()
      .on('/TicketUpdate', refused('TicketUpdate.MissingParameter'))
      .on('/TicketSearch', recorded('search_none'));
    expect(await connected(otobo).probe('TicketUpdate')).toBe(true);
    expect(await connected(otobo).probe('TicketSearch')).toBe(true);
    expect(otobo.sent('/TicketUpdate')).toEqual({});
  });

  test('is missing when OTOBO knows no such route', async () => {
    expect(await connected(new FakeOtobo().on('/TicketCreate', withoutRoute('/TicketCreate'))).probe('TicketCreate')).toBe(false);
  });

  test.each([
    ['the login is refused', refused('TicketCreate.AuthFail'), 'otobo_login_failed'],
    ['OTOBO is away', { statusCode: 503 }, 'otobo_unreachable'],
    ['the web service is gone', { statusCode: 500, content: '' }, 'otobo_misconfigured'],
    ['the route of somebody else is missing', withoutRoute('/TicketGet'), 'otobo_misconfigured'],
  ])('is neither there nor missing when %s', async (_what, reply, code) => {
    const otobo = new FakeOtobo().on('/TicketCreate', reply).on('/Session', recorded('session_create_ok'));
    expect((await errorOf(connected(otobo).probe('TicketCreate'))).code).toBe(code);
  });

  test('includes dynamic fields, which any ticket shows', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_by_number')).on('/TicketGet', recorded('get_post'));
    expect(await connected(otobo).fieldNames()).toEqual([
      'ProcessManagementActivityID',
      'ProcessManagementProcessID',
      'RocketChatRoomID',
      'RocketChatURL',
    ]);
  });

  test('cannot be seen where there is no ticket', async () => {
    expect(await connected(new FakeOtobo().on('/TicketSearch', recorded('search_none'))).fieldNames()).toBeUndefined();
  });
});
