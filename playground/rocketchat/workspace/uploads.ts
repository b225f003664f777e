import type { UploadDocument } from './documents';
import { serverError } from './errors';
import { randomId } from './ids';
import { sendMessage } from './messages/send';
import { canAccess } from './rules/posting';
import { type Server, timeOf } from './server';

/** What an app says of the file that it uploads. */
export interface UploadDetails {
  name: string;
  size: number;
  type: string;
  rid: string;
  userId: string;
}

/**
 * Stores a file and posts it into its room in the uploader's name.
 * @throws when uploads are off, the file is too large, or the uploader may not post there
 */
export async function createUpload(server: Server, details: UploadDetails, content: Buffer): Promise<UploadDocument> {
  if (!details.userId) throw new Error('Missing user to perform the upload operation');
  if (!server.settings.isOn('FileUpload_Enabled')) throw serverError('error-file-upload-disabled', 'File upload is disabled');
  const limit = server.settings.number('FileUpload_MaxFileSize');
  if (limit > -1 && content.length > limit) throw serverError('error-file-too-large', `File exceeds allowed size of ${limit} B`);
  const user = server.store.users.get(details.userId);
  const room = server.store.rooms.get(details.rid);
  if (!user || !room || (user.type !== 'app' && !canAccess(server, room, user))) throw serverError('error-not-allowed', 'Not allowed');

  const _id = randomId();
  const now = timeOf(server);
  const path = `/file-upload/${_id}/${encodeURIComponent(details.name)}`;
  const upload: UploadDocument = {
    _id,
    name: details.name,
    size: content.length,
    type: details.type || 'application/octet-stream',
    rid: room._id,
    userId: user._id,
    extension: /\.([^.]+)$/.exec(details.name)?.[1] ?? '',
    store: 'GridFS:Uploads',
    complete: true,
    uploading: false,
    progress: 1,
    path,
    url: `${server.settings.text('Site_Url')}${path}`,
    uploadedAt: now,
    _updatedAt: now,
  };
  server.store.uploads.set(_id, { upload, content: Buffer.from(content) });
  const file = { _id, name: upload.name, type: upload.type };
  const attachment = { title: upload.name, type: 'file', title_link: path, title_link_download: true, fileId: _id };
  await sendMessage(server, user._id, { _id: randomId(), rid: room._id, msg: '', ts: now, file, files: [file], attachments: [attachment] });
  return upload;
}
