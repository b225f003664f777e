import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..');
/** What of `otobo/` goes onto an OTOBO server; the rest is tests, and files that are imported by hand. */
const SHIPPED = ['Kernel', 'var'];

/**
 * Makes the package that OTOBO's package manager installs: the description `otobo/RocketChat.sopm` with the files in it, as base64.
 * OTOBO itself is not needed. Two builds are identical to the byte.
 *
 * @param options.root the project with `package.json` and `otobo/`; this one by default
 * @param options.outDir where the package goes; `dist` in the project by default
 * @returns the package's path and its size in bytes
 * @throws when the description lists other files than there are
 */
export async function packageOtobo({ root = PROJECT, outDir = join(root, 'dist') } = {}): Promise<{ file: string; bytes: number }> {
  const source = join(root, 'otobo');
  const description = await readFile(join(source, 'RocketChat.sopm'), 'utf8');
  const version = await versionOf(root);

  const listed = [...description.matchAll(/<File [^>]*\bLocation="([^"]+)"\s*\/>/g)].map(([, location = '']) => location);
  const present = (await Promise.all(SHIPPED.map((folder) => filesIn(source, folder)))).flat();
  sameFiles(listed, present);

  const contents = new Map(await Promise.all(listed.map(async (path) => [path, await readFile(join(source, path), 'base64')] as const)));
  const opm = description
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`)
    .replace(
      /<File ([^>]*)\bLocation="([^"]+)"\s*\/>/g,
      (_, attributes: string, path: string) => `<File ${attributes}Location="${path}" Encode="Base64">${contents.get(path) ?? ''}</File>`,
    );

  const file = join(outDir, `RocketChat-${version}.opm`);
  await mkdir(outDir, { recursive: true });
  await writeFile(file, opm);
  return { file, bytes: Buffer.byteLength(opm) };
}

/** OTOBO compares versions number by number, so it takes nothing but numbers and dots. */
async function versionOf(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }; // npm's own file
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`OTOBO takes versions such as 1.2.3 only, and package.json has ${version}.`);
  return version;
}

async function filesIn(source: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(source, folder), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(source, path) : [path];
  });
  return (await Promise.all(found)).flat();
}

/** A file that is not listed would be missing on the server; one that is not there would stop the installation half-way. */
function sameFiles(listed: readonly string[], present: readonly string[]): void {
  const problems = [
    ...present.filter((path) => !listed.includes(path)).map((path) => `${path} is not listed`),
    ...listed.filter((path) => !present.includes(path)).map((path) => `${path} is listed and missing`),
  ];
  if (problems.length > 0) throw new Error(`Correct the file list in otobo/RocketChat.sopm: ${problems.join(', ')}.`);
}

if (require.main === module) {
  packageOtobo().then(
    ({ file, bytes }) => {
      console.log(`Packaged ${file} (${bytes.toLocaleString('en')} bytes).`);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
