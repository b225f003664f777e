import { messageForApp } from '../app-shape/messages';
import { userForApp } from '../app-shape/users';
import { serverError } from '../errors';
import { canAccess, isSilencedByReadOnly } from '../rules/posting';
import type { Server } from '../server';

/**
 * Sets or withdraws a reaction. Unlike posting, this takes access to the room, from an app's user too.
 * @param emoji with its colons, such as `:eyes:`
 * @throws when the message or user does not exist, or the room is closed to the user
 */
export function setReaction(server: Server, userId: string, emoji: string, messageId: string, isReacted: boolean): void {
  if (!/^:.+:$/.test(emoji)) throw new Error('Invalid reaction');
  const message = server.store.messages.get(messageId);
  if (!message) throw serverError('error-not-allowed', 'Not allowed');
  const user = server.store.users.get(userId);
  const room = server.store.rooms.get(message.rid);
  if (!user || !room) throw serverError('error-invalid-user', 'Invalid user');
  if (!canAccess(server, room, user)) throw serverError('not-authorized', 'Not Authorized');
  if (isSilencedByReadOnly(server, room, user)) throw new Error("You can't send messages because the room is readonly.");

  const usernames = message.reactions?.[emoji]?.usernames ?? [];
  if (usernames.includes(user.username) === isReacted) return;
  const others = usernames.filter((username) => username !== user.username);
  const reactions = { ...message.reactions, [emoji]: { usernames: isReacted ? [...usernames, user.username] : others } };
  message.reactions = Object.fromEntries(Object.entries(reactions).filter(([, { usernames: left }]) => left.length > 0));
  server.events.emit('IPostMessageReacted', {
    message: messageForApp(server, message),
    user: userForApp(user),
    reaction: emoji,
    isReacted,
  });
}
