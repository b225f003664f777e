import { parse } from 'yaml';
import type { AppUnderTest } from './otobo-app';
import { type } from './commands';
import { SECRET, withApp } from './otobo-app';
import { addPeople } from './people';

/** The messages between the app and somebody, oldest first. */
function direct(app: AppUnderTest, username: string): ReturnType<AppUnderTest['workspace']['messages']> {
  const room = app.workspace
    .allRooms()
    .find(({ t, usernames }) => t === 'd' && usernames?.includes(username) === true && usernames.includes('otobo.bot'));
  return room ? app.workspace.messages(room._id) : [];
}

/** The file of a message, as it lies in the workspace. */
async function fileIn(app: AppUnderTest, message: { readonly files?: unknown } | undefined): Promise<{ name: string; content: string }> {
  const [file] = (message?.files ?? []) as { _id: string; name: string }[]; // as: the server's messages have their files so
  if (!file) throw new Error('There is no file.');
  const content = await app.workspace.bridgeCall('upload', 'getBuffer', [{ id: file._id }, app.rocketChat.app().id]);
  return { name: file.name, content: String(content) };
}

const secretOf = (app: AppUnderTest): unknown => app.rocketChat.app().settings.endpoint_secret?.value as unknown;

/** Everything that people and admins can read: messages, what was told, the app's log, and what the engines have printed. */
function readable(app: AppUnderTest): string {
  const { rocketChat, workspace } = app;
  return JSON.stringify([workspace.snapshot(), workspace.ephemeral, rocketChat.logs(), rocketChat.instances.map((one) => one.output())]);
}

describe('/otobo setup', () => {
  const app = withApp({ instances: 2 });
  beforeAll(async () => {
    await addPeople(app());
  });

  test('is for admins only', async () => {
    const [told] = await type(app(), 'alice', '/otobo setup');
    expect(told?.text).toContain('for admins of the app');
    expect(direct(app(), 'alice')).toEqual([]);
  });

  test('sends the admin a web service that calls this app, with instructions, and leaves the secret alone', async () => {
    const [told] = await type(app(), 'admin', '/otobo setup');
    expect(told?.text).toContain('RocketChat.yml');
    expect(told?.text).toContain('unchanged');
    expect(secretOf(app())).toBe(SECRET);

    // The first message is the one that greets who has installed the app.
    const [, upload, letter] = direct(app(), 'admin');
    const { name, content } = await fileIn(app(), upload);
    expect(name).toBe('RocketChat.yml');
    const { Requester: requester } = parse(content) as {
      Requester: { Transport: { Config: { Host: string; InvokerControllerMapping: Record<string, { Controller: string }> } } };
    }; // as: the test is about what is in it
    const { Host: host, InvokerControllerMapping: mapping } = requester.Transport.Config;
    const address = `${host}${mapping.OpenRoom?.Controller ?? ''}`;
    expect(address).toBe(app().rocketChat.app().endpoint('tickets/open'));
    const answer = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${SECRET}` } });
    expect(answer.status).toBe(415);

    expect(letter?.msg).toContain(`\`${host}\``);
    expect(letter?.msg).toContain('/otobo doctor');
    expect(letter?.mentions ?? []).toEqual([]);
  });

  test('can be run again', async () => {
    const { length } = direct(app(), 'admin');
    await type(app(), 'admin', '/otobo setup');
    expect(direct(app(), 'admin')).toHaveLength(length + 2);
    expect(secretOf(app())).toBe(SECRET);
  });

  test('fills an empty secret, which every instance lets in at once, and which nobody gets to read', async () => {
    await app().rocketChat.setAppSetting('endpoint_secret', '');
    const health = (instance: number, secret: unknown): Promise<{ status: number }> =>
      app().request('health', { headers: { authorization: `Bearer ${String(secret)}` } }, instance);
    expect((await health(0, SECRET)).status).toBe(503);

    const [told] = await type(app(), 'admin', '/otobo setup');
    expect(told?.text).toContain('I have made a secret');
    await app().atRest();
    const secret = String(secretOf(app()));
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(readable(app()).includes(secret)).toBe(false);
    const answers = await Promise.all([0, 1].map((instance) => health(instance, secret)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('says so where uploads are off', async () => {
    app().workspace.settings.set('FileUpload_Enabled', false);
    const [told] = await type(app(), 'admin', '/otobo setup');
    app().workspace.settings.set('FileUpload_Enabled', true);
    expect(told?.text).toContain('does not take the file');
  });

  test('says so where the workspace has no address', async () => {
    const address = app().workspace.settings.text('Site_Url');
    app().workspace.settings.set('Site_Url', '');
    const [told] = await type(app(), 'admin', '/otobo setup');
    app().workspace.settings.set('Site_Url', address);
    expect(told?.text).toContain('Site URL');
  });
});

describe('/otobo setup in a workspace without direct messages', () => {
  const app = withApp({}, (workspace) => {
    workspace.permissions.set('create-d', []);
  });

  test('says what to allow', async () => {
    const [told] = await type(app(), 'admin', '/otobo setup');
    expect(told?.text).toContain('create-d');
  });
});
