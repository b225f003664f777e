import type { ChatMessage } from '../domain/chat-message';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { unnotable } from '../domain/noting';
import type { OffRules } from '../domain/off-the-record';
import { requireMember } from './authorise';
import type { Ports } from './ports';

/**
 * A message that somebody has chosen, if they can see it: everybody can read a public room, its members any other. Ids come from outside, and
 * whoever is not in a room learns nothing of what stands there.
 *
 * @throws AppError `member_only`, `message_gone`
 */
export async function seenMessage(
  user: ChatUser,
  messageId: string,
  roomId: string,
  ports: Pick<Ports, 'rooms' | 'history'>,
): Promise<ChatMessage> {
  const [room, message] = await Promise.all([ports.rooms.byId(roomId), ports.history.byId(messageId, roomId)]);
  if (room?.type !== 'public') await requireMember(user, roomId, ports);
  if (!message) throw new AppError('message_gone');
  return message;
}

/** Whether a message may go into a ticket at all, whoever wants that. @throws AppError `message_not_noted` */
export async function requireNotable(message: ChatMessage, off: OffRules, { workspace }: Pick<Ports, 'workspace'>): Promise<void> {
  const reason = unnotable(message, (await workspace.appUser()).id, off);
  if (reason) throw new AppError('message_not_noted', { reason });
}
