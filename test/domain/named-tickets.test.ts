import fc from 'fast-check';
import { mayNameTicket, namedTickets } from '../../src/domain/named-tickets';

const BASE = 'https://help.example/otobo';
const NUMBER = '2026112310000011';
const LINK = `${BASE}/index.pl?Action=AgentTicketZoom;TicketID=5`;
const CUSTOMER_LINK = `${BASE}/customer.pl?Action=CustomerTicketZoom;TicketNumber=${NUMBER}`;
const named = (text: string): unknown => namedTickets(text, [BASE]);

describe('a ticket is named', () => {
  test.each([
    `Ticket#${NUMBER}`,
    `Who has looked at Ticket#${NUMBER}?`,
    `See ticket#${NUMBER}, please.`,
    `(Ticket #${NUMBER})`,
    `[Ticket#${NUMBER}] Printer 1 is burning`,
    `*Ticket# ${NUMBER}*`,
    `Ticket#\u200B${NUMBER}`,
    `Ticket#${NUMBER}: done\n> and what somebody else said`,
    CUSTOMER_LINK,
  ])('by its number in %j', (text) => {
    expect(named(text)).toEqual([{ number: NUMBER }]);
    expect(mayNameTicket(text)).toBe(true);
  });

  test.each([
    LINK,
    `Look: ${LINK}.`,
    `(${LINK})`,
    `<${LINK}|the printer>`,
    `[the printer](${LINK})`,
    `[Ticket#${NUMBER}](${LINK})`,
    `Text before\n${LINK};ArticleID=17#17\nand behind`,
  ])('by a link in %j', (text) => {
    expect(named(text)).toEqual([{ id: '5' }]);
    expect(mayNameTicket(text)).toBe(true);
  });

  test('once, however often, and in the order of the text', () => {
    expect(named(`Ticket#7, ${LINK}, Ticket#3, Ticket#7, ${LINK} and Ticket#11`)).toEqual([
      { number: '7' },
      { id: '5' },
      { number: '3' },
      { number: '11' },
    ]);
  });
});

describe('no ticket is named', () => {
  test.each([
    ['by a number alone', `${NUMBER} is waiting`],
    ['by what is a channel', `#${NUMBER} and #42`],
    ['in code', `try \`Ticket#${NUMBER}\``],
    ['in a block of code', `\`\`\`\nTicket#${NUMBER}\n\n${LINK}\n\`\`\``],
    ['in what is quoted', `> Ticket#${NUMBER}\n  > ${LINK}\nthanks`],
    ['inside another word', `Subticket#${NUMBER} and Ticket#${NUMBER}x and Ticket#${'1'.repeat(51)}`],
    ['around a piece of code', `Ticket\`x\`#${NUMBER}`],
    ['over two lines', `Ticket#\n${NUMBER}`],
    ['by a link to another server', LINK.replace('help.example', 'evil.example')],
    ['by the label of such a link', `[Ticket#${NUMBER}](https://evil.example/index.pl?TicketID=5)`],
    ['in the address of another page', `https://chat.example/Ticket#${NUMBER}`],
    ['by a link to another page of OTOBO', `${BASE}/index.pl?Action=AgentTicketHistory;TicketID=5`],
    ['where nothing is said', ''],
  ])('%s', (_how, text) => {
    expect(named(text)).toEqual([]);
  });

  test.each(['hello', `#${NUMBER}`, NUMBER, 'the ticket', 'Ticket# no number', 'https://help.example/otobo', 'ticketing'])(
    'in %j, as one sees at a glance',
    (text) => {
      expect(mayNameTicket(text)).toBe(false);
    },
  );
});

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '`',
      '```',
      '\n',
      '> ',
      '[',
      '](',
      ')',
      '<',
      '|',
      'Ticket',
      '#',
      ' ',
      'https://',
      'http',
      '\u200B',
      LINK,
      'TicketID=',
      '1',
    ),
  );

  test('what is found was seen at a glance, and is read as it would be alone', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const found = namedTickets(text, [BASE]);
        if (found.length > 0) expect(mayNameTicket(text)).toBe(true);
        for (const reference of found) expect(Object.values(reference)[0]).toMatch(/^\d{1,50}$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is put in among words is found', () => {
    const words = fc.stringMatching(/^[a-zäß ,.!?()@#:;*_-]{0,40}$/).map((text) => `${text} `);
    const digits = fc.stringMatching(/^\d{1,50}$/);
    const ticket = fc.oneof(
      digits.map((number) => ({ text: `Ticket#${number}`, reference: { number } })),
      fc.integer({ min: 1 }).map((id) => ({ text: LINK.replace(/5$/, String(id)), reference: { id: String(id) } })),
      digits.map((number) => ({
        text: `[label](${BASE}/customer.pl?Action=CustomerTicketZoom&TicketNumber=${number})`,
        reference: { number },
      })),
    );
    const unique = fc.uniqueArray(ticket, { maxLength: 6, selector: ({ reference }) => JSON.stringify(reference) });
    fc.assert(
      fc.property(unique, fc.array(words, { minLength: 7, maxLength: 7 }), (tickets, between) => {
        const text = tickets.reduce((before, one, at) => `${before}${between[at] ?? ''}${one.text} `, '');
        expect(namedTickets(text, [BASE])).toEqual(tickets.map(({ reference }) => reference));
      }),
    );
  });

  // A search that goes back over what it has seen would need minutes for these.
  test.each([
    '[',
    '`',
    '```',
    '> ',
    'Ticket#',
    'Ticket #1',
    'http://',
    '[x](https://',
    '[x](https://a',
    ' ',
    '1',
    '!',
    '\u200B',
    '`\n',
    '[](',
  ])('a long text of %j is gone through once', (part) => {
    const many = part.repeat(200_000 / part.length);
    for (const text of [many, `https://x/${many}x`, `[${many}](${LINK}`, `Ticket#${many}`])
      expect(namedTickets(text, [BASE]).length).toBeLessThan(2);
  });
});
