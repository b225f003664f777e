/** What ends a line for whoever shows a text, whatever they show it with. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Neither shown nor kept by databases. */
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
/** Half a character, which becomes another one on its way. */
const HALF = /[\uD800-\uDFFF]/gu;
/** They turn text round or are not seen at all: in a name they make it look like another. */
const DECEIVING = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** @returns the lines of what somebody wrote, as they are kept: all that can be seen, and nothing that a database refuses */
export function keptLines(text: string): string[] {
  return text.split(LINE_END).map((line) => line.replace(CONTROL, '\uFFFD').replace(HALF, '\uFFFD'));
}

/** @returns a name, a title or the like on one line */
export function plainLine(text: string): string {
  return keptLines(text).join(' ').replace(DECEIVING, '').replace(/\s+/g, ' ').trim();
}
