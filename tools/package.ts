import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { zipSync, type Zippable } from 'fflate';
import { sandboxProblems } from './sandbox-rules';

const PROJECT = join(__dirname, '..');
/** A zip must be under this size, in bytes: it travels through admins' browsers and proxies. */
const LARGEST_ZIP = 250_000;
/** Written into every zip entry, so that two builds are byte-identical. Local time, because zip entries carry no time zone. */
const ENTRY_TIME = new Date(2026, 0, 1);

/** What of app.json matters for packaging. */
interface Manifest {
  readonly version: string;
  /** The app's entry, `.ts` as in the tree: the engine itself looks for `.js` instead. */
  readonly classFile: string;
  readonly iconFile: string;
}

/**
 * Bundles the app into one CommonJS class file and zips it with app.json, the icon and the texts of i18n/.
 *
 * @param options.root the project that holds app.json; this one by default
 * @param options.outDir where the zip goes; `dist` in the project by default
 * @returns the zip's path and its size in bytes
 * @throws when the bundle contains what breaks in Rocket.Chat's sandbox, or when the zip is too large
 */
export async function packageApp({ root = PROJECT, outDir = join(root, 'dist') } = {}): Promise<{ file: string; bytes: number }> {
  const appJson = await readFile(join(root, 'app.json'));
  const manifest = JSON.parse(appJson.toString('utf8')) as Manifest; // Rocket.Chat's manifest; the engine checks it at every installation
  const classFile = manifest.classFile.replace(/\.ts$/, '.js');

  const zip = zipSync(
    {
      'app.json': appJson,
      [classFile]: new TextEncoder().encode(await bundle(root, manifest.classFile)),
      [manifest.iconFile]: await readFile(join(root, manifest.iconFile)),
      ...(await texts(root)),
    },
    { level: 9, mtime: ENTRY_TIME, os: 3 },
  );
  if (zip.length > LARGEST_ZIP) throw new Error(`The package has ${zip.length} bytes; at most ${LARGEST_ZIP} are allowed.`);

  const file = join(outDir, `otobo_${manifest.version}.zip`);
  await mkdir(outDir, { recursive: true });
  await writeFile(file, zip);
  return { file, bytes: zip.length };
}

/** @returns the source of the one class file; names and lines are kept, so that stack traces in the app's log can be read */
async function bundle(root: string, entry: string): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: entry.replace(/\.ts$/, '.js'),
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    // Engines before 1.55 (Rocket.Chat 7.8 and 7.9) read an app with a parser that knows no newer syntax.
    target: 'es2017',
    charset: 'utf8',
    external: ['@rocket.chat/apps-engine/*', 'uuid'],
    // The web service for OTOBO's import.
    loader: { '.yml': 'text' },
    logLevel: 'silent',
  });
  const source = result.outputFiles[0]?.text ?? '';
  const requires = Object.values(result.metafile.outputs).flatMap((output) => output.imports.filter((i) => i.external).map((i) => i.path));
  const problems = sandboxProblems(source, requires);
  if (problems.length > 0) throw new Error(`The app would not run in Rocket.Chat's sandbox:\n- ${problems.join('\n- ')}`);
  return source;
}

async function texts(root: string): Promise<Zippable> {
  const names = (await readdir(join(root, 'i18n'))).filter((name) => name.endsWith('.json')).sort();
  const entries = names.map(async (name) => [`i18n/${name}`, await readFile(join(root, 'i18n', name))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

if (require.main === module) {
  packageApp().then(
    ({ file, bytes }) => console.log(`Packaged ${file} (${bytes.toLocaleString('en')} bytes).`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
