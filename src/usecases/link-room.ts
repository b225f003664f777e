import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { isOpenToAll, unlinkable } from '../domain/linkable';
import type { Standing } from '../domain/link-standing';
import type { Origin, Room } from '../domain/room';
import type { Ticket } from '../domain/ticket';
import { askQuestion } from './ask-question';
import { authorise, requireMember } from './authorise';
import type { ChatRules } from './chat-rules';
import { claimAndLink, type Linked, type Linking, standingNow } from './claim-and-link';
import { completeTicket, ticketById } from './complete-ticket';
import type { Place, Ports } from './ports';
import { type RoomLinkWritten, sendRoomLink, writeRoomLink } from './write-room-link';

export interface LinkRequest {
  readonly sender: ChatUser;
  /** The room, or a thread in it: a thread links its room. */
  readonly place: Place;
  readonly ticketId: string;
  /** Whether the person knows that everybody can read along, where that is so. */
  readonly confirmed: boolean;
}

export type LinkOutcome =
  /** `already`: it was linked before, or it is the room that was opened for the ticket. */
  | {
      readonly type: 'linked' | 'already';
      readonly ticket: Ticket;
      readonly origin: Origin;
      readonly written: RoomLinkWritten;
    }
  /** First the person has to say yes to everybody's reading along. */
  | { readonly type: 'ask'; readonly ticket: Ticket; readonly questionId: string };

/**
 * Makes an existing room the ticket's room. The app changes nothing in it but posts its card. Safe to repeat.
 *
 * @throws AppError `ticket_hidden`, `right_missing`, `member_only`, `room_unsuitable`, `room_taken`, `ticket_taken`, `link_busy`,
 * `otobo_*`; nothing is linked then
 */
export async function linkRoom({ sender, place, ticketId, confirmed }: LinkRequest, rules: ChatRules, ports: Ports): Promise<LinkOutcome> {
  const { roomId } = place;
  const grant = await authorise(sender, 'link', { ticketId }, rules.rights, ports);
  const [, room, request] = await Promise.all([
    requireMember(sender, roomId, ports),
    suitableRoom(roomId, ports),
    // The newest article is the last that the room is not told of.
    completeTicket(ticketById(ticketId), rules.publicUrl, ports, { articles: 1 }),
  ]);
  const { ticket } = request;
  const before = await standingNow(request, roomId, rules.policy, ports);
  if (before.type === 'free' && isOpenToAll(room) && !confirmed) {
    const questionId = await askQuestion({ userId: sender.id, ...place, about: { type: 'LinkPublicRoom', ticketId } }, ports);
    return { type: 'ask', ticket, questionId };
  }
  const { standing, write } = await linkUnlessTaken(before, { request, room, sender, place }, rules, ports);
  if (standing.type !== 'free' && standing.type !== 'same') throw await refusal(standing, sender, rules, ports);
  if (standing.type === 'free') await ports.audit.note({ what: 'linked', ticketNumber: ticket.number, roomId, by: sender.username });
  const written = write
    ? await sendRoomLink(write, Promise.resolve(), grant, rules, ports)
    : await writeRoomLink({ user: sender, place, action: 'link', ticketId, room }, grant, rules, ports);
  return standing.type === 'same'
    ? { type: 'already', ticket, origin: standing.origin, written }
    : { type: 'linked', ticket, origin: 'linked', written };
}

/** @throws AppError `room_unsuitable` */
async function suitableRoom(roomId: string, { rooms }: Pick<Ports, 'rooms'>): Promise<Room> {
  const room = await rooms.byId(roomId);
  const reason = room ? unlinkable(room) : 'other';
  if (!room || reason) throw new AppError('room_unsuitable', { reason: reason ?? 'other' });
  return room;
}

async function linkUnlessTaken(before: Standing, linking: Linking, { policy }: ChatRules, ports: Ports): Promise<Linked> {
  if (before.type !== 'free' && before.type !== 'contested') return { standing: before };
  return claimAndLink(linking, policy, ports);
}

/** Names the other ticket, or the other room, to those only who may know of it. */
async function refusal(
  standing: Exclude<Standing, { type: 'free' | 'same' }>,
  sender: ChatUser,
  { rights }: ChatRules,
  ports: Ports,
): Promise<AppError> {
  switch (standing.type) {
    case 'contested':
      return new AppError('link_busy');
    case 'ticket_taken': {
      const { room, origin } = standing;
      const inside = (await ports.rooms.members(room.id)).some(({ id }) => id === sender.id);
      const known = !inside ? 'no' : room.type === 'direct' ? 'direct' : 'yes';
      // A discussion's own name is a random one.
      return new AppError('ticket_taken', { origin, known, room: (room.discussionIn && room.name) ?? room.slug });
    }
    case 'room_taken': {
      const { ticketId, ticketNumber, origin } = standing;
      const known = await maySee(sender, ticketId, rights, ports);
      return new AppError('room_taken', { origin, known: known ? 'yes' : 'no', ticket: known ? ticketNumber : '' });
    }
  }
}

async function maySee(sender: ChatUser, ticketId: string, rights: ChatRules['rights'], ports: Ports): Promise<boolean> {
  try {
    await authorise(sender, 'show', { ticketId }, rights, ports);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
