import type { Settings } from '../../settings/snapshot';
import { changeTicket, type Wish } from '../../usecases/change-ticket';
import { chatRulesOf } from '../policy';
import type { Answer, CommandCall } from './command';
import { changeText } from './render-write';

/** What the commands that set a state without a time have in common. */
export async function setState(call: CommandCall, wish: (words: string, defaults: Settings['defaults']) => Wish): Promise<Answer> {
  const { sender, place, words, settings, ports, say } = call;
  const wanted = { user: sender, place, wish: wish(words.join(' '), settings.defaults) };
  return { text: changeText('state', await changeTicket(wanted, chatRulesOf(settings), ports), say) };
}
