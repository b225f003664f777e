import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import { WEB_SERVICES } from '../../../playground/otobo/provider/routes';
import { PROVIDER_PATH } from '../../../playground/otobo/provider/transport';
import { seedRecordedWorld } from './recorded-world';
import { SetTime } from './set-time';
import { webRequest } from './web-request';

const ALICE = { UserLogin: 'alice', Password: 'alice-pw' };
const DAVE = { UserLogin: 'dave', Password: 'dave-pw' };
const NOTE = { Article: { Subject: 's', Body: 'b', ContentType: 'text/plain; charset=utf-8' } };

const time = new SetTime('2026-11-22 00:00:00');
let otobo: Otobo;

beforeEach(async () => {
  otobo = await startOtobo({ clock: time });
  seedRecordedWorld(otobo, time);
});
afterEach(() => otobo.stop());

/** Calls the app's own web service. @returns the answer's JSON */
async function call(route: string, body: object, from?: string): Promise<unknown> {
  const path = `${PROVIDER_PATH}RocketChat${route}`;
  const answer = await webRequest(otobo.url, { method: 'POST', path, body, ...(from ? { from } : {}) });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
  return JSON.parse(answer.body);
}

/** @returns the answer's error code, or `fine` */
async function outcome(route: string, body: object, from?: string): Promise<string> {
  const answer = (await call(route, body, from)) as { Error?: { ErrorCode: string } }; // every operation answers with an object
  return answer.Error?.ErrorCode ?? 'fine';
}

async function logIn(): Promise<{ SessionID: string }> {
  return (await call('/Session', ALICE)) as { SessionID: string }; // as recorded
}

describe('a session', () => {
  const TICKET = { TicketID: 3 };

  test('opens the door without a password', async () => {
    expect(await outcome('/TicketGet', { ...(await logIn()), ...TICKET })).toBe('fine');
  });

  test('ends after two hours without use', async () => {
    const session = await logIn();
    time.set('2026-11-23 03:16:28');
    expect(await outcome('/TicketGet', { ...session, ...TICKET })).toBe('fine');
    time.set('2026-11-23 05:16:29');
    expect(await outcome('/TicketGet', { ...session, ...TICKET })).toBe('TicketGet.AuthFail');
  });

  test('ends after sixteen hours of use', async () => {
    const session = await logIn();
    for (const hour of ['03', '05', '07', '09', '11', '13', '15', '17']) {
      time.set(`2026-11-23 ${hour}:16:00`);
      expect(await outcome('/TicketGet', { ...session, ...TICKET })).toBe('fine');
    }
    time.set('2026-11-23 17:16:30');
    expect(await outcome('/TicketGet', { ...session, ...TICKET })).toBe('TicketGet.AuthFail');
  });

  test('is refused from another address than the one that opened it', async () => {
    expect(await outcome('/TicketGet', { ...(await logIn()), ...TICKET }, '127.0.0.2')).toBe('TicketGet.AuthFail');
  });
});

describe('rights by queue', () => {
  test.each([
    ['an article needs note', DAVE, { TicketID: 3, ...NOTE }, 'fine'],
    ['a dynamic field needs rw', DAVE, { TicketID: 3, DynamicField: { Name: 'RocketChatURL', Value: 'x' } }, 'TicketUpdate.AccessDenied'],
    ['the owner needs owner', DAVE, { TicketID: 3, Ticket: { Owner: 'dave' } }, 'TicketUpdate.AccessDenied'],
    ['a state that closes needs rw', DAVE, { TicketID: 3, Ticket: { State: 'closed successful' } }, 'TicketUpdate.AccessDenied'],
    ['title and lock need no more than to see it', DAVE, { TicketID: 3, Ticket: { Title: 'T', Lock: 'lock' } }, 'fine'],
    ['rw is enough for all', ALICE, { TicketID: 3, Ticket: { Owner: 'bob', State: 'closed successful' }, ...NOTE }, 'fine'],
    ['a queue without rights hides the ticket', DAVE, { TicketID: 6, ...NOTE }, 'TicketUpdate.AccessDenied'],
  ])('%s', async (_right, login, body, expected) => {
    expect(await outcome('/TicketUpdate', { ...login, ...body })).toBe(expected);
  });

  test('an update that is refused for one part changes nothing at all', async () => {
    const refused = { ...DAVE, TicketID: 3, ...NOTE, DynamicField: { Name: 'RocketChatURL', Value: 'x' } };
    const before = JSON.stringify(await call('/TicketGet', { ...ALICE, TicketID: 3, AllArticles: 1, DynamicFields: 1 }));
    await call('/TicketUpdate', refused);
    expect(JSON.stringify(await call('/TicketGet', { ...ALICE, TicketID: 3, AllArticles: 1, DynamicFields: 1 }))).toBe(before);
  });

  test('a customer sees the tickets of the own company only', async () => {
    otobo.helpdesk.customerUsers.push({
      login: 'cust9',
      name: 'Nine',
      email: 'cust9@other.test',
      password: 'cust9-pw',
      customerId: 'OTHER',
    });
    const body = { CustomerUserLogin: 'cust9', Password: 'cust9-pw', TicketID: 2 };
    expect(await outcome('/TicketGet', body)).toBe('TicketGet.AccessDenied');
  });
});

describe('what was written', () => {
  test('comes back: article with attachment, its mark in the history, dynamic field', async () => {
    const attachment = { Filename: 'ü.txt', ContentType: 'text/plain', Content: Buffer.from('Grüße').toString('base64') };
    const article = { ...NOTE.Article, HistoryComment: 'rc:42' };
    const field = { Name: 'RocketChatRoomID', Value: 'R1' };
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Article: article, Attachment: attachment, DynamicField: field });
    const got = await call('/TicketGet', {
      ...ALICE,
      TicketID: 3,
      AllArticles: 1,
      Attachments: 1,
      DynamicFields: 1,
      ArticleOrder: 'DESC',
      ArticleLimit: 1,
    });
    expect(got).toMatchObject({
      Ticket: [
        {
          Article: [{ Subject: 's', From: 'Alice Agent', Attachment: [{ ...attachment, FilesizeRaw: '7' }] }],
          DynamicField: expect.arrayContaining([field]) as unknown,
        },
      ],
    });
    expect(await call('/TicketHistoryGet', { ...ALICE, TicketID: 3 })).toMatchObject({
      TicketHistory: [{ History: expect.arrayContaining([expect.objectContaining({ HistoryType: 'AddNote', Name: 'rc:42' })]) as unknown }],
    });
    expect(await call('/TicketSearch', { ...ALICE, DynamicField_RocketChatRoomID: { Equals: 'R1' } })).toEqual({ TicketID: ['3'] });
  });

  test('can be a state that waits, with its time', async () => {
    time.set('2026-11-23 02:00:00');
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Ticket: { State: 'pending reminder', PendingTime: { Diff: 90 } } });
    expect(await call('/TicketGet', { ...ALICE, TicketID: 3 })).toMatchObject({
      Ticket: [{ StateType: 'pending reminder', UntilTime: 5400, RealTillTimeNotUsed: Date.parse('2026-11-23T03:30:00Z') / 1000 }],
    });
    const date = { Year: 2026, Month: 12, Day: 24, Hour: 18, Minute: 0 };
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Ticket: { State: 'pending reminder', PendingTime: date } });
    expect(otobo.helpdesk.ticket(3).pendingUntil).toBe(Date.parse('2026-12-24T18:00:00Z'));
  });

  test.each([
    ['without a time', {}, 'TicketUpdate.MissingParameter'],
    ['with a time that is none', { PendingTime: { Diff: 'soon' } }, 'TicketUpdate.InvalidParameter'],
  ])('a state that waits is refused %s', async (_how, pending, code) => {
    const body = { ...ALICE, TicketID: 3, Ticket: { State: 'pending reminder', ...pending } };
    expect(await outcome('/TicketUpdate', body)).toBe(code);
    expect(otobo.helpdesk.ticket(3).state).toBe('open');
  });

  test('unlocks the ticket when it closes it', async () => {
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Ticket: { Lock: 'lock' } });
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Ticket: { State: 'closed successful' } });
    expect(otobo.helpdesk.ticket(3).lock).toBe('unlock');
  });

  test('can be a ticket, which belongs to whoever made it unless an owner is named', async () => {
    const ticket = { Title: 'New', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1' };
    const { TicketID } = (await call('/TicketCreate', { ...ALICE, Ticket: ticket, ...NOTE })) as { TicketID: string }; // as recorded
    expect(await call('/TicketGet', { ...ALICE, TicketID })).toMatchObject({ Ticket: [{ Title: 'New', Owner: 'alice', Lock: 'unlock' }] });
  });

  test('can be a ticket of somebody who is no registered customer, and has an address', async () => {
    const ticket = { Title: 'New', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'jane@corp.test' };
    const { TicketID } = (await call('/TicketCreate', { ...ALICE, Ticket: ticket, ...NOTE })) as { TicketID: string }; // as recorded
    expect(otobo.helpdesk.ticket(Number(TicketID))).toMatchObject({ customerUser: 'jane@corp.test', customerId: '' });
  });

  test('can be a ticket with a type, and with files in its first article', async () => {
    const ticket = { Title: 'New', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1', Type: 'Incident' };
    otobo.helpdesk.types.push('Incident');
    const attachment = { Content: 'aGVsbG8=', ContentType: 'text/plain', Filename: 't.txt' };
    const body = { ...ALICE, Ticket: ticket, ...NOTE, Attachment: [attachment] };
    const { TicketID } = (await call('/TicketCreate', body)) as { TicketID: string }; // as recorded
    expect(await call('/TicketGet', { ...ALICE, TicketID, AllArticles: 1, Attachments: 1 })).toMatchObject({
      Ticket: [{ Type: 'Incident', Article: [{ Attachment: [attachment] }] }],
    });
    expect(await outcome('/TicketCreate', { ...body, Ticket: { ...ticket, Type: 'Wish' } })).toBe('TicketCreate.InvalidParameter');
    expect(await outcome('/TicketCreate', { ...body, Ticket: { ...ticket, Priority: 'huge' } })).toBe('TicketCreate.InvalidParameter');
  });

  test.each([
    ['Title', 'TicketCreate.MissingParameter', { Queue: 'Support' }],
    ['Queue', 'TicketCreate.InvalidParameter', { Title: 't', Queue: 'Nowhere', State: 'new', Priority: '3 normal', CustomerUser: 'cust1' }],
    [
      'CustomerUser',
      'TicketCreate.InvalidParameter',
      { Title: 't', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'nobody' },
    ],
  ])('a new ticket without a right %s is refused', async (_field, code, ticket) => {
    expect(await outcome('/TicketCreate', { ...ALICE, Ticket: ticket, ...NOTE })).toBe(code);
    expect(otobo.helpdesk.tickets.size).toBe(6);
  });
});

describe('the history entry of an article', () => {
  const entries = async (TicketID: string | number) => {
    const answer = (await call('/TicketHistoryGet', { ...ALICE, TicketID })) as { TicketHistory: { History: { ArticleID: number }[] }[] }; // as recorded
    return answer.TicketHistory[0]?.History.filter(({ ArticleID }) => ArticleID > 0).at(-1);
  };
  const ticket = { Title: 'New', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1' };

  test('says what the request says, for a new ticket as for an old one', async () => {
    const article = { ...NOTE.Article, HistoryType: 'FollowUp', HistoryComment: 'rc:7' };
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Article: article });
    expect(await entries(3)).toMatchObject({ HistoryType: 'FollowUp', Name: 'rc:7' });
    const { TicketID } = (await call('/TicketCreate', { ...ALICE, Ticket: ticket, Article: article })) as { TicketID: string }; // as recorded
    expect(await entries(TicketID)).toMatchObject({ HistoryType: 'FollowUp', Name: 'rc:7' });
  });

  test('is OTOBO’s own where the request says nothing', async () => {
    await call('/TicketUpdate', { ...ALICE, TicketID: 3, Article: { ...NOTE.Article, CommunicationChannel: 'Email' } });
    expect(await entries(3)).toMatchObject({ HistoryType: 'AddNote', Name: '%%GenericInterface Note' });
    const { TicketID } = (await call('/TicketCreate', { ...ALICE, Ticket: ticket, ...NOTE })) as { TicketID: string }; // as recorded
    expect(await entries(TicketID)).toMatchObject({ HistoryType: 'NewTicket', Name: '%%GenericInterface Create' });
  });

  test('cannot be of a type that does not exist', async () => {
    const articles = otobo.helpdesk.ticket(3).articles.length;
    const body = { ...ALICE, TicketID: 3, Article: { ...NOTE.Article, HistoryType: 'Gossip' } };
    expect(await outcome('/TicketUpdate', body)).toBe('TicketUpdate.InvalidParameter');
    expect(otobo.helpdesk.ticket(3).articles).toHaveLength(articles);
  });
});

describe('the web services', () => {
  test('that were recorded have the routes of the configuration that was in force', () => {
    const yaml = readFileSync(join(__dirname, '../../fixtures/otobo/webservices/TicketProvider.yml'), 'utf8');
    const configured = [...yaml.matchAll(/RequestMethod:\s+- (\w+)\s+Route: (\S+)/g)].map(([, method, path]) => `${method} ${path}`);
    expect(configured).toHaveLength(10);
    expect(WEB_SERVICES.TicketProvider?.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(configured.sort());
  });

  test('an unknown one is 500 and empty', async () => {
    const { status, body } = await webRequest(otobo.url, { method: 'POST', path: `${PROVIDER_PATH}Nope/Session`, body: ALICE });
    expect({ status, body }).toEqual({ status: 500, body: '' });
  });

  test('the app’s own knows no GET, so that credentials stay out of addresses', async () => {
    const { status } = await webRequest(otobo.url, {
      method: 'GET',
      path: `${PROVIDER_PATH}RocketChat/TicketGet?UserLogin=alice&Password=alice-pw&TicketID=3`,
    });
    expect(status).toBe(500);
  });

  test('keep a list of their calls', async () => {
    await call('/TicketGet', { ...(await logIn()), TicketID: 3 });
    expect(otobo.calls).toEqual(['POST /Session', 'POST /TicketGet']);
  });

  test('cut the connection during an outage, and are back after it', async () => {
    otobo.away = true;
    await expect(logIn()).rejects.toThrow('socket hang up');
    otobo.away = false;
    expect(await outcome('/Session', ALICE)).toBe('fine');
  });

  test('do what they are asked, but cut the connection instead of answering, when they break after writing', async () => {
    otobo.breakAfterWriting = true;
    const body = { ...ALICE, TicketID: 3, Article: { ...NOTE.Article, HistoryComment: 'rc:1' } };
    await expect(call('/TicketUpdate', body)).rejects.toThrow('socket hang up');
    const history = JSON.stringify(await call('/TicketHistoryGet', { ...ALICE, TicketID: 3 }));
    expect(history.match(/rc:1/g)).toHaveLength(1);
    expect(await outcome('/TicketUpdate', { ...body, TicketID: 99 })).toBe('TicketUpdate.AccessDenied');
    const ticket = { Title: 'New', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1' };
    await expect(call('/TicketCreate', { ...ALICE, Ticket: ticket, ...NOTE })).rejects.toThrow('socket hang up');
    expect(await call('/TicketSearch', { ...ALICE, Title: 'New' })).toEqual({ TicketID: ['7'] });
  });

  test('answer late when they are slow', async () => {
    otobo.slowMs = 1_000;
    const slow = outcome('/Session', ALICE);
    while (otobo.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const quick = webRequest(otobo.url, { method: 'GET', path: '/playground/agents' }).then(() => 'a later request that is not slowed');
    expect(await Promise.race([slow, quick])).toBe('a later request that is not slowed');
    expect(await slow).toBe('fine');
  });
});
