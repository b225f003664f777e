/**
 * Closing marks by opening one, as keyboards of phones and several languages set them. The straight ones are not here: the server has
 * taken them away already, and handed over what stood between them as one argument.
 */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”“'],
  ['„', '“”"'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['‚', '‘’'],
]);
/** What copying from a message of the app brings along without being seen. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;

/** What was typed after a command's name. */
export interface Typed {
  /** Word by word; what stood in quotes is one word, without them. */
  readonly words: readonly string[];
  /**
   * All of it, as near to what was typed as the server leaves it: it splits at white space outside of straight quotes (line breaks
   * included) and takes the quotes away, before an app sees anything.
   */
  readonly text: string;
}

/** @param args as the server split them */
export function typed(args: readonly string[]): Typed {
  const words: string[] = [];
  for (let at = 0; at < args.length;) {
    const length = quotedLength(args, at);
    const whole = args.slice(at, at + Math.max(length, 1)).join(' ');
    words.push((length > 0 ? whole.slice(1, -1) : whole).replace(INVISIBLE, ''));
    at += Math.max(length, 1);
  }
  return { words: words.filter((word) => word.trim() !== ''), text: args.join(' ') };
}

/** @returns how many arguments belong to the quotation that begins here; none where no quotation begins, or none ends */
function quotedLength(args: readonly string[], from: number): number {
  const first = args[from] ?? '';
  const closing = CLOSING.get(first.charAt(0));
  if (closing === undefined) return 0;
  const last = args.findIndex(
    (arg, at) => at >= from && closing.includes(arg.slice(-1)) && arg.slice(-1) !== '' && (at > from || arg.length > 1),
  );
  return last < 0 ? 0 : last - from + 1;
}
