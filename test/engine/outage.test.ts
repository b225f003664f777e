import { type } from './commands';
import { withWorkingWorld, type WorkingWorld } from './working-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Lets a span pass, and the job run once after it. */
async function pass({ app }: WorkingWorld, ms: number): Promise<void> {
  app.rocketChat.clock.advance(ms);
  await app.atRest();
}

const bodiesOf = ({ otobo }: WorkingWorld, ticketId: number): unknown[] =>
  otobo.helpdesk
    .ticket(ticketId)
    .articles.map(({ body }) => body)
    .filter((body) => body.startsWith('n'));

const listed = async ({ app }: WorkingWorld): Promise<string> => (await type(app, 'admin', '/otobo outbox')).at(-1)?.text ?? '';

/** The ids that the list shows, in its order. */
const idsIn = (list: string): string[] => [...list.matchAll(/`([0-9a-f]{8,})`/g)].map(([, id = '']) => id);

describe('OTOBO is down for hours', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 5_000 });

  test('while people write into two tickets: all of it arrives once and in order when it is back, and nobody had to do anything', async () => {
    const { app, otobo, ticket, roomId } = world();
    const second = [...otobo.helpdesk.tickets.values()].find((one) => one.id !== ticket.id && one.queue === ticket.queue);
    if (!second) throw new Error('There is no second ticket.');
    await type(app, 'alice', `/otobo open ${second.number}`, { roomId });
    const otherRoom = app.workspace.snapshot().rooms.find(({ name }) => String(name).includes(second.number))?._id as string | undefined; // as: ids of rooms are texts
    if (otherRoom === undefined) throw new Error('The second ticket has no room.');

    otobo.away = true;
    const first: string[] = [];
    const other: string[] = [];
    for (let hour = 0; hour < 8; hour += 1) {
      first.push(`n${hour}`);
      await type(app, 'alice', `/otobo note n${hour}`, { roomId });
      other.push(`n${hour}-1`, `n${hour}-2`);
      for (const text of [`n${hour}-1`, `n${hour}-2`]) await type(app, 'carol', `/otobo note ${text}`, { roomId: otherRoom });
      await pass(world(), HOUR);
    }
    expect(bodiesOf(world(), ticket.id)).toEqual([]);
    const list = await listed(world());
    expect(list).toContain('24 entries wait to be written to OTOBO');
    expect(list).toContain('and 14 more');
    expect(list).not.toContain('n3');

    otobo.away = false;
    await pass(world(), 5 * HOUR);
    await pass(world(), MINUTE);
    await pass(world(), MINUTE);
    expect(bodiesOf(world(), ticket.id)).toEqual(first);
    expect(bodiesOf(world(), second.id)).toEqual(other);
    expect(await listed(world())).toBe('Nothing waits to be written to OTOBO.');
    const noted = app.rocketChat.logs().filter((entry) => JSON.stringify(entry).includes('"what":"noted"'));
    expect(noted.length).toBeGreaterThan(0);
  }, 180_000);
});

describe('an OTOBO that does not let the app in any more', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 5_000 });

  test('makes dead letters in the end, which an admin sends when the password is right again, or gives back', async () => {
    const { app, ticket, roomId } = world();
    await app.rocketChat.setAppSetting('otobo_password', 'wrong');
    await type(app, 'alice', '/otobo note n1', { roomId });
    await type(app, 'carol', '/otobo note n2 my-own-words', { roomId });
    // The second waits behind the first, and has its own tries after that.
    for (let tries = 0; tries < 18; tries += 1) await pass(world(), 5 * HOUR);
    const list = await listed(world());
    expect(list).toContain('Nothing waits to be written to OTOBO, 2 are given up.');
    expect(list).toContain('OTOBO does not accept the service account of the app');
    expect(list).not.toContain('my-own-words');
    const doctor = (await type(app, 'admin', '/otobo doctor')).at(-1)?.text ?? '';
    expect(doctor).toContain(':x: 2 entries were given up');

    const direct = (username: string): unknown[] => {
      const { rooms, messages } = app.workspace.snapshot();
      const ids = rooms.filter(({ t, usernames }) => t === 'd' && JSON.stringify(usernames).includes(username)).map(({ _id }) => _id);
      return messages.filter(({ rid }) => ids.includes(rid)).map(({ msg }) => msg);
    };
    expect(direct('alice')).toEqual([expect.stringMatching(/has stopped trying[^]*n1$/)]);

    await app.rocketChat.setAppSetting('otobo_password', 'rcapi-pw');
    await pass(world(), 5 * HOUR);
    expect(bodiesOf(world(), ticket.id)).toEqual([]);
    const [one = '', two = ''] = idsIn(list);
    expect((await type(app, 'alice', `/otobo outbox retry ${one}`)).at(-1)?.text).toContain('This is for admins');
    expect((await type(app, 'admin', `/otobo outbox retry ${one}`)).at(-1)?.text).toContain('1 entry is tried again');
    await pass(world(), MINUTE);
    expect(bodiesOf(world(), ticket.id)).toEqual(['n1']);
    expect((await type(app, 'admin', `/otobo outbox drop ${two}`)).at(-1)?.text).toContain('carol has got back what was typed');
    expect(direct('carol').at(-1)).toMatch(/^admin has taken your note out[^]*my-own-words$/);
    expect(await listed(world())).toBe('Nothing waits to be written to OTOBO.');
  }, 180_000);
});
