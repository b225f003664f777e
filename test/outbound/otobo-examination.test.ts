import { connected, errorOf, FakeOtobo, memoryWith, recorded, withoutRoute } from './fake-otobo';

describe('whether the web service has an operation', () => {
  test('is asked with a search that finds nothing, because an empty one would find everything', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_none'));
    expect(await connected(otobo).probe('TicketSearch')).toBe(true);
    expect(otobo.sent('/TicketSearch')).toEqual({ TicketNumber: '0' });
  });

  test('is not answered with no where the login is what is missing', async () => {
    const otobo = new FakeOtobo().on('/Session', withoutRoute('/Session'));
    const client = connected(otobo, { memory: memoryWith() });
    expect((await errorOf(client.probe('TicketGet'))).code).toBe('otobo_misconfigured');
    expect((await errorOf(client.package.offered())).code).toBe('otobo_misconfigured');
  });
});
