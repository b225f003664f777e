import { countRounds } from '../../../playground/rocketchat/host';
import { post, withProbe } from './started';

describe('the time inside the sandbox', () => {
  const rocketChat = withProbe();
  const clock = async (): Promise<{ now: number; fresh: number; epoch: boolean }> =>
    (await post(rocketChat().app().endpoint('clock'))) as { now: number; fresh: number; epoch: boolean }; // as: what the probe answers

  it("follows the playground's clock, for every way to ask for it", async () => {
    const before = await clock();
    rocketChat().clock.advance(86_400_000);
    const after = await clock();
    expect(after.now - before.now).toBeGreaterThanOrEqual(86_400_000);
    expect(after.now - before.now).toBeLessThan(86_400_000 + 60_000);
    expect(after.fresh - after.now).toBeLessThan(60_000);
    expect(after.epoch).toBe(true);
  });

  it('is still that after the sandbox was killed and started again', async () => {
    const instance = rocketChat().instances[0];
    await instance?.killSandbox();
    await instance?.ready();
    expect((await clock()).now - Date.now()).toBeGreaterThan(86_000_000);
  });
});

describe('an app in the sandbox', () => {
  const rocketChat = withProbe();

  it('may require uuid, as on a server', async () => {
    const answer = await post(rocketChat().app().endpoint('uuid'));
    expect(answer).toEqual({ uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
  });
});

describe('what passes between the sandbox and its host', () => {
  const rocketChat = withProbe();

  it('is recorded with names, in order, and gives the rounds of a request', async () => {
    const trace = await rocketChat().instances[0]?.trace();
    await post(rocketChat().app().endpoint('parallel'));
    const calls = (await trace?.stop()) ?? [];
    const users = calls.filter(({ method }) => method.includes('User'));
    expect(users.map(({ method }) => method.split(':').at(-1))).toEqual(
      ['doGetById', 'doGetByUsername', 'doGetByUsername', 'doGetByUsername', 'doGetByUsername'].map(
        (name) => expect.stringMatching(new RegExp(name.replace('do', ''), 'i')) as unknown,
      ),
    );
    expect(countRounds(users).host).toBe(2);
  });

  it('is recorded to the end, what comes after the answer included', async () => {
    const trace = await rocketChat().instances[0]?.trace();
    await post(rocketChat().app().endpoint('late'));
    const calls = (await trace?.stop()) ?? [];
    expect(calls.filter(({ method }) => method.includes('User'))).toHaveLength(2);
  });

  it('is not recorded any more after the recording was stopped', async () => {
    const trace = await rocketChat().instances[0]?.trace();
    await trace?.stop();
    await post(rocketChat().app().endpoint('parallel'));
    expect(await trace?.stop()).toEqual([]);
  });
});

describe('a sandbox that is killed after a call', () => {
  const rocketChat = withProbe({ runtimeTimeoutMs: 1_500 });
  const records = (): number => rocketChat().workspace.persistenceRecords(rocketChat().app().id).length;

  it.each([1, 2, 3])('has had the effect of call %i, but not of the next, and its caller gets no answer', async (k) => {
    const before = records();
    const instance = rocketChat().instances[0];
    const kill = await instance?.killAfterCall(k);
    const response = await fetch(rocketChat().app().endpoint('note'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"count":4}',
    });
    expect(await kill?.happened).toBe(true);
    expect(response.status).toBe(500);
    await instance?.ready();
    expect(records() - before).toBe(k);
    await post(rocketChat().app().endpoint('note'), { count: 1 });
    expect(records() - before).toBe(k + 1);
  });

  it('lives on when the kill is called off', async () => {
    const kill = await rocketChat().instances[0]?.killAfterCall(2);
    await kill?.disarm();
    expect(await kill?.happened).toBe(false);
    await post(rocketChat().app().endpoint('note'), { count: 3 });
  });
});
