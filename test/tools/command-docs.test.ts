import { readFileSync } from 'node:fs';
import { COMMANDS } from '../../src/inbound/commands';
import { COMMAND_DOCS, commandDocs } from '../../tools/command-docs';

test('the page about commands says what they are now (npm run docs:commands)', () => {
  expect(readFileSync(COMMAND_DOCS, 'utf8')).toBe(commandDocs());
});

test('the page has every command', () => {
  for (const { name } of COMMANDS) expect(commandDocs()).toMatch(new RegExp(`^## \`/otobo ${name}[ \`]`, 'm'));
});
