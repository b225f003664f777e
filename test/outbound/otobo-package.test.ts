import type { ErrorCode } from '../../src/domain/errors';
import type { OtoboPackage } from '../../src/usecases/ports';
import { answered, connected, errorOf, FakeOtobo, memoryWith, NOW, recorded, refused, SESSION, withoutRoute } from './fake-otobo';

const ALICE = { emails: ['alice@corp.test'] };
const AGENT = { Login: 'alice', Name: 'Alice Agent', Email: 'alice@corp.test', TimeZone: 'UTC', Access: {} };

/** Everything the package can be asked, with the route that answers it. */
const QUESTIONS: [string, string, (otobo: OtoboPackage) => Promise<unknown>][] = [
  ['rights', '/AgentAccess', (otobo) => otobo.access(ALICE, { right: 'ro', ticketIds: ['3'] })],
  ['tickets', '/AgentTicketSearch', (otobo) => otobo.search(ALICE, { limit: 5 })],
  ['people', '/TicketPeople', (otobo) => otobo.people('3')],
  ['the way back', '/Health', (otobo) => otobo.health()],
];

describe('the rights of an agent', () => {
  test('are those that OTOBO says, ticket by ticket', async () => {
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, Access: { 3: 1, 4: 0, 5: '1', 6: '0' } }));
    expect(await connected(otobo).package.access(ALICE, { right: 'note', ticketIds: ['3', '4', '5', '6'] })).toEqual({
      agent: { login: 'alice', name: 'Alice Agent', email: 'alice@corp.test' },
      ticketIds: new Set(['3', '5']),
      options: {},
      timeZone: 'UTC',
    });
    expect(otobo.sent('/AgentAccess')).toEqual({ Email: ['alice@corp.test'], Permission: 'note', TicketID: ['3', '4', '5', '6'] });
  });

  test.each([[{}], [[]], [null], ['']])('are none when OTOBO answers %j', async (access) => {
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, Access: access }));
    expect((await connected(otobo).package.access(ALICE, { right: 'ro', ticketIds: ['3'] }))?.ticketIds).toEqual(new Set());
  });

  test.each([['yes'], [{ 3: 'rw' }], [{ 3: 2 }]])('are not guessed from an answer like %j', async (access) => {
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, Access: access }));
    expect((await errorOf(connected(otobo).package.access(ALICE, { right: 'ro', ticketIds: ['3'] }))).code).toBe('otobo_misconfigured');
  });

  test('in a queue are asked for by its name', async () => {
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, QueueAccess: 1 }), answered({ ...AGENT, QueueAccess: 0 }));
    const client = connected(otobo).package;
    expect((await client.access({ login: 'alice' }, { right: 'create', queue: 'Support' }))?.queue).toBe(true);
    expect((await client.access({ login: 'alice' }, { right: 'create', queue: 'Nope' }))?.queue).toBe(false);
    expect(otobo.sent('/AgentAccess')).toEqual({ Login: 'alice', Permission: 'create', Queue: 'Nope' });
  });

  test('come with what the agent may choose from, and only with what was asked for', async () => {
    const options = {
      State: [{ Name: 'open', Type: 'open' }],
      Priority: '3 normal',
      Queue: {},
      Owner: { Login: 'bob', Name: 'Bob Agent', Email: 'bob@corp.test' },
    };
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, Options: options }));
    const access = await connected(otobo).package.access(ALICE, { right: 'ro', options: ['states', 'priorities', 'queues', 'owners'] });
    expect(access?.options).toEqual({
      states: [{ name: 'open', type: 'open' }],
      priorities: ['3 normal'],
      queues: [],
      owners: [{ login: 'bob', name: 'Bob Agent', email: 'bob@corp.test' }],
    });
    expect(otobo.sent('/AgentAccess')).toMatchObject({ Options: ['State', 'Priority', 'Queue', 'Owner'] });
  });

  test('name no types where OTOBO has switched them off, which is not the same as none that may be chosen', async () => {
    const otobo = new FakeOtobo().on('/AgentAccess', answered({ ...AGENT, Options: { Queue: [] } }));
    const access = await connected(otobo).package.access(ALICE, { right: 'create', options: ['queues', 'types'] });
    expect(access?.options).toEqual({ queues: [] });
  });

  test.each([
    ['AgentUnknown', 'agent_unknown'],
    ['AgentAmbiguous', 'agent_ambiguous'],
  ])('are nobody’s when OTOBO says %s', async (reason, code) => {
    const otobo = new FakeOtobo().on('/AgentAccess', refused(`AgentAccess.${reason}`));
    expect((await errorOf(connected(otobo).package.access(ALICE, { right: 'ro' }))).code).toBe(code);
  });
});

describe('a search with the rights of an agent', () => {
  test('is left to OTOBO', async () => {
    const row = { TicketID: '3', TicketNumber: '21', Title: 'Fire', Queue: 'Raw', State: 'new', Priority: '3 normal', Owner: 'alice' };
    const otobo = new FakeOtobo().on('/AgentTicketSearch', answered({ Login: 'alice', Name: 'Alice', Total: '40', Ticket: row }));
    expect(await connected(otobo).package.search(ALICE, { words: 'fire', ownedBy: 'asking', open: true, limit: 5 })).toEqual({
      rows: [{ id: '3', number: '21', title: 'Fire', queue: 'Raw', state: 'new', priority: '3 normal', owner: 'alice' }],
      total: 40,
    });
    expect(otobo.sent('/AgentTicketSearch')).toEqual({ Email: ['alice@corp.test'], Fulltext: 'fire', Owned: 1, Open: 1, Limit: 5 });
  });

  test('for more words than OTOBO takes is told what was too much', async () => {
    const message = 'AgentTicketSearch: Fulltext may have at most 10 words!';
    const otobo = new FakeOtobo().on('/AgentTicketSearch', refused('AgentTicketSearch.InvalidParameter', message));
    expect(await errorOf(connected(otobo).package.search(ALICE, { words: 'a b c', limit: 5 }))).toMatchObject({
      code: 'otobo_value_refused',
      details: { field: 'Fulltext', value: 'a b c' },
    });
  });

  test('may find nothing', async () => {
    const otobo = new FakeOtobo().on('/AgentTicketSearch', answered({ Login: 'alice', Total: 0, Ticket: [] }));
    expect(await connected(otobo).package.search(ALICE, { limit: 5 })).toEqual({ rows: [], total: 0 });
  });

  test('for the tickets of somebody else is refused, because OTOBO would find those of whoever asks', async () => {
    const otobo = new FakeOtobo();
    const asked = connected(otobo).package.search(ALICE, { ownedBy: { login: 'bob' }, limit: 5 });
    expect((await errorOf(asked)).code).toBe('internal_error');
    expect(otobo.routes()).toEqual([]);
  });
});

describe('the people of a ticket', () => {
  test('are everybody whom OTOBO names', async () => {
    const people = [
      { Login: 'alice', Email: 'alice@corp.test', Name: 'Alice Agent', Type: 'Agent', Roles: ['Owner', 'Involved'] },
      { Email: 'x@y.test', Name: '', Type: 'Address', Roles: 'Cc' },
    ];
    const otobo = new FakeOtobo().on(
      '/TicketPeople',
      answered({ People: people, PeopleComplete: 1, SystemAddresses: 'support@corp.test', APIUser: 'rcapi' }),
    );
    expect(await connected(otobo).package.people('3')).toEqual({
      people: [
        { type: 'Agent', login: 'alice', email: 'alice@corp.test', name: 'Alice Agent', roles: ['Owner', 'Involved'] },
        { type: 'Address', email: 'x@y.test', roles: ['Cc'] },
      ],
      peopleComplete: true,
      systemAddresses: ['support@corp.test'],
      apiUser: 'rcapi',
    });
  });

  test('are not complete unless OTOBO says so', async () => {
    const otobo = new FakeOtobo().on('/TicketPeople', answered({ People: [], PeopleOmitted: 3 }));
    expect((await connected(otobo).package.people('3'))?.peopleComplete).toBe(false);
  });

  test('are not told of a ticket that is out of reach', async () => {
    const otobo = new FakeOtobo().on('/TicketPeople', refused('TicketPeople.AccessDenied'));
    expect((await errorOf(connected(otobo).package.people('3'))).code).toBe('ticket_not_found');
  });
});

describe('the way back from OTOBO to the app', () => {
  test.each([
    [
      { Success: 1, Version: '0.1.0', Milliseconds: 35 },
      { success: true, version: '0.1.0', milliseconds: 35 },
    ],
    [
      { Success: 0, Reason: 'Refused', Status: 401, Message: 'The secret is wrong.' },
      { success: false, reason: 'Refused', message: 'The secret is wrong.' },
    ],
    [
      { Success: '0', Reason: 'NotConfigured' },
      { success: false, reason: 'NotConfigured', message: '' },
    ],
  ])('is as OTOBO found it: %j', async (answer, expected) => {
    expect(await connected(new FakeOtobo().on('/Health', answered(answer))).package.health()).toEqual(expected);
  });
});

describe('an OTOBO without the package', () => {
  test.each(QUESTIONS)('has no answer about %s', async (_what, route, asking) => {
    expect(await asking(connected(new FakeOtobo().on(route, withoutRoute(route))).package)).toBeUndefined();
  });

  test('is not asked for rights again for ten minutes, and then it is', async () => {
    let now = NOW;
    const otobo = new FakeOtobo().on('/AgentAccess', withoutRoute('/AgentAccess'));
    const client = connected(otobo, { now: () => now }).package;
    expect(await client.access(ALICE, { right: 'ro' })).toBeUndefined();
    now += 599_999;
    expect(await client.access(ALICE, { right: 'ro' })).toBeUndefined();
    expect(otobo.routes()).toEqual(['/AgentAccess']);
    now += 1;
    otobo.on('/AgentAccess', answered(AGENT));
    expect((await client.access(ALICE, { right: 'ro' }))?.agent.login).toBe('alice');
    expect((await client.access(ALICE, { right: 'ro' }))?.agent.login).toBe('alice');
  });

  test('is remembered operation by operation', async () => {
    const otobo = new FakeOtobo().on('/AgentAccess', withoutRoute('/AgentAccess')).on('/TicketPeople', answered({ PeopleComplete: 1 }));
    const client = connected(otobo).package;
    expect(await client.access(ALICE, { right: 'ro' })).toBeUndefined();
    expect(await client.people('3')).toMatchObject({ peopleComplete: true });
  });

  test('is asked anew after somebody has checked the connection: they may just have installed it', async () => {
    const memory = memoryWith(SESSION);
    const otobo = new FakeOtobo().on('/AgentAccess', withoutRoute('/AgentAccess'), answered(AGENT)).on('/Health', answered({ Success: 1 }));
    const client = connected(otobo, { memory }).package;
    expect(await client.access(ALICE, { right: 'ro' })).toBeUndefined();
    await client.health();
    expect((await client.access(ALICE, { right: 'ro' }))?.agent.name).toBe('Alice Agent');
  });

  test('does not offer it; one that wants to know who is asking does', async () => {
    expect(await connected(new FakeOtobo().on('/AgentAccess', withoutRoute('/AgentAccess'))).package.offered()).toBe(false);
    expect(await connected(new FakeOtobo().on('/AgentAccess', refused('AgentAccess.MissingParameter'))).package.offered()).toBe(true);
  });
});

type Failure = ReturnType<typeof answered> | Error;

/** What looks like an OTOBO without the package, or is any other failure. None of it says whether the package is there. */
const NOT_AN_ANSWER: [string, (route: string) => Failure, ErrorCode][] = [
  ['says that another route is unknown', () => withoutRoute('/TicketGet'), 'otobo_misconfigured'],
  [
    'quotes the sentence in a page',
    (route) => ({ ...withoutRoute(route), content: `<p>${withoutRoute(route)?.content ?? ''}</p>` }),
    'otobo_unreachable',
  ],
  ['says the sentence with another status', (route) => ({ ...withoutRoute(route), statusCode: 404 }), 'otobo_misconfigured'],
  ['does not know the web service', () => ({ statusCode: 500, content: '' }), 'otobo_misconfigured'],
  [
    'has the route, and not the operation',
    () => ({ statusCode: 500, content: "Can't load operation backend module X!" }),
    'otobo_misconfigured',
  ],
  ['fails', () => ({ statusCode: 500, content: 'Internal Server Error' }), 'otobo_unreachable'],
  ['is a proxy that does not find it', () => ({ statusCode: 404, content: 'Not Found' }), 'otobo_misconfigured'],
  ['is starting', () => ({ statusCode: 503 }), 'otobo_unreachable'],
  ['cannot be reached', () => new Error('ETIMEDOUT'), 'otobo_unreachable'],
  ['refuses the login', (route) => refused(`${route.slice(1)}.AuthFail`), 'otobo_login_failed'],
  ['says something odd', () => answered({ Success: 'perhaps', Access: 1, Ticket: 7, People: 7 }), 'otobo_misconfigured'],
];

describe.each(QUESTIONS)('a question about %s', (_what, route, asking) => {
  test.each(NOT_AN_ANSWER)('is an error, and never "not offered", when what answers %s', async (_who, reply, code) => {
    const memory = memoryWith(SESSION);
    const otobo = new FakeOtobo().on(route, reply(route)).on('/Session', recorded('session_create_ok'));
    expect((await errorOf(asking(connected(otobo, { memory }).package))).code).toBe(code);
    expect(memory.missingRoutes.size).toBe(0);
  });

  test('is an error, and never "not offered", when it is the login that the web service lacks', async () => {
    const memory = memoryWith();
    const otobo = new FakeOtobo().on(route, withoutRoute(route)).on('/Session', withoutRoute('/Session'));
    expect((await errorOf(asking(connected(otobo, { memory }).package))).code).toBe('otobo_misconfigured');
    expect(memory.missingRoutes.size).toBe(0);
  });
});
