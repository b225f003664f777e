import { reopenByHand } from '../../usecases/close-by-hand';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { reopenedText } from './render-closing';

/** Opens the room's ticket again, and with it the room. */
export const reopen: Command = {
  name: 'reopen',
  aliases: ['wiederöffnen'],
  takes: [],
  action: 'state',
  about: 'command.reopen.about',
  async run({ sender: user, place, settings, ports, say }) {
    const wish = { field: 'state', typed: settings.defaults.open } as const;
    return { text: reopenedText(await reopenByHand({ user, place, wish }, chatRulesOf(settings), ports), say) };
  },
};
