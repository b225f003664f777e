// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

/**
 * Makes sure that node_modules holds what package-lock.json asks for, so that `npm start` and `npm test` work right after
 * `git clone`. Runs before anything is installed, hence plain Node without dependencies.
 *
 * @throws {Error} with cause and cure, when Node is too old or the installation fails
 */
export function ensureInstalled() {
  refuseOldNode();
  if (!whatIsMissing()) return;
  console.log(`Installing the dependencies (${whatIsMissing()}) …`);
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const result = spawnSync(command, args, { cwd: fileURLToPath(ROOT), stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  if (result.status !== 0) {
    throw new Error(
      `"npm ci" failed${result.error ? `: ${result.error.message}` : ` with exit code ${result.status}`}. ` +
        'Its own message is above: most often the npm registry cannot be reached from here (network, proxy), ' +
        'or package-lock.json does not fit package.json ("npm install" puts that right).',
    );
  }
}

/**
 * Compares package-lock.json with the lock that npm leaves in node_modules after a complete installation. Contents are compared,
 * not times, because git gives every file the time of the checkout.
 *
 * @returns {string | undefined} why an installation is needed
 */
function whatIsMissing() {
  const wanted = lockedPackages('package-lock.json') ?? {};
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (!installed) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    const found = installed[path];
    // The lock's "" is the project itself. Optional packages are for other platforms.
    if (path === '' || (!found && entry.optional)) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return `${path} has changed`;
  }
  return undefined;
}

/**
 * @param {string} file relative to the project
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}> | undefined} undefined when there is no such file
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, ROOT), 'utf8')).packages;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function refuseOldNode() {
  const needed = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new Error(`Node.js ${needed} or newer is needed; this is ${process.versions.node}. Get it from https://nodejs.org.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
