import { changeTicket } from '../../usecases/change-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { changeText } from './render-write';

/** Sets the priority of the room's ticket. */
export const priority: Command = {
  name: 'priority',
  aliases: ['prio', 'priorität'],
  takes: [{ name: 'priority' }],
  action: 'priority',
  about: 'command.priority.about',
  async run({ sender, place, words, settings, ports, say }) {
    const wish = { field: 'priority', typed: words.join(' ') } as const;
    return { text: changeText('priority', await changeTicket({ user: sender, place, wish }, chatRulesOf(settings), ports), say) };
  },
};
