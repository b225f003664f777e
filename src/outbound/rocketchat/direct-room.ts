import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../../domain/errors';
import type { ChatUser } from '../../domain/member';
import type { Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toIUser } from './chat-user';
import { grantedId } from './granted';
import { refusalOf } from './server-errors';

/**
 * The server gives the room that the app's user and this person have already, or makes it.
 *
 * @returns its id
 * @throws AppError `direct_room_refused`
 */
export async function directRoom(
  { username }: Pick<ChatUser, 'username'>,
  { modify }: Pick<Accessors, 'modify'>,
  workspace: Workspace,
): Promise<string> {
  const appUser = await workspace.appUser();
  const builder = modify.getCreator().startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(toIUser(appUser));
  try {
    const id = await modify.getCreator().finish(builder.setMembersToBeAddedByUsernames([appUser.username, username]));
    return grantedId(id, 'room.write');
  } catch (error) {
    const refused = ['not_allowed', 'no_such_user', 'prevented_by_app'].includes(refusalOf(error) ?? '');
    throw refused ? new AppError('direct_room_refused', {}, String(error)) : error;
  }
}
