import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { withLinks } from '../domain/ticket-links';
import type { TicketReference } from '../domain/ticket-reference';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { findTicket } from './find-ticket';
import type { OtoboTicket, Ports } from './ports';

/** As many articles as a phone shows without scrolling for long. */
const ARTICLES = 3;

/**
 * A ticket with its newest articles, for one person who may read it.
 *
 * @param reference without one the ticket of the room is meant
 * @throws AppError `ticket_hidden`, `room_without_ticket`, what `authorise` refuses with, `otobo_*`
 */
export async function showTicket(
  sender: ChatUser,
  reference: TicketReference | undefined,
  roomId: string,
  { rights, publicUrl }: Pick<ChatRules, 'rights' | 'publicUrl'>,
  ports: Pick<Ports, 'links' | 'rooms' | 'keys' | 'otobo' | 'grants'>,
): Promise<OtoboTicket> {
  const ticketId = await findTicket(reference, roomId, ports);
  await authorise(sender, 'show', { ticketId }, rights, ports);
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  const found = await ports.otobo.ticket(ticketId, ARTICLES);
  return { ...found, ticket: withLinks(found.ticket, publicUrl) };
}
