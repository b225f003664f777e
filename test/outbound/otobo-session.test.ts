import type { OtoboMemory } from '../../src/outbound/otobo/client';
import type { Otobo } from '../../src/usecases/ports';
import { answered, connected as connectedIn, FakeOtobo, memoryWith, recorded } from './fake-otobo';

const LOGGED_IN = recorded('session_create_ok');
const TICKET = recorded('get_by_session');
const ENDED = recorded('get_bad_session');

const connected = (otobo: FakeOtobo, memory: OtoboMemory = memoryWith()): Otobo => connectedIn(otobo, { memory });

describe('the session of the service account', () => {
  test('is opened once and used by every later request', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN).on('/TicketGet', TICKET).on('/TicketSearch', recorded('search_by_number'));
    const memory = memoryWith();
    await connected(otobo, memory).ticket('3');
    await connected(otobo, memory).ticketIdOf('2026112310000021');
    expect(otobo.routes()).toEqual(['/Session', '/TicketGet', '/TicketSearch']);
    expect(otobo.requests.map(({ body }) => body.SessionID)).toEqual([
      undefined,
      'PEchjCVGujaN0BiLIMtO5JdESQEJF9t9',
      'PEchjCVGujaN0BiLIMtO5JdESQEJF9t9',
    ]);
  });

  test('is opened once by requests that come at the same moment', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN).on('/TicketGet', TICKET);
    const client = connected(otobo);
    await Promise.all([client.ticket('3'), client.ticket('3'), client.ticket('3')]);
    expect(otobo.routes()).toEqual(['/Session', '/TicketGet', '/TicketGet', '/TicketGet']);
  });

  test('is replaced once when OTOBO has ended it', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN, answered({ SessionID: 'next' })).on('/TicketGet', TICKET, ENDED, TICKET);
    const client = connected(otobo);
    await client.ticket('3');
    expect((await client.ticket('3')).ticket.id).toBe('3');
    await client.ticket('3');
    expect(otobo.routes()).toEqual(['/Session', '/TicketGet', '/TicketGet', '/Session', '/TicketGet', '/TicketGet']);
    expect(otobo.requests.at(-1)?.body.SessionID).toBe('next');
  });

  test('is replaced by one login when several requests find it ended', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN).on('/TicketGet', ENDED, ENDED, TICKET);
    const client = connected(otobo, memoryWith('ended'));
    await Promise.all([client.ticket('3'), client.ticket('3')]);
    expect(otobo.routes().filter((route) => route === '/Session')).toHaveLength(1);
  });

  test('is not asked for again and again when OTOBO ends each of them', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN).on('/TicketGet', ENDED);
    await expect(connected(otobo).ticket('3')).rejects.toMatchObject({ code: 'otobo_login_failed' });
    expect(otobo.routes()).toEqual(['/Session', '/TicketGet', '/Session', '/TicketGet']);
  });

  test('is not replaced for a ticket that is not for this account', async () => {
    const otobo = new FakeOtobo().on('/Session', LOGGED_IN).on('/TicketGet', recorded('get_noperm'));
    await expect(connected(otobo).ticket('6')).rejects.toMatchObject({ code: 'ticket_not_found' });
    expect(otobo.routes()).toEqual(['/Session', '/TicketGet']);
  });

  test('is tried anew by the next request after a refused login: the password may have been corrected', async () => {
    const otobo = new FakeOtobo().on('/Session', recorded('session_create_badlogin'), LOGGED_IN).on('/TicketGet', TICKET);
    const client = connected(otobo);
    await expect(client.ticket('3')).rejects.toMatchObject({ code: 'otobo_login_failed' });
    expect(otobo.routes()).toEqual(['/Session']);
    expect((await client.ticket('3')).ticket.number).toBe('2026112310000021');
  });

  test.each([
    ['{}', {}],
    ['an empty id', { SessionID: '' }],
    ['a number', { SessionID: 7 }],
  ])('is none when the answer to the login is %s', async (_what, answer) => {
    const otobo = new FakeOtobo().on('/Session', answered(answer));
    await expect(connected(otobo).ticket('3')).rejects.toMatchObject({ code: 'otobo_misconfigured' });
    expect(otobo.routes()).toEqual(['/Session']);
  });

  test('that two requests find ended is never left out by the second when the first could not replace it', async () => {
    const otobo = new FakeOtobo().on('/Session', new Error('connect ECONNREFUSED')).on('/TicketGet', ENDED);
    const memory = memoryWith('ended');
    const first = connected(otobo, memory).ticket('3');
    // Its answer comes when the first request has already given up.
    const slow = new FakeOtobo(() => Promise.allSettled([first])).on('/Session', LOGGED_IN).on('/TicketGet', ENDED, TICKET);
    const second = connected(slow, memory).ticket('3');
    await expect(first).rejects.toMatchObject({ code: 'otobo_unreachable' });
    await second;
    expect(slow.requests.filter(({ route }) => route === '/TicketGet').map(({ body }) => body.SessionID)).not.toContain(undefined);
  });
});
