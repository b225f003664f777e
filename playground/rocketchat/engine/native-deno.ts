import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';

/**
 * npm installs Deno's binary as a package of its own per platform. The one of this machine is the only one there; the wrapper
 * that npm puts into `.bin` is not usable here, because it does not pass a kill on.
 */
const PLATFORM_PACKAGES = [
  '@deno/linux-x64-glibc',
  '@deno/linux-arm64-glibc',
  '@deno/darwin-arm64',
  '@deno/darwin-x64',
  '@deno/win32-x64',
  '@deno/win32-arm64',
];

/**
 * @returns the path of Deno's own executable
 * @throws when npm installed none for this platform
 */
export function nativeDeno(): string {
  const denoPackage = createRequire(require.resolve('deno/package.json'));
  for (const name of PLATFORM_PACKAGES) {
    const folder = installedFolder(denoPackage, name);
    if (folder === undefined) continue;
    const executable = join(folder, name.includes('win32') ? 'deno.exe' : 'deno');
    accessSync(executable, constants.X_OK);
    return executable;
  }
  throw new Error(`No Deno executable for ${process.platform}-${process.arch} is installed. Run "npm ci" without --omit=optional.`);
}

function installedFolder(from: NodeJS.Require, name: string): string | undefined {
  try {
    return join(from.resolve(`${name}/package.json`), '..');
  } catch (error) {
    if (isNativeError(error) && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
