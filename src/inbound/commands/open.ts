import { findTicket } from '../../usecases/find-ticket';
import { openByNumber } from '../../usecases/open-by-number';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { referenceIn } from './reference';
import { openAnswer } from './render-linking';

/** Opens a ticket's own room. */
export const open: Command = {
  name: 'open',
  aliases: ['öffnen', 'room', 'raum'],
  takes: [{ name: 'ticket' }],
  action: 'open',
  about: 'command.open.about',
  async run(call) {
    const { sender, place, settings, ports, say } = call;
    const ticketId = await findTicket(referenceIn(call), place.roomId, ports);
    return openAnswer(await openByNumber({ sender, place, ticketId }, chatRulesOf(settings), ports), sender.username, say);
  },
};
