import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBE_ID } from '../probe/build';
import { post, withProbe } from './started';

const JSON_TYPE = { 'content-type': 'application/json' };

describe("an app's endpoint behind the real engine", () => {
  const rocketChat = withProbe();
  const url = (path: string): string => rocketChat().app().endpoint(path);

  it('gets the body, the method in lower case, repeated query keys as a list, and its hash', async () => {
    const answer = await post(`${url('echo')}?a=1&a=2&b=3`, { ticket: { id: 7 } });
    const hash = url('echo').split('/').at(-2);
    expect(answer).toEqual({ content: { ticket: { id: 7 } }, query: { a: ['1', '2'], b: '3' }, method: 'post', hash });
  });

  it('gets a form as fields', async () => {
    const response = await fetch(url('echo'), { method: 'POST', body: new URLSearchParams({ ticket: '7' }) });
    expect(await response.json()).toMatchObject({ content: { ticket: '7' } });
  });

  it('gets no body of another type', async () => {
    const response = await fetch(url('echo'), { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' });
    expect(await response.json()).toMatchObject({ content: {} });
  });

  it('gets 100 kB of JSON, and not a byte more', async () => {
    const body = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 4)).replace(/^(.*)$/, '[$1]');
    const accepted = await fetch(url('echo'), { method: 'POST', headers: JSON_TYPE, body: body(102_400) });
    const refused = await fetch(url('echo'), { method: 'POST', headers: JSON_TYPE, body: body(102_401) });
    expect([accepted.status, refused.status]).toEqual([200, 413]);
  });

  it('never sees malformed JSON', async () => {
    const response = await fetch(url('echo'), { method: 'POST', headers: JSON_TYPE, body: '{"a":' });
    expect(response.status).toBe(400);
  });

  it('answers 404 under a wrong hash', async () => {
    const wrong = url('echo').replace(/\/[^/]+\/echo$/, '/00000000-0000-4000-8000-000000000000/echo');
    expect((await fetch(wrong, { method: 'POST' })).status).toBe(404);
  });

  it('answers 404 for an app that is not there', async () => {
    const wrong = url('echo').replace(PROBE_ID, '00000000-0000-4000-8000-000000000000');
    expect((await fetch(wrong, { method: 'POST' })).status).toBe(404);
  });

  it('is not reached without its hash when it is private', async () => {
    const open = await post(url('open-to-all'));
    const closed = await fetch(url('open-to-all').replace('open-to-all', 'echo'), { method: 'POST' });
    expect([open, closed.status]).toEqual([{ user: null }, 404]);
  });

  it('that is for users only refuses everybody else, and learns who asks', async () => {
    const login = (await post(`${rocketChat().url}/api/v1/login`, { username: 'admin', password: 'admin' })) as {
      data: { userId: string; authToken: string };
    }; // as: Rocket.Chat's answer
    const as = (token: string): Promise<Response> =>
      fetch(url('for-users'), { method: 'POST', headers: { 'x-user-id': login.data.userId, 'x-auth-token': token } });
    expect((await fetch(url('for-users'), { method: 'POST' })).status).toBe(401);
    expect((await as('guessed')).status).toBe(401);
    expect(await (await as(login.data.authToken)).json()).toEqual({ user: 'admin' });
  });

  it('answers 500 for a method it does not have', async () => {
    expect((await fetch(url('echo'))).status).toBe(500);
  });

  it('answers 500 with the message of what it throws', async () => {
    const response = await fetch(url('throw'), { method: 'POST' });
    expect([response.status, await response.text()]).toEqual([500, 'the probe has thrown']);
  });

  it('gets nothing from an accessor whose permission it does not have', async () => {
    await post(url('forbidden'));
    expect(rocketChat().instances[0]?.output()).toContain('lacks the following permissions');
  });

  it('leaves its log readable', async () => {
    await post(url('log'), { ticket: 7 });
    const entries = rocketChat()
      .logs()
      .flatMap(({ entries }) => entries);
    expect(entries.map(({ args }) => args as unknown)).toContainEqual(['the probe logs', { ticket: 7 }]);
  });
});

describe("an app's request to another server", () => {
  const rocketChat = withProbe();
  const seen: { method: string; url: string; type: string; body: string }[] = [];
  let server: Server;
  let target = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
        if (request.url?.startsWith('/slow')) return;
        const type = request.url?.startsWith('/text') ? 'text/plain' : 'application/json';
        response.writeHead(201, { 'content-type': type }).end('{"a":1}');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = (method: string, path: string, options: object): Promise<unknown> =>
    post(rocketChat().app().endpoint('fetch'), { method, url: target + path, options });

  it('sends data as JSON and gets JSON parsed', async () => {
    expect(await send('post', '/json', { data: { b: 2 } })).toEqual({ statusCode: 201, content: '{"a":1}', data: { a: 1 } });
    expect(seen.at(-1)).toEqual({ method: 'POST', url: '/json', type: 'application/json', body: '{"b":2}' });
  });

  it('gets an answer that is not JSON as text only', async () => {
    expect(await send('post', '/text', { data: {} })).toEqual({ statusCode: 201, content: '{"a":1}' });
  });

  it('puts params into the query of a GET, and drops its body', async () => {
    await send('get', '/get', { params: { q: 'x y' }, content: 'dropped' });
    expect(seen.at(-1)).toMatchObject({ method: 'GET', url: '/get?q=x+y', body: '' });
  });

  it('sends params alone as a form', async () => {
    await send('post', '/form', { params: { q: 'x' } });
    expect(seen.at(-1)).toMatchObject({ url: '/form', type: 'application/x-www-form-urlencoded', body: 'q=x' });
  });

  it('fails when the other server takes longer than the app wants to wait', async () => {
    await expect(send('get', '/slow', { timeout: 100 })).rejects.toThrow('500');
  });
});
