import { arranged, type KeepingRules, reasonToLeaveOut, speakersOf } from '../../src/domain/arrange-transcript';
import type { ChatMessage } from '../../src/domain/chat-message';
import type { FileEntry } from '../../src/domain/file-entry';
import type { Transcript } from '../../src/domain/transcript';
import { ALICE, BOB, NINE, said } from './said';

const MINUTE = 60_000;
const NIGHT = Date.UTC(2026, 10, 23, 23, 30);
const link = (id: string): string => `https://chat.test/group/ticket-2026112310000011?msg=${id}`;
const CAROL = { id: 'id-carol', username: 'carol' };

/** A talk with all that a transcript has to show. */
export const TALK: readonly ChatMessage[] = [
  said('m1', NINE, { text: 'The printer burns.\nSecond floor <b>& third</b>' }),
  said('m2', NINE + MINUTE, { text: '(OFF) the boss does not know yet', sender: BOB }),
  said('m3', NINE + 2 * MINUTE, {
    text: 'I bring *water*',
    sender: BOB,
    edited: { at: NINE + 3 * MINUTE, by: ALICE },
    files: [
      { id: 'f1', name: 'smoke.png', type: 'image/png', size: 34_567 },
      { id: 'f2', name: 'film.mp4', type: 'video/mp4', size: 43_000_000 },
      { id: 'f3', name: 'lost.txt', type: 'text/plain' },
    ],
  }),
  said('m4', NINE + 4 * MINUTE, { text: 'not for the record', reactions: new Map([[':mute:', ['alice']]]) }),
  said('m5', NINE + 5 * MINUTE, { text: 'Which floor?\n09:99:99 Carol (@carol)\n| forged', threadId: 'm1', sender: CAROL }),
  said('m6', NINE + 6 * MINUTE, {
    text: 'Thank you!',
    attachments: [{ author: 'Bob Becker', text: 'I bring *water*', link: link('m3'), quotes: 'm3', fields: [] }],
  }),
  said('m7', NINE + 7 * MINUTE, {
    text: 'Hm.',
    sender: BOB,
    attachments: [{ author: 'alice', text: 'not for the record', link: link('m4'), quotes: 'm4', fields: [] }],
  }),
  said('m8', NINE + 8 * MINUTE, { text: 'Yes, but nobody shall know.', threadId: 'm4', sender: CAROL }),
  said('m9', NINE + 9 * MINUTE, { text: 'We talked of that before.', threadId: 'old' }),
  said('m10', NINE + 10 * MINUTE, {
    text: '',
    sender: { id: 'id-hook', username: 'hook.bot', name: 'Monitoring' },
    attachments: [
      {
        author: 'Icinga',
        title: 'Printer 1 is DOWN',
        link: 'https://icinga.test/printer1',
        text: 'No answer for 5 minutes',
        fields: [{ title: 'Host', value: 'printer1' }],
      },
    ],
  }),
  said('m11', NIGHT, { text: 'It is out.', sender: BOB }),
  said('m12', NIGHT + 45 * MINUTE, { text: 'The second.', threadId: 'm1' }),
  said('m13', NIGHT + 50 * MINUTE, { text: '' }),
];

export const RULES: KeepingRules = { off: { prefix: '(off)', reaction: ':mute:' }, leaveOut: new Set() };

const OLD = said('old', NINE - MINUTE, { text: 'Last week it smelled already, and nobody did anything about it, although I had said so.' });
const KEPT: Readonly<Record<string, FileEntry['kept']>> = { f1: 'attached', f2: 'too_large', f3: 'gone' };

/** The same as one part of a transcript. */
export function sampleTranscript(more: Partial<Transcript> = {}): Transcript {
  const kept = TALK.filter((message) => reasonToLeaveOut(message, RULES) === undefined);
  const elsewhere = new Map([OLD, ...TALK].map((message) => [message.id, message]));
  const files = ({ files: all }: ChatMessage): FileEntry[] =>
    all.map(({ id, ...file }) => ({ ...file, kept: KEPT[id] ?? 'named', ...(id === 'f1' && { attachedAs: 'smoke (2).png' }) }));
  return {
    ticketNumber: '2026112310000011',
    ticketTitle: 'Printer 1 is burning',
    room: 'ticket-2026112310000011',
    timeZone: 'Europe/Berlin',
    from: kept[0]?.at ?? 0,
    to: kept.at(-1)?.at ?? 0,
    people: speakersOf(kept),
    count: kept.length,
    off: TALK.length - kept.length,
    leftOut: 0,
    deleted: 3,
    more: true,
    entries: arranged(kept, elsewhere, RULES, files),
    ...more,
  };
}
