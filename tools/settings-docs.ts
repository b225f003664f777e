import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Declared, SETTINGS } from '../src/settings/declaration';

/** The page that is made here. */
export const SETTINGS_DOCS = join(__dirname, '../docs/settings.md');

const PREFACE = `# Settings

<!-- Made from the settings themselves: npm run docs:settings -->

Marketplace → Private Apps → OTOBO → Settings. A change applies from the next request on, without a restart. What cannot work is put back
to what it was, and \`/otobo doctor\` says so; lines that cannot be read are passed over, and named there. What stands behind the settings is
explained in [admin.md](admin.md).
`;

type Labels = Readonly<Record<string, string>>;

/** @returns the page, with every setting there is, in the words of the form */
export function settingsDocs(): string {
  const labels = JSON.parse(readFileSync(join(__dirname, '../i18n/en.json'), 'utf8')) as Labels; // as: a test holds the file to texts
  const settings: readonly Declared[] = SETTINGS;
  const sections = [...new Set(settings.map(({ section }) => section))];
  return [
    PREFACE,
    ...sections.map((section) =>
      [
        `## ${labels[`section_${section}`] ?? section}`,
        '',
        ...settings.filter((setting) => setting.section === section).flatMap((setting) => lines(setting, labels)),
      ].join('\n'),
    ),
  ].join('\n');
}

function lines({ id, initial, values }: Declared, labels: Labels): string[] {
  const chosen = (value: string): boolean => (Array.isArray(initial) ? initial.includes(value) : initial === value);
  const choices = (values ?? []).map((value) => {
    const label = labels[`${id}_${value}`] ?? value;
    return `- \`${value}\`: ${label}${chosen(value) ? ' (at first)' : ''}`;
  });
  return [
    `### ${labels[`${id}_label`] ?? id}`,
    '',
    `\`${id}\`${values ? '' : ` · at first ${shown(initial)}`}`,
    '',
    labels[`${id}_description`] ?? '',
    '',
    ...choices,
    ...(choices.length > 0 ? [''] : []),
  ];
}

function shown(initial: Declared['initial']): string {
  if (initial === false) return 'off';
  if (initial === '' || Array.isArray(initial)) return 'empty';
  return `\`${String(initial)}\``;
}

if (require.main === module) {
  writeFile(SETTINGS_DOCS, settingsDocs()).then(
    () => console.log(`Wrote ${SETTINGS_DOCS} (${SETTINGS.length} settings).`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
