import { peopleText } from '../../text/people-text';
import { peopleOfTicket } from '../../usecases/people-of-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { referenceIn } from './reference';

/** Says who of a ticket is in its room, and who is missing. */
export const people: Command = {
  name: 'people',
  aliases: ['leute', 'personen', 'members', 'who', 'wer'],
  takes: [{ name: 'ticket', optional: true }],
  action: 'people',
  about: 'command.people.about',
  async run(call) {
    const { sender, place, settings, ports, say } = call;
    return { text: peopleText(await peopleOfTicket(sender, referenceIn(call), place.roomId, chatRulesOf(settings), ports), say) };
  },
};
