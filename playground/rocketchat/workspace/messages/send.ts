import { messageForApp, type NewMessage } from '../app-shape/messages';
import { type MessageDocument, referenceTo, type RoomDocument, type UserDocument } from '../documents';
import { serverError } from '../errors';
import { databaseTurn } from '../hooks';
import { checkAttachments, checkAvatar } from '../rules/attachments';
import { type Mention, mentionsIn } from '../rules/mentions';
import { roomForPosting } from '../rules/posting';
import { type Server, timeOf } from '../server';
import { notice } from './ephemeral';
import { quotationsIn } from './quotes';

/** How far a given time may be off before it is refused, and before it is replaced by the server's own. */
const REFUSED_DRIFT_MS = 60_000;
const CORRECTED_DRIFT_MS = 10_000;

function timeFor(server: Server, given: Date): Date {
  const drift = Math.abs(given.getTime() - server.clock.now());
  if (drift > REFUSED_DRIFT_MS) throw serverError('error-message-ts-out-of-sync', 'Message timestamp is out of sync');
  return drift > CORRECTED_DRIFT_MS ? timeOf(server) : given;
}

function checkContent(server: Server, message: NewMessage, room: RoomDocument, user: UserDocument): void {
  if (room.encrypted && server.settings.isOn('E2E_Enable') && !server.settings.isOn('E2E_Allow_Unencrypted_Messages')) {
    throw serverError('error-not-allowed', 'Not allowed to send un-encrypted messages in an encrypted room');
  }
  checkAvatar(message.avatar);
  const impersonates = Boolean(message.alias ?? message.avatar);
  if (impersonates && !server.permissions.allows(user, 'message-impersonate', room._id)) throw new Error('Not enough permission');
  checkAttachments(message.attachments ?? []);
  if (message.customFields && !server.settings.isOn('Message_CustomFields_Enabled')) throw new Error('Custom fields not enabled');
}

function tellMembers(server: Server, room: RoomDocument, message: MessageDocument, mentions: readonly Mention[]): void {
  const everybody = mentions.some(({ _id }) => _id === 'all' || _id === 'here');
  for (const subscription of server.store.subscriptions.inRoom(room._id)) {
    if (subscription.u._id === message.u._id) {
      Object.assign(subscription, { alert: false, unread: 0, userMentions: 0, ls: message.ts });
      continue;
    }
    const isMentioned = everybody || mentions.some(({ _id }) => _id === subscription.u._id);
    subscription.open = true;
    subscription.alert = true;
    // By default a badge counts mentions only; in a direct room it counts everything.
    if (isMentioned || room.t === 'd') subscription.unread += 1;
    if (isMentioned) subscription.userMentions += 1;
  }
}

function countInThread(server: Server, message: MessageDocument): void {
  const parent = server.store.messages.get(message.tmid ?? '');
  if (parent) Object.assign(parent, { tcount: (parent.tcount ?? 0) + 1, tlm: message.ts });
}

/** A reply in a thread raises the room's message count, but it is no news for the room. */
function countInRoom(server: Server, room: RoomDocument, message: MessageDocument, mentions: readonly Mention[]): void {
  server.store.rooms.set(room._id, { msgs: room.msgs + 1, ...(message.tmid === undefined && { lm: message.ts }) });
  if (message.tmid === undefined) tellMembers(server, room, message, mentions);
  else countInThread(server, message);
}

/** Threads do not nest, and a reply stands in the room of the message it answers, whatever room was named. */
function placeOf(server: Server, message: NewMessage): { rid: string; tmid?: string } {
  if (!message.tmid) return { rid: message.rid };
  const parent = server.store.messages.get(message.tmid);
  return { rid: parent?.rid ?? message.rid, tmid: parent?.tmid ?? message.tmid };
}

/**
 * Sends a message in somebody's name, be it an app's or a person's.
 * @returns the stored message
 * @throws in the server's words, when the size, the time, the room or the content is refused; the sender, if online, is told as well
 */
export async function sendMessage(server: Server, userId: string, given: NewMessage): Promise<MessageDocument> {
  if (given.tmid && !server.settings.isOn('Threads_enabled')) throw serverError('error-not-allowed', 'not-allowed');
  const ts = timeFor(server, given.ts);
  if ((given.msg ?? '').length > server.settings.number('Message_MaxAllowedSize')) {
    throw serverError('error-message-size-exceeded', 'Message size exceeds Message_MaxAllowedSize');
  }
  const user = server.store.users.get(userId);
  if (!user) throw serverError('error-invalid-user', 'Invalid user');
  const place = placeOf(server, given);

  await databaseTurn();
  try {
    const room = roomForPosting(server, place.rid, user);
    checkContent(server, given, room, user);
    const mentions = mentionsIn(server, given.msg ?? '');
    const attachments = [...(given.attachments ?? []), ...quotationsIn(server, given.msg ?? '', user)];
    const message: MessageDocument = {
      ...given,
      ...place,
      msg: given.msg ?? '',
      u: referenceTo(user),
      ts,
      _updatedAt: ts,
      mentions,
      ...(attachments.length > 0 && { attachments }),
    };
    server.store.messages.insert(message);
    countInRoom(server, room, message, mentions);
    server.events.emit('IPostMessageSent', messageForApp(server, message));
    return message;
  } catch (error) {
    notice(server, user, {
      ...given,
      ...place,
      msg: error instanceof Error ? error.message : String(error),
      u: referenceTo(user),
      ts,
      _updatedAt: ts,
    });
    throw error;
  }
}
