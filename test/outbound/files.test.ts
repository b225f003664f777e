import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { files } from '../../src/outbound/rocketchat/files';
import { user } from '../domain/chat';

const APP_USER = user('otobo.bot', { bot: true });

interface Server {
  /** What the engine answers when the direct room is asked for. */
  readonly directRoom?: () => Promise<string>;
  readonly upload?: () => Promise<unknown>;
}

/** Sends a file through that server. @returns what arrived there */
async function send({
  directRoom = () => Promise.resolve('direct'),
  upload = () => Promise.resolve({ id: 'file' }),
}: Server): Promise<unknown[]> {
  const arrived: unknown[] = [];
  const builder = new Proxy({}, { get: () => () => builder });
  const creator = {
    startRoom: () => builder,
    finish: directRoom,
    getUploadCreator: () => ({
      uploadBuffer: (content: Buffer, descriptor: unknown) => {
        arrived.push([String(content), descriptor]);
        return upload();
      },
    }),
  };
  const modify = { getCreator: () => creator } as unknown as IModify; // as: nothing else may be used
  const workspace = {
    appUser: () => Promise.resolve(APP_USER),
    siteUrl: () => Promise.resolve(''),
    language: () => Promise.resolve('en'),
  };
  await files({ modify, read: {} as IRead }, workspace).send({ username: 'alice' }, 'a.yml', 'Grüße');
  return arrived;
}

describe('a file that somebody sent', () => {
  const uploads = (found: unknown, content: () => Promise<unknown>): IRead =>
    ({
      getUploadReader: () => ({ getById: () => Promise.resolve(found), getBufferById: content }),
    }) as unknown as IRead; // as: nothing else may be used
  const port = (read: IRead): ReturnType<typeof files> => files({ read, modify: {} as IModify }, {} as Parameters<typeof files>[1]); // as: it sends nothing

  test('has a size and a content', async () => {
    const made = port(uploads({ size: 5, room: { id: 'room' } }, () => Promise.resolve(Buffer.from('hello'))));
    expect([await made.size('f', 'room'), await made.content('f')]).toEqual([5, 'aGVsbG8=']);
  });

  test('and was deleted has neither', async () => {
    const made = port(uploads(null, () => Promise.reject(new Error('Unknown error'))));
    expect([await made.size('f', 'room'), await made.content('f')]).toEqual([undefined, undefined]);
  });

  test.each([
    ['into another room', { id: 'other' }],
    ['into a room that is gone', null],
  ])('%s has none, whatever a message says of it', async (_where, room) => {
    await expect(port(uploads({ size: 5, room }, () => Promise.reject(new Error()))).size('f', 'room')).resolves.toBeUndefined();
  });
});

describe('a file for one person', () => {
  test('goes into the direct room with them, in the name of the app', async () => {
    expect(await send({})).toEqual([
      ['Grüße', { filename: 'a.yml', room: { id: 'direct' }, user: { id: 'id-otobo.bot', username: 'otobo.bot' } }],
    ]);
  });

  test.each<[string, Server, object]>([
    [
      'the server allows no direct room',
      { directRoom: () => Promise.reject(new Error('Not allowed [error-not-allowed]')) },
      { code: 'direct_room_refused' },
    ],
    [
      'the app lacks the permission for rooms',
      { directRoom: () => Promise.resolve('undefined') },
      { details: { permission: 'room.write' } },
    ],
    ['the app lacks the permission for files', { upload: () => Promise.resolve(null) }, { details: { permission: 'upload.write' } }],
    [
      'the server refuses it',
      { upload: () => Promise.reject(new Error('File exceeds allowed size')) },
      { code: 'upload_refused', details: { reason: 'File exceeds allowed size' } },
    ],
    ['something else goes wrong', { directRoom: () => Promise.reject(new Error('boom')) }, { message: 'boom' }],
  ])('is not taken for sent where %s', async (_why, server, error) => {
    await expect(send(server)).rejects.toMatchObject(error);
  });
});
