import type { IMessage, IMessageDeleteContext } from '@rocket.chat/apps-engine/definition/messages';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import { noteDeletion } from '../../usecases/note-deletion';
import { noteLateMessage } from '../../usecases/note-late-message';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { stackOf } from '../stack-of';

/**
 * What a message has to be so that the app looks at it: of a person, in a private room that carries a mark. Whether the mark is good does not
 * matter, because the app's own records are asked next.
 */
const TicketMessage = v.object({
  room: v.object({ id: v.string(), type: v.literal(RoomType.PRIVATE_GROUP), customFields: v.object({ otobo: v.looseObject({}) }) }),
  sender: v.object({ type: v.nullish(v.pipe(v.string(), v.notValue('app'), v.notValue('bot'))) }),
});

/** Whether the app wants to hear of a message. It is asked for each in the workspace, so it looks at the message and nothing else. */
export function isInTicketRoom(message: unknown): boolean {
  return v.is(TicketMessage, message);
}

/** Somebody has written in a ticket's room. Never throws: on some servers, an exception would end what the person was doing. */
export async function messageSent(
  { room }: Pick<IMessage, 'room'>,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  try {
    // Taken down while the app is paused, too: only the record of it is written, and nobody else remembers.
    const settings = await wiring.settings(accessors.read);
    await noteLateMessage(room.id, wiring.ports(accessors, settings));
  } catch (error) {
    accessors.log.error({ msg: 'message not looked at', roomId: room.id, error: stackOf(error) });
  }
}

/**
 * Whether a deleted message may be one that a transcript has to count. Every deletion of the workspace comes by here, so nothing is read: what
 * the server or this app wrote, and conversations with visitors, are looked away from. A linked room carries no mark, so whether it belongs to a
 * ticket is for `messageDeleted` to read; deletions are rare.
 */
export function mayCount({ sender, room, ...message }: IMessage, appId: string): boolean {
  // The definitions leave it out; what is absent may be null on its way here.
  const isServers = Boolean((message as { readonly type?: string | null }).type);
  return !isServers && sender.appId !== appId && room.type !== RoomType.LIVE_CHAT;
}

/** Somebody has deleted a message. Never throws: on some servers, an exception would end what the person was doing. */
export async function messageDeleted(
  { message, user }: IMessageDeleteContext,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  try {
    const { id, room, createdAt } = message;
    if (id === undefined || createdAt === undefined) return;
    const settings = await wiring.settings(accessors.read);
    const deletion = { roomId: room.id, messageId: id, writtenAt: new Date(createdAt).getTime() };
    await noteDeletion(deletion, user.id, wiring.ports(accessors, settings));
  } catch (error) {
    accessors.log.error({ msg: 'deletion not noted', error: stackOf(error) });
  }
}
