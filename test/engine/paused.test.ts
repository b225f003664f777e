import { type } from './commands';
import { SECRET, withApp } from './otobo-app';
import { addPeople, ticketBody } from './people';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an app that is paused', () => {
  const app = withApp();
  beforeAll(async () => {
    await addPeople(app());
    await app().rocketChat.setAppSetting('paused', true);
  });

  test('tells OTOBO to come again later, and does nothing', async () => {
    const before = app().workspace.snapshot();
    const answer = await app().open(ticketBody());
    expect([answer.status, answer.headers.get('retry-after'), answer.body.Error?.ErrorCode]).toEqual([503, '300', 'paused']);
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('lets nobody in who does not know the secret, paused or not', async () => {
    expect((await app().post('tickets/open', ticketBody(), { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  test('says of itself that it is', async () => {
    const { status, body } = await app().request('health', { headers: { authorization: `Bearer ${SECRET}` } });
    expect([status, body]).toEqual([200, expect.objectContaining({ Paused: true })]);
  });

  test('tells who types a command why nothing happens, and still helps those who can change that', async () => {
    const [told] = await type(app(), 'alice', '/otobo mine');
    expect(told?.text).toContain('The app is paused');
    const [help] = await type(app(), 'alice', '/otobo help');
    expect(help?.text).toContain('/otobo show');
    const [doctor] = await type(app(), 'admin', '/otobo doctor');
    expect(doctor?.text).toContain('The app is paused');
  });

  test('leaves its jobs undone, and does them as soon as it goes on', async () => {
    const passAfter = async (ms: number): Promise<unknown[]> => {
      app().rocketChat.clock.advance(ms);
      await app().atRest();
      return app()
        .workspace.snapshot()
        .persistence.filter(({ associations }) => JSON.stringify(associations).includes('address-pass'));
    };
    const before = await passAfter(0);
    // A day later the members of the chosen rooms are due again.
    expect(await passAfter(25 * HOUR)).toEqual(before);
    await app().rocketChat.setAppSetting('paused', false);
    expect(await passAfter(2 * MINUTE)).not.toEqual(before);
    expect((await app().open(ticketBody())).body.Result).toBe('created');
  });
});
