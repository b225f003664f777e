import type { IMessage, IMessageDeleteContext } from '@rocket.chat/apps-engine/definition/messages';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import { mayNameTicket } from '../../domain/named-tickets';
import type { Settings } from '../../settings/snapshot';
import { noteDeletion } from '../../usecases/note-deletion';
import { noteLateMessage } from '../../usecases/note-late-message';
import { unfurlTickets } from '../../usecases/unfurl-tickets';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { unfurlingRulesOf } from '../policy';
import { stackOf } from '../stack-of';

type EventWiring = Pick<Wiring, 'settings' | 'ports'>;

const Person = v.object({ type: v.nullish(v.pipe(v.string(), v.notValue('app'), v.notValue('bot'))) });

/**
 * What a message has to be so that the app looks at it: of a person, in a private room that carries a mark. Whether the mark is good does not
 * matter, because the app's own records are asked next.
 */
const TicketMessage = v.object({
  room: v.object({ id: v.string(), type: v.literal(RoomType.PRIVATE_GROUP), customFields: v.object({ otobo: v.looseObject({}) }) }),
  sender: Person,
});

/** Or it is of a person, not of the server, and may name a ticket; what is said to visitors of a web site is not looked at. */
const NamingShape = v.object({
  text: v.pipe(v.string(), v.check(mayNameTicket)),
  type: v.nullish(v.literal('')),
  threadId: v.nullish(v.string()),
  room: v.object({ id: v.string(), type: v.pipe(v.string(), v.notValue(RoomType.LIVE_CHAT)) }),
  sender: v.intersect([Person, v.object({ id: v.string() })]),
});

/**
 * Whether the app wants to hear of a message. It is asked for each in the workspace, so it looks at the message and nothing else.
 *
 * @param unfurls whether tickets that are named get a button, as far as this sandbox has read the settings
 */
export function isOfInterest(message: unknown, unfurls: boolean | undefined): boolean {
  return v.is(TicketMessage, message) || (unfurls !== false && v.is(NamingShape, message));
}

/** Somebody has written in a ticket's room, or may have named a ticket. */
export async function messageSent(message: unknown, accessors: RequestAccessors, wiring: EventWiring): Promise<void> {
  await Promise.all([writtenInTicketRoom(message, accessors, wiring), ticketsNamed(message, accessors, wiring)]);
}

/** Never throws: on some servers, an exception would end what the person was doing. */
async function writtenInTicketRoom(message: unknown, accessors: RequestAccessors, wiring: EventWiring): Promise<void> {
  if (!v.is(TicketMessage, message)) return;
  const { room } = message;
  try {
    // Taken down while the app is paused, too: only the record of it is written, and nobody else remembers.
    const settings = await wiring.settings(accessors.read);
    await noteLateMessage(room.id, wiring.ports(accessors, settings));
  } catch (error) {
    accessors.log.error({ msg: 'message not looked at', roomId: room.id, error: stackOf(error) });
  }
}

/** Never throws, for the same reason. */
async function ticketsNamed(message: unknown, accessors: RequestAccessors, wiring: EventWiring): Promise<void> {
  if (!v.is(NamingShape, message)) return;
  const { text, threadId, room, sender } = message;
  try {
    const settings = await wiring.settings(accessors.read);
    if (!isUnfurling(settings)) return;
    const place = { roomId: room.id, ...(threadId && { threadId }) };
    const unfurled = await unfurlTickets({ text, userId: sender.id, place }, unfurlingRulesOf(settings), wiring.ports(accessors, settings));
    if (unfurled.length > 0) accessors.log.info({ msg: 'tickets named in a message', roomId: room.id, outcome: unfurled });
  } catch (error) {
    accessors.log.warn({ msg: 'tickets named in a message got no button', roomId: room.id, error: stackOf(error) });
  }
}

/** Whether tickets that are named get a button at present. */
export function isUnfurling({ unfurl, paused }: Pick<Settings, 'unfurl' | 'paused'>): boolean {
  return unfurl && !paused;
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
  wiring: EventWiring,
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
