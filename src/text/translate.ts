import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de';
import { en, type TextKey } from './en';

/** All languages of the texts, by their tags, such as `de`. Another one is a name here, with its import; `docs/languages.md` says the rest. */
export const DICTIONARIES: ReadonlyMap<string, Readonly<Record<TextKey, string>>> = new Map(Object.entries({ en, de }));

/** Their tags. */
export const LANGUAGES: readonly string[] = [...DICTIONARIES.keys()];

export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const formats = new Map<string, IntlMessageFormat>();

/**
 * @param language a tag such as `de`, `de-AT` or `pt-BR`; what is not there is English
 * @returns a function that says a text in that language; values are put in as they are
 */
export function translator(language: string): Translate {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const tag = DICTIONARIES.has(base) ? base : 'en';
  const texts = DICTIONARIES.get(tag) ?? en;
  return (key, values = {}) => {
    const slot = `${tag} ${key}`;
    const format = formats.get(slot) ?? new IntlMessageFormat(texts[key], tag, undefined, { ignoreTag: true });
    formats.set(slot, format);
    return String(format.format(values));
  };
}
