import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ customFields: { otobo: { ticketId: 1 }, other: 1 }, _unmappedProperties_: { topic: 'before' } });
});
afterEach(() => stage.workspace.close());

const update = (changes: Record<string, unknown>, members: string[] = []): Promise<unknown> =>
  stage.call('room', 'update', { id: roomId, ...changes }, members, 'app-1');

describe('an app’s update of a room', () => {
  it('is refused for a room that does not exist', async () => {
    await expect(stage.call('room', 'update', { id: 'nowhere', isReadOnly: true }, [], 'app-1')).rejects.toThrow(/^Room id not found$/);
  });

  it('sets what it is given, without checks and without messages', async () => {
    await update({ isReadOnly: true, displayName: 'admin' });
    expect(stage.workspace.room(roomId)).toMatchObject({ ro: true, fname: 'admin' });
    expect(stage.workspace.messages(roomId)).toEqual([]);
  });

  it('does not reach the names in the members’ own lists', async () => {
    await update({ slugifiedName: 'renamed', displayName: 'Renamed' });
    expect(stage.workspace.room('renamed')?._id).toBe(roomId);
    expect(stage.subscription(roomId, 'alice')).toMatchObject({ name: 'ticket-1', fname: 'Printer on fire' });
  });

  it('can roll back counters when it carries the whole stale room', async () => {
    const stale = await stage.readRoom(roomId);
    await stage.post(roomId, 'one');
    expect(stage.workspace.room(roomId)?.msgs).toBe(1);
    await stage.call('room', 'update', stale, [], 'app-1');
    expect(stage.workspace.room(roomId)?.msgs).toBe(0);
  });

  it('replaces custom fields whole', async () => {
    await update({ customFields: { otobo: { ticketId: 2 } } });
    expect(stage.workspace.room(roomId)?.customFields).toEqual({ otobo: { ticketId: 2 } });
  });

  it('ignores _unmappedProperties_', async () => {
    await update({ _unmappedProperties_: { topic: 'after', archived: true } });
    expect(stage.workspace.room(roomId)).toMatchObject({ topic: 'before' });
    expect(stage.workspace.room(roomId)).not.toHaveProperty('archived');
  });

  it('meets the unique index when it sets a slug that is in use', async () => {
    await stage.createGroup({ slug: 'ticket-2' });
    await expect(update({ slugifiedName: 'ticket-2' })).rejects.toThrow('E11000 duplicate key error');
  });
});

describe('members who are added later', () => {
  it('get an unread mark as for a mention, and the room a message for each', async () => {
    await update({}, ['bob', 'carol']);
    expect(stage.systemMessages(roomId)).toEqual(['uj', 'uj']);
    expect(stage.workspace.messages(roomId)).toMatchObject([{ msg: 'bob' }, { msg: 'carol' }]);
    expect(stage.subscription(roomId, 'bob')).toMatchObject({ alert: true, unread: 1, userMentions: 1, open: true });
    expect(stage.workspace.room(roomId)).toMatchObject({ usersCount: 3, msgs: 2 });
  });

  it('are left alone when they are members already', async () => {
    await update({}, ['alice']);
    expect(stage.workspace.messages(roomId)).toEqual([]);
    expect(stage.workspace.room(roomId)?.usersCount).toBe(1);
  });

  it('are skipped when nobody has that name', async () => {
    await update({}, ['nobody', 'bob']);
    expect(stage.workspace.members(roomId)).toEqual(['alice', 'bob']);
  });

  it('stop at the first whom the workspace rules refuse', async () => {
    stage.workspace.refuseMembers('ticket-1', ['bob']);
    await expect(update({}, ['carol', 'bob', 'root'])).rejects.toThrow('[error-abac-room-locked]');
    expect(stage.workspace.members(roomId)).toEqual(['alice', 'carol']);
  });
});

describe('removing members', () => {
  it('leaves a message for each, ignores names that nobody has, and does not protect the owner', async () => {
    await update({}, ['bob']);
    await stage.call('room', 'removeUsers', roomId, ['alice', 'bob', 'nobody'], 'app-1');
    expect(stage.workspace.members(roomId)).toEqual([]);
    expect(stage.systemMessages(roomId)).toEqual(['uj', 'ul', 'ul']);
    expect(stage.workspace.room(roomId)?.usersCount).toBe(0);
  });

  it('takes only the first 50 of a longer list', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `user${at}`);
    for (const username of many) stage.workspace.addUser({ username });
    const crowd = await stage.createGroup({ slug: 'crowd', members: many });
    await stage.call('room', 'removeUsers', crowd, many, 'app-1');
    expect(stage.workspace.members(crowd)).toHaveLength(11);
  });
});

it('deletes a room with its messages, files and memberships, and tells no app', async () => {
  await stage.post(roomId, 'gone soon');
  await stage.call(
    'upload',
    'createUpload',
    { name: 'a.txt', size: 1, type: 'text/plain', rid: roomId, userId: stage.id('otobo.bot') },
    Buffer.from('a'),
    'app-1',
  );
  await stage.call('room', 'delete', roomId, 'app-1');
  await stage.workspace.idle();
  const { messages, subscriptions, uploads } = stage.workspace.snapshot();
  expect([...messages, ...subscriptions].filter(({ rid }) => rid === roomId)).toEqual([]);
  expect(uploads).toEqual([]);
  expect(stage.workspace.room(roomId)).toBeUndefined();
  expect(stage.host.named('IPostRoomDeleted')).toEqual([]);
});
