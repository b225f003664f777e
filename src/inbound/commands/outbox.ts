import { AppError } from '../../domain/errors';
import { shorten } from '../../domain/shorten';
import { dropWrite, listOutbox, retryWrites } from '../../usecases/tend-outbox';
import { rightsOf } from '../policy';
import type { Answer, Command, CommandCall } from './command';
import { droppedText, outboxText } from './render-outbox';
import { foldWord } from './suggest';

const LONGEST_TEXT = 80;

const RETRY: readonly string[] = ['retry', 'wiederholen', 'erneut'];
const DROP: readonly string[] = ['drop', 'verwerfen'];
const ALL: readonly string[] = ['all', 'alle', 'alles'];

/** Shows admins what waits to be written to OTOBO, and lets them try it again or take it out. */
export const outbox: Command = {
  name: 'outbox',
  aliases: ['ausgang', 'postausgang'],
  takes: [{ name: 'outbox', optional: true }],
  action: 'admin',
  about: 'command.outbox.about',
  async run(call) {
    const { sender, words, settings, ports, say } = call;
    if (words.length > 0) return order(call);
    return { text: outboxText(await listOutbox(sender, rightsOf(settings), ports), call, ports.time.now(), say) };
  },
};

async function order({ sender, words, settings, ports, say }: CommandCall): Promise<Answer> {
  const [verb = '', id, ...more] = words;
  const rights = rightsOf(settings);
  if (id !== undefined && more.length === 0) {
    const everything = ALL.includes(foldWord(id));
    if (RETRY.includes(foldWord(verb)))
      return { text: say('outbox.retried', { count: await retryWrites(sender, everything ? undefined : id, rights, ports) }) };
    if (DROP.includes(foldWord(verb)) && !everything) return { text: droppedText(await dropWrite(sender, id, rights, ports), say) };
  }
  throw new AppError('outbox_order_unclear', { text: shorten(words.join(' '), LONGEST_TEXT) });
}
