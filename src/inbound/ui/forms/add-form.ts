import { AppError } from '../../../domain/errors';
import { findTicket } from '../../../usecases/find-ticket';
import { noteIntoTicket } from '../../../usecases/note-message';
import { referenceIn } from '../../commands/reference';
import { notedText } from '../../commands/render-write';
import { notingRulesOf } from '../../policy';
import type { FormKind } from './form';

/** Writes a message into the ticket that is named, as a note. */
export const addForm: FormKind = {
  main: 'ticket',
  words: 'ticket',
  async send({ by: user, place, about, value, settings, ports, say }) {
    const typed = value('ticket').trim();
    const reference = referenceIn({ words: typed === '' ? [] : [typed], settings });
    if (!reference) throw new AppError('reference_missing');
    if (about.messageId === undefined) throw new AppError('message_gone');
    const ticketId = await findTicket(reference, place.roomId, ports);
    const order = { user, place, messageId: about.messageId, ticketId };
    const { noting, ticketNumber, author } = await noteIntoTicket(order, notingRulesOf(settings), ports);
    return { text: notedText(noting, author, ticketNumber, say) };
  },
};
