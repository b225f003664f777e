import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { history } from '../../src/outbound/rocketchat/history';
import { toSaidMessage } from '../../src/outbound/rocketchat/said-message-shape';

type Raw = Parameters<typeof toSaidMessage>[0];

/** A message as it stands on a page of the engine's. */
const raw = (more: Record<string, unknown> = {}): Raw => ({
  id: 'm',
  roomId: 'room',
  sender: { _id: 'a', username: 'alice', name: 'Alice' },
  createdAt: new Date(5),
  text: 'hello',
  ...more,
}); // as: the definitions name less than there is

describe('a message of a page', () => {
  test('has who said what, when', () => {
    expect(toSaidMessage(raw())).toEqual({
      id: 'm',
      at: 5,
      sender: { id: 'a', username: 'alice', name: 'Alice' },
      text: 'hello',
      reactions: new Map(),
      files: [],
      attachments: [],
    });
  });

  test('has who changed it, and in which thread it stands', () => {
    const message = raw({ threadId: 't', editor: { _id: 'b', username: 'bob' }, editedAt: new Date(9) });
    expect(toSaidMessage(message)).toMatchObject({ threadId: 't', edited: { at: 9, by: { id: 'b', username: 'bob' } } });
  });

  test('has who reacted', () => {
    const message = raw({ reactions: { ':mute:': { usernames: ['alice', 'bob'] } } });
    expect([...toSaidMessage(message).reactions]).toEqual([[':mute:', ['alice', 'bob']]]);
  });

  test('of an integration has the name that it gives itself', () => {
    expect(toSaidMessage(raw({ alias: 'Monitoring' })).sender).toEqual({ id: 'a', username: 'alice', name: 'Monitoring' });
  });

  test('has its files once: pictures without the small ones of the server, and what was said of them as text', () => {
    const message = raw({
      text: '',
      file: { _id: 'f1', name: 'a.png', type: 'image/png' },
      files: [
        { _id: 'f1', name: 'a.png', type: 'image/png', size: 12 },
        { _id: 'f2', name: 'thumb-a.png', type: 'image/png' },
        { _id: 'f3', name: 'b.png', type: 'image/png', typeGroup: 'thumb' },
      ],
      attachments: [
        {
          type: 'file',
          title: { value: 'a.png', link: '/file-upload/f1/a.png' },
          author: {},
          description: '(off) look',
          imageUrl: '/file-upload/f2/a.png',
        },
        { title: { value: 'a.png', link: '/file-upload/f1/a.png' }, author: {} },
      ],
    });
    expect(toSaidMessage(message)).toMatchObject({
      files: [{ id: 'f1', name: 'a.png', type: 'image/png', size: 12 }],
      attachments: [{ text: '(off) look', fields: [] }],
    });
    expect(toSaidMessage(message).attachments).toHaveLength(1);
  });

  test('of an older server has its one file', () => {
    expect(toSaidMessage(raw({ file: { _id: 'f1', name: 'a.txt', type: 'text/plain' } })).files).toEqual([
      { id: 'f1', name: 'a.txt', type: 'text/plain' },
    ]);
  });

  test('that quotes another names it', () => {
    const link = 'https://chat.test/group/t?layout=embedded&msg=q1';
    const message = raw({ attachments: [{ text: 'before', author: { name: 'bob' }, title: {}, timestampLink: link }] });
    expect(toSaidMessage(message).attachments).toEqual([{ author: 'bob', text: 'before', link, quotes: 'q1', fields: [] }]);
  });

  test('is the same where all that is absent has become null on its way', () => {
    const absent = { text: null, threadId: null, editor: null, editedAt: null, alias: null, reactions: null, files: null, file: null };
    const quote = {
      text: 'before',
      author: { name: null },
      title: { value: null, link: null },
      ...{ type: null, fileId: null, description: null, fields: null, timestampLink: null },
    };
    expect(toSaidMessage(raw({ ...absent, attachments: [quote] }))).toEqual({
      ...toSaidMessage(raw({ text: '' })),
      attachments: [{ text: 'before', fields: [] }],
    });
    const file = { _id: 'f', name: 'a', type: null, size: null, typeGroup: null };
    expect(toSaidMessage(raw({ files: [file] })).files).toEqual([{ id: 'f', name: 'a', type: '' }]);
  });

  test('that has a card has what stands on it', () => {
    const attachment = {
      author: { name: 'Icinga' },
      title: { value: 'DOWN', link: 'https://icinga.test' },
      fields: [{ short: true, title: 'Host', value: 'p1' }],
    };
    expect(toSaidMessage(raw({ attachments: [attachment] })).attachments).toEqual([
      { author: 'Icinga', title: 'DOWN', link: 'https://icinga.test', fields: [{ title: 'Host', value: 'p1' }] },
    ]);
  });
});

describe('the history of a room', () => {
  const asked: unknown[] = [];
  const read = (page: unknown): IRead =>
    ({
      getRoomReader: () => ({
        getMessages: (...args: unknown[]) => {
          asked.push(args);
          return Promise.resolve(page);
        },
      }),
      getMessageReader: () => ({
        getById: (id: string) =>
          Promise.resolve(id === 'm' ? { ...raw(), sender: { id: 'a', username: 'alice' }, room: { id: 'room' } } : undefined),
      }),
    }) as unknown as IRead; // as: nothing else may be used

  test('is read page by page, the oldest first', async () => {
    await expect(history({ read: read([raw()]) }).page('room', 300, 100)).resolves.toMatchObject([{ id: 'm', at: 5 }]);
    expect(asked).toEqual([['room', { limit: 100, skip: 300, sort: { createdAt: 'asc' } }]]);
  });

  test('is not taken for empty where the app may not read it', async () => {
    await expect(history({ read: read(undefined) }).page('room', 0, 100)).rejects.toMatchObject({ code: 'permission_missing' });
  });

  test('has a message by its id, of that room only', async () => {
    const port = history({ read: read([]) });
    await expect(port.byId('m', 'room')).resolves.toMatchObject({ id: 'm', sender: { id: 'a', username: 'alice' } });
    await expect(port.byId('m', 'other')).resolves.toBeUndefined();
    await expect(port.byId('gone', 'room')).resolves.toBeUndefined();
  });
});
