import type { Article } from '../../src/domain/article';
import { AppError } from '../../src/domain/errors';
import type { Ticket } from '../../src/domain/ticket';
import { surfaceOf } from '../../src/outbound/rocketchat/views';
import { momentText } from '../../src/text/moment';
import { translator } from '../../src/text/translate';
import type { BarContent } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';

const AT = Date.UTC(2026, 10, 23, 9);
const URL_OF_TICKET = 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2';
const ARTICLE: Article = { id: '7', from: 'Cora Cust', subject: 'Printer 1', body: 'It\nstill burns.', visibleForCustomer: true, at: AT };
const PEOPLE: Extract<BarContent, { type: 'ticket' }>['people'] = {
  ticketNumber: TICKET.number,
  room: 'printers',
  members: {
    added: [],
    present: [{ login: 'alice', name: 'Alice Adler', type: 'Agent', roles: ['Owner'], username: 'alice' }],
    unresolved: [{ email: 'cora@corp.test', type: 'Customer', roles: ['Customer'], reason: 'no_account' }],
    skipped: [],
  },
  inside: ['alice', 'erin'],
  complete: true,
};
const FULL: Ticket = { ...TICKET, stateType: 'open', customerUser: 'cora', changedAt: AT, url: URL_OF_TICKET };

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly { readonly text: { readonly text: string }; readonly value: string; readonly url?: string }[];
}

/** A bar as a client gets it: texts, and rows of buttons. */
function shown(content: BarContent, language = 'en') {
  const reader = { viewId: 'view', appId: 'app', say: translator(language), language, utcOffset: 1 };
  const { blocks, ...frame } = surfaceOf({ type: 'TicketBar', content }, reader);
  const all = blocks as readonly Block[]; // as: the blocks that a bar consists of
  const rows = all.flatMap(({ elements }) => (elements ? [elements] : []));
  return {
    frame,
    texts: all.flatMap(({ text }) => (text ? [text.text] : [])),
    rows: rows.map((row) => row.map(({ text }) => text.text)),
    buttons: rows.flat(),
  };
}

const ticketOf = (more: Partial<Ticket> = {}): BarContent => ({
  type: 'ticket',
  ticket: { ...FULL, ...more },
  articles: [ARTICLE],
  people: PEOPLE,
});

describe('the bar about a ticket', () => {
  test('stands beside the room, and can be closed but not sent', () => {
    expect(shown(ticketOf()).frame).toEqual({ id: 'view', type: 'contextualBar', title: { type: 'plain_text', text: 'OTOBO ticket' } });
  });

  test('has the ticket, its articles and its people in short lines', () => {
    expect(shown(ticketOf()).texts).toEqual([
      [
        `[Ticket#2026112310000011](${URL_OF_TICKET}) Printer 1 is burning`,
        'Queue: Support',
        'State: open',
        'Priority: 3 normal',
        'Owner: alice',
        'Responsible: bob',
        'Customer: cora',
        `Changed: ${momentText(AT, 'en', 1)}`,
      ].join('\n'),
      ['*Newest articles*', `${momentText(AT, 'en', 1)} · Cora Cust · customer sees it`, '> Printer 1', '> It', '> still burns.'].join(
        '\n',
      ),
      [
        'In the room (1):',
        '> Alice Adler (owner)',
        'In the room without a part in the ticket: erin',
        'Not in the room (1):',
        '> cora@\u200bcorp․test (customer, no account here)',
      ].join('\n'),
    ]);
  });

  test('is in the language of who sees it', () => {
    const { frame, texts, rows } = shown(ticketOf(), 'de');
    expect(frame.title.text).toBe('OTOBO-Ticket');
    expect(texts.join('\n')).toContain('Nicht im Raum (1):');
    expect(rows).toEqual([
      ['Übernehmen', 'Schreiben', 'Status', 'Ticket schließen'],
      ['Protokoll', 'In OTOBO öffnen', 'Aktualisieren'],
    ]);
  });

  test.each(['en', 'de'])('has buttons of at most 20 characters, four in a row, that carry the id of the bar, in %s', (language) => {
    const { rows, buttons } = shown(ticketOf(), language);
    expect(rows.map(({ length }) => length)).toEqual([4, 3]);
    expect(rows.flat().filter(({ length }) => length > 20)).toEqual([]);
    expect(buttons.map(({ value }) => value)).toEqual(buttons.map(() => 'view'));
  });

  test('leads to OTOBO where its address is known and one that a browser should open', () => {
    const addresses = (content: BarContent): unknown[] => shown(content).buttons.flatMap(({ url }) => url ?? []);
    expect(addresses(ticketOf())).toEqual([URL_OF_TICKET]);
    expect(addresses({ type: 'ticket', ticket: TICKET, articles: [] })).toEqual([]);
    expect(addresses(ticketOf({ url: 'javascript:alert(1)' }))).toEqual([]);
  });

  test('offers no closing for a ticket that is closed', () => {
    expect(shown(ticketOf({ stateType: 'closed' })).rows.flat()).not.toContain('Close ticket');
  });

  test('says that people were not found in time', () => {
    expect(shown({ type: 'ticket', ticket: FULL, articles: [] }).texts.at(-1)).toContain('not known yet');
  });

  test.each<[string, BarContent, string, string[][]]>([
    ['that OTOBO is silent', { type: 'silence' }, 'OTOBO has not answered yet.', [['Ask OTOBO again']]],
    [
      'why a person sees nothing',
      { type: 'refusal', error: new AppError('ticket_hidden') },
      'OTOBO has no such ticket, or you may not see it.',
      [['Ask OTOBO again']],
    ],
    ['how to link a room', { type: 'no_ticket' }, 'This room belongs to no ticket.', [['Link to a ticket', 'New ticket', 'Refresh']]],
  ])('says %s', (_what, content, sentence, rows) => {
    const bar = shown(content);
    expect(bar.texts.join('\n')).toContain(sentence);
    expect(bar.rows).toEqual(rows);
  });
});
