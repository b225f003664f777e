import { parse } from '@rocket.chat/message-parser';

/**
 * A title as an enemy would write it, as long as OTOBO allows (255 characters): it calls everybody, links to code, breaks out of code, and
 * turns text round.
 */
export const HOSTILE = [
  '@all @here [click](javascript:alert(1)) ```\n@all\n``` `@all` <https://evil.example|x> \u202Egnp.exe\u202C *b* _i_ ~s~ #general',
  ' https://evil.example :smile: > quote\n> @all\n- item \u2066hidden\u2069 ||spoiler|| $x$ <b>tag</b> a@b.example +5511999999999 ',
]
  .join('')
  .padEnd(255, 'x');

/** As a workspace is set up from the start. */
const OPTIONS = { colors: true, emoticons: true, katex: { dollarSyntax: false, parenthesisSyntax: true } };

/** What the server takes for a mention in the raw text, code included. */
const SERVER_MENTION = /(^|\s|>)@[0-9a-zA-Z-_.]+/m;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** What any sentence has. */
const PLAIN = ['PARAGRAPH', 'LINE_BREAK', 'PLAIN_TEXT'];

/** Nodes of the parser's, wherever they stand. */
function nodesIn(node: unknown): { readonly type: string; readonly value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap(nodesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: string; value?: unknown };
  return [...(type === undefined ? [] : [{ type, value }]), ...nodesIn(value)];
}

/**
 * What a text of the app's does to its readers: those who use Rocket.Chat's own parser, and the server, which looks for mentions.
 *
 * @param allowed what it has on purpose, as the parser calls it
 * @returns nothing where it is text and nothing else
 */
export function hurts(text: string, allowed: readonly string[] = []): string[] {
  const found = text === '' ? [] : nodesIn(parse(text, OPTIONS)).map(({ type }) => type);
  return [
    ...new Set(found.filter((type) => ![...PLAIN, ...allowed].includes(type))),
    ...(SERVER_MENTION.test(text) ? ['a mention for the server'] : []),
    ...turnsRound(text),
  ];
}

/** @returns what in a text makes it look like another; nothing where nothing does */
export function turnsRound(text: string): string[] {
  return BIDI.test(text) ? ['text that turns round'] : [];
}

type Found = Record<string, unknown>;

/** Everything in a view or in blocks that is an object, the whole included. */
export function objectsIn(value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Found, ...Object.values(value).flatMap(objectsIn)]; // as: it is an object
}
