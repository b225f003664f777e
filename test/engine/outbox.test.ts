import { type } from './commands';
import { withWorkingWorld, type WorkingWorld } from './working-world';

const MINUTE = 60_000;

/** Lets minutes pass, the job's runs included. */
async function pass({ app }: WorkingWorld, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    app.rocketChat.clock.advance(MINUTE);
    await app.atRest();
  }
}

const instanceOf = ({ app }: WorkingWorld): WorkingWorld['app']['rocketChat']['instances'][number] => {
  const [instance] = app.rocketChat.instances;
  if (!instance) throw new Error('There is no instance.');
  return instance;
};

const kept = ({ app }: WorkingWorld): unknown[] =>
  app.workspace.snapshot().persistence.filter(({ associations }) => JSON.stringify(associations).includes('"outbox"'));

const bodies = (world: WorkingWorld): string[] => world.written().map(({ body }) => body);

describe('a note', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 2_000 });

  test('sent while OTOBO is down, with the sandbox killed twice before it comes back, becomes exactly one article', async () => {
    const { app, otobo, roomId } = world();
    otobo.away = true;
    const [answer] = await type(app, 'alice', '/otobo note the printer burns', { roomId });
    expect(answer?.text).toContain('cannot hand your note to OTOBO right now');
    await instanceOf(world()).killSandbox();
    await instanceOf(world()).ready();
    await pass(world(), 2);
    const kill = await instanceOf(world()).killAfterCall(3);
    await pass(world(), 4);
    await kill.disarm();
    await expect(kill.happened).resolves.toBe(true);
    await instanceOf(world()).ready();
    expect(bodies(world())).toEqual([]);
    expect(kept(world())).toHaveLength(1);

    otobo.away = false;
    const { length } = app.workspace.ephemeral;
    await pass(world(), 60);
    expect(bodies(world())).toEqual(['the printer burns']);
    expect(world().written()).toMatchObject([{ from: '"Alice Adler via Rocket.Chat" <alice@helpdesk.test>', visibleForCustomer: false }]);
    expect(kept(world())).toEqual([]);
    expect(app.workspace.ephemeral.slice(length)).toMatchObject([{ username: 'alice', message: { rid: roomId } }]);
  }, 120_000);

  test('that OTOBO has written, but whose answer is lost, becomes exactly one article', async () => {
    const { app, otobo, roomId } = world();
    const before = bodies(world());
    otobo.breakAfterWriting = true;
    const [answer] = await type(app, 'alice', '/otobo note the smoke is green', { roomId });
    otobo.breakAfterWriting = false;
    expect(answer?.text).toContain('cannot hand your note to OTOBO right now');
    await pass(world(), 3);
    expect(bodies(world())).toEqual([...before, 'the smoke is green']);
    expect(kept(world())).toEqual([]);
  }, 60_000);

  test('kept for somebody who has lost the right meanwhile is not written, and comes back to them', async () => {
    const { app, otobo, roomId } = world();
    const before = bodies(world());
    otobo.away = true;
    await type(app, 'dave', '/otobo note nobody shall read this', { roomId });
    otobo.away = false;
    const dave = otobo.helpdesk.agent('dave');
    Object.assign(dave, { rights: { Support: ['ro'] } });
    await pass(world(), 3);
    Object.assign(dave, { rights: { Support: ['ro', 'note'] } });
    expect(bodies(world())).toEqual(before);
    expect(kept(world())).toEqual([]);
    const { rooms, messages: all } = app.workspace.snapshot();
    const direct = rooms.filter(({ t, usernames }) => t === 'd' && JSON.stringify(usernames).includes('dave')).map(({ _id }) => _id);
    const messages = all.filter(({ rid }) => direct.includes(rid)).map(({ msg }) => msg);
    expect(messages).toEqual([expect.stringMatching(/OTOBO did not take your note[^]*nobody shall read this/)]);
  }, 60_000);
});

describe('a sandbox that dies while a note is written', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 2_000 });

  test('after any of its calls, leaves exactly one article as soon as the note was stored', async () => {
    const { app, roomId } = world();
    const instance = instanceOf(world());
    await type(app, 'alice', '/otobo note warm', { roomId });
    const trace = await instance.trace();
    await type(app, 'alice', '/otobo note clean', { roomId });
    const calls = await trace.stop();
    expect(calls.length).toBeGreaterThan(8);

    const outcomes: { readonly died: boolean; readonly times: number }[] = [];
    for (let k = 1; k <= calls.length; k += 1) {
      const kill = await instance.killAfterCall(k);
      const typed = type(app, 'alice', `/otobo note n${k}`, { roomId }).catch(() => []);
      const died = await Promise.race([kill.happened, typed.then(() => false)]);
      await kill.disarm();
      await typed;
      await instance.ready();
      await pass(world(), 3);
      outcomes.push({ died, times: bodies(world()).filter((body) => body === `n${k}`).length });
    }
    const stored = outcomes.findIndex(({ times }) => times > 0);
    expect(outcomes.slice(0, stored).map(({ times }) => times)).toEqual(Array.from({ length: stored }, () => 0));
    expect(outcomes.slice(stored).map(({ times }) => times)).toEqual(Array.from({ length: outcomes.length - stored }, () => 1));
    expect(outcomes.filter(({ died }) => died).length).toBeGreaterThan(stored);
    expect(kept(world())).toEqual([]);
  }, 300_000);
});
