import { error, FRESH, PRINTER, SALARIES, SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('the people of a ticket', () => {
  test('come once each, with all their roles', async () => {
    const { People, ...rest } = await sample.call('TicketPeople', { TicketID: PRINTER });
    expect(rest).toEqual({
      PeopleComplete: 1,
      SystemAddresses: ['support@helpdesk.test', 'management@helpdesk.test'],
      APIUser: 'rcapi',
    });
    expect(People).toContainEqual({
      Type: 'Agent',
      Login: 'alice',
      Email: 'alice@helpdesk.test',
      Name: 'Alice Adler',
      Roles: ['Owner', 'Involved'],
    });
    expect(People).toContainEqual({ Type: 'Address', Email: 'cust1@customer.test', Name: 'Jürgen Groß', Roles: ['From'] });
    expect(People).toContainEqual({ Type: 'Address', Email: 'dave@helpdesk.test', Name: '', Roles: ['InternalTo'] });
  });

  test('are counted when they are too many', async () => {
    const to = Array.from({ length: 400 }, (_, index) => `p${index}@many.test`).join(', ');
    const ticket = sample.otobo.helpdesk.ticket(FRESH);
    const draft = {
      channel: 'Email',
      senderType: 'customer',
      visibleForCustomer: true,
      from: 'x@many.test',
      to,
      subject: 's',
      body: 'b',
    } as const;
    sample.otobo.helpdesk.addArticle(ticket, draft, { by: sample.otobo.helpdesk.agent('alice') });
    const { People, PeopleComplete, PeopleOmitted } = await sample.call('TicketPeople', { TicketID: FRESH });
    expect(People).toHaveLength(300);
    expect({ PeopleComplete, PeopleOmitted }).toEqual({ PeopleComplete: 0, PeopleOmitted: 401 + 2 - 300 }); // the owner and alice are agents
  });

  test.each([
    ['without a ticket', {}, 'TicketPeople.MissingParameter', 'TicketPeople: TicketID parameter is missing!'],
    [
      'of a ticket that does not exist',
      { TicketID: 99 },
      'TicketPeople.AccessDenied',
      'TicketPeople: User does not have access to the ticket!',
    ],
    [
      'of a ticket that the account does not see',
      { TicketID: SALARIES, UserLogin: 'carol', Password: 'carol-pw' },
      'TicketPeople.AccessDenied',
      'TicketPeople: User does not have access to the ticket!',
    ],
  ])('are not told %s', async (_what, body, code, message) => {
    expect(await sample.call('TicketPeople', body)).toEqual(error(code, message));
  });
});
