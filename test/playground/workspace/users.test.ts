import { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

const byName = (username: string): Promise<unknown> => stage.call('user', 'getByUsername', username, 'app-1');

describe('looking somebody up', () => {
  it('is by the exact user name or id, and answers nothing for nobody', async () => {
    expect(await byName('alice')).toMatchObject({ id: stage.id('alice'), username: 'alice' });
    expect(await byName('Alice')).toBeUndefined();
    expect(await stage.call('user', 'getById', stage.id('bob'), 'app-1')).toMatchObject({ username: 'bob' });
    expect(await stage.call('user', 'getById', 'nobody', 'app-1')).toBeUndefined();
  });

  it('passes addresses on as they are stored, verified or not', async () => {
    const emails = [
      { address: 'dora@example.com', verified: true },
      { address: 'd@example.com', verified: false },
    ];
    stage.workspace.addUser({ username: 'dora', emails });
    expect(await byName('dora')).toMatchObject({ emails });
  });

  it('gives no addresses for an account that has none', async () => {
    expect(await byName('alice')).toMatchObject({ emails: undefined });
  });

  it('gives the language only to those who chose one', async () => {
    stage.workspace.addUser({ username: 'dora', language: 'de' });
    expect(await byName('dora')).toMatchObject({ settings: { preferences: { language: 'de' } } });
    expect(await byName('alice')).toHaveProperty('settings.preferences', {});
  });

  it('finds disabled accounts and says that they are', async () => {
    stage.workspace.addUser({ username: 'gone', active: false });
    expect(await byName('gone')).toMatchObject({ isEnabled: false, type: 'user' });
  });
});

describe('an app’s own user', () => {
  it('has the role and type app, and cannot log in', async () => {
    expect(await stage.call('user', 'getAppUser', 'app-1')).toMatchObject({
      username: 'otobo.bot',
      type: 'app',
      roles: ['app'],
      appId: 'app-1',
    });
    expect(() => stage.workspace.logIn('otobo.bot')).toThrow('[error-app-user-is-not-allowed-to-login]');
  });

  it('is no other app’s', async () => {
    expect(await stage.call('user', 'getAppUser', 'app-2')).toBeUndefined();
  });

  it('cannot be made when its name is taken in any spelling', async () => {
    await expect(stage.call('user', 'create', { username: 'ALICE', type: 'app' }, 'app-2')).rejects.toThrow(
      'The username "ALICE" is already being used. Rename or remove the user using it to install this App',
    );
  });

  it('keeps its id when an admin renames it', async () => {
    const id = stage.id('otobo.bot');
    stage.workspace.updateUser('otobo.bot', { username: 'tickets.bot' });
    expect(await stage.call('user', 'getAppUser', 'app-1')).toMatchObject({ id, username: 'tickets.bot' });
  });

  it('goes when the app is uninstalled', async () => {
    expect(await stage.call('user', 'deleteUsersCreatedByApp', 'app-1', 'app')).toBe(true);
    expect(await stage.call('user', 'getAppUser', 'app-1')).toBeUndefined();
  });

  it('is the only kind of account that an app can make', async () => {
    await expect(stage.call('user', 'create', { username: 'person', type: 'user' }, 'app-1')).rejects.toThrow(
      'Creating normal users is currently not supported',
    );
  });
});

it('counts enabled accounts without app users', async () => {
  stage.workspace.addUser({ username: 'gone', active: false });
  expect(await stage.call('user', 'getActiveUserCount')).toBe(4);
});

it('lists the rooms that somebody is in', async () => {
  const id = await stage.createGroup({ members: ['bob'] });
  expect(await stage.call('user', 'getUserRoomIds', stage.id('bob'), 'app-1')).toEqual(['GENERAL', id]);
});

describe('what admins do', () => {
  it('deletes an account with its messages and memberships', async () => {
    const id = await stage.createGroup({ members: ['bob'] });
    await stage.workspace.sendMessage('bob', id, 'x');
    stage.workspace.removeUser('bob');
    expect(await byName('bob')).toBeUndefined();
    expect(stage.workspace.members(id)).toEqual(['alice']);
    expect(stage.workspace.messages(id)).toEqual([]);
    expect(stage.workspace.room(id)?.usersCount).toBe(1);
  });

  it('renames an account wherever its name is written', async () => {
    const id = await stage.createGroup({ by: 'bob', _unmappedProperties_: { unmuted: ['bob'] } });
    await stage.workspace.sendMessage('bob', id, 'x');
    stage.workspace.updateUser('bob', { username: 'robert' });
    expect(stage.workspace.members(id)).toEqual(['robert']);
    expect(stage.workspace.room(id)).toMatchObject({ u: { username: 'robert' }, unmuted: ['robert'] });
    expect(stage.workspace.messages(id)).toMatchObject([{ u: { username: 'robert' } }]);
    expect(await byName('bob')).toBeUndefined();
  });

  it('refuses a name that is taken', () => {
    expect(() => stage.workspace.addUser({ username: 'Alice' })).toThrow('[error-field-unavailable]');
    expect(() => stage.workspace.updateUser('bob', { username: 'alice' })).toThrow('[error-field-unavailable]');
  });

  it('keeps disabled people out', () => {
    stage.workspace.updateUser('bob', { active: false });
    expect(() => stage.workspace.logIn('bob')).toThrow('User is not activated [error-user-is-not-activated]');
  });
});
