import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRocketChat, type RocketChat } from '../../playground/rocketchat/host';
import { deploy } from '../../tools/deploy';
import { packageApp } from '../../tools/package';

const PROJECT = join(__dirname, '../..');
const ADMIN = { username: 'admin', password: 'admin' };

let scratch: string;
let zip: string;
let rocketChat: RocketChat;

beforeAll(async () => {
  // The uploading library writes its progress there.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  scratch = await mkdtemp(join(tmpdir(), 'deploy-engine-'));
  zip = (await packageApp({ outDir: scratch })).file;
  rocketChat = await startRocketChat();
}, 60_000);
afterAll(async () => {
  await rocketChat.stop();
  await rm(scratch, { recursive: true });
  jest.restoreAllMocks();
});

test('a wrong password installs nothing', async () => {
  const credentials = { ...ADMIN, password: 'guessed' };
  await expect(deploy({ url: rocketChat.url, credentials, zip })).rejects.toThrow('user name with this password');
  expect(() => rocketChat.app()).toThrow('No app is installed.');
});

test('the app is installed on a workspace by the first deployment, runs, and is updated in its place by the second', async () => {
  const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  const first = await deploy({ url: rocketChat.url, credentials: ADMIN, zip });
  const endpoint = rocketChat.app().endpoint('health');
  expect(first).toEqual({ version, status: expect.stringMatching(/enabled$/) as string });

  const second = await deploy({ url: rocketChat.url, credentials: ADMIN, zip });
  expect(second).toEqual(first);
  // An endpoint's address lives as long as the installation: the second deployment was no new installation.
  expect(rocketChat.app().endpoint('health')).toBe(endpoint);
  expect((await fetch(endpoint)).status).not.toBe(404);
}, 60_000);
