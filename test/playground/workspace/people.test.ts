import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ members: ['bob'] });
});
afterEach(() => stage.workspace.close());

describe('what people do in the client', () => {
  it('lets anybody with create-p choose a private group’s name and custom fields', async () => {
    const forged = { otobo: { v: 1, ticketId: '7', sig: 'made up' } };
    const room = await stage.workspace.createPrivateGroup('bob', { name: 'ticket-7', customFields: forged, members: ['carol'] });
    expect(room).toMatchObject({ name: 'ticket-7', customFields: forged, u: { username: 'bob' } });
    stage.workspace.permissions.set('create-p', ['admin']);
    await expect(stage.workspace.createPrivateGroup('bob', { name: 'ticket-8' })).rejects.toThrow('Not allowed [error-not-allowed]');
  });

  it('lets an owner write any custom fields into a room', () => {
    stage.workspace.saveRoomCustomFields(roomId, { otobo: 'gone' });
    expect(stage.workspace.room(roomId)?.customFields).toEqual({ otobo: 'gone' });
  });

  it('renames a room in everybody’s list', async () => {
    await stage.workspace.renameRoom(roomId, 'fire');
    expect(stage.workspace.room('fire')).toMatchObject({ _id: roomId, name: 'fire', fname: 'fire' });
    expect(stage.subscription(roomId, 'bob')).toMatchObject({ name: 'fire' });
    expect(stage.systemMessages(roomId)).toEqual(['r']);
  });

  it('does not rename a room to a name that another has', async () => {
    await stage.createGroup({ slug: 'taken' });
    await expect(stage.workspace.renameRoom(roomId, 'taken')).rejects.toThrow('[error-duplicate-channel-name]');
  });

  it('makes a private room public', async () => {
    stage.workspace.setRoomType(roomId, 'c');
    expect(await stage.readRoom(roomId)).toMatchObject({ type: 'c' });
    await expect(stage.workspace.sendMessage('carol', roomId, 'so it is')).resolves.toMatchObject({ msg: 'so it is' });
  });

  it('adds people with a message that says who did it', async () => {
    await stage.workspace.invite('carol', roomId);
    expect(stage.workspace.messages(roomId)).toMatchObject([{ t: 'au', msg: 'carol', u: { username: 'alice' } }]);
  });

  it('takes people out with a message that says who did it', () => {
    stage.workspace.removeMember('bob', roomId);
    expect(stage.workspace.messages(roomId)).toMatchObject([{ t: 'ru', msg: 'bob', u: { username: 'alice' } }]);
    expect(stage.workspace.members(roomId)).toEqual(['alice']);
  });

  it('lets everybody leave but the last owner', () => {
    stage.workspace.leave('bob', roomId);
    expect(stage.workspace.members(roomId)).toEqual(['alice']);
    expect(() => stage.workspace.leave('alice', roomId)).toThrow('[error-you-are-last-owner]');
  });

  it('notes archiving and locking in the room', () => {
    stage.workspace.setReadOnly(roomId, true);
    stage.workspace.setReadOnly(roomId, false);
    stage.workspace.setArchived(roomId, true);
    stage.workspace.setArchived(roomId, false);
    expect(stage.systemMessages(roomId)).toEqual(['room-set-read-only', 'room-removed-read-only', 'room-archived', 'room-unarchived']);
    expect(stage.workspace.room(roomId)).toMatchObject({ ro: false, archived: false });
  });

  it('edits and deletes one’s own messages', async () => {
    const { _id } = await stage.workspace.sendMessage('bob', roomId, 'teh');
    stage.workspace.editMessage('bob', _id, 'the');
    expect(stage.workspace.messages(roomId)).toMatchObject([{ msg: 'the', editedBy: { username: 'bob' } }]);
    stage.workspace.deleteMessage('bob', _id);
    expect(stage.workspace.messages(roomId)).toEqual([]);
  });

  it('needs rooms and people that exist', async () => {
    expect(() => stage.workspace.deleteRoom('nowhere')).toThrow('[error-invalid-room]');
    await expect(stage.workspace.sendMessage('nobody', roomId, 'x')).rejects.toThrow('[error-invalid-user]');
  });
});

describe('what the workspace shows', () => {
  it('is a copy', () => {
    const room = stage.workspace.room(roomId);
    if (room) room.name = 'forged';
    expect(stage.workspace.room(roomId)?.name).toBe('ticket-1');
  });

  it('is, as a whole, plain JSON', async () => {
    await stage.post(roomId, 'x');
    await stage.call('persistence', 'createWithAssociations', { n: 1 }, [{ model: 'room', id: roomId }], 'app-1');
    const snapshot = stage.workspace.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot).toMatchObject({ messages: [{ msg: 'x' }], persistence: [{ data: { n: 1 } }], jobs: [] });
  });
});

it.each([
  ['livechat', 'createMessage'],
  ['room', 'constructor'],
  ['room', 'rename'],
])('says so when it does not model %s.%s', async (bridge, method) => {
  await expect(stage.call(bridge, method)).rejects.toThrow(`The playground does not model ${bridge}.${method}.`);
});
