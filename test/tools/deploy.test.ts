import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from '../../tools/deploy';
import { packageApp } from '../../tools/package';

const TINY_APP = join(__dirname, 'tiny-app');
const PASSWORD = { username: 'admin', password: 'right' };

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}
/** What a workspace answers, by method and path; what is not named here is answered as a healthy, empty workspace does. */
type Answers = Record<string, Answer>;

const APP = '/api/apps/4f1d2c3b-5a69-4788-96a5-b4c3d2e1f001';
let scratch: string;
let zip: string;
let server: Server;
let answers: Answers;
let seen: string[];
let installed: boolean;

function healthy(request: IncomingMessage): Answer {
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case 'POST /api/v1/login':
      return { body: { status: 'success', data: { userId: 'u1', authToken: 't1' } } };
    case 'GET /api/v1/me':
      return { body: { success: request.headers['x-auth-token'] === 't1' } };
    case `GET ${APP}`:
      return installed ? { body: { success: true, app: { status: 'auto_enabled' } } } : { status: 404, body: { success: false } };
    case 'POST /api/apps':
    case `POST ${APP}`:
      installed = true;
      return { body: { success: true, app: {} } };
    default:
      return { status: 404, body: { success: false } };
  }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const route = `${request.method ?? ''} ${request.url ?? ''}`;
  seen.push(route);
  request.resume().on('end', () => {
    const { status = 200, headers = {}, body } = answers[route] ?? healthy(request);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

function address(): string {
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return `http://127.0.0.1:${port}`;
}

/** @returns what the person who deploys reads */
async function refusal(url: string = address(), credentials: Parameters<typeof deploy>[0]['credentials'] = PASSWORD): Promise<string> {
  return deploy({ url, credentials, root: TINY_APP, zip }).then(
    () => 'deployed',
    (error: unknown) => String(error),
  );
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'deploy-test-'));
  zip = (await packageApp({ root: TINY_APP, outDir: scratch })).file;
});
afterAll(() => rm(scratch, { recursive: true }));

beforeEach(async () => {
  answers = {};
  seen = [];
  installed = false;
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jest.spyOn(console, 'log').mockImplementation();
  // The uploading library writes its progress there.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('npm run deploy', () => {
  test('installs the app on a workspace that does not have it, and updates it on one that has', async () => {
    await deploy({ url: `${address()}/`, credentials: PASSWORD, root: TINY_APP, zip });
    expect(seen).toContain('POST /api/apps');
    seen = [];
    const { version, status } = await deploy({ url: address(), credentials: { userId: 'u1', token: 't1' }, root: TINY_APP, zip });
    expect({ version, status }).toEqual({ version: '1.2.3', status: 'auto_enabled' });
    expect(seen).toContain(`POST ${APP}`);
    expect(seen).not.toContain('POST /api/apps');
  });

  test.each<[string, Answers, string]>([
    [
      'the password is wrong',
      { 'POST /api/v1/login': { status: 401, body: { status: 'error', message: 'Unauthorized' } } },
      'user name with this password',
    ],
    [
      'two-factor authentication is on',
      { 'POST /api/v1/login': { status: 401, body: { status: 'error', error: 'totp-required' } } },
      '--code',
    ],
    [
      'the account may not manage apps',
      { 'POST /api/apps': { status: 403, body: { success: false, error: 'unauthorized' } } },
      'manage-apps',
    ],
    [
      'private apps are switched off',
      { 'POST /api/apps': { body: { success: false, error: 'private_app_install_disabled' } } },
      'DISABLE_PRIVATE_APP',
    ],
    ['the licence is missing', { [`POST ${APP}`]: { body: { success: false, error: 'Cannot_Update_Exempt_App' } } }, 'Starter plan'],
    ['the user name of the app is taken', { 'POST /api/apps': { body: { success: false, status: 'app_user_error' } } }, 'otobo.bot'],
    ['a proxy refuses the size', { 'POST /api/apps': { status: 413, body: '<html>too large</html>' } }, 'proxy'],
    ['the address is that of a web site', { 'POST /api/v1/login': { body: '<html></html>' } }, 'is not Rocket.Chat'],
    [
      'the address redirects',
      { 'POST /api/v1/login': { status: 301, headers: { Location: 'https://chat.example/' }, body: '' } },
      'https://chat.example/',
    ],
  ])('says what to do when %s', async (_when, given, cure) => {
    answers = given;
    installed = Object.keys(given).includes(`POST ${APP}`);
    expect(await refusal()).toContain(cure);
  });

  test('is not content with an app that Rocket.Chat keeps disabled for lack of a licence', async () => {
    installed = true;
    answers = { [`GET ${APP}`]: { body: { success: true, app: { status: 'invalid_license_disabled' } } } };
    expect(await refusal()).toContain('Starter plan');
  });

  test('says so when nothing answers at the address', async () => {
    expect(await refusal('http://127.0.0.1:1')).toContain('Nothing answers at http://127.0.0.1:1');
  });

  test('says so when the token is not known', async () => {
    expect(await refusal(address(), { userId: 'u1', token: 'other' })).toContain('personal access token');
  });

  test('says so when the package has not been made', async () => {
    await expect(deploy({ url: address(), credentials: PASSWORD, root: TINY_APP })).rejects.toThrow('npm run package');
  });
});
