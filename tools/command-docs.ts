import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Permission, PERMISSIONS } from '../src/domain/permission';
import { COMMANDS } from '../src/inbound/commands';
import type { Command } from '../src/inbound/commands/command';
import { usage } from '../src/inbound/commands/render-help';
import { translator } from '../src/text/translate';

/** The page that is made here. */
export const COMMAND_DOCS = join(__dirname, '../docs/commands.md');

const say = translator('en');

const PREFACE = `# Commands

<!-- Made from the commands themselves: npm run docs:commands -->

Everything is typed after \`/otobo\`, in any room or thread. What is answered, only the sender sees. A part in \`<angle brackets>\` has to be
there, a part in \`[square brackets]\` may be left out.

- A **ticket** is named by its number, as \`2026112310000011\`, \`#2026112310000011\` or \`Ticket#2026112310000011\` (the word before \`#\` does not
  matter), or by a pasted link to its page for agents or for customers. Only links to the OTOBO of this workspace count. Where a ticket may be
  left out, the one of the room is meant.
- A ticket alone, without a command, is shown.
- Several words that belong together stand in quotes, straight ones or those that phones make. Upper and lower case make no difference in
  commands, nor does \`oe\` for \`ö\`.
- The server itself takes straight quotes and line breaks out of what is typed after a command, apostrophes in pairs included, before the app
  sees it. A text of several lines keeps them when all of it stands in straight double quotes.
- **Rights** are those that the person has in OTOBO where OTOBO has the package of this app; otherwise a role in Rocket.Chat stands for all of
  them. A ticket that one may not see and a ticket that does not exist get the same answer.
- What takes longer than two seconds is announced; the answer comes when it is there.
`;

/** @returns the page, with every command there is */
export function commandDocs(): string {
  return [PREFACE, ...COMMANDS.map(section)].join('\n');
}

function section(command: Command): string {
  const { right, member, admin }: Permission = PERMISSIONS[command.action];
  const needs = [
    ...(right ? [`the right \`${right}\` in OTOBO`] : []),
    ...(member ? ['to be a member of the room'] : []),
    ...(admin ? ['a role of admins (setting "Roles of admins")'] : []),
  ];
  return [
    `## ${usage(command, say)}`,
    '',
    `${say(command.about)}.`,
    '',
    ...(command.aliases.length > 0 ? [`- Also: ${command.aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
    ...(command.form ? ['- Without the rest: opens a dialog to fill it in'] : []),
    `- Needs: ${needs.length > 0 ? needs.join(', ') : 'nothing'}`,
    '',
  ].join('\n');
}

if (require.main === module) {
  writeFile(COMMAND_DOCS, commandDocs()).then(
    () => console.log(`Wrote ${COMMAND_DOCS} (${COMMANDS.length} commands).`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
