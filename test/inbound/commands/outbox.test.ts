import type { Write } from '../../../src/domain/write';
import { TICKET } from '../../domain/chat';
import { CommandStage } from './stage';

let stage: CommandStage;

const letter = (id: string, more: Partial<Write> = {}): Write => ({
  ...{ id, ticketId: TICKET.id, change: { type: 'Note', subject: 'secret subject', body: 'secret body' } as const },
  ...{ by: { userId: stage.alice.id, username: 'alice', roomId: stage.roomId }, right: 'note' as const },
  ...{ at: Date.UTC(2026, 10, 22, 10), notBefore: Date.UTC(2026, 10, 24, 10), attempts: 3 },
  ...more,
});

beforeEach(() => {
  stage = new CommandStage();
  stage.chat.addUsers({ ...stage.bob, roles: ['admin'], utcOffset: 1 });
});

describe('/otobo outbox', () => {
  test('says that nothing waits', async () => {
    expect(await stage.answer('bob', 'outbox')).toBe('Nothing waits to be written to OTOBO.');
  });

  test('lists what waits and what was given up, on the clock of who asks, and not a word of what was written', async () => {
    const failure = { code: 'otobo_login_failed', details: {}, at: 0 } as const;
    stage.chat.records.writes = [
      letter('12345678-a', { ticketId: '77' }),
      letter('87654321-b', { attempts: 8, failure, givenUpAt: Date.UTC(2026, 10, 22, 16) }),
      {
        ...{ id: 'abcdefab-c', ticketId: TICKET.id, change: { type: 'RoomLink', roomId: '', url: '' } as const },
        at: 0,
        notBefore: 0,
        attempts: 0,
      },
    ];
    const answer = await stage.answer('bob', 'outbox');
    expect(answer).toBe(
      [
        '2 entries wait to be written to OTOBO, 1 is given up.',
        `:x: \`87654321\` · note (11 characters) · Ticket#${TICKET.number} · alice`,
        '> since Nov 22, 2026, 11:00 AM (UTC+1) · tried 8 times · given up Nov 22, 2026, 5:00 PM (UTC+1)',
        '> OTOBO does not accept the service account of the app. Correct login and password of OTOBO in the settings of the app.',
        `:hourglass: \`abcdefab\` · link to the room · Ticket#${TICKET.number} · the app`,
        '> since Jan 1, 1970, 1:00 AM (UTC+1) · not tried yet · next try within a minute or two',
        ':hourglass: `12345678` · note (11 characters) · ticket id 77 · alice',
        '> since Nov 22, 2026, 11:00 AM (UTC+1) · tried 3 times · next try Nov 24, 2026, 11:00 AM (UTC+1)',
        'Try again: `/otobo outbox retry <id>` or `retry all`. Take out, back to who wrote it: `/otobo outbox drop <id>`.',
      ].join('\n'),
    );
  });

  test('says how many more there are than it lists', async () => {
    stage.chat.records.writes = Array.from({ length: 12 }, (_, at) => letter(`w${at}`));
    expect(await stage.answer('bob', 'ausgang')).toMatch(/^12 entries wait[^]*\nand 2 more\n/);
  });

  test.each([
    ['outbox retry 1234', /^1 entry is tried again/],
    ['outbox retry all', /^2 entries are tried again/],
    ['outbox wiederholen alle', /^2 entries are tried again/],
    ['outbox drop 1234', /^Taken out: note\. alice has got back what was typed\.$/],
    ['outbox drop 12', /^2 entries have an id that begins with "12"/],
    ['outbox drop', /^"drop" is nothing that can be done/],
    ['outbox drop all', /^"drop all" is nothing that can be done/],
    ['outbox retry', /^"retry" is nothing that can be done/],
    ['outbox retry 1234 1256', /^"retry 1234 1256" is nothing that can be done/],
    ['outbox delete 1234', /^"delete 1234" is nothing that can be done/],
    ['outbox retry 999', /^Nothing that waits for OTOBO has an id that begins with "999"/],
  ])('%s', async (line, answer) => {
    stage.chat.records.writes = [letter('1234-a'), letter('1256-b')];
    expect(await stage.answer('bob', line)).toMatch(answer);
  });

  test('is for admins', async () => {
    expect(await stage.answer('alice', 'outbox retry all')).toMatch(/^This is for admins of the app/);
  });

  test('speaks German', async () => {
    stage.chat.addUsers({ ...stage.bob, roles: ['admin'], language: 'de' });
    stage.chat.records.writes = [letter('1234-a')];
    expect(await stage.answer('bob', 'outbox')).toMatch(
      /^1 Eintrag wartet darauf[^]*Notiz \(11 Zeichen\)[^]*3-mal versucht · nächster Versuch/,
    );
  });
});

describe('/otobo audit', () => {
  test('says that there is nothing', async () => {
    expect(await stage.answer('bob', 'audit')).toBe('Nothing has been taken down in the last 90 days.');
    expect(await stage.answer('bob', 'audit 2026112310000099')).toBe(
      'Nothing has been taken down about Ticket#2026112310000099 in the last 90 days.',
    );
  });

  test('lists the newest first, on the clock of who asks', async () => {
    const at = Date.UTC(2026, 10, 22, 10);
    stage.chat.records.audited = [
      { at, what: 'linked', ticketNumber: '11', by: 'alice' },
      { at: at + 60_000, what: 'changed', ticketNumber: '11', by: 'alice', detail: 'state, priority' },
      { at: at + 120_000, what: 'given_up', detail: 'Note' },
    ];
    expect(await stage.answer('bob', 'audit')).toBe(
      [
        'The newest first:',
        '> Nov 22, 2026, 11:02 AM (UTC+1) · the app · gave up an entry of the outbox (Note)',
        '> Nov 22, 2026, 11:01 AM (UTC+1) · alice · changed the ticket (state, priority) · Ticket#11',
        '> Nov 22, 2026, 11:00 AM (UTC+1) · alice · linked a room · Ticket#11',
      ].join('\n'),
    );
  });

  test('lists what is about one ticket, by its number or by a link to it', async () => {
    stage.chat.records.audited = [
      { at: 1, what: 'noted', ticketNumber: TICKET.number, by: 'alice' },
      { at: 2, what: 'replied', ticketNumber: '12', by: 'alice' },
    ];
    const link = 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2';
    for (const ticket of [TICKET.number, link]) {
      const answer = await stage.answer('bob', `audit ${ticket}`);
      expect(answer).toContain('wrote a note');
      expect(answer).not.toContain('answered the customer');
    }
  });

  test('is for admins', async () => {
    expect(await stage.answer('alice', 'audit')).toMatch(/^This is for admins of the app/);
  });
});

test('a note that the outbox has no room for comes back to who typed it', async () => {
  stage.chat.records.writes = Array.from({ length: 2_000 }, (_, at) => letter(`w${at}`, { ticketId: 'other' }));
  expect(await stage.answer('alice', 'note it burns', stage.roomId)).toMatch(
    /^So much waits to be written to OTOBO[^]*\nYou typed: it burns$/,
  );
});
