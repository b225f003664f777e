import { parse } from '@rocket.chat/message-parser';
import type { Card } from '../../src/domain/card';
import type { Reason } from '../../src/domain/errors';
import { CARD_BLOCK, cardBlocks, type CardReader, cardText, retiredBlocks } from '../../src/outbound/rocketchat/card-blocks';
import { translator } from '../../src/text/translate';
import { TICKET } from '../domain/chat';
import { found, visible } from '../reading';

const APP = 'app-id';
const LINKED = { ...TICKET, url: 'https://otobo.test/agent?a=1', customerUrl: 'https://otobo.test/customer?c=2' };
const OFF = { prefix: '(off)', reaction: ':mute:' };

const missing = (name: string, reason: Reason = 'no_account'): Card['missing'][number] => ({ name, reason });

const card = (more: Partial<Card> = {}): Card => ({ ticket: LINKED, guarded: false, missing: [], ...more });

const reader = (language: string, off = OFF): CardReader => ({ say: translator(language), language, timeZone: 'Europe/Berlin', off });
/** What a card has in a guarded room. */
const OPEN: Card = {
  ticket: {
    id: TICKET.id,
    number: TICKET.number,
    title: TICKET.title,
    queue: 'Support',
    state: 'open',
    url: LINKED.url,
    customerUrl: LINKED.customerUrl,
  },
  guarded: true,
  missing: [],
};

/** The texts of a card's blocks, as they would be sent; its buttons have none. */
function texts(one: Card, language = 'en', off = OFF): string[] {
  return cardBlocks(one, reader(language, off), APP).flatMap((block) => {
    if (block.type === 'section') return block.text ? [block.text.text] : [];
    if (block.type === 'actions') return [];
    if (block.type !== 'context') throw new Error(`A card has no ${block.type}.`);
    return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
  });
}

/** The labels of a card's buttons, as people see them, and of what is in its menu. */
function buttons(one: Card, language = 'en'): { readonly visible: string[]; readonly menu: string[] } {
  const elements = cardBlocks(one, reader(language), APP).flatMap((block) => (block.type === 'actions' ? [...block.elements] : []));
  return {
    visible: elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : [`(${element.type})`])),
    menu: elements.flatMap((element) => (element.type === 'overflow' ? element.options.map(({ text }) => text.text) : [])),
  };
}

describe('the card of a ticket', () => {
  const all: Card['ticket'] = {
    ...LINKED,
    customerUser: 'cust1',
    customerId: 'ACME',
    pendingUntil: Date.UTC(2026, 10, 24, 9),
    escalatesAt: Date.UTC(2026, 6, 1, 9, 30),
  };

  test('shows colleagues everything in short lines, times on the clock of OTOBO', () => {
    const [main = ''] = texts(card({ ticket: all }));
    expect(visible(main).split('\n')).toEqual([
      'Ticket#2026112310000011',
      'Printer 1 is burning',
      'State: open · Priority: 3 normal',
      'Queue: Support',
      'Owner: alice · Responsible: bob',
      'Customer: cust1 (ACME)',
      'Pending until: Nov 24, 2026, 10:00 AM (UTC+1)',
      'Escalation: Jul 1, 2026, 11:30 AM (UTC+2)',
    ]);
  });

  test('gives a field a line of its own where two are too long for a phone', () => {
    const [main = ''] = texts(card({ ticket: { ...all, owner: 'bartholomew.fitzgerald', responsible: 'wilhelmina.oldenburg' } }), 'de');
    expect(visible(main).split('\n').slice(2, 6)).toEqual([
      'Status: open · Priorität: 3 normal',
      'Queue: Support',
      'Besitzer: bartholomew.fitzgerald',
      'Verantwortlich: wilhelmina.oldenburg',
    ]);
  });

  test('names a customer once whose company is called the same, and a company without a customer', () => {
    const shown = (more: Partial<Card['ticket']>): string => visible(texts(card({ ticket: { ...LINKED, ...more } }))[0] ?? '');
    expect(shown({ customerUser: 'acme', customerId: 'acme' })).toMatch(/^Customer: acme$/m);
    expect(shown({ customerId: 'acme' })).toMatch(/^Customer: acme$/m);
    expect(shown({})).not.toContain('Customer');
  });

  test('shows the way to the customer portal where customers may come in', () => {
    expect(texts(OPEN)[0]).toContain('[Open in the customer portal](https://otobo.test/customer?c=2)');
    expect(texts(card())[0]).not.toContain('portal');
  });

  test('is in the language of the workspace, all of it', () => {
    const all = texts(card({ missing: [missing('eve')] }), 'de').map(visible);
    expect(all[0]).toContain('Status: open · Priorität: 3 normal\nQueue: Support\nBesitzer: alice · Verantwortlich: bob');
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
    const blocks = cardBlocks(card({ missing: [missing('eve')] }), reader('en'), APP);
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
  const told = (off: typeof OFF, language = 'en'): string => visible(texts(card(), language, off).at(-1) ?? '');

  test('is that there will be one, and how to stay off the record', () => {
    expect(told(OFF)).toBe(
      'What is said here goes into the ticket as a transcript. To stay off the record, begin a message with (off), or give :mute: to your own message.',
    );
    expect(told(OFF, 'de')).toContain('beginnen Sie mit (off), oder geben Sie die Reaktion :mute: auf Ihre eigene Nachricht');
  });

  test.each(['en', 'de'])('shows the emoji as one (%s), which needs blanks around it', (language) => {
    for (const prefix of ['(off)', '']) {
      const text = texts(card(), language, { prefix, reaction: ':mute:' }).at(-1) ?? '';
      expect(JSON.stringify(parse(text))).toContain('"shortCode":"mute"');
    }
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
    expect(found(texts(card(), 'en', { prefix: '@all *b* [x](https://evil.test)', reaction: '' }).at(-1) ?? '')).toEqual(
      found(texts(card(), 'en', { prefix: 'off', reaction: '' }).at(-1) ?? ''),
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
});

describe('text of a ticket on its card', () => {
  const HOSTILE = '@all *b* _i_ ~s~ `c` #room [x](https://evil.test) <https://evil.test|y> https://evil.test :smile: ||z|| $x$';

  test.each(['title', 'queue', 'state', 'priority', 'owner', 'responsible', 'customerUser', 'customerId'] as const)(
    'means nothing in its %s',
    (field) => {
      const { id, number } = TICKET;
      const tame = texts(card({ ticket: { id, number, title: 'T', [field]: 'tame' } }))[0] ?? '';
      const hostile = texts(card({ ticket: { id, number, title: 'T', [field]: HOSTILE } }))[0] ?? '';
      expect(found(hostile)).toEqual(found(tame));
      expect(hostile).not.toMatch(/@all/);
    },
  );

  test('means nothing in the names of people', () => {
    const tame = texts(card({ missing: [missing('eve')] }))[1] ?? '';
    const hostile = texts(card({ missing: [missing(HOSTILE)] }))[1] ?? '';
    expect(found(hostile)).toEqual(found(tame));
  });

  test('cannot end the link to the portal or make another of it', () => {
    const [main = ''] = texts({ ...OPEN, ticket: { ...OPEN.ticket, customerUrl: 'https://otobo.test/a)[click](https://evil.test' } });
    expect(main.split('\n').at(-1)).not.toMatch(/\)\[/);
    const nowhere = { url: 'javascript:alert(1)', customerUrl: 'javascript:alert(2)' };
    expect(JSON.stringify(cardBlocks({ ...OPEN, ticket: { ...OPEN.ticket, ...nowhere } }, reader('en'), APP))).not.toContain('javascript');
  });

  test('means nothing in a title of 255 characters, and stays whole to where it is cut', () => {
    const title = `${HOSTILE} `.padEnd(255, 'long ');
    const [main = ''] = texts(card({ ticket: { ...TICKET, title } }));
    expect(found(main)).toEqual(found(texts(card({ ticket: { ...TICKET, title: 'tame' } }))[0] ?? ''));
    expect(visible(main).split('\n')[1]).toBe(`${title.slice(0, 199)}…`);
  });

  test('is cut where it is endless', () => {
    const endless = 'x'.repeat(10_000);
    const [main = ''] = texts(card({ ticket: { ...TICKET, title: endless, queue: endless, owner: endless, customerId: endless } }));
    expect(main.length).toBeLessThan(1_000);
  });
});

describe('the card of a linked room', () => {
  test('says who linked it and how that is undone, and nothing about an owner of the room', () => {
    const last = texts(card({ linkedBy: 'ann_b' })).at(-1) ?? '';
    expect(visible(last)).toBe('ann_b linked this room to the ticket. `/otobo unlink` undoes that.');
    expect(texts(card()).join('\n')).toContain('keeps its owner');
  });

  test('has the same buttons as any other', () => {
    expect(buttons(card({ linkedBy: 'ann_b' }))).toEqual(buttons(card()));
  });

  test('is none any more after an unlink', () => {
    const blocks = JSON.stringify(retiredBlocks('ann unlinked this room', APP));
    expect(blocks).toContain('ann unlinked this room');
    expect(blocks).not.toContain(CARD_BLOCK);
  });
});

describe('the buttons of a card', () => {
  test.each([
    ['en', ['Take', 'Note', 'Open in OTOBO', '(overflow)'], ['People', 'Close ticket']],
    ['de', ['Übernehmen', 'Notiz', 'In OTOBO öffnen', '(overflow)'], ['Personen', 'Ticket schließen']],
  ])('are four at most, the rest in a menu (%s), and short enough for a phone', (language, shown, menu) => {
    expect(buttons(card(), language)).toEqual({ visible: shown, menu });
    expect([...shown, ...menu].filter((label) => label.length > 20)).toEqual([]);
  });

  test('lead to OTOBO by its address, and not where nobody knows one that a browser should open', () => {
    expect(JSON.stringify(cardBlocks(card(), reader('en'), APP))).toContain('"url":"https://otobo.test/agent?a=1"');
    for (const url of [undefined, 'javascript:alert(1)', 'https://a b'])
      expect(buttons(card({ ticket: { ...TICKET, ...(url !== undefined && { url }) } })).visible).toEqual(['Take', 'Note', '(overflow)']);
  });

  test('have ids of their own, so that no two are the same to a client', () => {
    const elements = cardBlocks(card(), reader('en'), APP).flatMap((block) => (block.type === 'actions' ? [...block.elements] : []));
    const ids = elements.map(({ actionId }) => actionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the card of a closed room', () => {
  const closed: Card = { ...OPEN, closed: true };

  test('says so, and leads to OTOBO; there is nothing else to be done from there', () => {
    expect(texts(closed).map(visible).slice(1)).toEqual(['This room is closed.']);
    expect(texts(closed, 'de').at(-1)).toBe('Dieser Raum ist geschlossen.');
    expect(buttons(closed)).toEqual({ visible: ['Open in OTOBO'], menu: [] });
  });

  test('has no empty row of buttons where nobody knows an address', () => {
    const { id, number, title } = TICKET;
    const blocks = cardBlocks({ ...closed, ticket: { id, number, title } }, reader('en'), APP);
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'section']);
  });
});
