import fc from 'fast-check';
import { ticketReference } from '../../src/domain/ticket-reference';

const PUBLIC = 'https://help.example/otobo';
const BASES = [PUBLIC, 'http://10.0.0.5:8080/otobo'];
const NUMBER = '2026112310000011';
const read = (text: string): unknown => {
  const result = ticketReference(text, BASES);
  return 'problem' in result ? result.problem : result;
};

describe('a number is understood', () => {
  test.each([
    NUMBER,
    ` ${NUMBER} `,
    `#${NUMBER}`,
    `Ticket#${NUMBER}`,
    `ticket#${NUMBER}`,
    `T#${NUMBER}`,
    `Ticket# ${NUMBER}`,
    `Ticket #${NUMBER}`,
    `Case: ${NUMBER}`,
    `[Ticket#${NUMBER}]`,
    // Copied from what the app itself writes, which keeps numbers from becoming channels.
    `Ticket#\u200B${NUMBER}`,
    `\u2066#${NUMBER}\u2069`,
    `Störung#${NUMBER}`,
  ])('in %j', (text) => {
    expect(read(text)).toEqual({ number: NUMBER });
  });

  test('with its zeros in front', () => {
    expect(read('#0042')).toEqual({ number: '0042' });
  });

  test.each([
    '',
    ' ',
    'printer',
    '2026*',
    '2026%',
    '#2026*',
    '*',
    'Ticket#',
    '12 34',
    '12:30',
    '1.5',
    '-5',
    '٤٢',
    `${NUMBER} please`,
    '#',
    '1'.repeat(51),
  ])('not in %j', (text) => {
    expect(read(text)).toBe('no_reference');
  });

  test('and consists of digits, whatever was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[01*%?_#:; [\]T]*$/), (text) => {
        const result = ticketReference(text, BASES);
        if ('number' in result) expect(result.number).toMatch(/^\d+$/);
      }),
    );
  });
});

describe('a link is understood', () => {
  const agent = `${PUBLIC}/index.pl?Action=AgentTicketZoom;TicketID=5`;
  test.each([
    agent,
    agent.replace(';', '&'),
    agent.replace(';', '&amp;'),
    `${agent};ArticleID=17`,
    `${agent}#Article17`,
    `${agent};TicketID=6`,
    `${PUBLIC}/index.pl?ChallengeToken=x;TicketID=5;Action=AgentTicketZoom`,
    agent.replace('help.example', 'HELP.example'),
    agent.replace('help.example', 'help.example:443'),
    `http://10.0.0.5:8080/otobo/index.pl?Action=AgentTicketZoom;TicketID=5`,
    `<${agent}>`,
    `<${agent}|the ticket>`,
    `[the ticket](${agent})`,
    `${agent}.`,
    `${agent}!`,
  ])('in %j', (text) => {
    expect(read(text)).toEqual({ id: '5' });
  });

  test.each([
    `${PUBLIC}/customer.pl?Action=CustomerTicketZoom;TicketNumber=${NUMBER}`,
    `${PUBLIC}/index.pl?Action=AgentTicketZoom&TicketNumber=${NUMBER}`,
  ])('by its number in %j', (text) => {
    expect(read(text)).toEqual({ number: NUMBER });
  });

  test.each([
    ['another server', 'https://evil.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['another port', 'https://help.example:8443/otobo/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['another protocol', 'http://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['another OTOBO there', 'https://help.example/otobo2/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['a name before the server', 'https://help.example@evil.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['a server that begins alike', 'https://help.example.evil.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5'],
    ['a path around it', 'https://help.example/otobo/../x/index.pl?Action=AgentTicketZoom;TicketID=5'],
  ])('not to %s', (_where, text) => {
    expect(read(text)).toBe('elsewhere');
  });

  test.each([
    ['another page about a ticket', `${PUBLIC}/index.pl?Action=AgentTicketHistory;TicketID=5`],
    ['the dashboard', `${PUBLIC}/index.pl?Action=AgentDashboard`],
    ['nothing in particular', `${PUBLIC}/`],
    ['no ticket', `${PUBLIC}/index.pl?Action=AgentTicketZoom`],
    ['a ticket id that is none', `${PUBLIC}/index.pl?Action=AgentTicketZoom;TicketID=5%20OR%201`],
    ['a pattern', `${PUBLIC}/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026*`],
    ['a broken character', `${PUBLIC}/index.pl?Action=AgentTicketZoom;TicketID=%E0%A4%A`],
    ['a script of another kind', `${PUBLIC}/nph-genericinterface.pl?Action=AgentTicketZoom;TicketID=5`],
  ])('not to %s in OTOBO', (_what, text) => {
    expect(read(text)).toBe('no_ticket');
  });

  test.each(['ftp://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5', 'https://', 'javascript:alert(1)'])(
    'not in %j, which is no address of a page',
    (text) => {
      expect(read(text)).toBe('no_reference');
    },
  );

  test('for any id, in either notation, with anything beside it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 9_999_999_999_999_999_999n }).map(String),
        fc.constantFrom(';', '&'),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 20 })),
        (id, separator, others) => {
          const beside = Object.entries(others).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
          const query = [...beside, 'Action=AgentTicketZoom', `TicketID=${id}`].join(separator);
          expect(read(`${PUBLIC}/index.pl?${query}`)).toEqual({ id });
        },
      ),
    );
  });

  test('to no ticket of ours, where nobody knows where OTOBO is', () => {
    expect(ticketReference(agent, [])).toMatchObject({ problem: 'elsewhere' });
    expect(ticketReference(agent, ['not an address'])).toMatchObject({ problem: 'elsewhere' });
  });
});
