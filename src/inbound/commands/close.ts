import { closeByHand } from '../../usecases/close-by-hand';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { closedText } from './render-closing';

/** Closes the room's ticket, with the state from the settings where none is named, and with it the room that the app made for it. */
export const close: Command = {
  name: 'close',
  aliases: ['schließen'],
  takes: [{ name: 'state', optional: true }],
  action: 'state',
  about: 'command.close.about',
  async run({ sender: user, place, words, settings, ports, say, language }) {
    const wish = { field: 'state', typed: words.join(' ') || settings.defaults.closed, kind: 'closed' } as const;
    return { text: closedText(await closeByHand({ user, place, wish }, chatRulesOf(settings), ports), user, language, say) };
  },
};
