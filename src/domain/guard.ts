import type { ChatUser } from './member';
import type { Room } from './room';

/**
 * Whether a customer is in the room or may come in: then nothing internal is shown there. Unknown members count as customers.
 *
 * @param members as read right before the post: an owner can invite anyone at any time
 * @param agents ids of users who are known to be agents and nothing else
 */
export function isGuarded(
  room: Pick<Room, 'type'>,
  customersMayJoin: boolean,
  members: readonly ChatUser[],
  agents: ReadonlySet<string>,
  appUserId: string,
): boolean {
  return room.type !== 'private' || customersMayJoin || members.some((member) => member.id !== appUserId && !agents.has(member.id));
}
