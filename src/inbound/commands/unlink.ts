import { unlinkRoom } from '../../usecases/unlink-room';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { unlinkAnswer } from './render-linking';

/** Makes a linked room a room like any other. */
export const unlink: Command = {
  name: 'unlink',
  aliases: ['lösen', 'trennen'],
  takes: [],
  action: 'link',
  about: 'command.unlink.about',
  async run({ sender, place, settings, ports, say }) {
    return unlinkAnswer(await unlinkRoom({ sender, place }, chatRulesOf(settings), ports), say);
  },
};
