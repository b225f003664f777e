import { AppError } from '../domain/errors';
import { isOurMark } from '../domain/mark';
import type { Ports } from './ports';

/** Which ticket a room belongs to. */
export interface RoomTicket {
  readonly id: string;
  readonly number: string;
}

/**
 * @returns the ticket whose room this is: by the index, else by the room's own signed mark (a room that nobody finished);
 * nothing when it is no ticket's room
 */
export async function ticketOfRoom(roomId: string, ports: Pick<Ports, 'links' | 'rooms' | 'keys'>): Promise<RoomTicket | undefined> {
  const [links, room, keys] = await Promise.all([ports.links.ofRoom(roomId), ports.rooms.byId(roomId), ports.keys.all()]);
  // For a moment a room that moves to another ticket has two records; its mark says which of them counts.
  const link = links.find(({ ticketId }) => ticketId === room?.mark?.ticketId) ?? links[0];
  if (link) return { id: link.ticketId, number: link.ticketNumber };
  const mark = room?.mark;
  if (!room || !mark) return undefined;
  const { ticketId, ticketNumber } = mark;
  const subject = { ticketId, slug: room.slug, creatorId: room.creator.id };
  const ours = isOurMark(mark, subject, keys) || isOurMark(mark, subject, await ports.keys.reread());
  return ours ? { id: ticketId, number: ticketNumber } : undefined;
}

/** The same for what needs a ticket. @throws AppError `room_without_ticket` */
export async function requireTicketOfRoom(roomId: string, ports: Pick<Ports, 'links' | 'rooms' | 'keys'>): Promise<RoomTicket> {
  const ticket = await ticketOfRoom(roomId, ports);
  if (!ticket) throw new AppError('room_without_ticket');
  return ticket;
}
