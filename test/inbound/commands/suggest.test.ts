import { COMMANDS } from '../../../src/inbound/commands';
import type { Command } from '../../../src/inbound/commands/command';
import { commandNamed, foldWord, nearest } from '../../../src/inbound/commands/suggest';

const command = (name: string, ...aliases: string[]): Command => ({
  name,
  aliases,
  takes: [],
  action: 'help',
  about: 'command.help.about',
  run: () => Promise.resolve({ text: name }),
});
const SOME = [
  command('show', 'zeige'),
  command('search', 'suche'),
  command('open', 'öffnen'),
  command('note', 'notiz'),
  command('help', '?'),
];

test.each([
  ['show', 'show'],
  ['SHOW', 'show'],
  ['Zeige', 'show'],
  ['öffnen', 'open'],
  ['ÖFFNEN', 'open'],
  ['oeffnen', 'open'],
  ['offnen', 'open'],
  ['o\u0308ffnen', 'open'],
  ['/note', 'note'],
  ['note:', 'note'],
  ['help!', 'help'],
  ['?', 'help'],
  ['??', 'help'],
])('%j is %s', (word, name) => {
  expect(commandNamed(word, SOME)?.name).toBe(name);
});

test.each(['', 'sho', 'shows', 'constructor', '...'])('%j is no command', (word) => {
  expect(commandNamed(word, SOME)).toBeUndefined();
});

test.each([
  ['shwo', ['show']],
  ['serach', ['search']],
  ['se', ['search']],
  ['hlep', ['help']],
  ['notitz', ['notiz']],
  ['hilfe', []],
  ['xyzzy', []],
  ['', []],
])('for %j there is %j', (word, names) => {
  expect(nearest(word, SOME)).toEqual(names);
});

test('no word means two of the commands', () => {
  const words = COMMANDS.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(foldWord))]);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});
