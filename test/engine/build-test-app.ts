import { basename } from 'node:path';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';

/** What makes one small app differ from another. */
export interface TestApp {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Its class file, with the class's name for a name. */
  readonly entry: string;
  readonly implements: readonly string[];
  readonly permissions: readonly string[];
  /** Before the bundle: what the build would otherwise look for in this project. */
  readonly banner?: string;
}

/** @returns the app as a zip that can be installed */
export async function buildTestApp({ id, name, version, entry, banner = '', ...app }: TestApp): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: ['@rocket.chat/apps-engine/*'],
    banner: { js: banner },
  });
  const classFile = basename(entry).replace(/\.ts$/, '.js');
  const manifest = {
    id,
    name,
    nameSlug: name.toLowerCase(),
    version,
    requiredApiVersion: '^1.53.0',
    description: 'An app for tests.',
    author: { name: 'Tests', homepage: 'https://example.com', support: 'https://example.com' },
    iconFile: 'icon.png',
    classFile,
    implements: app.implements,
    permissions: app.permissions.map((permission) => ({ name: permission })),
  };
  const bundle = outputFiles[0]?.contents ?? new Uint8Array();
  return Buffer.from(zipSync({ 'app.json': strToU8(JSON.stringify(manifest)), [classFile]: bundle, 'icon.png': ICON }));
}

/** One transparent pixel. */
const ICON = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
