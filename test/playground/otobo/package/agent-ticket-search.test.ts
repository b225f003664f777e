import { error, FRESH, INVOICES, MIGRATION, PRINTER, SALARIES, SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('an agent’s search', () => {
  const search = async (body: object): Promise<{ Total: number; Ticket: { TicketID: number }[] }> =>
    (await sample.call('AgentTicketSearch', body)) as { Total: number; Ticket: { TicketID: number }[] }; // checked by what follows
  const found = async (body: object): Promise<number[]> => (await search(body)).Ticket.map(({ TicketID }) => TicketID);

  test('finds what the agent sees, not what the app’s account sees', async () => {
    expect(await found({ Login: 'alice' })).toContain(SALARIES);
    expect(await found({ Login: 'dave' })).not.toContain(SALARIES);
  });

  test('says of each ticket what a list shows', async () => {
    const answer = await sample.call('AgentTicketSearch', { Login: 'bob', Owned: 1 });
    const { number, changedAt } = sample.otobo.helpdesk.ticket(MIGRATION);
    expect(answer).toEqual({
      Login: 'bob',
      Name: 'Bob Böhm',
      Total: 1,
      Ticket: [
        {
          TicketID: MIGRATION,
          TicketNumber: number,
          Title: 'Move mail server to the new rack',
          Queue: 'Support',
          State: 'open',
          StateType: 'open',
          Priority: '3 normal',
          Owner: 'bob',
          Changed: new Date(changedAt).toISOString().slice(0, 19).replace('T', ' '),
        },
      ],
    });
  });

  test.each([
    ['words of title and article together, whatever their order and case', 'küche DRUCKER', [PRINTER]],
    ['a word of an internal article', 'keys', [MIGRATION]],
    ['a part of a word', 'wartungs', [PRINTER]],
    ['words of which one is nowhere', 'drucker banana', []],
  ])('finds by %s', async (_what, Fulltext, expected) => {
    expect(await found({ Login: 'alice', Fulltext })).toEqual(expected);
  });

  test('finds by a part of the number', async () => {
    expect(await found({ Login: 'alice', Fulltext: sample.otobo.helpdesk.ticket(INVOICES).number.slice(2) })).toEqual([INVOICES]);
  });

  test('leaves out closed tickets when only open ones are wanted, and keeps those that wait', async () => {
    sample.otobo.helpdesk.set(sample.otobo.helpdesk.ticket(FRESH), 'state', 'closed successful', {
      by: sample.otobo.helpdesk.agent('alice'),
    });
    const open = await found({ Login: 'carol', Open: 1 });
    expect(open.sort()).toEqual([PRINTER, INVOICES, MIGRATION]);
    expect(await found({ Login: 'carol' })).toContain(FRESH);
  });

  test('has what was changed last in front, and counts what is beyond the limit', async () => {
    sample.clock.advance(60_000);
    sample.otobo.helpdesk.set(sample.otobo.helpdesk.ticket(INVOICES), 'priority', '4 high', { by: sample.otobo.helpdesk.agent('alice') });
    expect(await search({ Login: 'alice', Limit: 1 })).toMatchObject({ Total: 5, Ticket: [{ TicketID: INVOICES }] });
  });

  test('gives 20 tickets where no limit is named, and never more than 100', async () => {
    const by = sample.otobo.helpdesk.agent('alice');
    const draft = { title: 't', queue: 'Support', state: 'new', priority: '3 normal', owner: 'alice', responsible: 'alice', by };
    for (let count = 0; count < 120; count++) sample.otobo.helpdesk.createTicket(draft);
    expect((await search({ Login: 'alice' })).Ticket).toHaveLength(20);
    expect((await search({ Login: 'alice', Limit: 500 })).Ticket).toHaveLength(100);
  });

  test.each([0, -1, 'many', 1.5])('is refused with the limit %s', async (Limit) => {
    expect(await sample.call('AgentTicketSearch', { Login: 'alice', Limit })).toEqual(
      error('AgentTicketSearch.InvalidParameter', 'AgentTicketSearch: Limit parameter is invalid!'),
    );
  });
});
