import { AppError, type Reason } from '../domain/errors';
import { unlinkable } from '../domain/linkable';
import type { ChatUser } from '../domain/member';
import { unusableAccount } from '../domain/person-search';
import type { Room } from '../domain/room';
import { askQuestion } from './ask-question';
import { authorise, requireMember } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Place, Ports } from './ports';
import { refreshCard } from './refresh-card';
import { requireTicketOfRoom, type RoomTicket } from './ticket-of-room';

export interface AddRequest {
  readonly sender: ChatUser;
  readonly place: Place;
  /** User name, without an at sign. */
  readonly username: string;
  /** Whether the person knows that all of the room's history can be read then. */
  readonly confirmed: boolean;
}

/** Placeholders of texts have no underscores, which are escaped on their way. */
const UNUSABLE: Readonly<Partial<Record<Reason, string>>> = { bot: 'bot', account_disabled: 'disabled' };

export type AddOutcome = { readonly type: 'added' | 'present' } | { readonly type: 'ask'; readonly questionId: string };

/**
 * Brings somebody into a ticket's room at a person's wish. That is not taken down: the app never takes them out again.
 *
 * @throws AppError `room_without_ticket`, `member_only`, `user_unknown`, `user_unusable`, `user_not_admitted`, `room_unsuitable`,
 * `direct_room`, `ticket_hidden`, `right_missing`, `otobo_*`
 */
export async function addMember({ sender, place, username, confirmed }: AddRequest, rules: ChatRules, ports: Ports): Promise<AddOutcome> {
  const { roomId } = place;
  const ticket = await requireTicketOfRoom(roomId, ports);
  await authorise(sender, 'add', { ticketId: ticket.id }, rules.rights, ports);
  const [, room, user] = await Promise.all([requireMember(sender, roomId, ports), roomToFill(roomId, ports), usableUser(username, ports)]);
  if (await isInside(user, roomId, ports)) return { type: 'present' };
  if (!confirmed && (await hasHistory(room, ticket, ports))) {
    return { type: 'ask', questionId: await askQuestion({ userId: sender.id, ...place, about: { type: 'AddMember', username } }, ports) };
  }
  await ports.rooms.addMembers(roomId, [user.username]);
  if (!(await isInside(user, roomId, ports))) throw new AppError('user_not_admitted', { user: user.username });
  await ports.audit.note({ what: 'added', ticketNumber: ticket.number, roomId, by: sender.username, detail: user.username });
  await refreshCard(ticket.id, roomId, { id: user.id }, rules.policy, ports);
  return { type: 'added' };
}

async function roomToFill(roomId: string, { rooms }: Pick<Ports, 'rooms'>): Promise<Room> {
  const room = await rooms.byId(roomId);
  if (!room) throw new AppError('room_without_ticket');
  // A direct room is of those who are in it: the server makes another room for more of them.
  if (room.type === 'direct') throw new AppError('direct_room');
  const reason = unlinkable(room);
  if (reason) throw new AppError('room_unsuitable', { reason });
  return room;
}

async function usableUser(username: string, { directory }: Pick<Ports, 'directory'>): Promise<ChatUser> {
  const user = await directory.byUsername(username);
  if (!user) throw new AppError('user_unknown', { user: username });
  const reason = unusableAccount(user);
  if (reason) throw new AppError('user_unusable', { user: username, reason: UNUSABLE[reason] ?? 'other' });
  return user;
}

async function isInside({ id }: ChatUser, roomId: string, { rooms }: Pick<Ports, 'rooms'>): Promise<boolean> {
  return (await rooms.members(roomId)).some((member) => member.id === id);
}

/** What was said before the app came into a linked room, nobody can count. */
async function hasHistory(
  { id, messageCount }: Room,
  ticket: RoomTicket,
  { links, cards }: Pick<Ports, 'links' | 'cards'>,
): Promise<boolean> {
  const [records, found] = await Promise.all([links.ofRoom(id), cards.find(id, 'oldest')]);
  const linked = records.some(({ ticketId, origin }) => ticketId === ticket.id && origin === 'linked');
  return linked || messageCount > found.length;
}
