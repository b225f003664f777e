import { error, PRINTER, SALARIES, SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('what an agent may do', () => {
  test('is said with who they are, and in which zone all times are', async () => {
    expect(await sample.call('AgentAccess', { Email: 'bob@helpdesk.test', Permission: 'rw', TicketID: [PRINTER, SALARIES] })).toEqual({
      Login: 'bob',
      Name: 'Bob Böhm',
      Email: 'bob@helpdesk.test',
      TimeZone: 'UTC',
      Access: { [PRINTER]: 1, [SALARIES]: 1 },
    });
  });

  test.each([
    ['read', 'ro', 'dave', PRINTER, 1],
    ['write notes', 'note', 'dave', PRINTER, 1],
    ['not change what needs rw', 'rw', 'dave', PRINTER, 0],
    ['not give it away', 'owner', 'dave', PRINTER, 0],
    ['do all with rw', 'priority', 'carol', PRINTER, 1],
    ['not even read in another queue', 'ro', 'carol', SALARIES, 0],
    ['do nothing with a ticket that does not exist', 'ro', 'alice', 99, 0],
    ['do nothing with a ticket’s number for its id', 'ro', 'alice', 'x', 0],
  ])('%s', async (_what, Permission, Login, TicketID, expected) => {
    expect((await sample.call('AgentAccess', { Login, Permission, TicketID })).Access).toEqual({ [TicketID]: expected });
  });

  test.each([
    ['create', 'alice', 'Management', 1],
    ['create', 'carol', 'Management', 0],
    ['move_into', 'dave', 'Support', 0],
    ['create', 'alice', 'Nowhere', 0],
  ])('%s in a queue: %s in %s', async (Permission, Login, Queue, expected) => {
    expect(await sample.call('AgentAccess', { Login, Permission, Queue })).toMatchObject({ Access: {}, QueueAccess: expected });
  });

  test.each([
    ['no permission', {}, 'MissingParameter', 'Permission parameter is missing'],
    ['a permission that there is not', { Permission: 'fly' }, 'InvalidParameter', 'Permission parameter is invalid'],
    ['a permission that no queue has', { Permission: 'ro', Queue: 'Support' }, 'InvalidParameter', 'Permission parameter is invalid'],
    ['a list that there is not', { Permission: 'ro', Options: ['Weather'] }, 'InvalidParameter', 'Options parameter is invalid'],
    ['the owners of a new ticket', { Permission: 'create', Options: ['Owner'] }, 'InvalidParameter', 'Options parameter is invalid'],
  ])('is not said for %s', async (_what, body, code, message) => {
    const answer = await sample.call('AgentAccess', { Login: 'alice', ...body });
    expect(answer).toEqual(error(`AgentAccess.${code}`, `AgentAccess: ${message}!`));
  });
});

describe('what an agent may choose', () => {
  const options = async (body: object): Promise<unknown> => (await sample.call('AgentAccess', { Permission: 'ro', ...body })).Options;

  test('is listed for a ticket, and only what was asked for', async () => {
    expect(await options({ Login: 'carol', TicketID: PRINTER, Options: ['Priority', 'Queue'] })).toEqual({
      Priority: ['1 very low', '2 low', '3 normal', '4 high', '5 very high'],
      Queue: ['Support'],
    });
  });

  test('names types only while OTOBO shows them', async () => {
    expect(await options({ Login: 'carol', Options: ['Type'] })).toEqual({ Type: ['Unclassified', 'Incident', 'Service request'] });
    sample.otobo.helpdesk.typesShown = false;
    expect(await options({ Login: 'carol', Options: ['Type'] })).toEqual({});
  });

  test('names states with their type, and none that come with removing or merging', async () => {
    const { State } = (await options({ Login: 'carol', TicketID: PRINTER, Options: 'State' })) as {
      State: { Name: string; Type: string }[];
    }; // as asked for
    expect(State).toContainEqual({ Name: 'pending auto close+', Type: 'pending auto' });
    expect(State.map(({ Name }) => Name)).not.toEqual(expect.arrayContaining([expect.stringMatching(/removed|merged/)]));
  });

  test('names as owners whoever may own tickets of that queue', async () => {
    const logins = async (TicketID: number): Promise<string[]> => {
      const { Owner } = (await options({ Login: 'alice', TicketID, Options: ['Owner'] })) as { Owner: { Login: string }[] }; // as asked for
      return Owner.map(({ Login }) => Login);
    };
    expect(await logins(PRINTER)).toEqual(['root@localhost', 'alice', 'bob', 'carol', 'rcapi']);
    expect(await logins(SALARIES)).toEqual(['root@localhost', 'alice', 'bob', 'rcapi']);
  });

  test('is about the queues where tickets may be made when no ticket is named, about those to move to when one is', async () => {
    sample.addAgent('eve', 'eve@helpdesk.test', { Support: ['ro', 'move_into'], Management: ['create'] });
    expect(await options({ Login: 'eve', Options: ['Queue'] })).toEqual({ Queue: ['Management'] });
    expect(await options({ Login: 'eve', TicketID: PRINTER, Options: ['Queue'] })).toEqual({ Queue: ['Support'] });
  });

  test('is not said about a ticket that the agent does not see', async () => {
    expect(await options({ Login: 'carol', TicketID: SALARIES, Options: ['State', 'Owner'] })).toEqual({});
  });
});
