import { AppError } from '../domain/errors';
import type { TicketReference } from '../domain/ticket-reference';
import { NO_TICKET } from './authorise';
import type { Ports } from './ports';
import { requireTicketOfRoom } from './ticket-of-room';

/**
 * The id of the ticket that somebody means; whether they may know of it is for `authorise` to ask next. A number that leads nowhere gives
 * an id that no ticket has, so that OTOBO is asked the same about it as about a ticket that the person may not see.
 *
 * @param reference without one the ticket of the room is meant
 * @throws AppError `room_without_ticket`, `otobo_*`
 */
export async function findTicket(
  reference: TicketReference | undefined,
  roomId: string,
  ports: Pick<Ports, 'links' | 'rooms' | 'keys' | 'otobo'>,
): Promise<string> {
  if (!reference) return (await requireTicketOfRoom(roomId, ports)).id;
  if ('id' in reference) return reference.id;
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  return (await ports.otobo.ticketIdOf(reference.number)) ?? NO_TICKET;
}
