import type { Person } from '../../src/domain/person';
import type { Ticket } from '../../src/domain/ticket';
import { completeTicket, peopleOf, type TicketReference } from '../../src/usecases/complete-ticket';
import type { Otobo } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE } from './requests';

const PUBLIC_URL = 'https://help.test/otobo';

/** An OTOBO with one ticket, which finds it by its number and, like the real one, by a pattern. */
class FakeOtobo {
  readonly helpdesk = new FakeHelpdesk();
  readonly port: Otobo;

  constructor() {
    this.helpdesk.packageOffered = false;
    this.helpdesk.addTicket(TICKET);
    const port = this.helpdesk.otobo();
    const byPattern = (number: string): boolean => new RegExp(`^${number.replaceAll('*', '.*')}$`).test(TICKET.number);
    this.port = { ...port, ticketIdOf: async (number) => (await port.ticketIdOf(number), byPattern(number) ? TICKET.id : undefined) };
  }
}

/** The ticket as OTOBO tells it. */
const FETCHED = { ...TICKET, stateType: 'open', customerUser: 'cust1' };

const reference = (ticket: Partial<Ticket>, more: Partial<TicketReference> = {}): TicketReference => ({
  ticket,
  people: [],
  articles: [],
  systemAddresses: [],
  peopleComplete: false,
  dryRun: false,
  ...more,
});

describe('a request that names a ticket', () => {
  test('with all that is needed asks OTOBO nothing', async () => {
    const otobo = new FakeOtobo();
    const complete = await completeTicket(reference(TICKET, { people: [ALICE] }), PUBLIC_URL, { otobo: otobo.port });
    expect(complete).toMatchObject({ ticket: TICKET, people: [ALICE] });
    expect(otobo.helpdesk.calls).toEqual([]);
  });

  test('by its id alone gets everything else, and its people, from OTOBO', async () => {
    const otobo = new FakeOtobo();
    const { ticket, people } = await completeTicket(reference({ id: TICKET.id }), undefined, { otobo: otobo.port });
    expect(ticket).toEqual(FETCHED);
    expect(people).toEqual([
      { type: 'Agent', login: 'alice', roles: ['Owner'] },
      { type: 'Agent', login: 'bob', roles: ['Responsible'] },
      { type: 'Customer', login: 'cust1', roles: ['Customer'] },
    ]);
    expect(otobo.helpdesk.calls).toEqual(['ticket', 'people']);
  });

  test('by its id alone gets everybody who has to do with it, where the OTOBO package can say who that is', async () => {
    const otobo = new FakeOtobo();
    const carol: Person = { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: ['Involved'] };
    const again: Person = { type: 'Agent', login: 'Carol', roles: ['Watcher'] };
    otobo.helpdesk.packageOffered = true;
    otobo.helpdesk.people = { people: [carol, again], peopleComplete: true, systemAddresses: ['queue@corp.test'], apiUser: 'rcapi' };
    const complete = await completeTicket(reference({ id: TICKET.id }), undefined, { otobo: otobo.port });
    expect(complete).toMatchObject({ peopleComplete: true, systemAddresses: ['queue@corp.test'], apiUser: 'rcapi' });
    expect(complete.people).toEqual([expect.objectContaining({ email: 'carol@corp.test', roles: ['Involved', 'Watcher'] })]);
  });

  test('and its people is not told of others by OTOBO', async () => {
    const otobo = new FakeOtobo();
    otobo.helpdesk.packageOffered = true;
    otobo.helpdesk.people = { people: [], peopleComplete: true, systemAddresses: [] };
    const complete = await completeTicket(reference({ id: TICKET.id }, { people: [ALICE] }), undefined, { otobo: otobo.port });
    expect(complete).toMatchObject({ people: [ALICE], peopleComplete: false });
    expect(otobo.helpdesk.calls).toEqual(['ticket']);
  });

  test('by its number alone gets its id first', async () => {
    const otobo = new FakeOtobo();
    const { ticket } = await completeTicket(reference({ number: TICKET.number }), undefined, { otobo: otobo.port });
    expect(ticket).toEqual(FETCHED);
    expect(otobo.helpdesk.calls).toEqual(['ticketIdOf', 'ticket', 'people']);
  });

  test('by number and title, as OTOBO sends updates, gets only its id', async () => {
    const otobo = new FakeOtobo();
    const { number, title } = TICKET;
    const { ticket } = await completeTicket(reference({ number, title }), undefined, { otobo: otobo.port });
    expect(ticket).toEqual({ id: TICKET.id, number, title });
    expect(otobo.helpdesk.calls).toEqual(['ticketIdOf']);
  });

  test('keeps what it says itself: it is newer than what OTOBO says a moment later', async () => {
    const { ticket, people } = await completeTicket(
      reference({ id: TICKET.id, state: 'closed successful', owner: 'carol' }, { people: [ALICE] }),
      undefined,
      { otobo: new FakeOtobo().port },
    );
    expect(ticket).toEqual({ ...TICKET, customerUser: 'cust1', state: 'closed successful', owner: 'carol' });
    expect(people).toEqual([ALICE]);
  });

  test('does not keep what OTOBO has changed since, because it may have waited', async () => {
    const otobo = new FakeOtobo();
    otobo.helpdesk.ticket(TICKET.id).ticket.changedAt = 2_000;
    const late = { id: TICKET.id, state: 'new', changedAt: 1_000, url: 'https://own.test' };
    const { ticket } = await completeTicket(reference(late), undefined, { otobo: otobo.port });
    expect(ticket).toEqual({ ...FETCHED, changedAt: 2_000, url: 'https://own.test' });
  });

  test('carries the rest of the request along', async () => {
    const rest = { systemAddresses: ['queue@corp.test'], apiUser: 'rc', actor: ALICE, dryRun: true };
    expect(await completeTicket(reference({ id: TICKET.id }, rest), undefined, { otobo: new FakeOtobo().port })).toMatchObject(rest);
  });
});

describe('what has to be known besides', () => {
  const NEEDS = { fields: ['stateType'], articles: 3 } as const;
  const KNOWN = { ...TICKET, stateType: 'open' };

  /** An OTOBO whose ticket has four articles. */
  function withArticles(): FakeOtobo {
    const otobo = new FakeOtobo();
    const articles = ['1', '2', '3', '4'].map((id) => ({ id, from: '', subject: '', body: '', visibleForCustomer: true, at: 0 }));
    otobo.helpdesk.ticket(TICKET.id).articles = articles;
    return otobo;
  }

  test.each<[string, Partial<Ticket>, Partial<TicketReference>, string[], number]>([
    ['what a state means', TICKET, { event: 'TicketStateUpdate' }, ['ticket'], 3],
    ['the newest articles, for an event about one that is not there', KNOWN, { event: 'ArticleCreate' }, ['ticket'], 3],
    ['the newest articles, for a request that names no event', KNOWN, {}, ['ticket'], 3],
    ['nothing, for an event about something else', KNOWN, { event: 'TicketStateUpdate' }, [], 0],
  ])('is asked of OTOBO: %s', async (_what, ticket, more, calls, articles) => {
    const otobo = withArticles();
    const complete = await completeTicket(reference(ticket, { people: [ALICE], ...more }), undefined, { otobo: otobo.port }, NEEDS);
    expect([otobo.helpdesk.calls, complete.articles.length, complete.ticket.stateType]).toEqual([
      calls,
      articles,
      calls.length > 0 || 'stateType' in ticket ? 'open' : undefined,
    ]);
  });

  test('is not asked for where the request brings its article', async () => {
    const otobo = withArticles();
    const [article] = otobo.helpdesk.ticket(TICKET.id).articles;
    const articles = article ? [article] : [];
    const complete = await completeTicket(reference(KNOWN, { people: [ALICE], articles }), undefined, { otobo: otobo.port }, NEEDS);
    expect([otobo.helpdesk.calls, complete.articles]).toEqual([[], articles]);
  });

  test('is done without when OTOBO does not tell, or nobody has set it up', async () => {
    const otobo = new FakeOtobo();
    otobo.helpdesk.away = true;
    for (const ports of [{ otobo: otobo.port }, {}])
      expect(await completeTicket(reference(TICKET, { people: [ALICE] }), undefined, ports, NEEDS)).toMatchObject({
        ticket: TICKET,
        articles: [],
      });
  });
});

describe('a request is refused', () => {
  test.each([
    ['without id and number', {}, 'ticket_id_missing'],
    ['with a number that OTOBO does not know', { number: '999' }, 'ticket_not_found'],
    ['with an id that OTOBO does not know', { id: '999' }, 'ticket_not_found'],
    ['with a pattern for a number, although OTOBO finds a ticket by it', { number: '2026*' }, 'ticket_not_found'],
    ["with an id and another ticket's number", { id: TICKET.id, number: '2026112310000099' }, 'ticket_not_found'],
  ])('%s', async (_what, ticket, code) => {
    await expect(completeTicket(reference(ticket), PUBLIC_URL, { otobo: new FakeOtobo().port })).rejects.toMatchObject({ code });
  });

  test('with a pattern for a number beside a title', async () => {
    const asked = completeTicket(reference({ number: '2026*', title: 'Any' }), PUBLIC_URL, { otobo: new FakeOtobo().port });
    await expect(asked).rejects.toMatchObject({ code: 'ticket_not_found' });
  });

  test.each([
    ['with a number only', { number: TICKET.number }, 'ticket_id_missing'],
    ['with number and title, but no id', { number: TICKET.number, title: TICKET.title }, 'ticket_id_missing'],
    ['with an id only', { id: TICKET.id }, 'otobo_not_configured'],
  ])('%s while OTOBO is not set up', async (_what, ticket, code) => {
    await expect(completeTicket(reference(ticket), PUBLIC_URL, {})).rejects.toMatchObject({ code });
  });
});

describe('the addresses of a ticket', () => {
  test("are made from OTOBO's public address, for agents by id and for customers by number", async () => {
    const { ticket } = await completeTicket(reference(TICKET), PUBLIC_URL, {});
    expect(ticket.url).toBe('https://help.test/otobo/index.pl?Action=AgentTicketZoom;TicketID=2');
    expect(ticket.customerUrl).toBe('https://help.test/otobo/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026112310000011');
  });

  test('are those of the request where it brings them', async () => {
    const own = { url: 'https://other.test/agent', customerUrl: 'https://other.test/customer' };
    expect((await completeTicket(reference({ ...TICKET, ...own }), PUBLIC_URL, {})).ticket).toMatchObject(own);
  });

  test('are absent where nobody knows where OTOBO is', async () => {
    expect((await completeTicket(reference(TICKET), undefined, {})).ticket).not.toHaveProperty('url');
  });
});

describe('the people that a ticket itself names', () => {
  test('are one person where owner and responsible are', () => {
    expect(peopleOf({ owner: 'alice', responsible: 'Alice' })).toEqual([
      { type: 'Agent', login: expect.stringMatching(/^alice$/i) as string, roles: ['Owner', 'Responsible'] },
    ]);
  });

  test('are nobody where it names nobody', () => {
    expect(peopleOf({})).toEqual([]);
  });
});
