import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
}; // npm's lock file

/** Where Node looks for a package: beside the one that wants it, then further up. */
function isLocked(name: string, wantedBy: string): boolean {
  const folder = wantedBy === '' ? '' : `${wantedBy}/`;
  if (packages[`${folder}node_modules/${name}`]?.version) return true;
  return wantedBy !== '' && isLocked(name, wantedBy.slice(0, Math.max(0, wantedBy.lastIndexOf('/node_modules/'))));
}

// A registry that lacks some of these packages lets npm leave them out of the lock file, and then `npm ci` fails everywhere.
test('the lock file names the optional packages of every platform, so that npm ci installs a fresh clone', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});
