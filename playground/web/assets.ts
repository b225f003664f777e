import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ICONS } from './client/icon-names';
import { themeStyles } from './theme';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** The files of the page by name, made from `client/`. Rejects with esbuild's errors when that does not build. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const [bundle, icons] = await Promise.all([bundleClient(), iconSprite()]);
  return new Map([
    ...bundle,
    ['theme.css', { type: 'text/css', content: themeStyles() }],
    ['icons.svg', { type: 'image/svg+xml', content: icons }],
  ]);
}

async function bundleClient(): Promise<[string, Asset][]> {
  const { outputFiles } = await build({
    absWorkingDir: __dirname,
    entryPoints: { page: 'client/main.tsx' },
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, contents }) =>
    path.endsWith('.css')
      ? ['page.css', { type: 'text/css', content: contents }]
      : ['page.js', { type: 'text/javascript', content: contents }],
  );
}

/** @returns one SVG with a symbol for each icon that the page uses, under the icon's name */
async function iconSprite(): Promise<string> {
  const folder = join(dirname(require.resolve('@rocket.chat/icons/package.json')), 'dist', 'svg');
  const symbols = ICONS.map(async (name) => {
    const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
    return svg.replace(/<svg [^>]*>/, `<symbol id="${name}" viewBox="0 0 32 32" fill="currentColor">`).replace('</svg>', '</symbol>');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${(await Promise.all(symbols)).join('')}</svg>`;
}
