import { AppError } from '../../domain/errors';
import { authorise } from '../authorise';
import type { ReplyPath, View } from '../ports';
import { requireTicketOfRoom } from '../ticket-of-room';
import type { PrepareForm } from './form-rules';

/** The form for a note, or a reply to the customer. @throws AppError `room_without_ticket` */
export const prepareWriteForm: PrepareForm = async ({ user, place }, { rights, allowReplies }, ports) => {
  const { id: ticketId, number: ticketNumber } = await requireTicketOfRoom(place.roomId, ports);
  const view = (reply: 'off' | 'unknown' | ReplyPath): View => ({ type: 'Write', ticketNumber, reply });
  const known = async (): Promise<View> => {
    await authorise(user, 'note', { ticketId }, rights, ports);
    return view(allowReplies ? await replyPath() : 'off');
  };
  const replyPath = async (): Promise<ReplyPath> => {
    if (!ports.otobo) throw new AppError('otobo_not_configured');
    const [{ ticket }, mailed] = await Promise.all([ports.otobo.ticket(ticketId), ports.otobo.package.offered()]);
    const { title, customerUser } = ticket;
    return { ticketId, title, mailed, ...(customerUser !== undefined && { customer: customerUser }) };
  };
  return { blank: view(allowReplies ? 'unknown' : 'off'), known: known() };
};
