import { toAppShape } from '../app-shape/fields';
import { roomForApp } from '../app-shape/rooms';
import { userForApp } from '../app-shape/users';
import type { UploadDocument } from '../documents';
import { databaseTurn } from '../hooks';
import type { Server } from '../server';
import { createUpload, type UploadDetails } from '../uploads';
import type { BridgeMethods } from './table';

const sameName = [
  'name',
  'size',
  'type',
  'store',
  'description',
  'complete',
  'uploading',
  'extension',
  'progress',
  'etag',
  'path',
  'token',
  'url',
];
const names = { id: '_id', updatedAt: '_updatedAt', uploadedAt: 'uploadedAt', ...Object.fromEntries(sameName.map((name) => [name, name])) };

export function uploadBridge(server: Server): BridgeMethods {
  const { uploads, rooms, users } = server.store;
  const shape = (upload: UploadDocument): unknown =>
    toAppShape(upload, names, {
      room: { from: 'rid', value: roomForApp(server, rooms.get(upload.rid)) },
      user: { from: 'userId', value: userForApp(users.get(upload.userId)) },
    });
  return {
    getById: async (id: string) => {
      await databaseTurn();
      const found = uploads.get(id);
      return found && shape(found.upload);
    },
    getBuffer: async ({ id }: { id: string }) => {
      await databaseTurn();
      const found = uploads.get(id);
      if (!found) throw new Error('Unknown error');
      return found.content;
    },
    createUpload: async (details: UploadDetails, content: Uint8Array) => shape(await createUpload(server, details, Buffer.from(content))),
  };
}
