import { error, PRINTER, SampleOtobo } from './sample-otobo';

const OPERATIONS = ['AgentAccess', 'AgentTicketSearch', 'TicketPeople', 'Reply', 'Health'];

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('every operation of the package', () => {
  test.each(OPERATIONS)('%s is refused with a wrong password, and to customers', async (operation) => {
    const refused = error(`${operation}.AuthFail`, `${operation}: Authorization failing!`);
    const body = { Login: 'alice', Permission: 'ro', TicketID: PRINTER, Subject: 's', Body: 'b' };
    expect(await sample.call(operation, { ...body, Password: 'wrong' })).toEqual(refused);
    const customer = { CustomerUserLogin: 'cust1', UserLogin: undefined, Password: 'cust1-pw' };
    expect(await sample.call(operation, { ...body, ...customer })).toEqual(refused);
    expect(sample.otobo.mails()).toEqual([]);
  });

  test.each(OPERATIONS)('%s is an unknown route while the package is not installed', async (operation) => {
    sample.otobo.packageInstalled = false;
    const { status, headers, body } = await sample.post(operation, {});
    expect({ status, type: headers['content-type'], body }).toEqual({
      status: 500,
      type: 'text/plain; charset=UTF-8',
      body: `HTTP::REST Error while determine Operation for request URI '/${operation}'.`,
    });
    expect((await sample.call('Session', {})).SessionID).toHaveLength(32);
  });

  test('takes a session for login and password', async () => {
    const { SessionID } = await sample.call('Session', {});
    const body = { SessionID, UserLogin: undefined, Password: undefined, Login: 'alice', Permission: 'ro' };
    expect(await sample.call('AgentAccess', body)).toMatchObject({ Login: 'alice' });
  });
});
