import { searchTickets } from '../../usecases/search-tickets';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { rowsText } from './render-rows';

/** Lists the open tickets that the sender owns. */
export const mine: Command = {
  name: 'mine',
  aliases: ['meine', 'my'],
  takes: [],
  action: 'search',
  about: 'command.mine.about',
  async run({ sender, settings, ports, say }) {
    const found = await searchTickets(sender, 'own', chatRulesOf(settings), ports);
    return { text: found.rows.length > 0 ? rowsText(found, say) : say('search.none_own') };
  },
};
