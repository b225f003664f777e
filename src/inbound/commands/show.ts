import { ticketText } from '../../text/ticket-text';
import { showTicket } from '../../usecases/show-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { referenceIn } from './reference';

/** Shows a ticket to whoever may read it. */
export const show: Command = {
  name: 'show',
  aliases: ['zeige', 'zeigen', 'anzeigen', 'info', 'view'],
  takes: [{ name: 'ticket', optional: true }],
  action: 'show',
  about: 'command.show.about',
  async run(call) {
    const { sender, place, settings, ports } = call;
    const shown = await showTicket(sender, referenceIn(call), place.roomId, chatRulesOf(settings), ports);
    return { text: ticketText(shown, { ...call, utcOffset: sender.utcOffset }) };
  },
};
