/**
 * Text from tickets is data. Two readers look at a message: the parser in the clients, and the server's search for mentions,
 * which runs over the raw text, code included. A zero-width space is invisible to people and ends a token for both.
 */
const ZWSP = '\u200B';
/** Directional marks, embeddings, overrides and isolates: they can make a text look like another. */
const BIDI = /\p{Bidi_Control}/gu;
const CONTROL = /(?![\t\n])[\p{Cc}\uFEFF]/gu;

/**
 * Makes text that is not ours inert: no mention, link, formatting, code or quote comes of it, and it reads the same, but
 * that a backslash may show where the parser took what is before it for the beginning of an address. The bar becomes its
 * mathematical twin, because `<…|…>` is a link whatever invisible characters are inside. Backslashes do not work inside bold
 * text: never put `*` around the result.
 *
 * @param text from a ticket, an article or a person's name
 */
export function inert(text: string): string {
  return text
    .replace(BIDI, '')
    .replace(CONTROL, ' ')
    .replace(/[@#]/g, `$&${ZWSP}`)
    .replace(/\\/g, `\\${ZWSP}`)
    .replace(/[$<>[\]]/g, `${ZWSP}$&${ZWSP}`)
    .replace(/\|/g, '\u2223')
    .replace(/[*_~`]/g, '\\$&')
    .replace(/(?<=[:=-])\\/g, `${ZWSP}\\`)
    .replace(/:(?=[\w+\-/])/g, `:${ZWSP}`)
    .replace(/\.(?=[\p{L}\p{N}])/gu, `.${ZWSP}`)
    .replace(/\+(?=[\d(])/g, `+${ZWSP}`)
    .replace(/^(?=\s*(?:[-+>]|\d+[.)]))/gm, ZWSP);
}

/** The same on one line. */
export function inertLine(text: string): string {
  return inert(text.replace(/\s+/g, ' ').trim());
}

/**
 * @param label our own words
 * @returns a Markdown link, or the label alone when the address is none that a browser should open
 */
export function link(label: string, address: string): string {
  if (!/^https?:\/\//i.test(address) || /\s/.test(address)) return label;
  return `[${label}](${address.replace(/[()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
