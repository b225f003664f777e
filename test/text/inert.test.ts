import { parse as parseMessage } from '@rocket.chat/message-parser';
import fc from 'fast-check';
import { inert, inertLine, link } from '../../src/text/inert';

/** Everything the parser of Rocket.Chat's clients may make of a text that is nothing but text. */
const HARMLESS = new Set(['PARAGRAPH', 'LINE_BREAK', 'PLAIN_TEXT']);
/** As a workspace is set up from the start; formulas between dollar signs are something an admin has to ask for. */
const OPTIONS = { colors: true, emoticons: true, katex: { dollarSyntax: false, parenthesisSyntax: true } };

/** The parser has no answer for an empty message; there is none. */
const parse: typeof parseMessage = (text, options) => (text === '' ? [] : parseMessage(text, options));

/** An emoji that is in the text as itself is text; one that the parser makes of other characters has a short code. */
function typesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value, shortCode } = node as { type?: string; value?: unknown; shortCode?: string };
  return [...(type === undefined ? [] : [shortCode === undefined ? type : 'MADE_EMOJI']), ...typesIn(value)];
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: string; value?: unknown };
  return type === 'PLAIN_TEXT' ? [String(value)] : textsIn(value);
}

/** What the server takes for a mention in the raw text, code included. */
const SERVER_MENTION = /(^|\s|>)@[0-9a-zA-Z-_.]+/m;

const harmful = (text: string): string[] => typesIn(parse(text, OPTIONS)).filter((type) => !HARMLESS.has(type));

const TRICKS = [
  '@all',
  '@here',
  '@alice',
  '\\@all',
  '>@all',
  '`x @all`',
  '```\n@all\n```',
  '[x @all](https://e.com)',
  '(@all)',
  '*@all*',
  '#general',
  '#42',
  '[x](javascript:alert(1))',
  '[x](data:text/html,x)',
  '\\[x](u)',
  '[x\\](u)',
  '<https://e.com|x>',
  'https://e.com',
  'example.com',
  'a@b.example',
  '+5511999999999',
  ':smile:',
  '<3',
  '*bold*',
  '_it_',
  '~gone~',
  '||spoiler||',
  '# head',
  '> quote',
  '- item',
  '* item',
  '1. item',
  '- [ ] task',
  '\\(x\\)',
  '\\[x\\]',
  'color:#ff0000',
  '<t:1700000000:R>',
  '![i](https://e.com/i.png)',
  '\u202Eevil',
  '\n',
  ' ',
  '\t',
  '\\',
  'a',
  'ü',
  '😀',
];

/** What the parser takes for faces, in all their kinds, and the characters that they are made of. */
const FACES = [
  ":')",
  ':-)',
  ':]',
  ':*',
  ':P',
  ':Þ',
  ':L',
  ':/',
  ':@',
  ':$',
  ':#',
  '=(',
  '=\\',
  '=X',
  '>:)',
  '>.<',
  "':-D",
  'O:)',
  'O;-)',
].concat([
  '0:3',
  'O_O',
  '0;^)',
  ';)',
  ';D',
  '*)',
  '*\\0/*',
  'B-)',
  'B)',
  '8)',
  '8-D',
  'D:',
  'X-P',
  '#)',
  '%-)',
  '(y)',
  '-___-',
  '\\O\\/',
  '</3',
]);
const FACIAL = Array.from("/:<3-D')]*^PÞb([.\\L@$X#O=>;_0B8%y");

describe('text from tickets', () => {
  test.each(TRICKS.filter((trick) => trick.trim() !== '' && trick !== '😀'))(
    '%j becomes plain text for clients and mentions nobody on the server',
    (trick) => {
      expect(harmful(inert(trick))).toEqual([]);
      expect(inert(trick)).not.toMatch(SERVER_MENTION);
    },
  );

  test('stays plain text whatever it is put together from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 }),
        (parts) => {
          const text = inert(parts.join(''));
          expect(harmful(text).filter((type) => type !== 'EMOJI' && type !== 'BIG_EMOJI')).toEqual([]);
          expect(text).not.toMatch(SERVER_MENTION);
        },
      ),
      { numRuns: 2000, examples: [[[' ', ':', '.'], ':']] },
    );
  });

  test.each(FACES)('that looks like the face %j stays what it is, also between brackets of ours', (face) => {
    for (const text of [face, `a ${face} b`, `a\n${face}`]) expect(harmful(inert(text))).toEqual([]);
    expect(harmful(`x (${inert(`a ${face.slice(0, -1)}`)}${face.endsWith(')') ? ')' : ':'} y`)).toEqual([]);
  });

  test('is never made into an emoji, whatever faces it is put together from', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FACIAL, 'x', ' '), { maxLength: 12 }), fc.constantFrom('', ')', ':'), (parts, behind) => {
        const ours = `(${inert(parts.join(''))}${behind}`;
        expect([ours, harmful(ours)]).toEqual([ours, []]);
      }),
      { numRuns: 2000, examples: [[[' ', ':', '.'], ':']] },
    );
  });

  test('reads the same as before, but for a backslash here and there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('@', '#', '*', 'a', ' ', '.', ':', '[', ']', '(', ')', 'ß', '-', '8', 'D', '='), { maxLength: 30 }),
        (parts) => {
          const shown = textsIn(parse(inert(parts.join('')), OPTIONS)).join('');
          expect(
            shown
              .replace(/[\u200B\\]/g, '')
              .replace(/\u2024/g, '.')
              .trimEnd(),
          ).toBe(parts.join('').trimEnd());
        },
      ),
      { examples: [[[' ', ':', '(']], [['a', ' ', '8', ')']], [['D', ':', ' ', 'a']]] },
    );
  });

  test('cannot turn the direction of what stands around it', () => {
    expect(inert('a\u202Eb\u2066c\u200Fd')).toBe('abcd');
  });

  test('is one line where one line is meant', () => {
    expect(inertLine(' a\n\n b\tc ')).toBe('a b c');
  });
});

describe('a link', () => {
  test('is one link to that address, whatever is in it', () => {
    expect(typesIn(parse(link('Open', 'https://otobo.example/index.pl?Action=AgentTicketZoom;TicketID=1')))).toEqual(
      expect.not.arrayContaining(['MENTION_USER']),
    );
    expect(link('Open', 'https://e.example/a)b(c')).toBe('[Open](https://e.example/a%29b%28c)');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://e.example/a b', ''])('to %j is not made', (address) => {
    expect(link('Open', address)).toBe('Open');
  });
});
