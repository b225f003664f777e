import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { packageApp } from '../../tools/package';

const PROJECT = join(__dirname, '../..');
const TINY_APP = join(__dirname, 'tiny-app');
let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'package-test-'));
});
afterEach(() => rm(scratch, { recursive: true }));

/** Packages the tiny app with another class file. @returns why that was refused, or `packaged` */
async function packagingProblem(source: string): Promise<string> {
  const root = join(scratch, 'app');
  await cp(TINY_APP, root, { recursive: true });
  await writeFile(join(root, 'TinyApp.ts'), source);
  return packageApp({ root }).then(
    () => 'packaged',
    (error: unknown) => String(error),
  );
}

/** Packages in a process of its own, because a process reads its time zone once. */
async function packagedIn(TZ: string): Promise<Buffer> {
  const outDir = join(scratch, TZ);
  const script = `require('./tools/package').packageApp(${JSON.stringify({ root: TINY_APP, outDir })})`;
  await promisify(execFile)(process.execPath, ['--import', 'tsx', '--eval', script], { cwd: PROJECT, env: { ...process.env, TZ } });
  return readFile(join(outDir, 'otobo_1.2.3.zip'));
}

describe('the package', () => {
  test('holds app.json untouched, one class file, the icon and every text file, and nothing else', async () => {
    const { file, bytes } = await packageApp({ root: TINY_APP, outDir: scratch });
    const entries = unzipSync(await readFile(file));
    expect(file).toBe(join(scratch, 'otobo_1.2.3.zip'));
    expect(bytes).toBe((await stat(file)).size);
    expect(Object.keys(entries)).toEqual(['app.json', 'TinyApp.js', 'icon.png', 'i18n/de.json', 'i18n/en.json']);
    expect(Buffer.from(entries['app.json'] ?? [])).toEqual(await readFile(join(TINY_APP, 'app.json')));
  });

  test('is byte-identical when it is built twice, in any time zone', async () => {
    const [tokyo, lima] = await Promise.all([packagedIn('Asia/Tokyo'), packagedIn('America/Lima')]);
    expect(tokyo.equals(lima)).toBe(true);
  });

  test('exports only the app class and requires nothing but what the sandbox provides', async () => {
    const { file } = await packageApp({ root: TINY_APP, outDir: scratch });
    const source = strFromU8(unzipSync(await readFile(file))['TinyApp.js'] ?? new Uint8Array());
    const required = [...source.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
    const exported = [...source.matchAll(/module\.exports = __toCommonJS\((\w+)\)/g)];
    expect(new Set(required)).toEqual(new Set(['crypto', '@rocket.chat/apps-engine/definition/App']));
    expect(exported).toHaveLength(1);
    expect(source).toMatch(/__export\(\w+, \{\n {2}TinyApp: \(\) => TinyApp\n\}\)/);
  });

  test.each([
    ['globalThis', 'export class TinyApp { now = globalThis.Date.now(); }', 'globalThis'],
    ['.usernames', 'export class TinyApp { of(room: { usernames: string[] }) { return room.usernames; } }', '.usernames'],
    ['.isOnline(', 'export class TinyApp { of(user: { isOnline(): boolean }) { return user.isOnline(); } }', '.isOnline('],
    ['.createToken(', 'export class TinyApp { of(user: { createToken(): string }) { return user.createToken(); } }', '.createToken('],
    ['a node: prefix', "import { sep } from 'node:path'; export class TinyApp { sep = sep; }", 'node:'],
    ['an expression that older engines cannot read', 'export class TinyApp { letter = /[\\p{L}]/u; }', 'older engines cannot read'],
    ['a module the sandbox lacks', "import { EventEmitter } from 'events'; export class TinyApp extends EventEmitter {}", '"events"'],
  ])('is refused when it contains %s, which breaks in the sandbox', async (_what, source, named) => {
    const problem = await packagingProblem(source);
    expect(problem).toContain('would not run in Rocket.Chat');
    expect(problem).toContain(named);
  });
});
