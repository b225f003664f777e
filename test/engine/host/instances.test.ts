import { setTimeout as pause } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { startRocketChat, type RocketChat } from '../../../playground/rocketchat/host';
import { buildProbe } from '../probe/build';
import { post, withProbe } from './started';

describe('two instances of one workspace', () => {
  const rocketChat = withProbe({ instances: 2 });
  const url = (path: string, instance: number): string => rocketChat().app().endpoint(path, instance);

  it('serve the app under the same path, each from a sandbox of its own', async () => {
    const pids = await Promise.all(rocketChat().instances.map(({ orders }) => orders.sandboxPids()));
    expect(new Set(pids.flat()).size).toBe(2);
    expect(new URL(url('echo', 0)).pathname).toBe(new URL(url('echo', 1)).pathname);
    expect(await post(url('echo', 0), { a: 1 })).toEqual(await post(url('echo', 1), { a: 1 }));
  });

  it('see what the other has stored', async () => {
    await post(url('note', 0), { count: 1 });
    expect(await post(url('note', 1), { count: 1 })).toHaveLength(2);
  });

  it('are taken in turn under the common address', async () => {
    const traces = await Promise.all(rocketChat().instances.map((instance) => instance.trace()));
    for (let n = 0; n < 4; n += 1) await post(rocketChat().app().endpoint('parallel'));
    const calls = await Promise.all(traces.map((trace) => trace.stop()));
    expect(calls.map(({ length }) => length > 0)).toEqual([true, true]);
  });

  it('both get a changed setting, corrected by the hook and announced to each', async () => {
    await rocketChat().setAppSetting('greeting', '  good morning ');
    const greetings = await Promise.all([0, 1].map((instance) => post(url('greeting', instance))));
    expect(greetings).toEqual([{ greeting: 'good morning' }, { greeting: 'good morning' }]);
    expect(rocketChat().app().settings.greeting?.value).toBe('good morning');
    const saved = rocketChat()
      .logs()
      .flatMap(({ entries }) => entries.filter(({ args }) => (args as unknown[])[0] === 'saved'));
    expect(saved).toHaveLength(2);
  });

  it('refuse a setting that the app does not have', async () => {
    await expect(rocketChat().setAppSetting('farewell', 'bye')).rejects.toThrow('The app has no setting farewell.');
  });

  it('both take an update, and keep path, settings and what is stored', async () => {
    const before = url('echo', 0);
    const { version, status } = await rocketChat().update(await buildProbe('0.0.2'));
    expect([version, status]).toEqual(['0.0.2', 'manually_enabled']);
    expect(url('echo', 0)).toBe(before);
    for (const instance of [0, 1]) {
      expect(await post(url('greeting', instance))).toEqual({ greeting: 'good morning' });
      expect(await post(url('note', instance), { count: 0 })).toHaveLength(2);
    }
  });

  it('both forget an app that is uninstalled, and all it had stored', async () => {
    const { id } = rocketChat().app();
    const urls = [url('echo', 0), url('echo', 1)];
    await rocketChat().uninstall();
    const answers = await Promise.all(urls.map((address) => fetch(address, { method: 'POST' })));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(rocketChat().workspace.persistenceRecords(id)).toEqual([]);
    expect(() => rocketChat().app()).toThrow('No app is installed.');
  });
});

describe('a Rocket.Chat that is stopped', () => {
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      if (isNativeError(error) && 'code' in error && error.code === 'ESRCH') return false;
      throw error;
    }
  };

  it('leaves no sandbox behind', async () => {
    const rocketChat: RocketChat = await startRocketChat();
    await rocketChat.install(await buildProbe());
    const pids = (await Promise.all(rocketChat.instances.map(({ orders }) => orders.sandboxPids()))).flat();
    expect(pids.map(isAlive)).toEqual([true]);
    await rocketChat.stop();
    while (pids.some(isAlive)) await pause(20);
    await expect(fetch(rocketChat.url)).rejects.toThrow();
  });

  it('says so when its port is taken', async () => {
    const first = await startRocketChat();
    await expect(startRocketChat({ port: Number(new URL(first.url).port) })).rejects.toThrow('EADDRINUSE');
    await first.stop();
  });
});
