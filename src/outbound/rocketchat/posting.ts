import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Place, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toIUser } from './chat-user';
import { grantedId } from './granted';
import { refusalOf } from './server-errors';

/** @returns the id of the message */
export type Post = (roomId: string, text: string, blocks?: LayoutBlock[]) => Promise<string>;

/** A room where the engine looks at the id only. */
const roomOf = (id: string): IRoom => ({ id }) as IRoom;

/** Posts as the app's user, in read-only rooms too: where the server did not take the app's right to, the lock is lifted for a moment. */
export function poster({ modify }: Pick<Accessors, 'modify'>, workspace: Workspace): Post {
  async function setReadOnly(roomId: string, readOnly: boolean): Promise<void> {
    const builder = await modify.getUpdater().room(roomId, toIUser(await workspace.appUser()));
    await modify.getUpdater().finish(builder.setReadOnly(readOnly));
  }
  const send = guestPoster({ modify }, workspace);
  return async (roomId, text, blocks = []) => {
    try {
      return await send({ roomId }, text, blocks);
    } catch (error) {
      if (refusalOf(error) !== 'read_only') throw error;
      await setReadOnly(roomId, false);
      try {
        return await send({ roomId }, text, blocks);
      } finally {
        await setReadOnly(roomId, true);
      }
    }
  };
}

/** Posts as the app's user like anybody else: in a room that is locked, it fails. */
export function guestPoster(
  { modify }: Pick<Accessors, 'modify'>,
  workspace: Workspace,
): (place: Place, text: string, blocks: LayoutBlock[]) => Promise<string> {
  return async ({ roomId, threadId }, text, blocks) => {
    const sender = toIUser(await workspace.appUser());
    const message = modify.getCreator().startMessage().setSender(sender).setRoom(roomOf(roomId)).setText(text);
    if (threadId !== undefined) message.setThreadId(threadId);
    if (blocks.length > 0) message.setBlocks(blocks);
    return grantedId(await modify.getCreator().finish(message), 'message.write');
  };
}
