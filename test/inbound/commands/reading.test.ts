import { parse } from '@rocket.chat/message-parser';
import type { Article } from '../../../src/domain/article';
import { TICKET, user } from '../../domain/chat';
import { CommandStage } from './stage';

let stage: CommandStage;
beforeEach(() => {
  stage = new CommandStage();
});

const LINK = '[Ticket#2026112310000011](https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2)';
const HOUR_MS = 3_600_000;

const article = (more: Partial<Article> = {}): Article => ({
  id: '1',
  from: '"Cust One" <cust1@customer.example>',
  subject: 'It burns',
  body: 'Hello,\n\nthe printer burns.\nPlease come.\nRegards\nCust',
  visibleForCustomer: true,
  at: Date.UTC(2026, 10, 23, 1, 16, 29),
  ...more,
});

describe('show', () => {
  test('says what a ticket is about, in short lines', async () => {
    Object.assign(stage.helpdesk.ticket('2'), {
      articles: [article()],
      stateType: 'pending reminder',
      pendingUntil: Date.UTC(2026, 10, 24, 9),
    });
    expect((await stage.answer('alice', `show ${TICKET.number}`)).replaceAll('\u202F', ' ').split('\n')).toEqual([
      `${LINK} Printer 1 is burning`,
      'Queue: Support',
      'State: open',
      'Pending until: Nov 24, 2026, 9:00 AM (UTC)',
      'Priority: 3 normal',
      'Owner: alice',
      'Responsible: bob',
      'Customer: cust1',
      '*Newest articles*',
      'Nov 23, 2026, 1:16 AM (UTC) · "Cust One" \u200B<\u200Bcust1@\u200Bcustomer․example\u200B>\u200B · customer sees it',
      '> It burns',
      '> Hello,',
      '> the printer burns.',
      '> Please come.',
      '> …',
    ]);
  });

  test("is in the reader's language and on the reader's clock", async () => {
    stage.chat.addUsers({ ...stage.alice, language: 'de', utcOffset: 1 });
    Object.assign(stage.helpdesk.ticket('2'), { articles: [article({ visibleForCustomer: false })] });
    const told = await stage.answer('alice', 'zeige', stage.roomId);
    expect(told).toContain('Besitzer: alice');
    expect(told).toContain('23.11.2026, 02:16 (UTC+1)');
    expect(told).toContain('intern');
  });

  test('does not speak of waiting when the ticket waits no more', async () => {
    Object.assign(stage.helpdesk.ticket('2'), { stateType: 'open', pendingUntil: Date.UTC(2026, 10, 24, 9) });
    expect(await stage.answer('alice', 'show', stage.roomId)).not.toContain('Pending');
  });

  test('has the three newest articles, the newest first', async () => {
    const articles = [1, 2, 3, 4].map((id) => article({ id: String(id), subject: `Subject ${id}`, body: '' }));
    Object.assign(stage.helpdesk.ticket('2'), { articles });
    const told = await stage.answer('alice', 'show', stage.roomId);
    expect(told.match(/Subject \d/g)).toEqual(['Subject 4', 'Subject 3', 'Subject 2']);
  });

  test('without a ticket shows that of the room, and in another room says what to do', async () => {
    expect(await stage.answer('alice', 'show', stage.roomId)).toContain('Printer 1 is burning');
    expect(await stage.answer('alice', 'show', stage.chat.addRoom('other', stage.alice).id)).toContain('/otobo ticket <number>');
  });

  test('brings nothing of a ticket to life', async () => {
    const evil = '@all #general [x](https://evil.example) <https://evil.example|y> `code` *bold* :smile: evil.example';
    stage.helpdesk.ticket('2').ticket = { ...TICKET, title: evil, queue: evil, state: evil, owner: evil };
    Object.assign(stage.helpdesk.ticket('2'), {
      articles: [article({ from: evil, subject: evil, body: `${evil}\n> ${evil}\n- ${evil}` })],
    });
    const told = await stage.answer('alice', 'show', stage.roomId);
    const nodes = JSON.stringify(parse(told));
    expect(nodes).not.toMatch(/MENTION|EMOJI|INLINE_CODE|"LIST/);
    expect(nodes.match(/"LINK"/g)).toHaveLength(1);
    expect(nodes.match(/"BOLD"/g)).toHaveLength(1);
    expect(told).not.toMatch(/(^|\s|>)@[a-z]/m);
  });

  test('asks OTOBO once for a right that was asked for a moment ago', async () => {
    await stage.answer('alice', 'show', stage.roomId);
    await stage.answer('alice', 'show', stage.roomId);
    expect(stage.helpdesk.calls.filter((call) => call.startsWith('access'))).toHaveLength(1);
  });

  test.each([
    ['printer', '"printer" is no ticket'],
    ['12 34', '"12 34" is no ticket'],
    ['https://evil.example/index.pl?Action=AgentTicketZoom;TicketID=2', 'does not lead to the OTOBO of this workspace'],
    ['https://help.example/otobo/index.pl?Action=AgentDashboard', 'not to a ticket'],
    ['2026*', '"2026\\*" is no ticket'],
  ])('of %s says what is wrong, and asks OTOBO nothing', async (text, sentence) => {
    expect(await stage.answer('alice', `show ${text}`)).toContain(sentence);
    expect(stage.helpdesk.calls).toEqual([]);
  });

  test('without a connection to OTOBO says whose business that is', async () => {
    stage.chat.helpdesk = undefined;
    expect(await stage.answer('alice', `show ${TICKET.number}`)).toContain('settings of the app');
  });

  test('while OTOBO is away says so', async () => {
    stage.helpdesk.away = true;
    expect(await stage.answer('alice', `show ${TICKET.number}`)).toContain('OTOBO cannot be reached');
  });

  test('to somebody who is no agent says why', async () => {
    stage.chat.addUsers(user('carol'));
    expect(await stage.answer('carol', `show ${TICKET.number}`)).toContain('You are no agent in OTOBO');
  });
});

describe('without the OTOBO package', () => {
  beforeEach(() => {
    stage.helpdesk.packageOffered = false;
  });

  test('somebody with a role of an agent sees what the service account sees', async () => {
    stage.values = { agent_roles: 'support' };
    stage.chat.addUsers({ ...stage.bob, roles: ['support'] });
    expect(await stage.answer('bob', `show ${TICKET.number}`)).toContain('Printer 1 is burning');
    expect(await stage.answer('bob', 'search burning')).toContain('Printer 1 is burning');
    expect(await stage.answer('bob', 'show 99')).toContain('OTOBO has no such ticket');
  });

  test.each(['show 2026112310000011', 'search burning', 'mine', 'people 2026112310000011'])('others get nothing from %s', async (text) => {
    expect(await stage.answer('alice', text)).toContain('Only people with certain roles may work on tickets from here');
  });

  test("one's own tickets are found where the login is known, and otherwise it says what is missing", async () => {
    stage.values = { agent_roles: 'user' };
    expect(await stage.answer('alice', 'mine')).toContain('Nobody can tell which login alice has in OTOBO');
    stage.values = { agent_roles: 'user', people_mapping: 'alice = alice' };
    expect(await stage.answer('alice', 'mine')).toContain('Printer 1 is burning');
  });
});

describe('search', () => {
  test('lists what the person may see, and no more', async () => {
    stage.helpdesk.addTicket({ ...TICKET, id: '3', number: '2026112310000029', title: 'Cellar burning' });
    expect(await stage.answer('alice', 'search burning')).toBe(
      `1 of 1 ticket, the last changed first:\n${LINK} Printer 1 is burning\n> open · Support · alice`,
    );
  });

  test('finds tickets that have all of the words, as quoted or not', async () => {
    expect(await stage.answer('alice', 'suche printer burning')).toContain('Ticket#2026112310000011');
    expect(await stage.answer('alice', 'search "printer 1"')).toContain('Ticket#2026112310000011');
    expect(await stage.answer('alice', 'search printer drowning')).toBe(
      'No ticket that you may see has all these words. Try fewer or shorter ones.',
    );
  });

  test('says of how many it shows the first', async () => {
    for (let n = 10; n < 23; n += 1) {
      stage.helpdesk.addTicket({ ...TICKET, id: String(n), number: `20261123100000${n}` });
      stage.helpdesk.allow('alice', String(n), 'ro');
    }
    const told = await stage.answer('alice', 'search burning');
    expect(told).toContain('10 of 14 tickets');
    expect(told.match(/\]\(https/g)).toHaveLength(10);
  });

  test('that OTOBO does not offer, though it knows the rights, is not done with other rights', async () => {
    stage.ports = ({ otobo }) =>
      otobo ? { otobo: { ...otobo, package: { ...otobo.package, search: () => Promise.resolve(undefined) } } } : {};
    expect(await stage.answer('alice', 'search burning')).toContain('AgentTicketSearch');
    expect(stage.helpdesk.calls).not.toContain('search');
  });

  test('brings nothing of a ticket to life', async () => {
    const evil = '@all [x](https://evil.example) *bold*';
    stage.helpdesk.ticket('2').ticket = { ...TICKET, title: evil, queue: evil };
    const nodes = JSON.stringify(parse(await stage.answer('alice', 'search bold')));
    expect(nodes).not.toMatch(/MENTION|"BOLD"/);
    expect(nodes.match(/"LINK"/g)).toHaveLength(1);
  });
});

describe('mine', () => {
  test('lists the open tickets that one owns', async () => {
    stage.helpdesk.addTicket({ ...TICKET, id: '3', number: '2026112310000029', title: 'Closed one', state: 'closed successful' });
    stage.helpdesk.addTicket({ ...TICKET, id: '4', number: '2026112310000037', title: "Bob's", owner: 'bob' });
    for (const id of ['3', '4']) stage.helpdesk.allow('alice', id, 'rw');
    const told = await stage.answer('alice', 'meine');
    expect(told).toContain('Printer 1 is burning');
    expect(told).not.toMatch(/Closed|Bob's/);
  });

  test('says when there are none', async () => {
    expect(await stage.answer('bob', 'mine')).toBe('You own no open ticket.');
  });
});

describe('people', () => {
  beforeEach(() => {
    stage.chat.addUsers(user('eve_x_'));
    stage.chat.rooms.get(stage.roomId)?.members.add('eve_x_');
    stage.helpdesk.people = {
      people: [
        { type: 'Agent', login: 'alice', email: 'alice@corp.test', name: 'Alice Agent', roles: ['Owner'] },
        { type: 'Agent', login: 'zoe', email: 'zoe@corp.test', name: 'Zoe @all', roles: ['Involved'] },
        { type: 'Agent', login: 'bob', email: 'bob@corp.test', name: 'Bob Agent', roles: ['Watcher'] },
      ],
      peopleComplete: true,
      systemAddresses: [],
    };
    for (const name of ['alice', 'bob']) stage.chat.book.set(`${name}@corp.test`, `id-${name}`);
  });

  test('names who is in the room, who is not, and why', async () => {
    expect((await stage.answer('alice', 'people', stage.roomId)).split('\n')).toEqual([
      'People of Ticket#2026112310000011 in the room printers:',
      'In the room (1):',
      '> Alice Agent (owner)',
      'In the room without a part in the ticket: eve\\_x\\_',
      'Not in the room (1):',
      '> Zoe @\u200Ball (involved, no account here)',
      'Left out by the settings (1):',
      '> Bob Agent (watcher, role not taken into rooms)',
    ]);
  });

  test('names of others who are in the room only to who is in it, too', async () => {
    stage.helpdesk.allow('bob', TICKET.id, 'ro');
    const told = await stage.answer('bob', `people ${TICKET.number}`);
    expect(told).toContain('> Alice Agent (owner)');
    expect(told).not.toContain('eve');
  });

  test('says when the ticket has no room, and how it gets one', async () => {
    stage.helpdesk.addTicket({ ...TICKET, id: '3', number: '2026112310000029' });
    stage.helpdesk.allow('alice', '3', 'ro');
    expect(await stage.answer('alice', 'people 2026112310000029')).toContain('Ticket#2026112310000029 has no room yet; `/otobo open`');
  });

  test('says when OTOBO names but a few', async () => {
    stage.helpdesk.people = undefined;
    stage.values = { discovery: 'both' };
    const told = await stage.answer('alice', 'leute', stage.roomId);
    expect(told).toContain('> alice (owner)');
    expect(told).toContain('OTOBO named no more than these');
  });

  test('changes nothing', async () => {
    await stage.answer('alice', 'help');
    const { length } = stage.chat.writes;
    await stage.answer('alice', 'people', stage.roomId);
    expect(stage.chat.writes.slice(length).filter((write) => write !== 'say tell')).toEqual([]);
  });
});

test('times are shown on clocks that are behind, or half an hour apart', async () => {
  Object.assign(stage.helpdesk.ticket('2'), { stateType: 'pending auto', pendingUntil: Date.UTC(2026, 10, 24) + 9 * HOUR_MS });
  stage.chat.addUsers({ ...stage.alice, utcOffset: -3.5 });
  expect(await stage.answer('alice', 'show', stage.roomId)).toMatch(/5:30\sAM \(UTC-3:30\)/);
});
