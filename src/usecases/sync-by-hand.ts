import type { ChatUser } from '../domain/member';
import type { RoomOutcome } from './answers';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import { NEWEST_ARTICLES } from './look-aside';
import type { Ports } from './ports';
import { syncRoom } from './sync-room';
import { requireTicketOfRoom } from './ticket-of-room';

/**
 * Brings the ticket's room that an admin is in into step now, with the people and the newest articles that OTOBO names.
 *
 * @throws AppError `admin_only`, `room_without_ticket`, `ticket_not_found`, `otobo_*`, and what keeps the room from being changed
 */
export async function syncByHand(sender: ChatUser, roomId: string, rules: ChatRules, ports: Ports): Promise<RoomOutcome> {
  await authorise(sender, 'admin', {}, rules.rights, ports);
  const ticket = await requireTicketOfRoom(roomId, ports);
  const request = await completeTicket(ticketById(ticket.id), rules.publicUrl, ports, { articles: NEWEST_ARTICLES });
  const outcome = await syncRoom(request, rules.policy, ports);
  if (outcome.refusal) throw outcome.refusal;
  return outcome;
}
