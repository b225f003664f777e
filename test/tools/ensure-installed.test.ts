import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../tools/ensure-installed.mjs');
const TSX = { version: '4.0.0', integrity: 'sha512-abc' };
const FOR_ANOTHER_PLATFORM = { version: '1.0.0', optional: true };
let project: string;

/** A project whose npm writes down that it was called. */
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'ensure-installed-'));
  await mkdir(join(project, 'tools'));
  await mkdir(join(project, 'node_modules'));
  await cp(SCRIPT, join(project, 'tools/ensure-installed.mjs'));
  await writeFile(join(project, 'package.json'), JSON.stringify({ engines: { node: '>=20.19' } }));
  await writeFile(join(project, 'npm.cjs'), `require('fs').writeFileSync('called', process.argv.slice(2).join(' '));`);
  await lock('package-lock.json', { '': { version: '0.1.0' }, 'node_modules/tsx': TSX, 'node_modules/fsevents': FOR_ANOTHER_PLATFORM });
});
afterEach(() => rm(project, { recursive: true }));

const lock = (file: string, packages: object) => writeFile(join(project, file), JSON.stringify({ packages }));

function run(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, npm_execpath: join(project, 'npm.cjs') };
    const child = execFile(
      process.execPath,
      [join(project, 'tools/ensure-installed.mjs')],
      { cwd: project, env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
    );
  });
}

const calledWith = () => readFile(join(project, 'called'), 'utf8').catch(() => 'not called');

describe('before npm start and npm test', () => {
  test('a fresh clone gets its dependencies, and is told so', async () => {
    expect((await run()).output).toContain('nothing is installed yet');
    expect(await calledWith()).toBe('ci');
  });

  test('nothing happens when everything is installed; what is for another platform does not count', async () => {
    await lock('node_modules/.package-lock.json', { 'node_modules/tsx': TSX });
    expect(await run()).toEqual({ code: 0, output: '' });
    expect(await calledWith()).toBe('not called');
  });

  test.each([
    ['version', { version: '3.0.0', integrity: 'sha512-abc' }],
    ['content', { version: '4.0.0', integrity: 'sha512-other' }],
  ])('a dependency whose %s changed since is installed again', async (_what, installed) => {
    await lock('node_modules/.package-lock.json', { 'node_modules/tsx': installed });
    expect((await run()).output).toContain('node_modules/tsx has changed');
    expect(await calledWith()).toBe('ci');
  });

  test('a failed installation ends with a message and a failure', async () => {
    await writeFile(join(project, 'npm.cjs'), 'process.exit(7);');
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain('"npm ci" failed with exit code 7');
  });

  test('an old Node is refused with the version that is needed', async () => {
    await writeFile(join(project, 'package.json'), JSON.stringify({ engines: { node: '>=99.1' } }));
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain('Node.js 99.1 or newer is needed');
  });
});
