import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ENGINE = dirname(require.resolve('@rocket.chat/apps-engine/package.json'));

/** Packages that the runtime imports: their folder's name in npm, and the ES module (or the one file) inside. */
const PACKAGES: Record<string, string> = {
  '@msgpack/msgpack': 'dist.es5+esm/index.mjs',
  acorn: 'dist/acorn.mjs',
  'acorn-walk': 'dist/walk.mjs',
  astring: 'dist/astring.mjs',
  'jsonrpc-lite': 'jsonrpc.js',
  'stack-trace': 'lib/stack-trace.js',
  uuid: 'dist/esm/index.js',
};

/**
 * The import map for the Apps-Engine's Deno runtime: every specifier it uses, as a file that npm installed. The engine's own map
 * names registries (npm:, jsr:) and its `src/` folder, which is not in the npm package.
 */
export function importMap(): { imports: Record<string, string> } {
  const imports: Record<string, string> = {};
  for (const [name, file] of Object.entries(PACKAGES)) imports[name] = fileUrl(join(packageFolder(name), file));
  const std = fileUrl(join(__dirname, 'sandbox', 'deno-std.ts'));
  return {
    imports: {
      ...imports,
      '@rocket.chat/apps-engine/': fileUrl(`${ENGINE}/`),
      // Imported for its value, but by the name of a source file that npm does not have.
      '@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.ts': fileUrl(
        join(ENGINE, 'definition/exceptions/AppsEngineException.js'),
      ),
      // Only its types are used, which are gone at run time.
      '@rocket.chat/ui-kit': 'data:text/javascript,export{}',
      '@std/cli/parse-args': std,
      '@std/io': std,
      '@std/streams': std,
    },
  };
}

/**
 * @returns the folder of a package as the engine would find it
 * @throws when it is not installed
 */
export function packageFolder(name: string): string {
  // By the entry file, because not every package lets its package.json be resolved.
  const entry = createRequire(join(ENGINE, 'package.json')).resolve(name);
  const marker = join('node_modules', ...name.split('/'));
  return entry.slice(0, entry.lastIndexOf(marker) + marker.length);
}

function fileUrl(path: string): string {
  return pathToFileURL(path).href;
}
