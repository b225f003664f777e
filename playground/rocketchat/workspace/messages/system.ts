import { messageForApp } from '../app-shape/messages';
import { type MessageDocument, referenceTo, type RoomDocument, type UserDocument } from '../documents';
import { randomId } from '../ids';
import { type Server, timeOf } from '../server';

/** The kinds of message that the server itself writes here: joined, added, left, renamed, … */
export type SystemMessageType =
  | 'uj'
  | 'ut'
  | 'au'
  | 'ul'
  | 'ru'
  | 'r'
  | 'room-archived'
  | 'room-unarchived'
  | 'room-set-read-only'
  | 'room-removed-read-only'
  | 'room_changed_privacy'
  | 'message_pinned'
  | 'discussion-created';

/**
 * Writes a message of the server's own. It counts among the room's messages, but the room's last-message time stays.
 * @param by in whose name it stands
 */
export function writeSystemMessage(
  server: Server,
  type: SystemMessageType,
  room: RoomDocument,
  text: string,
  by: UserDocument,
  extra: Record<string, unknown> = {},
): MessageDocument {
  const now = timeOf(server);
  const message: MessageDocument = {
    _id: randomId(),
    t: type,
    rid: room._id,
    u: referenceTo(by),
    msg: text,
    ts: now,
    _updatedAt: now,
    groupable: false,
    ...extra,
  };
  server.store.messages.insert(message);
  server.store.rooms.set(room._id, { msgs: room.msgs + 1 });
  server.events.emit('IPostSystemMessageSent', messageForApp(server, message));
  return message;
}
