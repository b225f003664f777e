import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineSettings } from '../../src/settings/declaration';
import { de } from '../../src/text/de';
import { en, type TextKey } from '../../src/text/en';
import { translator } from '../../src/text/translate';

const FOLDER = join(__dirname, '../../i18n');
const LABELS = readdirSync(FOLDER).map((file): [string, Record<string, string>] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, string>, // as: the tests below are about the rest
]);
const KEYS = Object.keys(en) as TextKey[]; // as: the keys of a constant are known
const DICTIONARIES: [string, Readonly<Record<TextKey, string>>][] = [
  ['en', en],
  ['de', de],
];

/** Says a text with whatever it asks for: what it says for one and for several, and the names of its gaps. */
function filled(language: string, key: TextKey): { readonly said: string; readonly gaps: readonly string[] } {
  const gaps = new Set<string>();
  const values = (count: number): Record<string, string | number> =>
    new Proxy<Record<string, string | number>>(
      {},
      {
        has: () => true,
        get: (_none, gap) => {
          gaps.add(String(gap));
          return gap === 'count' ? count : `<${String(gap)}>`;
        },
      },
    );
  const said = [1, 2].map((count) => translator(language)(key, values(count))).join('\n');
  return { said, gaps: [...gaps].sort() };
}

describe.each(LABELS)('the labels in %s', (_file, labels) => {
  test('name and explain every setting, every section and every choice', () => {
    const wanted = engineSettings().flatMap(({ section, i18nLabel, i18nDescription, values }) => [
      section ?? '',
      i18nLabel,
      i18nDescription ?? '',
      ...(values ?? []).map((choice) => choice.i18nLabel),
    ]);
    expect(wanted.filter((key) => !labels[key]?.trim())).toEqual([]);
    expect(Object.keys(labels).filter((key) => !wanted.includes(key))).toEqual([]);
  });

  test('are the same as in every other language', () => {
    for (const [, others] of LABELS) expect(Object.keys(labels)).toEqual(Object.keys(others));
  });
});

test('every language of the texts has its labels, and the other way round', () => {
  expect(LABELS.map(([file]) => file.replace('.json', '')).sort()).toEqual(DICTIONARIES.map(([language]) => language).sort());
  const folder = join(__dirname, '../../src/text');
  const files = readdirSync(folder).filter((file) => /^[a-z]{2}\.ts$/.test(file));
  expect(files.sort()).toEqual(DICTIONARIES.map(([language]) => `${language}.ts`).sort());
});

describe.each(DICTIONARIES)('the texts in %s', (language, dictionary) => {
  test('are as many as in English, and none is empty', () => {
    expect(Object.keys(dictionary)).toEqual(KEYS);
    expect(Object.values(dictionary).filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(KEYS)('%s has the same gaps as in English, and reads well when they are filled', (key) => {
    const { said, gaps } = filled(language, key);
    expect(gaps).toEqual(filled('en', key).gaps);
    for (const gap of gaps) expect(said).toContain(gap === 'count' ? '2' : `<${gap}>`);
    expect(said).not.toMatch(/[{}]/);
  });
});

test.each([
  ['de', 'Queue', 'Besitzer'],
  ['de-AT', 'Queue', 'Besitzer'],
  ['DE_ch', 'Queue', 'Besitzer'],
  ['en', 'Queue', 'Owner'],
  ['fr', 'Queue', 'Owner'],
  ['', 'Queue', 'Owner'],
  ['constructor', 'Queue', 'Owner'],
])('a workspace in %j reads %s and %s', (language, queue, owner) => {
  const say = translator(language);
  expect([say('card.queue'), say('card.owner')]).toEqual([queue, owner]);
});

test.each([
  ['en', 1, '1 person is not in this room: eve'],
  ['en', 2, '2 people are not in this room: eve'],
  ['de', 1, '1 Person ist nicht in diesem Raum: eve'],
  ['de', 2, '2 Personen sind nicht in diesem Raum: eve'],
])('in %s, %i missing is said in its number', (language, count, sentence) => {
  expect(translator(language)('card.missing', { count, people: 'eve' })).toBe(sentence);
});

test('what is filled in is text, whatever it looks like', () => {
  const odd = "{number} <b>'x'</b> # '{";
  expect(translator('en')('error.name_taken', { room: odd })).toContain(`The room name ${odd} is in use`);
});
