import { AppError } from '../../../domain/errors';
import { findTicket } from '../../../usecases/find-ticket';
import { linkRoom } from '../../../usecases/link-room';
import { referenceIn } from '../../commands/reference';
import { linkAnswer } from '../../commands/render-linking';
import { chatRulesOf } from '../../policy';
import type { FormKind } from './form';

/** Links the room to the ticket that is named. A room that everybody can read is still asked about. */
export const linkForm: FormKind = {
  main: 'ticket',
  words: 'ticket',
  async send({ by: sender, place, value, settings, ports, say }) {
    const typed = value('ticket').trim();
    const reference = referenceIn({ words: typed === '' ? [] : [typed], settings });
    if (!reference) throw new AppError('reference_missing');
    const ticketId = await findTicket(reference, place.roomId, ports);
    return linkAnswer(await linkRoom({ sender, place, ticketId, confirmed: false }, chatRulesOf(settings), ports), place, say);
  },
};
