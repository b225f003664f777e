import { type } from './commands';
import { type AppUnderTest, withApp } from './otobo-app';

const settingOf = (app: AppUnderTest, id: string): unknown => app.rocketChat.app().settings[id]?.value as unknown;

describe('a new installation', () => {
  const app = withApp();

  test('tells who installed the app, once and in private, what comes next', () => {
    const { workspace } = app();
    const direct = workspace.allRooms().filter(({ t }) => t === 'd');
    expect(direct.map(({ usernames }) => [...(usernames ?? [])].sort())).toEqual([['admin', 'otobo.bot']]);
    const texts = workspace.messages(direct[0]?._id ?? '').map(({ msg }) => msg);
    expect(texts).toEqual([expect.stringMatching(/1\. `\/otobo setup`[^]*2\.[^]*3\. `\/otobo doctor`/)]);
  });

  test('puts back a value that cannot work, and the check says which', async () => {
    await app().rocketChat.setAppSetting('room_name', 'case-{number}');
    await app().rocketChat.setAppSetting('room_name', 'no number at all');
    await app().rocketChat.setAppSetting('quiet_hours', 'at night');
    expect([settingOf(app(), 'room_name'), settingOf(app(), 'quiet_hours')]).toEqual(['case-{number}', '']);
    const [told] = await type(app(), 'admin', '/otobo doctor');
    expect(told?.text).toMatch(/"no number at all" was entered for the setting room/);
  });

  test('never writes a secret into the log, whatever is entered', async () => {
    await app().rocketChat.setAppSetting('endpoint_secret', '/a {secret} that nobody may read');
    expect(JSON.stringify(app().rocketChat.logs())).not.toContain('that nobody may read');
  });
});
