import { searchTickets } from '../../usecases/search-tickets';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { rowsText } from './render-rows';

/** Finds tickets that the sender may read, by words. */
export const search: Command = {
  name: 'search',
  aliases: ['suche', 'suchen', 'find', 'finde'],
  takes: [{ name: 'words' }],
  action: 'search',
  about: 'command.search.about',
  async run({ sender, words, settings, ports, say }) {
    const found = await searchTickets(sender, { words: words.join(' ') }, chatRulesOf(settings), ports);
    return { text: found.rows.length > 0 ? rowsText(found, say) : say('search.none') };
  },
};
