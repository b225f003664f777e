import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import { ownSettings } from '../../src/outbound/rocketchat/own-settings';

/** A server that saves a setting some time after it was told to, or never. */
class Stage {
  value: unknown = '';
  readonly updates: unknown[] = [];
  paused = 0;

  constructor(private readonly savedAfterMs: number) {}

  fill(secret: string): Promise<boolean> {
    const getValueById = (id: string): Promise<unknown> => Promise.resolve(id === 'endpoint_secret' ? this.value : undefined);
    const read = { getEnvironmentReader: () => ({ getSettings: () => ({ getValueById }) }) } as unknown as IRead; // as: nothing else may be used
    const updater: ISettingUpdater = {
      updateValue: (...update) => {
        this.updates.push(update);
        return Promise.resolve();
      },
      updateSelectOptions: () => Promise.reject(new Error('Nobody should do this.')),
    };
    const pause = (ms: number): Promise<void> => {
      this.paused += ms;
      if (this.paused >= this.savedAfterMs) this.value = secret;
      return Promise.resolve();
    };
    return ownSettings({ read }, () => updater, { corrections: new Map() }, { pause }).fillSecret(secret);
  }
}

test('a secret is made, and is valid when that is said', async () => {
  const stage = new Stage(300);
  expect(await stage.fill('new')).toBe(true);
  expect(stage.updates).toEqual([['endpoint_secret', 'new']]);
  expect(stage.value).toBe('new');
});

test('a secret that is there stays', async () => {
  const stage = new Stage(0);
  stage.value = 'of the admin';
  expect(await stage.fill('new')).toBe(false);
  expect(stage.updates).toEqual([]);
});

test('blanks are no secret', async () => {
  const stage = new Stage(100);
  stage.value = '  ';
  expect(await stage.fill('new')).toBe(true);
});

test('a server that does not keep it is not taken for one that does', async () => {
  await expect(new Stage(Infinity).fill('new')).rejects.toMatchObject({ code: 'setting_not_saved' });
});
