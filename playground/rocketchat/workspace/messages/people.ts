import { messageForApp } from '../app-shape/messages';
import { userForApp } from '../app-shape/users';
import { type MessageDocument, referenceTo, type UserDocument } from '../documents';
import { serverError } from '../errors';
import { type Server, timeOf } from '../server';
import { deleteMessage, updateMessage } from './change';
import { setReaction } from './reactions';
import { writeSystemMessage } from './system';

/** What people do to messages in the client: the same as apps do, but with permissions. */
function mayChange(server: Server, message: MessageDocument, user: UserDocument, setting: string, permission: string): boolean {
  if (server.permissions.allows(user, permission, message.rid)) return true;
  return message.u._id === user._id && server.settings.isOn(setting);
}

/** @throws when the message is somebody else's, or editing is off */
export function editAsPerson(server: Server, message: MessageDocument, user: UserDocument, text: string): void {
  if (!mayChange(server, message, user, 'Message_AllowEditing', 'edit-message')) {
    throw serverError('error-action-not-allowed', 'Message editing not allowed');
  }
  updateMessage(server, { _id: message._id, msg: text }, user);
}

/** @throws when the message is somebody else's, or deleting is off */
export function deleteAsPerson(server: Server, message: MessageDocument, user: UserDocument): void {
  if (!mayChange(server, message, user, 'Message_AllowDeleting', 'delete-message')) {
    throw serverError('error-action-not-allowed', 'Not allowed');
  }
  deleteMessage(server, message, user);
}

/** Sets the reaction, or takes it back when it is there. */
export function toggleReaction(server: Server, message: MessageDocument, user: UserDocument, emoji: string): void {
  const isThere = message.reactions?.[emoji]?.usernames.includes(user.username) ?? false;
  setReaction(server, user._id, emoji, message._id, !isThere);
}

/** @throws without the permission, which ordinary members do not have */
export function pinMessage(server: Server, message: MessageDocument, user: UserDocument): void {
  const room = server.store.rooms.get(message.rid);
  if (!room || !server.settings.isOn('Message_AllowPinning') || !server.permissions.allows(user, 'pin-message', message.rid)) {
    throw serverError('not-authorized', 'Not Authorized');
  }
  Object.assign(message, { pinned: true, pinnedAt: timeOf(server), pinnedBy: referenceTo(user) });
  writeSystemMessage(server, 'message_pinned', room, '', user, { attachments: [{ text: message.msg, author_name: message.u.username }] });
  server.events.emit('IPostMessagePinned', { message: messageForApp(server, message), user: userForApp(user), isPinned: true });
}
