import type { ChatUser } from '../domain/member';
import { askQuestion } from './ask-question';
import { authorise, type RightsPolicy } from './authorise';
import type { Place, Ports } from './ports';
import { requireTicketOfRoom, type RoomTicket } from './ticket-of-room';

/** What somebody is asked before the ticket of the room is closed. */
export interface ClosingQuestion {
  readonly questionId: string;
  readonly ticket: RoomTicket;
}

/**
 * Somebody has clicked to close the ticket, which a finger does more easily than a command.
 *
 * @throws AppError `room_without_ticket`, what `authorise` refuses with
 */
export async function askBeforeClosing(
  user: ChatUser,
  place: Place,
  policy: RightsPolicy,
  ports: Pick<Ports, 'links' | 'rooms' | 'keys' | 'otobo' | 'grants' | 'questions' | 'time'>,
): Promise<ClosingQuestion> {
  const ticket = await requireTicketOfRoom(place.roomId, ports);
  await authorise(user, 'state', { ticketId: ticket.id }, policy, ports);
  const questionId = await askQuestion({ userId: user.id, ...place, about: { type: 'CloseTicket' } }, ports);
  return { questionId, ticket };
}
