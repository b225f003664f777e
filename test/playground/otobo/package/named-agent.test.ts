import { error, PRINTER, SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('who the agent is', () => {
  const named = async (who: object): Promise<unknown> => {
    const answer = await sample.call('AgentAccess', { ...who, Permission: 'ro' });
    return answer.Login ?? answer.Error;
  };
  const UNKNOWN = { ErrorCode: 'AgentAccess.AgentUnknown', ErrorMessage: 'AgentAccess: No valid agent has this login or address!' };
  const AMBIGUOUS = { ErrorCode: 'AgentAccess.AgentAmbiguous', ErrorMessage: 'AgentAccess: More than one valid agent has this address!' };

  test.each([
    ['a login', { Login: 'alice' }, 'alice'],
    ['a login in another case, as when they log in', { Login: 'Alice' }, 'alice'],
    ['an address in any case', { Email: 'ALICE@helpdesk.test' }, 'alice'],
    ['several addresses, of which one is known', { Email: ['alice@helpdesk.test', 'alice@home.test'] }, 'alice'],
    ['an unknown login', { Login: 'zoe' }, UNKNOWN],
    ['an unknown address', { Email: 'zoe@helpdesk.test' }, UNKNOWN],
    ['a customer’s address', { Email: 'cust1@customer.test' }, UNKNOWN],
    ['addresses of two agents', { Email: ['alice@helpdesk.test', 'bob@helpdesk.test'] }, AMBIGUOUS],
    ['the login of the app’s own account', { Login: 'rcapi' }, UNKNOWN],
    ['the address of the app’s own account', { Email: 'rcapi@helpdesk.test' }, UNKNOWN],
    ['nothing', {}, { ErrorCode: 'AgentAccess.MissingParameter', ErrorMessage: 'AgentAccess: Login or Email parameter is missing!' }],
  ])('is told by %s', async (_what, who, expected) => {
    expect(await named(who)).toEqual(expected);
  });

  test('is nobody when two agents share the address', async () => {
    sample.addAgent('alice2', 'Alice@helpdesk.test');
    expect(await named({ Email: 'alice@helpdesk.test' })).toEqual(AMBIGUOUS);
    expect(await named({ Login: 'alice2' })).toBe('alice2');
  });

  test.each(['AgentTicketSearch', 'Reply'])('is asked by %s in the same way', async (operation) => {
    const body = { Email: 'zoe@helpdesk.test', TicketID: PRINTER, Subject: 's', Body: 'b' };
    expect(await sample.call(operation, body)).toEqual(
      error(`${operation}.AgentUnknown`, `${operation}: No valid agent has this login or address!`),
    );
  });
});
