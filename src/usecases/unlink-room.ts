import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { authorise, requireMember } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Place, Ports } from './ports';
import { requireTicketOfRoom } from './ticket-of-room';
import { type RoomLinkWritten, writeRoomLink } from './write-room-link';

export interface Unlinked {
  readonly ticketNumber: string;
  readonly written: RoomLinkWritten;
}

/**
 * Makes a linked room a room like any other; what was said stays. OTOBO is told before the record goes: whoever links the ticket next
 * writes after that.
 *
 * @throws AppError `room_without_ticket`, `room_not_unlinked` for a room that the app made, `member_only`, `ticket_hidden`, `right_missing`,
 * `otobo_*`
 */
export async function unlinkRoom(
  { sender, place }: { readonly sender: ChatUser; readonly place: Place },
  rules: ChatRules,
  ports: Ports,
): Promise<Unlinked> {
  const { roomId } = place;
  const [links, ticket] = await Promise.all([ports.links.ofRoom(roomId), requireTicketOfRoom(roomId, ports)]);
  const grant = await authorise(sender, 'link', { ticketId: ticket.id }, rules.rights, ports);
  await requireMember(sender, roomId, ports);
  const link = links.find(({ origin, ticketId }) => origin === 'linked' && ticketId === ticket.id);
  if (!link) throw new AppError('room_not_unlinked', { ticket: ticket.number });
  const written = await writeRoomLink({ user: sender, place, action: 'link', ticketId: ticket.id }, grant, rules, ports);
  await ports.links.drop(ticket.id, [roomId]);
  await ports.told.drop(ticket.id, roomId);
  await Promise.all([
    ports.cards.sayUnlinked(link.cardId, ticket.number, sender.username),
    ports.audit.note({ what: 'unlinked', ticketNumber: ticket.number, roomId, by: sender.username }),
  ]);
  return { ticketNumber: ticket.number, written };
}
