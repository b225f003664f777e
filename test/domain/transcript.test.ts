import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { arranged, reasonToLeaveOut } from '../../src/domain/arrange-transcript';
import { keptLines } from '../../src/domain/plain-line';
import type { ChatMessage } from '../../src/domain/chat-message';
import { transcriptHtml } from '../../src/domain/transcript-html';
import { transcriptText } from '../../src/domain/transcript-text';
import { nameApart } from '../../src/domain/name-apart';
import { translator } from '../../src/text/translate';
import { ALICE, BOB, NINE, said } from './said';
import { RULES, sampleTranscript, TALK } from './transcript-sample';

const golden = (name: string): string => readFileSync(join(__dirname, '../fixtures/transcripts', name), 'utf8');
const say = translator('en');

describe.each(['en', 'de'])('a transcript in %s', (language) => {
  const html = transcriptHtml(sampleTranscript(), language, translator(language));
  const checksum = createHash('sha256').update(html, 'utf8').digest('hex');

  test('looks like this as plain text', () => {
    expect(`${transcriptText(sampleTranscript(), checksum, translator(language))}\n`).toBe(golden(`${language}.txt`));
  });

  test('looks like this as a page', () => {
    expect(html).toBe(golden(`${language}.html`));
  });
});

/** The lines of plain text that are somebody's own words, without what stands before them. */
function ownLines(text: string): string[] {
  return text.split('\n').flatMap((line) => /^(?: {4})?\| (.*)$/.exec(line)?.[1] ?? []);
}

describe('plain text', () => {
  test('has all lines of all messages, whatever they are', () => {
    const message = fc.record({
      text: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('a\r\nb', '| x', '\u2028', '\u0000', '> y', '\uD800')),
      reply: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (all) => {
        const messages = all.map(({ text, reply }, at) => said(`m${at}`, NINE + at, { text, ...(reply && at > 0 && { threadId: 'm0' }) }));
        const entries = arranged(messages, new Map(), { ...RULES, off: { prefix: '', reaction: '' } }, () => []);
        const text = transcriptText(sampleTranscript({ entries }), 'x', say);
        const expected = messages.filter((one) => one.text !== '').flatMap((one) => keptLines(one.text));
        expect(ownLines(text).sort()).toEqual(expected.sort());
      }),
    );
  });

  test('names nobody whom somebody else has only typed', () => {
    const forged = '\n09:00:00 Bob Becker (@bob)\n| I did it\r\u2028    09:00:00 Bob\n2026-11-24 (UTC)';
    const entries = arranged(
      [said('m', NINE, { text: forged, sender: { ...ALICE, name: `Alice\n${forged}` } })],
      new Map(),
      RULES,
      () => [],
    );
    const lines = transcriptText(sampleTranscript({ entries, people: [], timeZone: 'UTC' }), 'x', say).split('\n');
    expect(lines.filter((line) => /^ *\d\d:/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('2026-11-24'))).toEqual([]);
  });

  test('ends with the number of messages and the checksum', () => {
    const lines = transcriptText(sampleTranscript(), 'abc', say).split('\n');
    expect(lines.slice(-2)).toEqual(['11 messages', 'SHA-256 of transcript.html: abc']);
  });

  test('says it when the clock is changed', () => {
    const change = Date.UTC(2026, 9, 25, 1);
    const entries = arranged([said('a', change - 1_000), said('b', change)], new Map(), RULES, () => []);
    const text = transcriptText(sampleTranscript({ entries }), 'x', say);
    expect(text).toMatch(/2026-10-25 \(UTC\+2\)\n\n02:59:59[^]*2026-10-25 \(UTC\+1\)\n\n02:00:00/);
  });

  test('gives times of a zone that nobody knows as UTC', () => {
    expect(transcriptText(sampleTranscript({ timeZone: 'Mars/Olympus' }), 'x', say)).toContain('2026-11-23 (UTC)\n\n09:00:00 Alice');
  });
});

describe('a page', () => {
  const HOSTILE = `<script>alert(1)</script>" onload="x" '&amp; </style><img src=x onerror=y>`;

  test('has no markup but its own, whatever is foreign in it', () => {
    const evil = { id: 'e', username: HOSTILE, name: HOSTILE };
    const message = said('m', NINE, {
      text: HOSTILE,
      sender: evil,
      edited: { at: NINE, by: evil },
      attachments: [{ author: HOSTILE, title: HOSTILE, text: HOSTILE, link: HOSTILE, fields: [{ title: HOSTILE, value: HOSTILE }] }],
    });
    const entries = arranged([message, { ...message, id: 'n', threadId: 'm' }], new Map(), RULES, () => [
      { name: HOSTILE, type: HOSTILE, kept: 'attached', attachedAs: HOSTILE },
    ]);
    const html = transcriptHtml(
      sampleTranscript({ entries, room: HOSTILE, ticketNumber: HOSTILE, ticketTitle: HOSTILE, timeZone: HOSTILE, people: [evil] }),
      'en',
      say,
    );
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name));
    expect([...tags].sort()).toEqual(
      ['article', 'blockquote', 'body', 'h1', 'h2', 'head', 'header', 'html', 'main', 'meta', 'p', 'style', 'title'].sort(),
    );
    expect(html).not.toContain('onload="x"');
  });

  test('loads nothing from anywhere', () => {
    const html = transcriptHtml(sampleTranscript(), 'en', say);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(?:src|href)=/);
  });
});

describe('what is kept', () => {
  const reason = (more: Partial<ChatMessage>): string | undefined => reasonToLeaveOut(said('m', NINE, more), RULES);

  test.each([
    ['begins with the prefix', { text: '(off) secret' }, 'off'],
    ['begins with it in another case, after blanks', { text: '  (OFF) secret' }, 'off'],
    ['has it somewhere else', { text: 'not (off)' }, undefined],
    ['is a file of which that is said', { text: '', files: [{ id: 'f', name: 'a.png', type: '', description: '(off) a picture' }] }, 'off'],
    ['is a card that says so', { text: '', attachments: [{ text: '(off) a card', fields: [] }] }, 'off'],
    ['quotes something like that', { attachments: [{ text: '(off) x', quotes: 'y', fields: [] }] }, undefined],
    ["has the reaction of its author's", { reactions: new Map([[':mute:', ['bob', 'alice']]]) }, 'off'],
    ["has that reaction of its author's under another name", { reactions: new Map([[':muted_speaker:', ['alice']]]) }, 'off'],
    ["has the reaction of somebody else's", { reactions: new Map([[':mute:', ['bob']]]) }, undefined],
    ['has another reaction', { reactions: new Map([[':eyes:', ['alice']]]) }, undefined],
  ] as const)('of a message that %s', (_what, more, expected) => {
    expect(reason(more as Partial<ChatMessage>)).toBe(expected);
  });

  test('is everything where no way to stay off the record is set', () => {
    const rules = { off: { prefix: '', reaction: '' }, leaveOut: new Set<string>() };
    expect(TALK.map((message) => reasonToLeaveOut(message, rules))).toEqual(TALK.map(() => undefined));
  });

  test('is not what is off the record, in no form: neither itself, nor as a quotation, nor as what is answered', () => {
    const text = transcriptText(sampleTranscript(), 'x', say);
    const html = transcriptHtml(sampleTranscript(), 'en', say);
    for (const secret of ['the boss', 'not for the record']) {
      expect(text).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
  });

  test('is not what somebody leaves out, in no form', () => {
    const rules = { ...RULES, leaveOut: new Set(['m1']) };
    const kept = [
      said('m2', NINE, { text: 'yes', threadId: 'm1', sender: BOB }),
      said('m3', NINE, { text: 'so', attachments: [{ text: 'the plan', quotes: 'm1', fields: [] }] }),
    ];
    const elsewhere = new Map([['m1', said('m1', NINE, { text: 'the plan' })]]);
    const text = transcriptText(sampleTranscript({ entries: arranged(kept, elsewhere, rules, () => []) }), 'x', say);
    expect(text).not.toContain('the plan');
    expect(text).toContain('is left out');
  });
});

test('no two attachments have one name, in whatever case', () => {
  const taken = new Set(['transcript.html']);
  const names = ['a.txt', 'A.txt', 'a.txt', '', '../x', 'Transcript.html', 'b'].map((name) => nameApart(name, taken));
  expect(names).toEqual(['a.txt', 'A (2).txt', 'a (3).txt', 'file', '.._x', 'Transcript (2).html', 'b']);
});
