import { withProbe } from './started';

describe("the playground's own API", () => {
  const rocketChat = withProbe();
  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${rocketChat().url}/playground${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };

  it('makes people and rooms, posts, and shows who is where and what was said', async () => {
    await call('POST', '/users', { username: 'alice', emails: [{ address: 'alice@helpdesk.test', verified: true }] });
    await call('POST', '/users', { username: 'bob' });
    expect((await call('POST', '/rooms', { by: 'alice', name: 'talk' })).status).toBe(200);
    await call('POST', '/rooms/talk/members', { username: 'bob' });
    await call('POST', '/rooms/talk/messages', { username: 'bob', text: 'hello' });
    expect((await call('GET', '/rooms/talk')).body).toMatchObject({ name: 'talk', t: 'p', members: ['alice', 'bob'] });
    const { body } = await call('GET', '/rooms/talk/messages');
    expect((body as { msg: string }[]).map(({ msg }) => msg)).toContain('hello');
  });

  it('answers programs on this machine, and no web page that is open in a browser there', async () => {
    const from = (origin: string): Promise<Response> => fetch(`${rocketChat().url}/playground/app`, { headers: { origin } });
    expect((await from(rocketChat().url)).status).toBe(200);
    expect((await from('https://evil.example')).status).toBe(403);
  });

  it('lists the rooms of a person with what is unread, and takes and gives files', async () => {
    await call('POST', '/rooms', { by: 'alice', name: 'news', members: ['bob'] });
    const content = Buffer.from('<script>').toString('base64');
    await call('POST', '/rooms/news/files', { username: 'alice', name: 'page.html', type: 'text/html', content });
    const news = async (): Promise<unknown> => {
      const { body } = await call('GET', '/users/bob/rooms');
      return (body as { room: { name: string } }[]).find(({ room }) => room.name === 'news');
    };
    expect(await news()).toMatchObject({ subscription: { alert: true } });
    await call('POST', '/users/bob/rooms/news/read');
    expect(await news()).toMatchObject({ subscription: { alert: false } });
    const { body } = await call('GET', '/rooms/news/messages');
    const [link] = (body as { attachments?: { title_link: string }[] }[]).flatMap(({ attachments = [] }) =>
      attachments.map((one) => one.title_link),
    );
    const file = await fetch(rocketChat().url + (link ?? ''));
    expect([await file.text(), file.headers.get('content-type')]).toEqual(['<script>', 'application/octet-stream']);
    expect((await fetch(`${rocketChat().url}/file-upload/none/page.html`)).status).toBe(404);
  });

  it('tells who listens after every request that may have changed something, and after what the app does', async () => {
    let told = 0;
    const end = rocketChat().changes.onChange(() => (told += 1));
    await call('GET', '/users');
    expect(told).toBe(0);
    await call('POST', '/users/alice/login');
    expect(told).toBeGreaterThan(0);
    told = 0;
    await rocketChat().runCommand({ username: 'alice', roomId: 'GENERAL', text: '/probe hello' });
    expect(told).toBeGreaterThan(0);
    end();
    told = 0;
    await call('POST', '/users/alice/login');
    expect(told).toBe(0);
  });

  it('runs a command, and shows the view it opened until it is submitted', async () => {
    expect((await call('POST', '/commands', { username: 'admin', roomId: 'GENERAL', text: '/probe open' })).status).toBe(200);
    expect((await call('GET', '/users/admin/views')).body).toMatchObject([{ view: { id: 'probe-view' } }]);
    await call('POST', '/users/admin/views/probe-view/submit', { state: { name: { input: 'x' } } });
    expect((await call('GET', '/users/admin/views')).body).toEqual([]);
  });

  it('sets the app up and shows where it is reached', async () => {
    await call('PUT', '/app/settings/greeting', { value: 'hi' });
    const { body } = await call('GET', '/app');
    expect(body).toMatchObject({ settings: { greeting: { value: 'hi' } }, endpoints: { echo: rocketChat().app().endpoint('echo') } });
  });

  it('moves the clock forward, and never back', async () => {
    const before = rocketChat().clock.offsetMs;
    expect((await call('POST', '/clock/advance', { ms: 60_000 })).body).toMatchObject({ aheadMs: before + 60_000 });
    expect((await call('POST', '/clock/advance', { ms: -1 })).status).toBe(400);
    expect(rocketChat().clock.offsetMs).toBe(before + 60_000);
  });

  it('changes a server setting', async () => {
    await call('PUT', '/server-settings/Language', { value: 'de' });
    expect(rocketChat().workspace.settings.text('Language')).toBe('de');
  });

  it('kills the sandbox and answers when it is back', async () => {
    expect((await call('POST', '/app/kill')).status).toBe(200);
    expect((await fetch(rocketChat().app().endpoint('echo'), { method: 'POST' })).status).toBe(200);
  });

  it.each([
    ['POST', '/users', {}, '"username" has to be a text.'],
    ['POST', '/commands', { username: 'admin', roomId: 'GENERAL', text: 'hello' }, '"hello" is no command'],
    ['POST', '/clock/advance', { ms: 'an hour' }, '"ms" has to be a number'],
    ['GET', '/rooms/nowhere', undefined, 'There is no room nowhere.'],
  ])('answers %s %s with 400 and the reason when it cannot be done', async (method, path, body, reason) => {
    const answer = await call(method, path, body);
    expect(answer).toEqual({ status: 400, body: { error: expect.stringContaining(reason) as unknown } });
  });

  it('answers 404 for what it does not have', async () => {
    expect((await call('GET', '/nothing')).status).toBe(404);
  });
});
