import type { Change, Write } from '../../src/domain/write';
import { outbox } from '../../src/outbound/rocketchat/outbox';
import { FakePersistence } from './fake-persistence';

const WRITE: Write = {
  id: 'w1',
  ticketId: '2',
  change: { type: 'Note', subject: 's', body: 'b' },
  by: { userId: 'id-alice', username: 'alice', roomId: 'room', threadId: 'thread' },
  right: 'note',
  at: 1,
  notBefore: 2,
  attempts: 0,
};

const CHANGES: Change[] = [
  { type: 'Note', subject: 's', body: 'b', from: '"A" <a@corp.test>' },
  { type: 'Reply', subject: 's', body: 'b', mailed: true },
  { type: 'Fields' },
  { type: 'Fields', state: 'open', priority: '3 normal', owner: 'alice', pendingUntil: 1 },
  { type: 'Fields', state: 'open', was: { state: 'new', pendingUntil: 2 } },
  { type: 'Note', subject: 's', body: 'b', files: [{ id: 'f', name: 'a.txt', type: 'text/plain', gone: 'it is gone' }] },
  { type: 'RoomLink', roomId: 'room', url: 'https://chat.test/group/room' },
  { type: 'Create', title: 't', queue: 'q', state: 'open', priority: '3 normal', subject: 's', body: 'b' },
  {
    type: 'Create',
    title: 't',
    queue: 'q',
    state: 'open',
    priority: '3 normal',
    subject: 's',
    body: 'b',
    ticketType: 'Incident',
    files: [{ id: 'f', name: 'a.txt', type: '', gone: 'it is gone' }],
    owner: 'alice',
    customer: 'cust1',
    from: '"A" <a@corp.test>',
  },
];

describe('the records of writes under way', () => {
  test.each([
    ...CHANGES.map((change): Write => ({ ...WRITE, change })),
    { id: 'w2', change: { type: 'Fields' }, at: 1, notBefore: 2, attempts: 3 } as const,
    { ...WRITE, wrong: 8, givenUpAt: 3, failure: { code: 'otobo_misconfigured', details: { webservice: 'x' }, at: 3 } } as const,
  ])('give back what was put there: %j', async (write) => {
    const { accessors } = new FakePersistence();
    await outbox(accessors).put(write);
    expect(await outbox(accessors).all()).toEqual([write]);
    expect(await outbox(accessors).find(write.id)).toEqual(write);
    expect(await outbox(accessors).find('another')).toBeUndefined();
  });

  test('stay when they name an error that this version of the app does not have', async () => {
    const { accessors } = new FakePersistence();
    const failure = { code: 'error_of_tomorrow' as 'busy', details: {}, at: 1 }; // as: it is not in the table
    await outbox(accessors).put({ ...WRITE, failure });
    expect(await outbox(accessors).all()).toMatchObject([{ id: 'w1', failure: { code: 'internal_error' } }]);
  });

  test('come oldest first', async () => {
    const { accessors } = new FakePersistence();
    for (const [id, at] of Object.entries({ b: 2, c: 3, a: 1 })) await outbox(accessors).put({ ...WRITE, id, at });
    expect((await outbox(accessors).all()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('are changed and dropped one by one, and one that is gone does not come back', async () => {
    const { accessors, stored } = new FakePersistence();
    await outbox(accessors).put(WRITE);
    await outbox(accessors).put({ ...WRITE, id: 'w2' });
    await outbox(accessors).update({ ...WRITE, attempts: 1 });
    expect((await outbox(accessors).all()).map(({ id, attempts }) => [id, attempts])).toEqual([
      ['w1', 1],
      ['w2', 0],
    ]);
    await outbox(accessors).drop('w1');
    await outbox(accessors).update({ ...WRITE, attempts: 2 });
    expect((await outbox(accessors).all()).map(({ id }) => id)).toEqual(['w2']);
    expect(stored).toHaveLength(1);
  });
});
