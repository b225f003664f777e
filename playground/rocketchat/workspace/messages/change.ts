import { messageForApp } from '../app-shape/messages';
import { userForApp } from '../app-shape/users';
import type { MessageDocument, UserDocument } from '../documents';
import { type Server, timeOf } from '../server';

/**
 * Changes a message. The server asks nobody's permission here: an app may change any message. It is marked as edited.
 * @throws when there is no such message
 */
export function updateMessage(server: Server, changes: Partial<MessageDocument>, editor: UserDocument): void {
  const message = server.store.messages.get(changes._id ?? '');
  if (!message) throw new Error('Invalid message ID.');
  if (changes.customFields && !server.settings.isOn('Message_CustomFields_Enabled')) throw new Error('Custom fields not enabled');
  const now = timeOf(server);
  Object.assign(message, changes, { editedAt: now, editedBy: { _id: editor._id, username: editor.username }, _updatedAt: now });
  server.events.emit('IPostMessageUpdated', messageForApp(server, message));
}

/**
 * Deletes a message. One that started a thread stays as an empty message of type `rm`, so that the replies keep their place.
 * @param by who deletes; nobody's permission is asked here
 */
export function deleteMessage(server: Server, message: MessageDocument, by: UserDocument): void {
  const { messages, rooms, uploads } = server.store;
  const before = messageForApp(server, message);
  const parent = messages.get(message.tmid ?? '');
  if (parent?.tcount) parent.tcount -= 1;
  if (message.tcount) {
    Object.assign(message, {
      t: 'rm',
      msg: '',
      attachments: [],
      editedAt: timeOf(server),
      editedBy: { _id: by._id, username: by.username },
    });
  } else {
    messages.remove(message);
    for (const { _id } of message.files ?? []) uploads.delete(_id);
  }
  const room = rooms.get(message.rid);
  if (room) rooms.set(room._id, { msgs: room.msgs - 1 });
  server.events.emit('IPostMessageDeleted', { message: before, user: userForApp(by) });
}
