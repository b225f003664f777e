import { parse } from '@rocket.chat/message-parser';
import type { Reason } from '../../src/domain/errors';
import type { Participant } from '../../src/domain/participants';
import type { Card } from '../../src/domain/room-plan';
import { CARD_BLOCK, cardBlocks, cardText, retiredBlocks } from '../../src/outbound/rocketchat/card-blocks';
import { translator } from '../../src/text/translate';
import { TICKET } from '../domain/chat';

const APP = 'app-id';
const LINKED = { ...TICKET, url: 'https://otobo.test/agent?a=1', customerUrl: 'https://otobo.test/customer?c=2' };
const ZWSP = '\u200B';
const OFF = { prefix: '(off)', reaction: ':mute:' };

const missing = (name: string, reason: Reason = 'no_account'): Participant => ({
  person: { type: 'Agent', login: name, name, roles: ['Involved'] },
  list: 'Unresolved',
  reason,
});

const card = (more: Partial<Card> = {}): Card => ({ ticket: LINKED, guarded: false, missing: [], ...more });

/** The texts of a card's blocks, as they would be sent. */
function texts(one: Card, language = 'en', off = OFF): string[] {
  return cardBlocks(one, off, APP, translator(language)).flatMap((block) => {
    if (block.type === 'section') return block.text ? [block.text.text] : [];
    if (block.type === 'actions') return block.elements.flatMap((element) => ('text' in element ? [element.text.text] : []));
    if (block.type !== 'context') throw new Error(`A card has no ${block.type}.`);
    return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
  });
}

/** What people read: inert text has invisible characters, and twins of some that mean something. */
const visible = (text: string): string =>
  text
    .replaceAll(ZWSP, '')
    .replaceAll('\u2024', '.')
    .replaceAll('\u2223', '|')
    .replace(/\\(?=[*_~`])/g, '');

/** Types of everything that the clients' parser finds in a text. */
function found(text: string): Set<string> {
  const types = new Set<string>();
  JSON.stringify(parse(text), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') types.add(value);
    return value;
  });
  return types;
}

describe('the card of a ticket', () => {
  test('shows colleagues everything, and the way to the ticket', () => {
    const [main = ''] = texts(card());
    expect(visible(main).split('\n')).toEqual([
      'Ticket#2026112310000011',
      'Printer 1 is burning',
      'Queue: Support',
      'State: open',
      'Priority: 3 normal',
      'Owner: alice',
      'Responsible: bob',
      '[Open in OTOBO](https://otobo.test/agent?a=1)',
    ]);
  });

  test('shows nothing internal where customers may come in, and the way to their portal as well', () => {
    const [main = ''] = texts(card({ guarded: true }));
    expect(visible(main).split('\n')).toEqual([
      'Ticket#2026112310000011',
      'Printer 1 is burning',
      'Queue: Support',
      'State: open',
      '[Open in OTOBO](https://otobo.test/agent?a=1) · [Open in the customer portal](https://otobo.test/customer?c=2)',
    ]);
  });

  test('is in the language of the workspace, all of it', () => {
    const all = texts(card({ missing: [missing('eve')] }), 'de').map(visible);
    expect(all[0]).toContain('Priorität: 3 normal\nBesitzer: alice\nVerantwortlich: bob\n[In OTOBO öffnen](');
    expect(all[1]).toBe('1 Person ist nicht in diesem Raum: eve (kein Konto hier)');
    expect(all[2]).toBe('Dieser Raum behält seinen Besitzer, auch wenn das Ticket einen anderen bekommt.');
  });

  test('has no empty line where the ticket has no value', () => {
    const { id, number } = TICKET;
    const [main = ''] = texts(card({ ticket: { id, number, title: '', queue: '', state: '' } }));
    expect(
      visible(main)
        .split('\n')
        .filter((line) => /^\s*$|:\s*$/.test(line)),
    ).toEqual([]);
  });

  test('is recognised by one block, and every block belongs to the app', () => {
    const blocks = cardBlocks(card({ missing: [missing('eve')] }), OFF, APP, translator('en'));
    expect(blocks.map(({ appId, blockId }) => [appId, blockId])).toEqual([
      [APP, CARD_BLOCK],
      [APP, `${CARD_BLOCK}-missing`],
      [APP, `${CARD_BLOCK}-ownership`],
      [APP, `${CARD_BLOCK}-transcript`],
      [APP, `${CARD_BLOCK}-buttons`],
    ]);
  });

  test('says in one line of text what it is about, for notifications', () => {
    const text = cardText(card({ ticket: { ...TICKET, title: 'Printer\n1 is *burning*' } }), translator('en'));
    expect(visible(text)).toBe('Ticket#2026112310000011 Printer 1 is *burning*');
    expect(text).not.toContain('\n');
  });
});

describe('what the card says of the transcript', () => {
  const told = (off: typeof OFF, language = 'en'): string => visible(texts(card(), language, off).at(-2) ?? '');

  test('is that there will be one, and how to stay off the record', () => {
    expect(told(OFF)).toBe(
      'What is said here goes into the ticket as a transcript. To stay off the record, begin a message with (off), or give your own message :mute:.',
    );
    expect(told(OFF, 'de')).toContain('beginnen Sie mit (off), oder geben Sie Ihrer Nachricht :mute:');
  });

  test('names only the ways that there are', () => {
    expect(told({ prefix: '', reaction: ':mute:' })).not.toContain('begin a message');
    expect(told({ prefix: '(off)', reaction: '' })).not.toContain('your own message');
    expect(told({ prefix: '', reaction: '' })).toBe('What is said here goes into the ticket as a transcript.');
  });

  test('is nothing in a linked room, which the app never closes', () => {
    expect(texts(card({ linkedBy: 'ann' })).join('\n')).not.toContain('transcript');
  });

  test('has no effect of its own, whatever the admin sets', () => {
    expect(found(texts(card(), 'en', { prefix: '@all *b* [x](https://evil.test)', reaction: '' }).at(-2) ?? '')).toEqual(
      found(texts(card(), 'en', { prefix: 'off', reaction: '' }).at(-2) ?? ''),
    );
  });
});

describe('the people who are missing', () => {
  test('are named with the reason', () => {
    const [, line = ''] = texts(card({ missing: [missing('eve'), missing('mallory', 'address_unverified')] }));
    expect(visible(line)).toBe('2 people are not in this room: eve (no account here), mallory (e-mail address not verified here)');
  });

  test('are all counted, but not all named, where they are many', () => {
    const [, line = ''] = texts(card({ missing: Array.from({ length: 500 }, (_, at) => missing(`agent${at}`)) }));
    expect(visible(line)).toMatch(/^500 people are not in this room: agent0 /);
    expect(visible(line)).toContain('agent19');
    expect(line).not.toContain('agent20');
    expect(line.endsWith('…')).toBe(true);
    // A message has room for 5,000 characters on a server as it is delivered.
    expect(line.length).toBeLessThan(2_000);
  });

  test('have a name even where OTOBO gave only an address, or nothing', () => {
    const nameless: Participant[] = [
      { person: { type: 'Address', email: 'eve@far.test', roles: ['Cc'] }, list: 'Unresolved', reason: 'no_account' },
      { person: { type: 'Agent', roles: [] }, list: 'Unresolved', reason: 'no_address' },
    ];
    const [, line = ''] = texts(card({ missing: nameless }));
    expect(visible(line)).toContain('eve@far.test (no account here), ? (no e-mail address in OTOBO)');
  });
});

describe('text of a ticket on its card', () => {
  const HOSTILE = '@all *b* _i_ ~s~ `c` #room [x](https://evil.test) <https://evil.test|y> https://evil.test :smile: ||z|| $x$';

  test.each(['title', 'queue', 'state', 'priority', 'owner', 'responsible'] as const)('means nothing in its %s', (field) => {
    const { id, number } = TICKET;
    const tame = texts(card({ ticket: { id, number, title: 'T', [field]: 'tame' } }))[0] ?? '';
    const hostile = texts(card({ ticket: { id, number, title: 'T', [field]: HOSTILE } }))[0] ?? '';
    expect(found(hostile)).toEqual(found(tame));
    expect(hostile).not.toMatch(/@all/);
  });

  test('means nothing in the names of people', () => {
    const tame = texts(card({ missing: [missing('eve')] }))[1] ?? '';
    const hostile = texts(card({ missing: [missing(HOSTILE)] }))[1] ?? '';
    expect(found(hostile)).toEqual(found(tame));
  });

  test('cannot end the link to the ticket or make another of it', () => {
    const [main = ''] = texts(card({ ticket: { ...TICKET, url: 'https://otobo.test/a)[click](https://evil.test' } }));
    expect(main.split('\n').at(-1)).not.toMatch(/\)\[/);
    const [none = ''] = texts(card({ ticket: { ...TICKET, url: 'javascript:alert(1)' } }));
    expect(none).not.toContain('javascript');
  });

  test('is cut where it is endless', () => {
    const [main = ''] = texts(card({ ticket: { ...TICKET, title: 'x'.repeat(10_000) } }));
    expect(main.length).toBeLessThan(1_000);
  });
});

describe('the card of a linked room', () => {
  test('says who linked it and how that is undone, and nothing about an owner of the room', () => {
    const last = texts(card({ linkedBy: 'ann_b' })).at(-1) ?? '';
    expect(visible(last)).toBe('ann_b linked this room to the ticket. `/otobo unlink` undoes that.');
    expect(texts(card()).join('\n')).toContain('keeps its owner');
  });

  test('has no button to close the ticket, which would not close the room', () => {
    expect(texts(card({ linkedBy: 'ann_b' }))).not.toContain('Close ticket');
    expect(texts(card())).toContain('Close ticket');
  });

  test('is none any more after an unlink', () => {
    const blocks = JSON.stringify(retiredBlocks('ann unlinked this room', APP));
    expect(blocks).toContain('ann unlinked this room');
    expect(blocks).not.toContain(CARD_BLOCK);
  });
});
