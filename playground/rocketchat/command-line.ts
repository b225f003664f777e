/** A slash command as it stands in the composer. */
export interface CommandLine {
  /** Without the slash, in lower case. */
  command: string;
  args: string[];
}

/**
 * Reads what a user typed: `/otobo note "two words"`. Words are split at white space; quotes, single or double, anywhere in a word,
 * keep white space together, as in Rocket.Chat (so does the pair of apostrophes in "don't can't").
 * @returns undefined for text that is no command
 */
export function parseCommandLine(text: string): CommandLine | undefined {
  const match = /^\/(\S+)\s*([^]*)$/.exec(text.trim());
  const [, command, rest] = match ?? [];
  return command === undefined ? undefined : { command: command.toLowerCase(), args: splitWords(rest ?? '') };
}

function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  const finish = (): void => {
    if (word) words.push(word);
    word = undefined;
  };
  const pieces = text.matchAll(/(?<quote>["'])(?<quoted>(?:\\.|(?!\k<quote>)[^])*?)\k<quote>|(?<space>\s+)|(?<char>[^])/g);
  let afterQuote = false;
  for (const { groups } of pieces) {
    const { quoted, space, char } = groups ?? {};
    // Two quoted words next to each other are two words.
    if (space !== undefined || (quoted !== undefined && afterQuote)) finish();
    if (space === undefined) word = (word ?? '') + (quoted?.replaceAll('\\"', '"') ?? char ?? '');
    afterQuote = quoted !== undefined;
  }
  finish();
  return words;
}
