import { startRocketChat, type RocketChat } from '../../../playground/rocketchat/host';
import { buildProbe, PROBE_ID } from '../probe/build';
import { post } from './started';

describe("the routes for an admin's tools", () => {
  let rocketChat: RocketChat;
  let headers: Record<string, string>;
  beforeAll(async () => {
    rocketChat = await startRocketChat();
    const { data } = (await post(`${rocketChat.url}/api/v1/login`, { username: 'admin', password: 'admin' })) as {
      data: { userId: string; authToken: string };
    }; // as: Rocket.Chat's answer
    headers = { 'X-User-Id': data.userId, 'X-Auth-Token': data.authToken };
  });
  afterAll(() => rocketChat.stop());

  const upload = async (path: string, zip: Buffer, sent: Record<string, string> = headers): Promise<{ status: number; body: unknown }> => {
    const form = new FormData();
    form.append('app', new Blob([zip]), 'app.zip');
    form.append('permissions', '[]');
    const response = await fetch(rocketChat.url + path, { method: 'POST', headers: sent, body: form });
    return { status: response.status, body: await response.json() };
  };

  it('refuse a wrong password', async () => {
    const login = post(`${rocketChat.url}/api/v1/login`, { username: 'admin', password: 'guess' });
    await expect(login).rejects.toThrow('401');
  });

  it('refuse an upload without a login', async () => {
    expect((await upload('/api/apps', await buildProbe(), {})).status).toBe(401);
    expect(() => rocketChat.app()).toThrow('No app is installed.');
  });

  it('say who is logged in, and what server this is', async () => {
    const [me, info] = await Promise.all([fetch(`${rocketChat.url}/api/v1/me`, { headers }), fetch(`${rocketChat.url}/api/info`)]);
    expect(await me.json()).toMatchObject({ success: true, username: 'admin' });
    expect(await info.json()).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown });
  });

  it('do not find an app before it is installed, and cannot update it', async () => {
    const found = await fetch(`${rocketChat.url}/api/apps/${PROBE_ID}`, { headers });
    expect([found.status, await found.json()]).toEqual([404, expect.objectContaining({ success: false })]);
    expect((await upload(`/api/apps/${PROBE_ID}`, await buildProbe())).status).toBe(404);
  });

  it('refuse what is no app, with the reason', async () => {
    const { status, body } = await upload('/api/apps', Buffer.from('no zip'));
    expect(status).toBe(400);
    expect(body).toMatchObject({ success: false, error: expect.any(String) as unknown });
  });

  it('install an app, find it, and update it', async () => {
    const installed = await upload('/api/apps', await buildProbe());
    expect(installed).toMatchObject({ status: 200, body: { success: true, app: { id: PROBE_ID, status: 'manually_enabled' } } });
    const found = await fetch(`${rocketChat.url}/api/apps/${PROBE_ID}`, { headers });
    expect(await found.json()).toMatchObject({ success: true, app: { version: '0.0.1' } });
    expect(await upload(`/api/apps/${PROBE_ID}`, await buildProbe('0.0.2'))).toMatchObject({ status: 200 });
    expect(rocketChat.app().version).toBe('0.0.2');
  });
});
