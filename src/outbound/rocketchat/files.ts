import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
import { AppError } from '../../domain/errors';
import type { Files, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toIUser } from './chat-user';
import { directRoom } from './direct-room';

/** Files from the app's user to one person, and files that people have sent. */
export function files({ read, modify }: Pick<Accessors, 'read' | 'modify'>, workspace: Workspace): Files {
  return {
    async size(fileId, roomId) {
      // The definitions know no file that is gone, and none of a room that is.
      const upload = (await read.getUploadReader().getById(fileId)) as (Omit<IUpload, 'room'> & { room?: IRoom | null }) | undefined | null;
      // It is a number, whatever they say.
      return upload?.room?.id === roomId ? Number(upload.size) : undefined;
    },

    async content(fileId) {
      try {
        return Buffer.from(await read.getUploadReader().getBufferById(fileId)).toString('base64');
      } catch {
        // The server says so by an error, in words of no meaning.
        return undefined;
      }
    },

    async send(to, name, content) {
      const room = { id: await directRoom(to, { modify }, workspace) } as IRoom; // as: the engine looks at the id only
      const user = toIUser(await workspace.appUser());
      const upload: unknown = await modify
        .getCreator()
        .getUploadCreator()
        .uploadBuffer(Buffer.from(content, 'utf8'), { filename: name, room, user })
        .catch((error: unknown) => {
          const said = error instanceof Error ? error.message : String(error);
          throw new AppError('upload_refused', { reason: said });
        });
      // Without the permission the engine answers with nothing.
      if (!upload) throw new AppError('permission_missing', { permission: 'upload.write' });
    },
  };
}
