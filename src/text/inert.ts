/**
 * Text from tickets is data. Two readers look at a message: the parser in the clients, and the server's search for mentions,
 * which runs over the raw text, code included. A zero-width space is invisible to people and ends a token for both.
 */
const ZWSP = '\u200B';
/** Directional marks, embeddings, overrides and isolates: they can make a text look like another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]/g;
/** Where a face begins, such as `;-)`, but also the `8)` of "(room 8)": the parser makes an emoji of it where a word would begin. */
const FACE = /(?<=^|\s)(?=['O0]?[:;=8BX%]['^-]*[()/DLPX\u00DE]|D:|\(?y\))/g;
/** What would become a face with a bracket or colon of ours behind it, as in "(team B)". */
const HALF_FACE = /(?<=(?:^|\s)(?:['O0]?[:;=8BX%]['^-]*|D|\(?y))$/;

/**
 * Makes text that is not ours inert: no mention, link, formatting, code or quote comes of it, and it looks the same. Two
 * characters cannot be kept by adding invisible ones: a dot inside a word makes the parser look for an address, and what it looks at
 * swallows the backslashes behind it, so it becomes the one dot leader; the bar becomes its mathematical twin, because `<…|…>` is a
 * link whatever is inside. Backslashes do not work inside bold text: never put `*` around the result.
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
    .replace(/([:=-])\\/g, `$1${ZWSP}\\`)
    .replace(/:(?=[\w+\-/.])/g, `:${ZWSP}`)
    .replace(/\.(?=\S)/g, '\u2024')
    .replace(/\+(?=[\d(])/g, `+${ZWSP}`)
    .replace(FACE, ZWSP)
    .replace(HALF_FACE, ZWSP)
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
  if (!isWebAddress(address)) return label;
  return `[${label}](${address.replace(/[()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

/** Whether it is an address that a browser should open. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && !/\s/.test(address);
}
