import { parse } from 'acorn';

/** The newest syntax that the oldest supported engine reads (Apps-Engine 1.53, Rocket.Chat 7.8), expressions included. */
const SYNTAX = 2017;

/** The Node modules that Rocket.Chat's sandbox hands to an app, and `uuid`, the one npm package it provides. */
const PROVIDED = new Set('path url crypto buffer stream net http https zlib util punycode os querystring fs uuid'.split(' '));

/** What breaks an app in the sandbox although it is legal JavaScript. */
const BREAKS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\bglobalThis\b/, why: '`globalThis` is undefined in the sandbox (`self` works)' },
  { pattern: /\.usernames\b/, why: '`.usernames` is rewritten by the engine, which breaks the code around it' },
  { pattern: /\.isOnline\(/, why: '`.isOnline(` is rewritten by the engine, which breaks the code around it' },
  { pattern: /\.createToken\(/, why: '`.createToken(` is rewritten by the engine, which breaks the code around it' },
  { pattern: /["'`]node:/, why: 'the `node:` prefix is refused by older engines' },
];

/**
 * What would break this bundle inside Rocket.Chat's sandbox.
 *
 * @param bundle the source of the class file
 * @param requires the modules that it requires at run time
 * @returns one sentence per problem, with the line it is in; empty when the bundle may run
 */
export function sandboxProblems(bundle: string, requires: readonly string[]): string[] {
  const lines = bundle.split('\n');
  const broken = BREAKS.flatMap(({ pattern, why }) => {
    const index = lines.findIndex((line) => pattern.test(line));
    return index < 0 ? [] : [`line ${index + 1}: ${why}: ${lines[index]?.trim().slice(0, 120) ?? ''}`];
  });
  const refused = requires
    .filter((name) => !PROVIDED.has(name) && !name.startsWith('@rocket.chat/apps-engine/'))
    .map((name) => `the sandbox does not provide the module "${name}"`);
  return [...broken, ...refused, ...syntaxProblems(bundle)];
}

function syntaxProblems(bundle: string): string[] {
  try {
    parse(bundle, { ecmaVersion: SYNTAX });
    return [];
  } catch (error) {
    return [`older engines cannot read this syntax: ${error instanceof Error ? error.message : String(error)}`];
  }
}
