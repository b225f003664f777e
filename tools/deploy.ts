import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { uploadApp } from '@rocket.chat/apps-cli/lib/misc/deployHelpers';
import { DeployError, withCure } from './deploy-errors';
import { appStatus, logIn, type Account, type Credentials } from './workspace-login';

const PROJECT = join(__dirname, '..');

/** What of app.json matters for the upload. */
interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly permissions: readonly unknown[];
}

/**
 * Installs the app on a workspace, or updates it where it is already.
 *
 * @param options.url the workspace's address, `https://chat.example.com`
 * @param options.root the project that holds app.json; this one by default
 * @param options.zip the package; by default the one that `npm run package` made of that project
 * @returns the app's status afterwards, in Rocket.Chat's words (`auto_enabled`, …)
 * @throws {DeployError} with cause and cure
 */
export async function deploy({ url, credentials, root = PROJECT, zip }: DeployOptions): Promise<{ version: string; status: string }> {
  const manifest = JSON.parse(await readFile(join(root, 'app.json'), 'utf8')) as Manifest; // ours, checked by the engine's tests
  const file = zip ?? join(root, 'dist', `otobo_${manifest.version}.zip`);
  await readFile(file).catch(() => {
    throw new DeployError(`There is no package at ${file}: make it with "npm run package".`);
  });

  const account = await logIn(url, credentials);
  await upload(url, account, manifest, file);
  const status = await appStatus(url, account, manifest.id);
  if (!status.endsWith('enabled')) {
    throw withCure(`the app is installed, but its status is "${status}"${status === 'invalid_license_disabled' ? ' (license)' : ''}`);
  }
  return { version: manifest.version, status };
}

export interface DeployOptions {
  readonly url: string;
  readonly credentials: Credentials;
  readonly root?: string;
  readonly zip?: string;
}

async function upload(url: string, account: Account, manifest: Manifest, file: string): Promise<void> {
  // Of rc-apps' folder of sources the upload reads the manifest and the place of the zip, and nothing else.
  const folder = { info: manifest, mergeWithFolder: (path: string) => path } as unknown as Parameters<typeof uploadApp>[1];
  try {
    await uploadApp({ url, ...account }, folder, file);
  } catch (error) {
    throw withCure(String(error));
  }
}

/** @returns what the command line and the environment say */
function readArguments(): DeployOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { url: text, username: text, password: text, code: text, 'user-id': text, token: text } });
  const { url, username, code, 'user-id': userId, token } = values;
  const password = values.password ?? process.env.ROCKETCHAT_PASSWORD;
  if (url && userId && token) return { url, credentials: { userId, token } };
  if (url && username && password) return { url, credentials: { username, password, ...(code ? { code } : {}) } };
  throw new DeployError(
    'Usage: npm run deploy -- --url https://chat.example.com --username admin [--password …] [--code 123456]\n' +
      '   or: npm run deploy -- --url https://chat.example.com --user-id … --token …\n' +
      'The password is better given as ROCKETCHAT_PASSWORD in the environment: it then stays out of the shell history.',
  );
}

if (require.main === module) {
  Promise.resolve()
    .then(() => deploy(readArguments()))
    .then(
      ({ version, status }) => console.log(`Version ${version} is on the workspace (${status}).`),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
      },
    );
}
