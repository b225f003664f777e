/** What stands in these is not for reading. */
const UNREAD = new Set(['head', 'script', 'style', 'template', 'title', 'noscript', 'svg']);
/** What begins and ends a line. */
const LINES = new Set(
  'address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** As mails have them; any other stays as it is written. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    zwnj: '',
    zwj: '',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    euro: '€',
    pound: '£',
    sect: '§',
    para: '¶',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    micro: 'µ',
    middot: '·',
    bull: '•',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    rarr: '→',
    larr: '←',
  }),
);
/** More than anybody reads in a chat. */
const LONGEST = 100_000;

/**
 * What somebody would read of a piece of HTML: its text in lines, without what does not show. Whatever it is given, nothing but text comes of
 * it; that the text means nothing where it is put is for who puts it there.
 */
export function plainText(html: string): string {
  const source = html.slice(0, LONGEST);
  let text = '';
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    text += source.slice(at, open === -1 ? source.length : open).replace(/\s+/g, ' ');
    if (open === -1) break;
    const { shown, end } = markup(source, open);
    text += shown;
    at = end;
  }
  return decoded(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param types what the article says of its body, such as `text/html; charset=utf-8` @returns the body as people read it */
export function bodyText(body: string, ...types: readonly (string | undefined)[]): string {
  return types.some((type) => /^\s*text\/html\b/i.test(type ?? '')) ? plainText(body) : body;
}

/** @returns what shows of the markup that begins there, and where it ends */
function markup(source: string, open: number): { readonly shown: string; readonly end: number } {
  if (source.startsWith('<!--', open)) return { shown: '', end: after(source, '-->', open) };
  const [, slash, tag] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 30)) ?? [];
  if (tag === undefined) {
    // A sign that begins no tag means itself.
    return /^<[!?/]/.test(source.slice(open, open + 2)) ? { shown: '', end: after(source, '>', open) } : { shown: '<', end: open + 1 };
  }
  const name = tag.toLowerCase();
  const end = endOfTag(source, open);
  if (UNREAD.has(name) && slash === '') return { shown: '', end: afterElement(source, name, end) };
  return { shown: LINES.has(name) ? '\n' : CELLS.has(name) ? ' ' : '', end };
}

/** Values of attributes may have a `>` in them. */
function endOfTag(source: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return source.length;
}

function afterElement(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(source);
  return found ? endOfTag(source, found.index) : source.length;
}

function after(source: string, what: string, from: number): number {
  const found = source.indexOf(what, from);
  return found === -1 ? source.length : found + what.length;
}

/** Once: what comes of it is text, whatever it looks like. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
  });
}
