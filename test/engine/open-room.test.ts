import { cardsIn, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

describe('a ticket that is opened', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('gets a private room with its people in it, owned by its owner, with announcement, topic and card', async () => {
    const body = ticketBody([
      person('alice', 'Owner'),
      person('bob', 'Responsible'),
      person('carol', 'Involved'),
      person('cust1', 'Customer'),
    ]);
    const { status, body: answer } = await app().open(body);
    expect(status).toBe(200);
    expect(answer.Result).toBe('created');

    const { TicketID: id, TicketNumber: number } = body.Ticket;
    const room = app().workspace.room(`ticket-${number}`);
    expect(room).toMatchObject({
      t: 'p',
      name: `ticket-${number}`,
      fname: `${number} Printer 1 is burning`,
      u: { username: 'alice' },
      ro: false,
      topic: `${number} Printer 1 is burning`,
      announcement: expect.stringContaining(`TicketID=${id}`) as string,
      sysMes: ['uj', 'ul', 'au', 'ru'],
      unmuted: ['otobo.bot'],
      customFields: { otobo: { v: 1, ticketId: id, ticketNumber: number, sig: expect.any(String) as string } },
    });
    expect(
      app()
        .workspace.members(room?._id ?? '')
        .sort(),
    ).toEqual(['alice', 'bob', 'carol', 'cust1']);
    expect(cardsIn(app(), room)).toHaveLength(1);
    expect(app().workspace.messages(room?._id ?? '')).toHaveLength(1);
  });

  test('is answered so that OTOBO can store the link by itself, and with everybody in exactly one list', async () => {
    const body = ticketBody(
      [person('alice', 'Owner'), person('zoe', 'Responsible'), person('rcapi', 'Involved'), person('cust1', 'Customer')],
      { APIUser: 'rcapi' },
    );
    const { body: answer } = await app().open(body);
    const room = app().workspace.room(`ticket-${body.Ticket.TicketNumber}`);
    const url = `${app().rocketChat.url}/group/ticket-${body.Ticket.TicketNumber}`;
    expect(answer).toEqual({
      Result: 'created',
      Room: {
        ID: room?._id,
        Name: `ticket-${body.Ticket.TicketNumber}`,
        URL: url,
        Owner: { Username: 'alice', Source: 'Owner', Tried: [] },
      },
      Members: {
        Added: [
          { Login: 'alice', Email: 'alice@corp.test', Name: 'alice', Type: 'Agent', Roles: ['Owner'], Username: 'alice' },
          { Login: 'cust1', Email: 'cust1@corp.test', Name: 'cust1', Type: 'Customer', Roles: ['Customer'], Username: 'cust1' },
        ],
        Present: [],
        Unresolved: [{ Login: 'zoe', Email: 'zoe@corp.test', Name: 'zoe', Type: 'Agent', Roles: ['Responsible'], Reason: 'no_account' }],
        Skipped: [{ Login: 'rcapi', Email: 'rcapi@corp.test', Name: 'rcapi', Type: 'Agent', Roles: ['Involved'], Reason: 'api_user' }],
      },
      Actions: [
        {
          Type: 'CreateRoom',
          Name: `ticket-${body.Ticket.TicketNumber}`,
          DisplayName: `${body.Ticket.TicketNumber} Printer 1 is burning`,
          Owner: 'alice',
          Announced: true,
        },
        { Type: 'RememberAdded' },
        { Type: 'PostCard', Guarded: true },
        { Type: 'WriteLink' },
        { Type: 'StartWaiting' },
        { Type: 'RememberTold' },
      ],
      Ticket: {
        DynamicField: [
          { Name: 'RocketChatURL', Value: url },
          { Name: 'RocketChatRoomID', Value: room?._id },
        ],
      },
      RequestID: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  test('a second time changes nothing and brings the link again', async () => {
    const body = ticketBody();
    const first = await app().open(body);
    const before = app().workspace.snapshot();
    const second = await app().open(body);
    expect(second.body).toMatchObject({
      Result: 'existing',
      Room: { ID: first.body.Room?.ID, Owner: { Username: 'alice', Source: 'Existing' } },
      Ticket: first.body.Ticket,
      Actions: [],
    });
    expect(second.body.Members?.Present.map(({ Username }) => Username)).toEqual(['alice', 'bob', 'carol']);
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('again with somebody new brings them in', async () => {
    const body = ticketBody();
    await app().open(body);
    const { body: answer } = await app().open({ ...body, People: [person('alice', 'Owner'), person('dave', 'Involved')] });
    expect(answer.Result).toBe('repaired');
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['dave']);
    expect(answer.Members?.Present.map(({ Username }) => Username)).toEqual(['alice']);
    expect(
      app()
        .workspace.members(answer.Room?.ID ?? '')
        .sort(),
    ).toEqual(['alice', 'bob', 'carol', 'dave']);
  });

  test('as a dry run is only planned, and nothing is written', async () => {
    const body = ticketBody();
    const before = app().workspace.snapshot();
    const { body: answer } = await app().open({ ...body, DryRun: true });
    expect(answer).toMatchObject({
      Result: 'planned',
      Room: { Name: `ticket-${body.Ticket.TicketNumber}`, Owner: { Username: 'alice', Source: 'unverified', Tried: [] } },
      Actions: [{ Type: 'CreateRoom' }],
    });
    expect(answer.Room).not.toHaveProperty('ID');
    expect(answer).not.toHaveProperty('Ticket');
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['alice', 'bob', 'carol']);
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('as a dry run of an existing room says who would come in', async () => {
    const body = ticketBody();
    await app().open(body);
    const before = app().workspace.snapshot();
    const { body: answer } = await app().open({ ...body, People: [person('alice', 'Owner'), person('dave', 'Involved')], DryRun: 1 });
    expect(answer).toMatchObject({
      Result: 'planned',
      Actions: [{ Type: 'AddMember', Username: 'dave' }],
      Members: { Added: [{ Username: 'dave' }], Present: [{ Username: 'alice' }] },
    });
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('with text that would mean something to Rocket.Chat shows it as text', async () => {
    const body = ticketBody();
    const title = '@all [x](javascript:alert(1)) \u202Egnp.exe #general';
    const { body: answer } = await app().open({ ...body, Ticket: { ...body.Ticket, Title: title, Queue: '@here' } });
    const room = app().workspace.room(answer.Room?.ID ?? '');
    const shown = JSON.stringify([room?.topic, room?.announcement, app().workspace.messages(room?._id ?? '')]);
    expect(shown).not.toMatch(/@(all|here)|\]\(javascript|#general|\u202E/);
    expect(room?.fname).not.toContain('\u202E');
  });
});

describe('the status of a ticket', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('names the room, who is in it and who is missing', async () => {
    const body = ticketBody();
    const opened = await app().open(body);
    app().workspace.leave('carol', opened.body.Room?.ID ?? '');
    const { body: answer } = await app().post('tickets/status', {
      ...body,
      People: [...(body.People as object[]), person('zoe', 'Involved')],
    });
    expect(answer).toMatchObject({ Result: 'found', Room: { ID: opened.body.Room?.ID }, Members: { Added: [], Skipped: [] } });
    expect(answer.Members?.Present.map(({ Username }) => Username)).toEqual(['alice', 'bob']);
    expect(answer.Members?.Unresolved.map(({ Login, Reason }) => [Login, Reason])).toEqual([
      ['carol', 'not_in_room'],
      ['zoe', 'no_account'],
    ]);
  });

  test('names everybody in the room, even those whom the request does not', async () => {
    const body = ticketBody();
    const opened = await app().open(body);
    await app().workspace.invite('dave', opened.body.Room?.ID ?? '');
    const { body: answer } = await app().post('tickets/status', { ...body, People: [person('alice', 'Owner')] });
    expect(answer.Room).toMatchObject({ Members: ['alice', 'bob', 'carol', 'dave'] });
    expect(answer.Members?.Present.map(({ Username }) => Username)).toEqual(['alice']);
  });

  test('says that there is no room', async () => {
    const { body: answer } = await app().post('tickets/status', ticketBody());
    expect(answer.Result).toBe('none');
    expect(answer).not.toHaveProperty('Room');
  });
});

describe('a look-up of people', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('says who has an account', async () => {
    const { body: answer } = await app().post('people/lookup', {
      People: [person('alice', 'Owner'), { Email: 'nobody@corp.test', Type: 'Customer' }],
    });
    expect(answer.Members?.Present.map(({ Username }) => Username)).toEqual(['alice']);
    expect(answer.Members?.Unresolved.map(({ Email, Reason }) => [Email, Reason])).toEqual([['nobody@corp.test', 'no_account']]);
  });
});
