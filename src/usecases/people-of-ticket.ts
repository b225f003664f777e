import type { ChatUser } from '../domain/member';
import type { Attendance } from '../domain/attendance';
import type { TicketReference } from '../domain/ticket-reference';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import { findTicket } from './find-ticket';
import type { Ports } from './ports';
import { ticketStatus } from './ticket-status';

/**
 * Who belongs to a ticket, who of them is in its room, and why the others are not; reads only.
 *
 * @param reference without one the ticket of the room is meant
 * @throws AppError `ticket_hidden`, `room_without_ticket`, what `authorise` refuses with, `otobo_*`
 */
export async function peopleOfTicket(
  sender: ChatUser,
  reference: TicketReference | undefined,
  roomId: string,
  { policy, rights, publicUrl }: ChatRules,
  ports: Ports,
): Promise<Attendance> {
  const ticketId = await findTicket(reference, roomId, ports);
  await authorise(sender, 'people', { ticketId }, rights, ports);
  const request = await completeTicket(ticketById(ticketId), publicUrl, ports);
  const { room, members, inside } = await ticketStatus(request, policy, ports);
  return {
    ticketNumber: request.ticket.number,
    ...(room && { room: room.slug }),
    members,
    inside: inside.includes(sender.username) ? inside : [],
    complete: request.peopleComplete,
  };
}
