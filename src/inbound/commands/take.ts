import { changeTicket } from '../../usecases/change-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { changeText } from './render-write';

/** Makes the sender the owner of the room's ticket. */
export const take: Command = {
  name: 'take',
  aliases: ['nehmen', 'übernehmen'],
  takes: [],
  action: 'take',
  about: 'command.take.about',
  async run({ sender, place, settings, ports, say }) {
    const change = await changeTicket({ user: sender, place, wish: { field: 'owner' } }, chatRulesOf(settings), ports);
    return { text: changeText('owner', change, say) };
  },
};
