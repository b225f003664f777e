import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { Wiring } from '../../src/inbound/api/endpoint';
import { OtoboCommand } from '../../src/inbound/commands/otobo-command';
import { MENU_BUTTONS } from '../../src/inbound/ui/menu-buttons';
import { engineSettings } from '../../src/settings/declaration';
import { en, type TextKey } from '../../src/text/en';
import { DICTIONARIES, LANGUAGES, type Translate, translator } from '../../src/text/translate';

const FOLDER = join(__dirname, '../../i18n');
const LABELS = readdirSync(FOLDER).map((file): [string, Record<string, string>] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, string>, // as: the tests below are about the rest
]);
const KEYS = Object.keys(en) as TextKey[]; // as: the keys of a constant are known

/** What a text asks for. */
interface Gaps {
  readonly plain: readonly string[];
  /** Numbers, after which words change. */
  readonly counted: readonly string[];
  /** Values that choose between sentences, with all of them. */
  readonly chosen: readonly (readonly [name: string, options: readonly string[]])[];
}

/** A piece of a parsed text; those with options are plurals, which have a type of their own, or choices. */
interface Piece {
  readonly type: number;
  readonly value: string;
  readonly pluralType?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
}

const LITERAL = 0;
const NUMBER_SIGN = 7;

function piecesOf(text: string, language: string): Piece[] {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as Piece[]; // as: the parser's own types are not exported here
}

function gapsOf(text: string, language: string): Gaps {
  const plain = new Set<string>();
  const counted = new Set<string>();
  const chosen = new Map<string, readonly string[]>();
  const read = (pieces: readonly Piece[]): void => {
    for (const { type, value, pluralType, options } of pieces) {
      if (!options && type !== LITERAL && type !== NUMBER_SIGN) plain.add(value);
      if (!options) continue;
      if (pluralType === undefined) chosen.set(value, Object.keys(options).sort());
      else counted.add(value);
      for (const option of Object.values(options)) read(option.value);
    }
  };
  read(piecesOf(text, language));
  return { plain: [...plain].sort(), counted: [...counted].sort(), chosen: [...chosen].sort() };
}

/**
 * @returns forms of words that the language has for some whole number, and a plural in the text has not. One that only tells nothing from
 * something, without saying how many, needs none.
 */
function missingForms(text: string, language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const missing = (pieces: readonly Piece[]): string[] =>
    pieces.flatMap(({ pluralType, options = {} }) => {
      const counts = pluralType !== undefined && options.other?.value.some(({ type }) => type === NUMBER_SIGN);
      const numbers = counts ? Array.from({ length: 200 }, (_, number) => number) : [];
      const wanted = new Set(numbers.filter((number) => !(`=${number}` in options)).map((number) => rules.select(number)));
      return [...[...wanted].filter((form) => !(form in options)), ...Object.values(options).flatMap(({ value }) => missing(value))];
    });
  return missing(piecesOf(text, language));
}

/** Numbers for which some language has a form of its own. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100];

/** @returns what a text says of each number and in each combination of choices */
function saidInAllWays(say: Translate, key: TextKey, { plain, counted, chosen }: Gaps): string[] {
  let ways: Record<string, string | number>[] = COUNTS.map((count) => ({
    ...Object.fromEntries(plain.map((gap) => [gap, `<${gap}>`])),
    ...Object.fromEntries(counted.map((gap) => [gap, count])),
  }));
  for (const [name, options] of chosen)
    ways = ways.flatMap((way) => options.map((option) => ({ ...way, [name]: option === 'other' ? `<${name}>` : option })));
  return ways.map((way) => say(key, way));
}

describe.each(LABELS)('the labels in %s', (_file, labels) => {
  test('name and explain every setting, every section, every choice, the command and the entries of menus', () => {
    const settings = engineSettings().flatMap(({ section, i18nLabel, i18nDescription, values }) => [
      section ?? '',
      i18nLabel,
      i18nDescription ?? '',
      ...(values ?? []).map((choice) => choice.i18nLabel),
    ]);
    const command = new OtoboCommand({} as IApp, {} as Wiring, []); // as: neither is looked at before it is used
    const menus = MENU_BUTTONS.map(({ entry }) => entry.labelI18n);
    const wanted = [...settings, command.i18nParamsExample, command.i18nDescription, ...menus];
    expect(wanted.filter((key) => !labels[key]?.trim())).toEqual([]);
    expect(Object.keys(labels).filter((key) => !wanted.includes(key))).toEqual([]);
  });

  test('are the same as in every other language', () => {
    for (const [, others] of LABELS) expect(Object.keys(labels)).toEqual(Object.keys(others));
  });
});

test('every language of the texts has its labels, and the other way round', () => {
  expect(LABELS.map(([file]) => file.replace('.json', '')).sort()).toEqual([...LANGUAGES].sort());
  const inPlace = readdirSync(join(__dirname, '../../src/text')).filter((name) => /^[a-z]{2,3}(\.ts)?$/.test(name));
  expect(inPlace.map((name) => name.replace('.ts', '')).sort()).toEqual([...LANGUAGES].sort());
});

describe.each([...DICTIONARIES])('the texts in %s', (language, dictionary) => {
  test('are as many as in English, and none is empty', () => {
    expect(Object.keys(dictionary)).toEqual(KEYS);
    expect(Object.values(dictionary).filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(KEYS)('%s has the same gaps as in English, and reads well when they are filled', (key) => {
    const gaps = gapsOf(dictionary[key], language);
    expect(gaps).toEqual(gapsOf(en[key], 'en'));
    const said = saidInAllWays(translator(language), key, gaps);
    expect(said.join('\n')).not.toMatch(/[{}]/);
    const named = (sentence: string): string[] => gaps.plain.filter((gap) => sentence.includes(`<${gap}>`));
    expect(said.map(named)).toEqual(saidInAllWays(translator('en'), key, gaps).map(named));
    expect(missingForms(dictionary[key], language)).toEqual([]);
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
