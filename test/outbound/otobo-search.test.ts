import type { TicketSearch } from '../../src/usecases/ports';
import { ACCESS } from './access';
import { answered, connected, errorOf, FakeOtobo, recorded, refused } from './fake-otobo';

interface Row {
  readonly id: number;
  readonly owner?: string;
  readonly changed?: string;
}

const DENIED = recorded('get_list_mixed');
const found = (...ids: number[]): ReturnType<typeof answered> => answered(ids.length > 0 ? { TicketID: ids.map(String) } : {});
const tickets = (...rows: Row[]): ReturnType<typeof answered> =>
  answered({
    Ticket: rows.map(({ id, owner = 'alice', changed = '2026-11-23 01:00:00' }) => ({
      TicketID: id,
      TicketNumber: `20261123${id}`,
      Title: `Ticket ${id}`,
      Owner: owner,
      OwnerID: owner === 'alice' ? 2 : 3,
      Changed: changed,
    })),
  });

/** What OTOBO was asked to search for, without what all searches have. */
function criteria(otobo: FakeOtobo): unknown[] {
  const common = ['SessionID', 'SortBy', 'OrderBy', 'Limit'];
  return otobo.requests
    .filter(({ route }) => route === '/TicketSearch')
    .map(({ body }) => Object.fromEntries(Object.entries(body).filter(([name]) => !common.includes(name))));
}

async function ids(otobo: FakeOtobo, search: TicketSearch): Promise<string[]> {
  return (await connected(otobo).search(search)).rows.map(({ id }) => id);
}

describe('a search with the rights of the service account', () => {
  test('shows tickets as OTOBO has them, changed last first', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found(2, 3)).on('/TicketGet', recorded('get_list'));
    expect(await connected(otobo).search({ limit: 5 })).toEqual({
      rows: [
        {
          id: '3',
          number: '2026112310000021',
          title: 'Printer 2 is burning',
          queue: 'Support',
          state: 'open',
          priority: '3 normal',
          owner: 'alice',
        },
        {
          id: '2',
          number: '2026112310000011',
          title: 'Printer 1 is burning',
          queue: 'Support',
          state: 'open',
          priority: '3 normal',
          owner: 'alice',
        },
      ],
    });
    expect(otobo.sent('/TicketSearch')).toEqual({ SortBy: 'Changed', OrderBy: 'Down', Limit: 5 });
    expect(otobo.sent('/TicketGet')).toEqual({ TicketID: ['2', '3'] });
  });

  test('looks for words in titles, and in this order in articles', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found());
    expect(await ids(otobo, { words: ' printer  fire ', limit: 5 })).toEqual([]);
    expect(criteria(otobo)).toEqual([{ Title: '*printer*&&*fire*' }, { Fulltext: 'printer*fire' }]);
    expect(otobo.routes()).not.toContain('/TicketGet');
  });

  test('takes digits for a part of a number, too', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found());
    await ids(otobo, { words: '0021', limit: 5 });
    expect(criteria(otobo)).toContainEqual({ TicketNumber: '*0021*' });
  });

  test('shows a ticket once that was found in several ways, and no more than asked for', async () => {
    const rows = [1, 2, 3].map((id) => ({ id, changed: `2026-11-2${id} 00:00:00` }));
    const otobo = new FakeOtobo().on('/TicketSearch', found(3, 1), found(2, 3)).on('/TicketGet', tickets(...rows));
    expect(await ids(otobo, { words: 'fire', limit: 2 })).toEqual(['3', '2']);
    expect(otobo.sent('/TicketGet')).toEqual({ TicketID: ['3', '1', '2'] });
  });

  test.each([
    ['(a||b)', '*a*b*'],
    ['a+b', '*a*b*'],
    ['"quoted"', '*quoted*'],
    ['!not', '*not*'],
    ['50% off\\', '*50*&&*off*'],
    ['a&&b', '*a*b*'],
    ['Grüße@corp.test', '*Grüße@corp.test*'],
  ])('does not let %s be read as anything but words', async (words, title) => {
    const otobo = new FakeOtobo().on('/TicketSearch', found());
    await ids(otobo, { words, limit: 5 });
    expect(criteria(otobo)[0]).toEqual({ Title: title });
  });

  test.each(['', '   ', '()', '* && *'])('for "%s" finds nothing, instead of everything', async (words) => {
    const otobo = new FakeOtobo();
    expect(await ids(otobo, { words, limit: 5 })).toEqual([]);
    expect(otobo.routes()).toEqual([]);
  });

  test('for tickets that are not closed names their types: OTOBO finds nothing by its own word for them', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found());
    await ids(otobo, { open: true, limit: 5 });
    expect(criteria(otobo)).toEqual([{ StateType: ['new', 'open', 'pending reminder', 'pending auto'] }]);
  });

  test('leaves out a ticket that went out of reach, and keeps the others', async () => {
    const otobo = new FakeOtobo()
      .on('/TicketSearch', found(1, 2, 3))
      .on('/TicketGet', DENIED, tickets({ id: 1 }), DENIED, tickets({ id: 3 }));
    expect(await ids(otobo, { limit: 5 })).toEqual(['1', '3']);
    expect(otobo.requests.filter(({ route }) => route === '/TicketGet').map(({ body }) => body.TicketID)).toEqual([
      ['1', '2', '3'],
      ['1'],
      ['2'],
      ['3'],
    ]);
  });

  test('of many tickets asks for them in several calls, so that none takes too long', async () => {
    const all = Array.from({ length: 230 }, (_, at) => ({ id: at + 1 }));
    const otobo = new FakeOtobo()
      .on('/TicketSearch', found(...all.map(({ id }) => id)))
      .on('/TicketGet', tickets(...all.slice(0, 100)), tickets(...all.slice(100, 200)), tickets(...all.slice(200)));
    expect(await ids(otobo, { open: true, limit: 500 })).toHaveLength(230);
    const asked = otobo.requests.filter(({ route }) => route === '/TicketGet').map(({ body }) => (body.TicketID as string[]).length);
    expect(asked).toEqual([100, 100, 30]);
  });

  test('fails when OTOBO is away in between, instead of showing half of it', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found(1, 2)).on('/TicketGet', { statusCode: 502 });
    expect((await errorOf(connected(otobo).search({ limit: 5 }))).code).toBe('otobo_unreachable');
  });
});

describe('a search for the tickets of an owner', () => {
  test('learns the id of the owner from one of their tickets, because OTOBO searches by ids only', async () => {
    const otobo = new FakeOtobo()
      .on('/TicketSearch', found(1, 2), found(2))
      .on('/TicketGet', tickets({ id: 1 }, { id: 2, owner: 'bob' }), tickets({ id: 2, owner: 'bob' }));
    expect(await ids(otobo, { ownedBy: { login: 'Bob' }, limit: 5 })).toEqual(['2']);
    expect(criteria(otobo)).toEqual([{}, { OwnerIDs: ['3'] }]);
  });

  test('finds nothing when nothing is theirs, instead of everything', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found(1)).on('/TicketGet', tickets({ id: 1 }));
    expect(await ids(otobo, { ownedBy: { login: 'carol' }, open: true, limit: 5 })).toEqual([]);
    expect(criteria(otobo)).toEqual([{ StateType: expect.anything() as unknown }]);
  });

  test('takes the service account for who is asking', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', found(1), found(1)).on('/TicketGet', tickets({ id: 1, owner: ACCESS.login }));
    expect(await ids(otobo, { ownedBy: 'asking', limit: 5 })).toEqual(['1']);
  });

  test('reads no more tickets than it takes to find one of theirs', async () => {
    const many = Array.from({ length: 250 }, (_, index) => index + 1);
    const otobo = new FakeOtobo()
      .on('/TicketSearch', found(...many), found(101))
      .on('/TicketGet', tickets({ id: 1 }), tickets({ id: 101, owner: 'bob' }));
    await ids(otobo, { ownedBy: { login: 'bob' }, limit: 5 });
    expect(otobo.routes()).toEqual(['/TicketSearch', '/TicketGet', '/TicketGet', '/TicketSearch', '/TicketGet']);
  });

  test('says what it would take when there are too many tickets to look through', async () => {
    const many = Array.from({ length: 500 }, (_, index) => index + 1);
    const otobo = new FakeOtobo().on('/TicketSearch', found(...many)).on('/TicketGet', tickets({ id: 1 }));
    expect(await errorOf(connected(otobo).search({ ownedBy: { login: 'bob' }, limit: 5 }))).toMatchObject({
      code: 'package_missing',
      details: { operation: 'AgentTicketSearch' },
    });
  });

  test('does not take a refused login for no tickets', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', refused('TicketSearch.AuthFail')).on('/Session', recorded('session_create_badlogin'));
    expect((await errorOf(connected(otobo).search({ ownedBy: { login: 'bob' }, limit: 5 }))).code).toBe('otobo_login_failed');
  });
});
