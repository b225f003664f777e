import { addressParser } from 'postal-mime';
import type { Agent } from './agent';
import { shorten } from './shorten';

/** As long as people still read it; OTOBO keeps a header in one field. */
const MOST_CHARACTERS = 120;

/** Plain addresses only: quoted local parts, comments and groups would need quoting of their own. */
const PLAIN = /^[^\s"\\()<>,;:@[\]\u0000-\u001F\u007F-\u009F]+@[^\s"\\()<>,;:@[\]\u0000-\u001F\u007F-\u009F]+$/;

/** Breaks lines, hides or turns text round. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;

/**
 * Who wrote an article, as its From says it: `"Alice Agent via Rocket.Chat" <alice@corp.test>`.
 *
 * @returns nothing for somebody without an address: OTOBO refuses a From that has none
 */
export function personHeader({ name, email }: Agent): string | undefined {
  if (email === undefined || !PLAIN.test(email)) return undefined;
  return `"${quoted(`${shownName(name)} via Rocket.Chat`)}" <${email}>`;
}

/** Nobody is called more than this; headers that go on for long take long to be read. */
const LONGEST_HEADER = 300;

/** @returns whom a From names first, or the address where it names nobody */
export function nameIn(header: string): string {
  const start = header.slice(0, LONGEST_HEADER);
  const [first] = addressParser(start, { flatten: true });
  return shownName([first?.name, first?.address].find((text) => text !== undefined && text !== '') ?? start);
}

/** @returns a name on one line, without what cannot be seen */
export function shownName(name: string): string {
  return shorten(name.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim(), MOST_CHARACTERS);
}

/** `=?` begins an encoded word, which readers of mail decode even where they should not. */
function quoted(name: string): string {
  return name.replace(/=\?/g, '= ?').replace(/["\\]/g, '\\$&');
}
