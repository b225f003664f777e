import type { MessageDocument, RoomDocument, UserDocument } from '../documents';
import { serverError } from '../errors';
import { randomId } from '../ids';
import { sendMessage } from '../messages/send';
import { writeSystemMessage } from '../messages/system';
import { canAccess } from '../rules/posting';
import { type Server, timeOf } from '../server';
import { createRoom } from './create';

export interface NewDiscussion {
  readonly parent: RoomDocument;
  readonly creator: UserDocument;
  readonly displayName: string;
  readonly members: readonly string[];
  /** The message that is discussed. */
  readonly about?: MessageDocument;
  /** The first message. */
  readonly reply?: string;
}

/**
 * Starts a discussion: a room of its own under a random slug, and a pointer to it in the parent room.
 * @throws `error-not-allowed` without the permission or access to the parent room
 */
export async function createDiscussion(server: Server, request: NewDiscussion): Promise<RoomDocument> {
  const { parent, creator, about } = request;
  const mayStart = server.permissions.allows(creator, 'start-discussion', parent._id);
  if (!mayStart || (creator.type !== 'app' && !canAccess(server, parent, creator))) throw serverError('error-not-allowed', 'Not allowed');
  const room = await createRoom(server, {
    type: parent.t === 'c' ? 'c' : 'p',
    name: randomId(),
    creator,
    members: request.members,
    readOnly: false,
    extra: { fname: request.displayName, prid: parent._id, ...(about && { description: about.msg }) },
  });
  writeSystemMessage(server, 'discussion-created', parent, request.displayName, creator, { drid: room._id });
  if (request.reply) await sendMessage(server, creator._id, { _id: randomId(), rid: room._id, msg: request.reply, ts: timeOf(server) });
  return room;
}
