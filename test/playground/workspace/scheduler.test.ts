import { SCAN_INTERVAL_MS } from '../../../playground/rocketchat/workspace';
import { Stage } from './stage';

const MINUTE = 60_000;
const NAME = 'retry_app-1';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.call('scheduler', 'registerProcessors', [{ id: NAME }], 'app-1');
});
afterEach(() => stage.workspace.close());

const once = (when: Date | string, data: object = {}): Promise<unknown> =>
  stage.call('scheduler', 'scheduleOnce', { id: NAME, when, data }, 'app-1');
const every = (interval: string | number, more: object = {}): Promise<unknown> =>
  stage.call('scheduler', 'scheduleRecurring', { id: NAME, interval, ...more }, 'app-1');
const inFuture = (ms: number): Date => new Date(stage.clock.now() + ms);

/** @returns how many jobs have run when that time has passed */
const afterPassing = async (ms: number): Promise<number> => {
  stage.clock.advance(ms);
  await stage.workspace.scheduler.settled();
  return stage.host.jobs.length;
};

describe('a job that runs once', () => {
  it('runs when it is due, not before, under the name that the app registered', async () => {
    const id = await once(inFuture(10 * MINUTE), { ticket: 7 });
    expect(await afterPassing(9 * MINUTE)).toBe(0);
    expect(await afterPassing(MINUTE)).toBe(1);
    expect(stage.host.jobs).toEqual([{ processorId: 'retry', data: { ticket: 7, jobId: id } }]);
    expect(stage.workspace.snapshot().jobs).toEqual([]);
    expect(await afterPassing(60 * MINUTE)).toBe(1);
  });

  it.each(['2 minutes', 'in 2 minutes', '120 seconds'])('takes words for its time: %s', async (when) => {
    await once(when);
    expect(await afterPassing(MINUTE)).toBe(0);
    expect(await afterPassing(MINUTE)).toBe(1);
  });

  it('is not scheduled, without an error, when its time means nothing', async () => {
    expect(await once('whenever')).toBeUndefined();
    expect(stage.workspace.snapshot().jobs).toEqual([]);
  });

  it('may stand there several times', async () => {
    await once(inFuture(MINUTE));
    await once(inFuture(MINUTE));
    expect(await afterPassing(MINUTE)).toBe(2);
  });

  it('is kept with its reason and never tried again when it failed', async () => {
    stage.host.outcomes.push(() => Promise.reject(new Error('OTOBO is away')));
    await once(inFuture(MINUTE));
    expect(await afterPassing(MINUTE)).toBe(1);
    expect(await afterPassing(24 * 60 * MINUTE)).toBe(1);
    expect(stage.workspace.snapshot().jobs).toMatchObject([{ nextRunAt: null, failCount: 1, failReason: 'OTOBO is away' }]);
  });

  it('runs in the order of its time', async () => {
    await once(inFuture(2 * MINUTE), { n: 2 });
    await once(inFuture(MINUTE), { n: 1 });
    await afterPassing(3 * MINUTE);
    expect(stage.host.jobs.map(({ data }) => data.n)).toEqual([1, 2]);
  });
});

describe('a job that repeats', () => {
  it('runs at once and then again after each interval', async () => {
    await every('1 minute');
    expect(await afterPassing(0)).toBe(1);
    expect(await afterPassing(MINUTE)).toBe(2);
    expect(await afterPassing(MINUTE)).toBe(3);
  });

  it('waits for its first time when the immediate run is skipped', async () => {
    await every('30 seconds', { skipImmediate: true });
    expect(await afterPassing(0)).toBe(0);
    expect(await afterPassing(30_000)).toBe(1);
  });

  it('takes milliseconds', async () => {
    await every(MINUTE, { skipImmediate: true });
    expect(await afterPassing(MINUTE)).toBe(1);
  });

  it('takes cron expressions and does not run before the first time they name', async () => {
    await every('0 * * * *');
    expect(await afterPassing(0)).toBe(0);
    expect(await afterPassing(60 * MINUTE)).toBe(1);
  });

  it('runs once, not many times, when time has jumped', async () => {
    await every('1 minute', { skipImmediate: true });
    expect(await afterPassing(60 * MINUTE)).toBe(1);
  });

  it('exists once per name; scheduling it again renews its data', async () => {
    const first = await every('1 minute', { data: { n: 1 } });
    await afterPassing(0);
    expect(await every('1 minute', { data: { n: 2 } })).toBe(first);
    expect(await afterPassing(0)).toBe(1);
    await afterPassing(MINUTE);
    expect(stage.host.jobs.map(({ data }) => data.n)).toEqual([1, 2]);
  });

  it('is put off by every renewal when its first run lies ahead', async () => {
    await every('10 minutes', { skipImmediate: true });
    await afterPassing(9 * MINUTE);
    await every('10 minutes', { skipImmediate: true });
    expect(await afterPassing(9 * MINUTE)).toBe(0);
  });

  it('goes on after a failure', async () => {
    stage.host.outcomes.push(() => Promise.reject(new Error('once')));
    await every('1 minute');
    await afterPassing(0);
    expect(await afterPassing(MINUTE)).toBe(2);
  });

  it('never runs when its interval means nothing', async () => {
    await every('whenever');
    expect(await afterPassing(24 * 60 * MINUTE)).toBe(0);
  });
});

describe('jobs of one name', () => {
  it('run one at a time', async () => {
    let finish = (): void => undefined;
    stage.host.outcomes.push(() => new Promise((resolve) => (finish = resolve)));
    await once(inFuture(MINUTE), { n: 1 });
    await once(inFuture(MINUTE), { n: 2 });
    stage.clock.advance(2 * MINUTE);
    expect(stage.host.jobs).toHaveLength(1);
    finish();
    await stage.workspace.scheduler.settled();
    expect(stage.host.jobs).toHaveLength(2);
  });

  it('wait while no instance has registered their processor', async () => {
    await stage.call('scheduler', 'scheduleOnce', { id: 'later_app-1', when: inFuture(0) }, 'app-1');
    expect(await afterPassing(MINUTE)).toBe(0);
    await stage.call('scheduler', 'registerProcessors', [{ id: 'later_app-1' }], 'app-1');
    expect(await afterPassing(0)).toBe(1);
  });
});

describe('cancelling', () => {
  it('is by id, with the app id that the engine appends', async () => {
    const id = await once(inFuture(MINUTE));
    await stage.call('scheduler', 'cancelJob', `${String(id)}_app-1`, 'app-1');
    expect(await afterPassing(MINUTE)).toBe(0);
  });

  it('is by name', async () => {
    await every('1 minute', { skipImmediate: true });
    await stage.call('scheduler', 'cancelJob', NAME, 'app-1');
    expect(await afterPassing(MINUTE)).toBe(0);
  });

  it('of all jobs leaves other apps’ jobs alone', async () => {
    await stage.call('scheduler', 'registerProcessors', [{ id: 'other_app-2' }], 'app-2');
    await stage.call('scheduler', 'scheduleOnce', { id: 'other_app-2', when: inFuture(MINUTE) }, 'app-2');
    await once(inFuture(MINUTE));
    await stage.call('scheduler', 'cancelAllJobs', 'app-1');
    await afterPassing(MINUTE);
    expect(stage.host.jobs).toMatchObject([{ processorId: 'other' }]);
  });

  it('comes too late for a job that the last look at the collection has locked', async () => {
    const id = await once(inFuture(SCAN_INTERVAL_MS - 1000));
    await stage.call('scheduler', 'cancelJob', id, 'app-1');
    expect(await afterPassing(SCAN_INTERVAL_MS)).toBe(1);
  });
});

it('starts no more jobs when the workspace is closed', async () => {
  await once(inFuture(MINUTE));
  stage.workspace.close();
  expect(await afterPassing(MINUTE)).toBe(0);
});

describe('a startup setting', () => {
  const register = (startupSetting: object): Promise<unknown> =>
    stage.call('scheduler', 'registerProcessors', [{ id: NAME, startupSetting }], 'app-1');

  it('of a job that runs once does not schedule a second while one is waiting', async () => {
    const setting = { type: 'onetime', when: '1 minute' };
    expect(await register(setting)).toHaveLength(1);
    expect(await register(setting)).toBeUndefined();
    expect(await afterPassing(MINUTE)).toBe(1);
  });

  it('of a job that repeats is registered by every instance and exists once', async () => {
    const setting = { type: 'recurring', interval: '1 minute', skipImmediate: true };
    await register(setting);
    await register(setting);
    expect(stage.workspace.snapshot().jobs).toHaveLength(1);
  });
});
