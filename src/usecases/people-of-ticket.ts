import type { ChatUser } from '../domain/member';
import type { TicketReference } from '../domain/ticket-reference';
import type { StatusAnswer } from './answers';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import { findTicket } from './find-ticket';
import type { Ports } from './ports';
import { ticketStatus } from './ticket-status';

export interface PeopleAnswer extends StatusAnswer {
  /** User names of everybody in the room; nobody's where who asks is not in it. */
  readonly inside: readonly string[];
  readonly ticketNumber: string;
  /** Whether these are all; without the OTOBO package only owner, responsible and customer are known. */
  readonly complete: boolean;
}

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
): Promise<PeopleAnswer> {
  const ticketId = await findTicket(reference, roomId, ports);
  await authorise(sender, 'people', { ticketId }, rights, ports);
  const request = await completeTicket(ticketById(ticketId), publicUrl, ports);
  const status = await ticketStatus(request, policy, ports);
  const inside = status.inside.includes(sender.username) ? status.inside : [];
  return { ...status, inside, ticketNumber: request.ticket.number, complete: request.peopleComplete };
}
