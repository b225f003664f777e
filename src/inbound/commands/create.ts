import { withLinks } from '../../domain/ticket-links';
import { inertLine, link } from '../../text/inert';
import { createTicket } from '../../usecases/create-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { keptText } from './render-write';

/** `queue=Support` and `customer=jane`; a value with blanks goes into quotes. */
const SETTING = /^(queue|customer)=(.+)$/is;

/** Makes a ticket; all words but `queue=…` and `customer=…` are its title. */
export const create: Command = {
  name: 'create',
  aliases: ['new', 'neu', 'anlegen'],
  takes: [{ name: 'title' }],
  action: 'create',
  about: 'command.create.about',
  async run({ sender, place, words, settings, ports, say }) {
    const { title, queue, customer } = read(words);
    const order = { user: sender, place, title, ...(queue && { queue }), ...(customer && { customer }) };
    const outcome = await createTicket(order, { ...chatRulesOf(settings), defaults: settings.defaults }, ports);
    if (outcome.kept) return { text: keptText('Create', outcome, say) };
    const { ticketId: id, ticketNumber: number } = outcome.written;
    const { url } = withLinks({ id, number, title }, settings.otoboPublicUrl);
    return {
      text: say('write.created', { number: inertLine(number), title: url === undefined ? inertLine(title) : link(inertLine(title), url) }),
    };
  },
};

function read(words: readonly string[]): { readonly title: string; readonly queue?: string; readonly customer?: string } {
  const set = words.flatMap((word) => {
    const [, name = '', value = ''] = SETTING.exec(word) ?? [];
    return value === '' ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
  return { title: words.filter((word) => !SETTING.test(word)).join(' '), ...Object.fromEntries(set) };
}
