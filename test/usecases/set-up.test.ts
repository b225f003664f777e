import { AppError } from '../../src/domain/errors';
import type { Ports } from '../../src/usecases/ports';
import { setUp } from '../../src/usecases/set-up';
import { recognition, user } from '../domain/chat';
import { FakeChat } from './fake-chat';

const POLICY = { recognition: recognition('email'), agentRoles: [], adminRoles: ['admin'] };
const ADMIN = user('admin', { roles: ['admin'] });

let chat: FakeChat;
beforeEach(() => {
  chat = new FakeChat();
});

const run = (ports: Ports = chat.ports(), by = ADMIN): ReturnType<typeof setUp> =>
  setUp(by, POLICY, ports, ({ host, path }) => `letter ${host} ${path}`);

test('the admin gets the web service for this workspace, then the instructions with address and path', async () => {
  chat.siteUrl = 'https://chat.example:8443/team';
  await run();
  expect(chat.installation.sent).toEqual([
    {
      to: 'admin',
      name: 'RocketChat.yml',
      content:
        'Host: "https://chat.example:8443"\nController: "/team/api/apps/private/app/hash/tickets/open"\nAuthorization: "Bearer PUT-THE-SECRET-HERE"\n',
    },
  ]);
  expect(chat.membership.said.at(-1)).toMatchObject({
    what: 'write',
    about: 'letter https://chat.example:8443 /team/api/apps/private/app/hash',
  });
});

test('an app without a secret gets one, which is in nothing that is sent', async () => {
  expect(await run()).toEqual({ secretMade: true });
  const { secret, sent } = chat.installation;
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify([sent, chat.membership.said]).includes(secret)).toBe(false);
});

test('a secret that is there stays, however often it is run', async () => {
  chat.installation.secret = 'of the admin';
  expect(await run()).toEqual({ secretMade: false });
  expect(await run()).toEqual({ secretMade: false });
  expect(chat.installation.secret).toBe('of the admin');
  expect(chat.installation.sent).toHaveLength(2);
});

test('somebody who is no admin gets nothing, and no secret is made', async () => {
  await expect(run(chat.ports(), user('alice'))).rejects.toMatchObject({ code: 'admin_only' });
  expect([chat.installation.secret, chat.installation.sent]).toEqual(['', []]);
});

test('a workspace without an address that OTOBO could call is told so, before a secret is made', async () => {
  chat.siteUrl = 'chat';
  await expect(run()).rejects.toMatchObject({ code: 'site_url_invalid', details: { url: 'chat' } });
  expect([chat.installation.secret, chat.installation.sent]).toEqual(['', []]);
});

test('where the file cannot be sent, there are no instructions about it either', async () => {
  const own = chat.ports();
  const ports = { ...own, files: { ...own.files, send: () => Promise.reject(new AppError('direct_room_refused')) } };
  await expect(run(ports)).rejects.toMatchObject({ code: 'direct_room_refused' });
  expect(chat.membership.said).toEqual([]);
});
