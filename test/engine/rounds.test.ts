import { countRounds, type SandboxCall } from '../../playground/rocketchat/host';
import { type AppUnderTest, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

/** What the design allows, in rounds of sandbox-to-host calls, warm and without conflict. */
const NEW_ROOM = 6;
const REPEAT = 2;
const PER_REFUSAL = 2;
/** As measured. */
const TOLD = 11;

async function callsOf(app: AppUnderTest, request: () => Promise<unknown>): Promise<SandboxCall[]> {
  const [instance] = app.rocketChat.instances;
  if (!instance) throw new Error('There is no instance.');
  const trace = await instance.trace();
  await request();
  return trace.stop();
}

describe('the rounds of tickets/open', () => {
  const app = withApp();
  const crowd = Array.from({ length: 50 }, (_, at) => `agent${at}`);
  beforeAll(async () => {
    await addPeople(app(), [...crowd, 'alice', 'bob', 'carol', 'dave', 'cust1']);
    await app().open(ticketBody()); // warm: settings, key and app user are known from here on
  });
  const bodies: [string, () => Record<string, unknown>][] = [
    [
      '5 people',
      () => ticketBody(['alice', 'bob', 'carol', 'dave'].map((name) => person(name, 'Involved')).concat(person('cust1', 'Customer'))),
    ],
    ['50 people', () => ticketBody([person('alice', 'Owner'), ...crowd.slice(1).map((name) => person(name, 'Involved'))])],
  ];

  test.each(bodies)('for a new room with %s are within the budget', async (_size, make) => {
    const body = make();
    const calls = await callsOf(app(), () => app().open(body));
    expect(countRounds(calls).host).toBeLessThanOrEqual(NEW_ROOM);
    expect(countRounds(calls).http).toBe(0);
  });

  test.each(bodies)('for a repeat without change with %s are within the budget', async (_size, make) => {
    const body = make();
    await app().open(body);
    const calls = await callsOf(app(), () => app().open(body));
    expect(countRounds(calls).host).toBeLessThanOrEqual(REPEAT);
  });

  test('grow by no more than two for an owner who may not create rooms, and for a taken name', async () => {
    app().workspace.updateUser('bob', { roles: ['user', 'creator'] });
    app().workspace.permissions.set('create-p', ['creator', 'app']);
    const refused = await callsOf(app(), () => app().open(ticketBody()));
    app().workspace.permissions.set('create-p', ['admin', 'user', 'bot', 'app']);
    expect(countRounds(refused).host).toBeLessThanOrEqual(NEW_ROOM + PER_REFUSAL);

    await app().rocketChat.setAppSetting('name_taken', 'next');
    await app().open(ticketBody());
    const body = ticketBody();
    await app().workspace.createPrivateGroup('dave', { name: `ticket-${body.Ticket.TicketNumber}` });
    const taken = await callsOf(app(), () => app().open(body));
    expect(countRounds(taken).host).toBeLessThanOrEqual(NEW_ROOM + PER_REFUSAL);
  });

  test('for a change that is told are as many as the document of the architecture says', async () => {
    const { Ticket, ...body } = ticketBody();
    await app().open({ ...body, Ticket });
    const changed = { ...body, Event: 'TicketStateUpdate', Ticket: { ...Ticket, State: 'new' } };
    const calls = await callsOf(app(), () => app().post('tickets/sync', changed));
    expect(countRounds(calls)).toMatchObject({ host: TOLD, http: 0 });
    const repeated = await callsOf(app(), () => app().post('tickets/sync', changed));
    expect(countRounds(repeated).host).toBeLessThanOrEqual(REPEAT);
  });
});
