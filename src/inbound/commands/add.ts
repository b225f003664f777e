import { addMember } from '../../usecases/add-member';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { addAnswer } from './render-linking';

/** Brings somebody into the ticket's room. */
export const add: Command = {
  name: 'add',
  aliases: ['hinzufügen', 'invite', 'einladen'],
  takes: [{ name: 'user' }],
  action: 'add',
  about: 'command.add.about',
  async run({ sender, place, words, settings, ports, say }) {
    const username = (words[0] ?? '').replace(/^@/, '');
    return addAnswer(await addMember({ sender, place, username, confirmed: false }, chatRulesOf(settings), ports), username, say);
  },
};
