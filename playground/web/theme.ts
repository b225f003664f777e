import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKENS = join(require.resolve('@rocket.chat/fuselage-tokens/package.json'), '..', 'dist');
const THEMED = ['badge', 'button', 'font', 'shadow', 'status', 'statusBullet', 'stroke', 'surface'] as const;

type Values = Readonly<Record<string, string>>;

const tokens = (name: string): unknown => JSON.parse(readFileSync(join(TOKENS, `${name}.json`), 'utf8'));

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function variables(group: string, values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `--${kebab(group)}-${kebab(name)}:${value};`)
    .join('');
}

function theme(name: 'light' | 'dark'): string {
  return THEMED.map((group) => variables(group, (tokens(group) as Record<typeof name, Values>)[name])).join(''); // as: the package's files
}

/**
 * Rocket.Chat's design tokens as custom properties: `--surface-sidebar`, `--font-secondary-info`, `--color-b500`, …
 * @returns a style sheet that follows the reader's choice of light or dark
 */
export function themeStyles(): string {
  const colors = variables('color', tokens('colors') as Values); // as: the package's file
  return `:root{color-scheme:light dark;${colors}${theme('light')}}
@media (prefers-color-scheme:dark){:root{${theme('dark')}}}
`;
}
