import { CommandStage } from './stage';

/** A line as people get it wrong, and what they should read to get it right: in English, and in German where it is another text. */
const WRONG: readonly (readonly [line: string, english: string, german: string])[] = [
  ['hepl', 'Did you mean `/otobo help`?', 'Meinten Sie `/otobo help`?'],
  ['shwo 2026112310000011', 'Did you mean `/otobo show`?', 'Meinten Sie `/otobo show`?'],
  ['zeig', 'Did you mean `/otobo zeige`?', 'Meinten Sie `/otobo zeige`?'],
  ['notitz es brennt', 'Did you mean `/otobo notiz`?', 'Meinten Sie `/otobo notiz`?'],
  ['serach printer', 'Did you mean `/otobo search`?', 'Meinten Sie `/otobo search`?'],
  ['asign @bob', 'Did you mean `/otobo assign`?', 'Meinten Sie `/otobo assign`?'],
  ['clsoe', 'Did you mean `/otobo close`?', 'Meinten Sie `/otobo close`?'],
  ['antworte ja', 'Did you mean `/otobo antwort`?', 'Meinten Sie `/otobo antwort`?'],
  ['printer burning', 'type `/otobo search` and the words', 'schreiben Sie `/otobo search` und die Wörter'],
  ['xyzzy', 'All commands: `/otobo help`', 'Alle Befehle: `/otobo help`'],
  ['@bob', 'All commands: `/otobo help`', 'Alle Befehle: `/otobo help`'],
  ['...', 'All commands: `/otobo help`', 'Alle Befehle: `/otobo help`'],
  ['help shwo', 'Did you mean `/otobo show`?', 'Meinten Sie `/otobo show`?'],
  ['assign', 'Something is missing. Type `/otobo assign <@user>`.', 'Da fehlt noch etwas. Schreiben Sie `/otobo assign <@Benutzer>`.'],
  ['search', 'Type `/otobo search <words>`', 'Schreiben Sie `/otobo search <Wörter>`'],
  ['assign', 'Type `/otobo assign <@user>`', 'Schreiben Sie `/otobo assign <@Benutzer>`'],
  [
    'sync printers',
    '"printers" is nothing that this command knows. Type `/otobo sync [adopt] [ticket]`',
    '„printers“ kennt dieser Befehl nicht.',
  ],
  ['show', 'This room belongs to no ticket.', 'Dieser Raum gehört zu keinem Ticket.'],
  ['show printer', '"printer" is no ticket. Give the number', '„printer“ ist kein Ticket. Geben Sie die Nummer an'],
  ['show 2026*', 'is no ticket', 'ist kein Ticket'],
  ['2026112310000011 note it burns', 'The command comes first', 'Erst kommt der Befehl'],
  [
    '2026112310000099',
    'OTOBO has no such ticket, or you may not see it.',
    'OTOBO hat kein solches Ticket, oder Sie dürfen es nicht sehen.',
  ],
  [
    'https://evil.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2',
    'does not lead to the OTOBO of this workspace',
    'führt nicht zum OTOBO dieses Arbeitsbereichs',
  ],
  [
    'https://help.example/otobo/',
    'Open the ticket there and copy its address',
    'Öffnen Sie das Ticket dort und kopieren Sie seine Adresse',
  ],
];

describe.each(WRONG)('/otobo %s', (line, english, german) => {
  test.each([
    ['en', english],
    ['de', german],
  ])('in %s is answered with what helps', async (language, expected) => {
    const stage = new CommandStage();
    stage.chat.addUsers({ ...stage.alice, language });
    expect(await stage.answer('alice', line)).toContain(expected);
  });
});

/** What is not wrong at all, though it may look so. */
test.each([
  ['-help', '/otobo show [ticket]'],
  ['--help', '/otobo show [ticket]'],
  ['?', '/otobo show [ticket]'],
  ['HELP Show', 'Shows a ticket'],
  ['"help show"', 'Shows a ticket'],
  ['help /show', 'Shows a ticket'],
])('/otobo %s is understood', async (line, expected) => {
  expect(await new CommandStage().answer('alice', line)).toContain(expected);
});

describe('help', () => {
  test('shows the commands of admins to admins only', async () => {
    const stage = new CommandStage();
    expect(await stage.answer('alice', 'help')).not.toContain('/otobo doctor');
    expect(await stage.answer('alice', 'help doctor')).toContain('There is no command "doctor".');
    stage.chat.addUsers({ ...stage.alice, roles: ['admin'] });
    expect(await stage.answer('alice', 'help')).toContain('/otobo doctor');
    expect(await stage.answer('alice', 'help doctor')).toContain('For admins of the app.');
  });

  test('of a command has its other words and what it needs', async () => {
    const told = await new CommandStage().answer('alice', 'help note');
    expect(told.split('\n')[0]).toBe('`/otobo note <text>`');
    expect(told).toContain('`notiz`');
    expect(told).toContain('Needs the right "note" in OTOBO.');
  });
});
