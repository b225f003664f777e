import type { ChatUser } from '../../domain/member';
import { type Permission, PERMISSIONS } from '../../domain/permission';
import type { Settings } from '../../settings/snapshot';
import type { Command } from './command';
import { commandHelp, commandList, unknownCommand } from './render-help';
import { commandNamed } from './suggest';

/** @param all the commands that there are, this one included */
export function helpCommand(all: () => readonly Command[]): Command {
  return {
    name: 'help',
    aliases: ['hilfe', '?'],
    takes: [{ name: 'command', optional: true }],
    action: 'help',
    about: 'command.help.about',
    run: ({ words: [word], sender, settings, say }) => {
      const shown = shownTo(sender, settings, all());
      const command = word === undefined ? undefined : commandNamed(word, shown);
      if (command) return Promise.resolve({ text: commandHelp(command, say) });
      return Promise.resolve({ text: word === undefined ? commandList(shown, say) : unknownCommand(word, shown, say) });
    },
  };
}

/** Commands of admins are of no use to others. */
export function shownTo({ roles }: ChatUser, { adminRoles }: Settings, commands: readonly Command[]): readonly Command[] {
  const isAdmin = roles.some((role) => adminRoles.includes(role));
  return commands.filter(({ action }) => {
    const { admin }: Permission = PERMISSIONS[action];
    return !admin || isAdmin;
  });
}
