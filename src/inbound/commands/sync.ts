import { syncByHand } from '../../usecases/sync-by-hand';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { syncAnswer } from './render-linking';

/** Brings the ticket's room into step now. */
export const sync: Command = {
  name: 'sync',
  aliases: ['abgleichen'],
  takes: [],
  action: 'admin',
  about: 'command.sync.about',
  async run({ sender, place, settings, ports, say }) {
    return syncAnswer(await syncByHand(sender, place.roomId, chatRulesOf(settings), ports), say);
  },
};
