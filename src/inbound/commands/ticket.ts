import { ticketText } from '../../text/ticket-text';
import { findTicket } from '../../usecases/find-ticket';
import { openForm } from '../../usecases/forms/open-form';
import { linkRoom } from '../../usecases/link-room';
import { showTicket } from '../../usecases/show-ticket';
import { ticketOfRoom } from '../../usecases/ticket-of-room';
import { chatRulesOf, formRulesOf } from '../policy';
import type { Answer, Command, CommandCall } from './command';
import { referenceIn } from './reference';
import { linkAnswer } from './render-linking';

/** Links the room to a ticket; alone, shows the ticket that it is linked to, or asks for one. */
export const ticket: Command = {
  name: 'ticket',
  aliases: ['link', 'verknüpfen', 'verbinden'],
  takes: [{ name: 'ticket', optional: true }],
  action: 'link',
  about: 'command.ticket.about',
  async run(call) {
    const { sender, place, settings, ports, say } = call;
    const reference = referenceIn(call);
    if (!reference) return showOrAsk(call);
    const ticketId = await findTicket(reference, place.roomId, ports);
    return linkAnswer(await linkRoom({ sender, place, ticketId, confirmed: false }, chatRulesOf(settings), ports), place, say);
  },
};

async function showOrAsk(call: CommandCall): Promise<Answer | undefined> {
  const { sender: user, place, triggerId, settings, ports } = call;
  if (triggerId !== undefined && !(await ticketOfRoom(place.roomId, ports))) {
    await openForm({ form: 'link', user, place }, triggerId, formRulesOf(settings), ports);
    return undefined;
  }
  const shown = await showTicket(user, undefined, place.roomId, chatRulesOf(settings), ports);
  return { text: ticketText(shown, { ...call, utcOffset: user.utcOffset }) };
}
