import { AppError } from '../../src/domain/errors';
import type { Ticket } from '../../src/domain/ticket';
import { completeTicket, peopleOf, type TicketReference } from '../../src/usecases/complete-ticket';
import type { Otobo } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';
import { ALICE } from './requests';

const PUBLIC_URL = 'https://help.test/otobo';

/** An OTOBO with one ticket, which finds it by its number and, like the real one, by a pattern. */
class FakeOtobo implements Otobo {
  readonly asked: string[] = [];

  ticket(ticketId: string): ReturnType<Otobo['ticket']> {
    this.asked.push(`ticket ${ticketId}`);
    return ticketId === TICKET.id
      ? Promise.resolve({ ticket: TICKET, customerUser: 'cust1' })
      : Promise.reject(new AppError('ticket_not_found'));
  }

  ticketIdOf(ticketNumber: string): Promise<string | undefined> {
    this.asked.push(`number ${ticketNumber}`);
    const pattern = new RegExp(`^${ticketNumber.replaceAll('*', '.*')}$`);
    return Promise.resolve(pattern.test(TICKET.number) ? TICKET.id : undefined);
  }
}

const reference = (ticket: Partial<Ticket>, more: Partial<TicketReference> = {}): TicketReference => ({
  ticket,
  people: [],
  systemAddresses: [],
  peopleComplete: false,
  dryRun: false,
  ...more,
});

describe('a request that names a ticket', () => {
  test('with all that is needed asks OTOBO nothing', async () => {
    const otobo = new FakeOtobo();
    const complete = await completeTicket(reference(TICKET, { people: [ALICE] }), PUBLIC_URL, { otobo });
    expect(complete).toMatchObject({ ticket: TICKET, people: [ALICE] });
    expect(otobo.asked).toEqual([]);
  });

  test('by its id alone gets everything else, and its people, from OTOBO', async () => {
    const otobo = new FakeOtobo();
    const { ticket, people } = await completeTicket(reference({ id: TICKET.id }), undefined, { otobo });
    expect(ticket).toEqual(TICKET);
    expect(people).toEqual([
      { type: 'Agent', login: 'alice', roles: ['Owner'] },
      { type: 'Agent', login: 'bob', roles: ['Responsible'] },
      { type: 'Customer', login: 'cust1', roles: ['Customer'] },
    ]);
    expect(otobo.asked).toEqual(['ticket 2']);
  });

  test('by its number alone gets its id first', async () => {
    const otobo = new FakeOtobo();
    const { ticket } = await completeTicket(reference({ number: TICKET.number }), undefined, { otobo });
    expect(ticket).toEqual(TICKET);
    expect(otobo.asked).toEqual([`number ${TICKET.number}`, 'ticket 2']);
  });

  test('by number and title, as OTOBO sends updates, gets only its id', async () => {
    const otobo = new FakeOtobo();
    const { number, title } = TICKET;
    const { ticket } = await completeTicket(reference({ number, title }), undefined, { otobo });
    expect(ticket).toEqual({ id: TICKET.id, number, title });
    expect(otobo.asked).toEqual([`number ${TICKET.number}`]);
  });

  test('keeps what it says itself: it is newer than what OTOBO says a moment later', async () => {
    const { ticket, people } = await completeTicket(
      reference({ id: TICKET.id, state: 'closed successful', owner: 'carol' }, { people: [ALICE] }),
      undefined,
      { otobo: new FakeOtobo() },
    );
    expect(ticket).toEqual({ ...TICKET, state: 'closed successful', owner: 'carol' });
    expect(people).toEqual([ALICE]);
  });

  test('carries the rest of the request along', async () => {
    const rest = { systemAddresses: ['queue@corp.test'], apiUser: 'rc', actor: ALICE, dryRun: true };
    expect(await completeTicket(reference({ id: TICKET.id }, rest), undefined, { otobo: new FakeOtobo() })).toMatchObject(rest);
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
    await expect(completeTicket(reference(ticket), PUBLIC_URL, { otobo: new FakeOtobo() })).rejects.toMatchObject({ code });
  });

  test('with a pattern for a number beside a title', async () => {
    const asked = completeTicket(reference({ number: '2026*', title: 'Any' }), PUBLIC_URL, { otobo: new FakeOtobo() });
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
    expect(peopleOf({ owner: 'alice', responsible: 'Alice' }, undefined)).toEqual([
      { type: 'Agent', login: expect.stringMatching(/^alice$/i) as string, roles: ['Owner', 'Responsible'] },
    ]);
  });

  test('are nobody where it names nobody', () => {
    expect(peopleOf({}, undefined)).toEqual([]);
  });
});
