import { createTicket, type NewTicket } from '../../usecases/create-ticket';
import { newTicketRulesOf } from '../policy';
import type { Command } from './command';
import { createdText } from './render-write';

/** Such as `queue=Support`; a value with blanks goes into quotes. */
const SETTING = /^(queue|type|priority|customer)=(.+)$/is;

/** Makes a ticket; all words but `queue=…` and the like are its title. */
export const create: Command = {
  name: 'create',
  aliases: ['new', 'neu', 'anlegen'],
  takes: [{ name: 'title' }],
  action: 'create',
  about: 'command.create.about',
  form: 'create',
  async run({ sender, place, words, settings, ports, say }) {
    const order = read(words);
    const outcome = await createTicket({ user: sender, place, ...order }, newTicketRulesOf(settings), ports);
    return { text: createdText(order.title, outcome, settings.otoboPublicUrl, say) };
  },
};

function read(words: readonly string[]): Pick<NewTicket, 'title' | 'queue' | 'type' | 'priority' | 'customer'> {
  const set = words.flatMap((word) => {
    const [, name = '', value = ''] = SETTING.exec(word) ?? [];
    return value === '' ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
  return { title: words.filter((word) => !SETTING.test(word)).join(' '), ...Object.fromEntries(set) };
}
