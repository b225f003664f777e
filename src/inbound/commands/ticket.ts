import { findTicket } from '../../usecases/find-ticket';
import { linkRoom } from '../../usecases/link-room';
import { showTicket } from '../../usecases/show-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { referenceIn } from './reference';
import { linkAnswer } from './render-linking';
import { ticketText } from './render-ticket';

/** Links the room to a ticket; alone, shows the ticket that it is linked to. */
export const ticket: Command = {
  name: 'ticket',
  aliases: ['link', 'verknüpfen', 'verbinden'],
  takes: [{ name: 'ticket', optional: true }],
  action: 'link',
  about: 'command.ticket.about',
  async run(call) {
    const { sender, place, settings, ports, say } = call;
    const rules = chatRulesOf(settings);
    const reference = referenceIn(call);
    if (!reference) return { text: ticketText(await showTicket(sender, undefined, place.roomId, rules, ports), call) };
    const ticketId = await findTicket(reference, place.roomId, ports);
    return linkAnswer(await linkRoom({ sender, place, ticketId, confirmed: false }, rules, ports), place, say);
  },
};
