import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { history } from '../../src/outbound/rocketchat/history';

/** A message as it stands on a page of the engine's. */
const raw = (): Record<string, unknown> => ({
  id: 'm',
  roomId: 'room',
  sender: { _id: 'a', username: 'alice', name: 'Alice' },
  createdAt: new Date(5),
  text: 'hello',
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
