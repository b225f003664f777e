import { parseCommandLine } from '../../../playground/rocketchat/command-line';

describe('a line in the composer', () => {
  it.each([
    ['/otobo', { command: 'otobo', args: [] }],
    ['/otobo help', { command: 'otobo', args: ['help'] }],
    ['  /OTOBO   ticket \n 42 ', { command: 'otobo', args: ['ticket', '42'] }],
    ['/otobo note "two words" three', { command: 'otobo', args: ['note', 'two words', 'three'] }],
    [`/otobo note 'single quotes'`, { command: 'otobo', args: ['note', 'single quotes'] }],
    ['/otobo note "a \\"quoted\\" word"', { command: 'otobo', args: ['note', 'a "quoted" word'] }],
    ['/otobo note "one""two"', { command: 'otobo', args: ['note', 'one', 'two'] }],
    ['/otobo note pre"in side"post', { command: 'otobo', args: ['note', 'prein sidepost'] }],
    ['/otobo note 5" pipe', { command: 'otobo', args: ['note', '5"', 'pipe'] }],
    [`/otobo note don't can't`, { command: 'otobo', args: ['note', 'dont cant'] }],
    ['/otobo note "line\nbreak"', { command: 'otobo', args: ['note', 'line\nbreak'] }],
  ])('%j is read as Rocket.Chat reads it', (line, expected) => {
    expect(parseCommandLine(line)).toEqual(expected);
  });

  it.each(['hello', '', '/', ' / otobo'])('%j is no command', (line) => {
    expect(parseCommandLine(line)).toBeUndefined();
  });
});
