import { type Permission, PERMISSIONS } from '../../domain/permission';
import { shorten } from '../../domain/shorten';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { Command } from './command';
import { nearest } from './suggest';

const LONGEST_WORD = 40;

/** @returns how a command is typed, such as `/otobo show [ticket]`, as code */
export function usage({ name, takes }: Command, say: Translate): string {
  const gaps = takes.map((argument) => {
    const label = say(`argument.${argument.name}`);
    return argument.optional ? `[${label}]` : `<${label}>`;
  });
  return `\`${['/otobo', name, ...gaps].join(' ')}\``;
}

/** @returns one line per command */
export function commandList(commands: readonly Command[], say: Translate): string {
  return [...commands.map((command) => `${usage(command, say)} ${say(command.about)}`), say('help.ticket_alone'), say('help.more')].join(
    '\n',
  );
}

/** @returns everything about one command */
export function commandHelp(command: Command, say: Translate): string {
  const { right, member, admin }: Permission = PERMISSIONS[command.action];
  return [
    usage(command, say),
    say(command.about),
    ...(command.aliases.length > 0 ? [say('help.aliases', { words: command.aliases.map((one) => `\`${one}\``).join(', ') })] : []),
    ...(right ? [say('help.right', { right })] : []),
    ...(member ? [say('help.member')] : []),
    ...(admin ? [say('help.admin')] : []),
  ].join('\n');
}

/** @returns what to type instead of a command that there is not */
export function unknownCommand(word: string, commands: readonly Command[], say: Translate): string {
  const meant = nearest(word, commands).map((name) => `\`/otobo ${name}\``);
  return [
    say('command.unknown', { word: inertLine(shorten(word, LONGEST_WORD)) }),
    meant.length > 0 ? say('command.did_you_mean', { commands: meant.join(', ') }) : say('command.perhaps_search'),
    say('command.see_help'),
  ].join('\n');
}
