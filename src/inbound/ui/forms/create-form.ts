import type { FormField } from '../../../domain/form';
import { createTicket } from '../../../usecases/create-ticket';
import { createdText } from '../../commands/render-write';
import { newTicketRulesOf } from '../../policy';
import type { FilledIn, FormKind } from './form';

/** What may be left as it is. */
const OPTIONAL = ['queue', 'type', 'priority', 'customer'] as const satisfies readonly FormField[];

/** Makes a ticket. */
export const createForm: FormKind = {
  main: 'title',
  words: 'text',
  places: { queue_missing: 'queue', queue_hidden: 'queue' },
  async send(filled) {
    const { by: user, place, about, value, settings, ports, say } = filled;
    const title = value('title');
    const text = value('text').trim();
    const order = {
      user,
      place,
      title,
      ...chosen(filled),
      ...(text !== '' && { body: text }),
      ...(about.messageId !== undefined && { messageId: about.messageId }),
    };
    const outcome = await createTicket(order, newTicketRulesOf(settings), ports);
    return { text: createdText(title, outcome, settings.otoboPublicUrl, say) };
  },
};

function chosen({ value }: FilledIn): Partial<Record<(typeof OPTIONAL)[number], string>> {
  return Object.fromEntries(OPTIONAL.flatMap((field) => (value(field).trim() === '' ? [] : [[field, value(field).trim()]])));
}
