import { join } from 'node:path';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';

export const PROBE_ID = '4f1d6d4e-9a0b-4c1c-8b7e-5d2f6a3c9e10';

/** @returns the probe app as a zip, of the version that is asked for */
export async function buildProbe(version = '0.0.1'): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'ProbeApp.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: ['@rocket.chat/apps-engine/*'],
    banner: { js: "const { v4 } = require('uuid');" },
  });
  const manifest = {
    id: PROBE_ID,
    name: 'Probe',
    nameSlug: 'probe',
    version,
    requiredApiVersion: '^1.53.0',
    description: 'Shows what the engine and the host around it do.',
    author: { name: 'Tests', homepage: 'https://example.com', support: 'https://example.com' },
    iconFile: 'icon.png',
    classFile: 'ProbeApp.js',
    implements: ['IPostUserCreated', 'IUIKitInteractionHandler'],
    permissions: [
      'api',
      'persistence',
      'slashcommand',
      'networking',
      'scheduler',
      'user.read',
      'ui.interact',
      'ui.registerButtons',
      'message.write',
      'upload.write',
    ].map((name) => ({ name })),
  };
  const bundle = outputFiles[0]?.contents ?? new Uint8Array();
  return Buffer.from(zipSync({ 'app.json': strToU8(JSON.stringify(manifest)), 'ProbeApp.js': bundle, 'icon.png': ICON }));
}

/** One transparent pixel. */
const ICON = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
