import { Clock } from '../../../playground/clock';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import { mailArticle } from '../../../playground/otobo/mailing';
import { packageService } from '../../../playground/otobo/requester/package-service';
import { addSampleTickets } from '../../../playground/otobo/samples';
import { Receiver, type ReceiverAnswer } from './receiver';
import { webRequest } from './web-request';

const ROOM = { Ticket: { DynamicField: [{ Name: 'RocketChatURL', Value: 'https://chat.test/group/ticket-1' }] } };
let answer: ReceiverAnswer;
let clock: Clock;
let otobo: Otobo;
let app: Receiver;

beforeEach(async () => {
  answer = { status: 200, body: JSON.stringify(ROOM) };
  app = new Receiver(() => answer);
  await app.start();
  clock = new Clock();
  otobo = await startOtobo({ clock });
  addSampleTickets(otobo);
  otobo.requester.services.push(packageService((path) => `${app.url}/api/apps/private/id/hash/${path}`, 's3cret'));
});
afterEach(async () => {
  await otobo.stop();
  await app.stop();
});

async function control(method: string, path: string, body?: object): Promise<{ status: number; content: unknown }> {
  const given = await webRequest(otobo.url, { method, path: `/playground/${path}`, body });
  return { status: given.status, content: JSON.parse(given.body) };
}

describe('by the control API', () => {
  test('all tickets are listed, and one is shown with its articles', async () => {
    const { content } = await control('GET', 'tickets');
    expect(content).toHaveLength(5);
    expect((await control('GET', 'tickets/1')).content).toMatchObject({
      Owner: 'alice',
      articles: [{ channel: 'Email' }, { from: 'Carol Castellanos' }],
    });
  });

  test('a click on "Open Rocket.Chat room" asks the app, and the link lands in the ticket', async () => {
    const { content } = await control('POST', 'tickets/1/open-room', { by: 'bob' });
    expect(content).toEqual({ Success: 1, Data: ROOM });
    const [request] = app.take();
    expect(request).toMatchObject({ method: 'POST', path: '/api/apps/private/id/hash/tickets/open' });
    expect(request?.headers).toContainEqual(['Authorization', 'Bearer s3cret']);
    expect((await control('GET', 'tickets/1')).content).toMatchObject({
      DynamicField: { RocketChatURL: 'https://chat.test/group/ticket-1' },
    });
  });

  test('the app is told who has to do with the ticket, with addresses', async () => {
    await control('POST', 'tickets/1/open-room', { by: 'bob' });
    const body: unknown = JSON.parse(app.take()[0]?.body ?? '');
    expect(body).toMatchObject({
      Event: 'OpenRoom',
      PeopleComplete: 1,
      APIUser: 'rcapi',
      Actor: { Login: 'bob', Email: 'bob@helpdesk.test' },
      Ticket: { TicketID: 1, Title: 'Drucker im 3. Stock qualmt', Owner: 'alice' },
      URL: `${otobo.url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=1`,
    });
    const { People } = body as { People: { Email: string; Roles: string[] }[] }; // checked by what follows
    expect(People.map(({ Email, Roles }) => `${Roles.join()} ${Email}`)).toEqual(
      expect.arrayContaining([
        'Owner,Involved alice@helpdesk.test',
        'Responsible bob@helpdesk.test',
        'Involved carol@helpdesk.test',
        'Customer cust1@customer.test',
        'Cc haustechnik@partner.test',
        'InternalTo dave@helpdesk.test',
      ]),
    );
  });

  test('a failed click says so, and the ticket stays as it is', async () => {
    answer = { status: 500 };
    expect((await control('POST', 'tickets/1/open-room')).content).toMatchObject({ Success: 0 });
    expect(otobo.helpdesk.ticket(1).dynamicFields.size).toBe(0);
  });

  test('a ticket is made, changed and written to', async () => {
    const { content } = await control('POST', 'tickets', { title: 'Neu', customerUser: 'cust2', owner: 'carol', body: 'Hallo' });
    expect(content).toMatchObject({ Title: 'Neu', CustomerUserID: 'cust2', Owner: 'carol', articles: [{ body: 'Hallo' }] });
    await control('PATCH', 'tickets/6', { owner: 'alice', state: 'closed successful', dynamicFields: { RocketChatRoomID: 'R1' } });
    await control('POST', 'tickets/6/articles', { by: 'alice', subject: 'Antwort', body: 'Erledigt', visibleForCustomer: true });
    expect((await control('GET', 'tickets/6')).content).toMatchObject({
      Owner: 'alice',
      State: 'closed successful',
      DynamicField: { RocketChatRoomID: 'R1' },
      articles: [{}, { subject: 'Antwort', visibleForCustomer: true, from: 'Alice Adler' }],
    });
  });

  test.each([
    ['a ticket that does not exist', 'GET', 'tickets/99', undefined, 400, 'no ticket 99'],
    ['an agent who does not exist', 'PATCH', 'tickets/1', { owner: 'zoe' }, 400, 'no agent "zoe"'],
    ['a state that does not exist', 'PATCH', 'tickets/1', { state: 'sleeping' }, 400, 'no state "sleeping"'],
    ['a priority that does not exist', 'PATCH', 'tickets/1', { priority: 'urgent' }, 400, 'no priority "urgent"'],
    ['a queue that does not exist', 'PATCH', 'tickets/1', { queue: 'Nowhere' }, 400, 'no queue "Nowhere"'],
    ['a lock that does not exist', 'PATCH', 'tickets/1', { lock: 'chain' }, 400, 'no lock "chain"'],
    ['a route that does not exist', 'GET', 'nothing', undefined, 404, 'nothing'],
  ])('%s is refused with a sentence, and nothing changes', async (_what, method, path, body, status, sentence) => {
    const before = JSON.stringify(otobo.helpdesk.ticket(1));
    const given = await control(method, path, body);
    expect(given.status).toBe(status);
    expect((given.content as { error: string }).error).toContain(sentence);
    expect(JSON.stringify(otobo.helpdesk.ticket(1))).toBe(before);
  });

  test('an outage is switched on and off', async () => {
    const outage = { away: true, slowMs: 5, breakAfterWriting: true };
    expect((await control('PUT', 'outage', outage)).content).toEqual(outage);
    expect([otobo.away, otobo.slowMs, otobo.breakAfterWriting]).toEqual([true, 5, true]);
    await control('PUT', 'outage', {});
    expect([otobo.away, otobo.slowMs, otobo.breakAfterWriting]).toEqual([false, 0, false]);
  });

  test('the package’s operations are taken away and its events turned on, and back', async () => {
    expect((await control('PUT', 'package', { installed: false, events: true })).content).toEqual({ installed: false, events: true });
    expect([otobo.packageInstalled, otobo.requester.packageEvents]).toEqual([false, true]);
    await control('PUT', 'package', {});
    expect([otobo.packageInstalled, otobo.requester.packageEvents]).toEqual([true, false]);
  });

  test('a click on "sync" tells the app of the ticket as it is now', async () => {
    await control('POST', 'tickets/1/sync-room', { by: 'bob' });
    const [request] = app.take();
    expect(request).toMatchObject({ method: 'POST', path: '/api/apps/private/id/hash/tickets/sync' });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ Event: 'SyncRoom', Actor: { Login: 'bob' }, Ticket: { TicketID: 1 } });
  });

  test('nobody is told of changes until the package’s events are turned on', async () => {
    await control('PATCH', 'tickets/1', { owner: 'carol' });
    await control('PUT', 'package', { events: true });
    await control('PATCH', 'tickets/1', { by: 'alice', state: 'closed successful' });
    clock.advance(1000);
    await otobo.requester.idle();
    const told = app.take().map(({ path, body }) => [path, JSON.parse(body) as unknown]);
    expect(told).toEqual([
      [
        '/api/apps/private/id/hash/tickets/sync',
        expect.objectContaining({ Event: 'TicketStateUpdate', Actor: { Login: 'alice', Email: 'alice@helpdesk.test' } }),
      ],
    ]);
  });

  test('the app is not told of the sample tickets, as nothing happened to them', async () => {
    await control('PUT', 'package', { events: true });
    clock.advance(1000);
    await otobo.requester.idle();
    expect(app.take()).toEqual([]);
    await control('PATCH', 'tickets/1', { owner: 'carol' });
    clock.advance(1000);
    await otobo.requester.idle();
    expect(app.take()).toHaveLength(1);
  });

  test('the mails that were sent are listed, and an article that the customer sees is none of them', async () => {
    await control('POST', 'tickets/1/articles', { by: 'alice', subject: 'Antwort', body: 'Erledigt', visibleForCustomer: true });
    expect((await control('GET', 'mails')).content).toEqual([]);
    mailArticle(
      otobo.helpdesk,
      otobo.helpdesk.ticket(1),
      { to: 'x@customer.test', subject: 'Re', body: 'b' },
      { by: otobo.helpdesk.agent('bob') },
    );
    expect((await control('GET', 'mails')).content).toMatchObject([
      { from: '"Bob Böhm via Support" <support@helpdesk.test>', to: 'x@customer.test', body: 'b', ticketId: 1 },
    ]);
  });

  test('what was sent is listed', async () => {
    await control('POST', 'tickets/2/open-room');
    expect((await control('GET', 'deliveries')).content).toMatchObject([{ invoker: 'OpenRoom', result: { Success: 1 } }]);
  });
});
