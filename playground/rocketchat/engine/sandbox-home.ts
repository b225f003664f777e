import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../clock';
import { importMap, packageFolder } from './import-map';
import { nativeDeno } from './native-deno';

/** The temporary folder that engine processes and their sandboxes share, and what they need from it. */
export interface SandboxHome {
  /** Comes first on the PATH of an engine process: here lies the `deno` that it finds. */
  readonly binFolder: string;
  /** Deno's cache of translated files; shared, so that a second start is quicker. */
  readonly cacheFolder: string;
  /** The engine's folder for temporary files; sandboxes may read it. */
  readonly runtimeFolder: string;
  /** Takes everything away again. */
  remove(): void;
}

/**
 * Makes the folder from which the real engine finds a `deno` that runs without a network: the engine starts whatever `deno` is
 * first on PATH, and an import map overrides the engine's own even with `--cached-only`.
 * @param clock the time that sandboxes are to see
 */
export function createSandboxHome(clock: Clock): SandboxHome {
  const home = mkdtempSync(join(tmpdir(), 'otobo-playground-'));
  const [binFolder, cacheFolder, runtimeFolder] = [join(home, 'bin'), join(home, 'cache'), join(home, 'runtime')];
  for (const folder of [binFolder, cacheFolder, runtimeFolder]) mkdirSync(folder);

  const mapFile = join(home, 'import-map.json');
  writeFileSync(mapFile, JSON.stringify(importMap()));
  const preload = join(runtimeFolder, 'clock.ts');
  copyFileSync(join(__dirname, 'sandbox', 'clock.ts'), preload);
  // An app's `require('uuid')` becomes one of "npm:uuid", and no import map applies to that.
  mkdirSync(join(runtimeFolder, 'node_modules'));
  symlinkSync(packageFolder('uuid'), join(runtimeFolder, 'node_modules', 'npm:uuid'));
  writeLauncher(join(binFolder, 'deno'), mapFile, preload);

  const offsetFile = openSync(join(runtimeFolder, 'clock-offset'), 'w');
  const writeOffset = (ms: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(ms);
    writeSync(offsetFile, bytes, 0, bytes.length, 0);
  };
  writeOffset(clock.offsetMs);
  const unsubscribe = clock.onAdvance(writeOffset);

  return {
    binFolder,
    cacheFolder,
    runtimeFolder,
    remove: () => {
      unsubscribe();
      closeSync(offsetFile);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** `exec` keeps the process id, so that a kill of what the engine started kills the sandbox itself. */
function writeLauncher(file: string, mapFile: string, preload: string): void {
  const flags = ['--no-lock', `--import-map='${mapFile}'`, `--preload='${preload}'`].join(' ');
  writeFileSync(file, `#!/bin/sh\n[ "$1" = run ] || exit 64\nshift\nexec '${nativeDeno()}' run ${flags} "$@"\n`);
  chmodSync(file, 0o755);
}
