import { changeTicket } from '../../usecases/change-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { changeText } from './render-write';

/** Gives the room's ticket to somebody else. */
export const assign: Command = {
  name: 'assign',
  aliases: ['zuweisen'],
  takes: [{ name: 'user' }],
  action: 'assign',
  about: 'command.assign.about',
  async run({ sender, place, words: [word = ''], settings, ports, say }) {
    const wish = { field: 'owner', username: word.replace(/^@/, '') } as const;
    return { text: changeText('owner', await changeTicket({ user: sender, place, wish }, chatRulesOf(settings), ports), say) };
  },
};
