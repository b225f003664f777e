import { copyOf } from '../copy';
import { type MessageDocument, referenceTo, type UserReference } from '../documents';
import { randomId } from '../ids';
import { type Server, timeOf } from '../server';
import { attachmentForApp, attachmentFromApp } from './attachments';
import { type AppShape, type FieldNames, toAppShape } from './fields';
import { roomForApp } from './rooms';
import { userForApp } from './users';

const names: FieldNames = {
  id: '_id',
  threadId: 'tmid',
  reactions: 'reactions',
  parseUrls: 'parseUrls',
  text: 'msg',
  createdAt: 'ts',
  updatedAt: '_updatedAt',
  editedAt: 'editedAt',
  emoji: 'emoji',
  avatarUrl: 'avatar',
  alias: 'alias',
  file: 'file',
  files: 'files',
  customFields: 'customFields',
  groupable: 'groupable',
  token: 'token',
  blocks: 'blocks',
  type: 't',
};

/** A message as an app gets it one by one: with the whole room, sender and editor. */
export function messageForApp(server: Server, message: MessageDocument | undefined): AppShape | undefined {
  if (!message) return undefined;
  const { users, rooms } = server.store;
  return toAppShape(message, names, {
    room: { from: 'rid', value: roomForApp(server, rooms.get(message.rid)) },
    sender: { from: 'u', value: userForApp(users.get(message.u._id)) ?? { id: message.u._id, username: message.u.username } },
    editor: { from: 'editedBy', value: userForApp(users.get(message.editedBy?._id ?? '')) },
    attachments: { from: 'attachments', value: message.attachments?.map(attachmentForApp) },
  });
}

/** A message of a page: room, sender and editor are references only. Pins and stars have no name on the app's side. */
export function messageOfPageForApp(message: MessageDocument): AppShape {
  return toAppShape(
    message,
    { ...names, roomId: 'rid', editor: 'editedBy', sender: 'u', threadMsgCount: 'tcount' },
    { attachments: { from: 'attachments', value: message.attachments?.map(attachmentForApp) } },
  );
}

/** The message that an app hands in. An update carries only what changed. */
export interface IncomingMessage {
  id?: string;
  room?: { id: string };
  sender?: { id: string; username?: string; name?: string };
  editor?: { id: string; username?: string };
  text?: string;
  createdAt?: Date;
  threadId?: string;
  attachments?: Record<string, unknown>[];
  _unmappedProperties_?: Record<string, unknown>;
  [field: string]: unknown;
}

const copied: FieldNames = {
  editedAt: 'editedAt',
  emoji: 'emoji',
  avatarUrl: 'avatar',
  alias: 'alias',
  customFields: 'customFields',
  groupable: 'groupable',
  reactions: 'reactions',
  parseUrls: 'parseUrls',
  blocks: 'blocks',
  threadId: 'tmid',
};

function reference(server: Server, user: { id: string; username?: string; name?: string } | undefined): UserReference | undefined {
  if (!user?.id) return undefined;
  const known = server.store.users.get(user.id);
  if (known) return referenceTo(known);
  return { _id: user.id, username: user.username ?? '', ...(user.name !== undefined && { name: user.name }) };
}

/** What an update of a message sets, in the database's words. */
export function messageChangesFromApp(server: Server, message: IncomingMessage): Partial<MessageDocument> {
  const room = server.store.rooms.get(message.room?.id ?? '');
  const sender = reference(server, message.sender);
  const renamed = Object.entries(copied).flatMap(([appName, storedName]) =>
    message[appName] === undefined || message[appName] === null ? [] : [[storedName, message[appName]] as const],
  );
  return copyOf({
    ...Object.fromEntries(renamed),
    ...(message.id !== undefined && { _id: message.id }),
    ...(room && { rid: room._id }),
    ...(sender && { u: sender }),
    ...(message.text !== undefined && { msg: message.text }),
    ...(message.createdAt !== undefined && { ts: message.createdAt }),
    ...(Array.isArray(message.attachments) && { attachments: message.attachments.map(attachmentFromApp) }),
  });
}

/** A message to be sent: as the app says it, completed by an id and the time. */
export type NewMessage = Partial<MessageDocument> & Pick<MessageDocument, '_id' | 'rid' | 'ts'>;

/** @throws when the message names no room that exists */
export function messageFromApp(server: Server, message: IncomingMessage): NewMessage {
  const changes = messageChangesFromApp(server, message);
  const { rid } = changes;
  if (rid === undefined) throw new Error('Invalid room provided on the message.');
  const { _id = randomId(), ts = timeOf(server) } = changes;
  return { ...changes, _id, ts, rid, ...copyOf(message._unmappedProperties_) };
}
