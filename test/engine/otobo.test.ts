import { Clock } from '../../playground/clock';
import { type Otobo, startOtobo } from '../../playground/otobo';
import type { Invoker } from '../../playground/otobo/requester/web-service';
import { recorded } from '../fixtures/recordings';
import { seedRecordedWorld } from '../playground/otobo/recorded-world';
import { SetTime } from '../playground/otobo/set-time';
import type { AppUnderTest } from './otobo-app';
import { type Answer, SECRET, startApp } from './otobo-app';
import { addPeople, person } from './people';

/** The app with an OTOBO that has the tickets of the recordings. */
function withBoth(): { app: () => AppUnderTest; otobo: () => Otobo; time: SetTime } {
  let app: AppUnderTest | undefined;
  let otobo: Otobo | undefined;
  const time = new SetTime('2026-11-23 01:00:00');
  beforeAll(async () => {
    otobo = await startOtobo({ clock: time });
    seedRecordedWorld(otobo, time);
    app = await startApp({ clock: new Clock() });
    await addPeople(app);
    await connect(app, otobo);
  }, 30_000);
  afterAll(async () => {
    await Promise.all([app?.rocketChat.stop(), otobo?.stop()]);
  });
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('It did not start.');
    return one;
  };
  return { app: () => started(app), otobo: () => started(otobo), time };
}

async function connect(app: AppUnderTest, otobo: Otobo): Promise<void> {
  const settings = {
    otobo_url: otobo.webServiceUrl,
    otobo_webservice: 'RocketChat',
    otobo_login: 'rcapi',
    otobo_password: 'rcapi-pw',
    discovery: 'both',
  };
  for (const [id, value] of Object.entries(settings)) await app.rocketChat.setAppSetting(id, value);
}

const names = (answer: Answer, list: 'Added' | 'Present' | 'Unresolved' | 'Skipped'): unknown[] =>
  answer.body.Members?.[list].map(({ Username, Login, Email, Reason }) => Username ?? [Login ?? Email, Reason]) ?? [];

describe('what a real OTOBO has sent, posted to tickets/open', () => {
  const { app, otobo } = withBoth();
  const post = (recording: string): Promise<Answer> => app().open(recorded(recording)[0]?.body);

  test('by TicketCreate opens the room with the people it names', async () => {
    const answer = await post('create');
    expect(answer.body).toMatchObject({
      Result: 'created',
      Room: { Name: 'ticket-2026112310000075', Owner: { Username: 'carol', Source: 'Owner' } },
    });
    expect(names(answer, 'Added')).toEqual(['carol', 'dave', 'cust1']);
    expect(names(answer, 'Skipped')).toEqual([['cust1@customer.example', 'role_excluded']]);
  });

  test('by TicketCreate of the service account leaves that account out, and the app owns the room', async () => {
    const answer = await post('create_dfresp');
    expect(answer.body).toMatchObject({
      Result: 'created',
      Room: { Name: 'ticket-2026112310000084', Owner: { Username: 'otobo.bot', Source: 'App' } },
    });
    expect(names(answer, 'Added')).toEqual(['cust1']);
    expect(names(answer, 'Skipped')).toContainEqual(['rcapi', 'api_user']);
  });

  test('by TicketUpdate without the id finds it by the number', async () => {
    const answer = await post('owner');
    expect(answer.body).toMatchObject({ Result: 'created', Room: { Name: 'ticket-2026112310000011', Owner: { Username: 'carol' } } });
    expect(names(answer, 'Added')).toEqual(['bob', 'carol', 'cust1']);
    expect(app().workspace.room('ticket-2026112310000011')?.customFields?.otobo).toMatchObject({ ticketId: '2' });
  });

  test('by an article event, a state event and a field event of the same ticket leads to the same room', async () => {
    const roomId = app().workspace.room('ticket-2026112310000011')?._id;
    for (const recording of ['article', 'state', 'df']) {
      const answer = await post(recording);
      expect(answer.body).toMatchObject({ Room: { ID: roomId } });
    }
  });

  test('of a ticket that OTOBO does not know, or does not show, is refused alike', async () => {
    const refusals = [
      await app().open({ TicketID: 99 }),
      await app().open({ TicketNumber: '999' }),
      await app().open({ TicketNumber: '2026112310%' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.Result, body.Error?.ErrorCode])).toEqual(
      refusals.map(() => [200, 'refused', 'ticket_not_found']),
    );
  });

  test('is completed with one session, whoever asks and however many at once', async () => {
    const { length } = otobo().calls;
    await app().rocketChat.setAppSetting('otobo_login', 'rcapi'); // whatever is saved, the session is forgotten
    await Promise.all([1, 2, 3, 4, 5].map(() => app().post('tickets/status', { TicketID: 3 })));
    const calls = otobo().calls.slice(length);
    expect(calls.filter((call) => call === 'POST /Session')).toHaveLength(1);
    expect(calls.filter((call) => call === 'POST /TicketGet')).toHaveLength(5);
  });

  test('with links for agents and for customers made from the address of OTOBO', async () => {
    const answer = await app().open({ Event: 'TicketStateUpdate', TicketID: '4' });
    const room = app().workspace.room(answer.body.Room?.ID ?? '');
    expect(room?.announcement).toContain(`${otobo().url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=4`);
    expect(JSON.stringify(app().workspace.messages(room?._id ?? ''))).toContain(
      'customer.pl?Action=CustomerTicketZoom;TicketNumber=2026112310000039',
    );
  });
});

describe('an OTOBO that does not answer as it should', () => {
  const { app, otobo, time } = withBoth();
  afterEach(async () => {
    otobo().away = false;
    await connect(app(), otobo());
  });
  const open = (): Promise<Answer> => app().open({ Event: 'TicketStateUpdate', TicketID: '2' });

  test('away: the caller is told to come again', async () => {
    otobo().away = true;
    const answer = await open();
    expect(answer).toMatchObject({ status: 503, body: { Error: { ErrorCode: 'otobo_unreachable' } } });
    expect(answer.headers.get('retry-after')).toBe('30');
  });

  test.each([
    ['otobo_password', 'wrong', 'otobo_login_failed'],
    ['otobo_webservice', 'Nope', 'otobo_misconfigured'],
    ['otobo_url', 'OTOBO/otobo/wrong.pl', 'otobo_misconfigured'],
  ])('with a wrong %s: the agent reads what the admin has to do', async (setting, value, code) => {
    await app().rocketChat.setAppSetting(setting, value.replace('OTOBO', otobo().url));
    const answer = await open();
    expect(answer).toMatchObject({ status: 200, body: { Result: 'refused', Error: { ErrorCode: code } } });
    expect(answer.text).not.toMatch(/rcapi-pw|wrong|SessionID/);
    expect(JSON.stringify(app().rocketChat.logs()).includes('rcapi-pw')).toBe(false);
  });

  test('with a session that has ended: a new one is opened once', async () => {
    await open();
    const { length } = otobo().calls;
    time.set('2026-11-23 09:00:00'); // sessions end after two idle hours
    expect((await open()).body.Room?.Name).toBe('ticket-2026112310000011');
    // Ticket and people are asked for side by side, and share the one login.
    expect(otobo().calls.slice(length).sort()).toEqual(
      ['POST /TicketGet', 'POST /TicketPeople', 'POST /Session', 'POST /TicketGet', 'POST /TicketPeople'].sort(),
    );
  });
});

describe("OTOBO's built-in invoker", () => {
  const { app, otobo } = withBoth();

  test('stores the room link in the ticket by itself, from the answer', async () => {
    const { origin, pathname } = new URL(app().rocketChat.app().endpoint('tickets/open'));
    const invoker: Invoker = {
      name: 'Open',
      type: 'Ticket::TicketCreate',
      events: [],
      controller: pathname,
      command: 'POST',
      requestTicketFields: ['Title', 'Queue', 'State', 'Owner', 'Responsible', 'CustomerUser'],
      dynamicFieldList: ['RocketChatURL', 'RocketChatRoomID'],
    };
    otobo().requester.services.push({
      host: origin,
      timeoutMs: 5000,
      authentication: { user: 'otobo', password: SECRET },
      headers: {},
      invokers: [invoker],
    });
    const result = await otobo().requester.run('Open', { event: 'TicketCreate', eventData: { TicketID: 2 } });
    expect(result).toMatchObject({ Success: 1 });
    const room = app().workspace.room('ticket-2026112310000011');
    expect(Object.fromEntries(otobo().helpdesk.ticket(2).dynamicFields)).toMatchObject({
      RocketChatRoomID: room?._id,
      RocketChatURL: `${app().rocketChat.url}/group/ticket-2026112310000011`,
    });
  });

  test('gets a refusal to read, not a failed request', async () => {
    await app().rocketChat.setAppSetting('owner_missing', 'refuse');
    const before = otobo().helpdesk.ticket(3).dynamicFields.get('RocketChatRoomID');
    for (const name of ['alice', 'bob']) app().workspace.removeUser(name);
    const result = await otobo().requester.run('Open', { event: 'TicketCreate', eventData: { TicketID: 3 } });
    expect(result).toMatchObject({ Success: 1, Data: { Result: 'refused', Error: { ErrorCode: 'owner_missing' } } });
    expect(otobo().helpdesk.ticket(3).dynamicFields.get('RocketChatRoomID')).toBe(before);
  });
});

describe('people without an address', () => {
  const { app } = withBoth();

  test('are named where addresses count', async () => {
    await app().rocketChat.setAppSetting('discovery', 'email');
    const answer = await app().open(recorded('create')[0]?.body);
    expect(answer.body).toMatchObject({ Result: 'created', Room: { Owner: { Source: 'App' } } });
    expect(names(answer, 'Unresolved')).toEqual([
      ['carol', 'no_address'],
      ['dave', 'no_address'],
      ['cust1', 'no_address'],
    ]);
    expect(names(await app().open({ ...(recorded('create')[0]?.body as object), People: [person('carol', 'Owner')] }), 'Added')).toEqual([
      'carol',
    ]);
  });
});
