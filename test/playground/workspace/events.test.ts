import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ members: ['bob'] });
  await stage.workspace.idle();
  stage.host.events.length = 0;
});
afterEach(() => stage.workspace.close());

const told = async (event: string): Promise<unknown[]> => {
  await stage.workspace.idle();
  return stage.host.named(event);
};

describe('apps are told, after the fact', () => {
  it('of accounts that are made, changed and deleted', async () => {
    stage.workspace.addUser({ username: 'dora', emails: [{ address: 'dora@example.com', verified: true }] });
    stage.workspace.updateUser('dora', { name: 'Dora' });
    stage.workspace.removeUser('dora');
    expect(await told('IPostUserCreated')).toMatchObject([{ user: { username: 'dora', emails: [{ verified: true }] } }]);
    expect(await told('IPostUserUpdated')).toMatchObject([{ user: { name: 'Dora' }, previousData: { name: 'dora' } }]);
    expect(await told('IPostUserDeleted')).toMatchObject([{ user: { username: 'dora' } }]);
  });

  it('of people who log in and out', async () => {
    stage.workspace.logIn('bob');
    stage.workspace.logOut('bob');
    expect(await told('IPostUserLoggedIn')).toMatchObject([{ username: 'bob', status: 'online' }]);
    expect(await told('IPostUserLoggedOut')).toMatchObject([{ username: 'bob', status: 'offline' }]);
  });

  it('of every message, their own included, with the whole room and sender', async () => {
    await stage.post(roomId, 'mine');
    await stage.workspace.sendMessage('bob', roomId, 'theirs');
    expect(await told('IPostMessageSent')).toMatchObject([
      { text: 'mine', sender: { username: 'otobo.bot', appId: 'app-1' }, room: { slugifiedName: 'ticket-1' } },
      { text: 'theirs', sender: { username: 'bob' } },
    ]);
  });

  it('of the server’s own messages separately', async () => {
    await stage.workspace.invite('carol', roomId);
    expect(await told('IPostSystemMessageSent')).toMatchObject([{ type: 'au', text: 'carol' }]);
    expect(await told('IPostMessageSent')).toEqual([]);
  });

  it('of messages that are changed, deleted, reacted to and pinned', async () => {
    const { _id } = await stage.workspace.sendMessage('bob', roomId, 'x');
    stage.workspace.editMessage('bob', _id, 'y');
    stage.workspace.react('bob', _id, ':eyes:');
    stage.workspace.pin('alice', _id);
    stage.workspace.deleteMessage('bob', _id);
    expect(await told('IPostMessageUpdated')).toMatchObject([{ text: 'y', editor: { username: 'bob' } }]);
    expect(await told('IPostMessageReacted')).toMatchObject([
      { reaction: ':eyes:', isReacted: true, user: { username: 'bob' }, message: { id: _id } },
    ]);
    expect(await told('IPostMessagePinned')).toMatchObject([{ isPinned: true, user: { username: 'alice' }, message: { id: _id } }]);
    expect(await told('IPostMessageDeleted')).toMatchObject([{ user: { username: 'bob' }, message: { id: _id, text: 'y' } }]);
  });

  it('of no reaction that was there already', async () => {
    const own = await stage.createGroup({ slug: 'own', by: 'otobo.bot' });
    const id = await stage.post(own, 'x');
    const react = (): Promise<unknown> => stage.call('message', 'addReaction', id, stage.id('otobo.bot'), ':eyes:', 'app-1');
    await react();
    await react();
    expect(await told('IPostMessageReacted')).toHaveLength(1);
  });

  it('of rooms that are created, by an app too, and of those that people delete', async () => {
    const id = await stage.createGroup({ slug: 'ticket-2' });
    stage.workspace.deleteRoom(id);
    expect(await told('IPostRoomCreate')).toMatchObject([{ id, slugifiedName: 'ticket-2', creator: { username: 'alice' } }]);
    expect(await told('IPostRoomDeleted')).toMatchObject([{ id }]);
  });

  it('of people who come and go, and not of those who were there from the start', async () => {
    await stage.workspace.invite('carol', roomId);
    stage.workspace.leave('carol', roomId);
    stage.workspace.removeMember('bob', roomId);
    expect(await told('IPostRoomUserJoined')).toMatchObject([
      { room: { id: roomId }, joiningUser: { username: 'carol' }, inviter: { username: 'alice' } },
    ]);
    expect(await told('IPostRoomUserLeave')).toMatchObject([
      { room: { id: roomId }, leavingUser: { username: 'carol' } },
      { room: { id: roomId }, leavingUser: { username: 'bob' }, removedBy: { username: 'alice' } },
    ]);
  });
});

it('has no event for a room that is renamed, locked or archived, nor for one that an app updates', async () => {
  await stage.workspace.renameRoom(roomId, 'renamed');
  stage.workspace.setArchived(roomId, true);
  await stage.call('room', 'update', { id: roomId, isReadOnly: true }, [], 'app-1');
  await stage.workspace.idle();
  expect(new Set(stage.host.events.map(({ event }) => event))).toEqual(new Set(['IPostSystemMessageSent']));
});

it('does not wait for apps, and goes on when one fails', async () => {
  const failure = new Error('the app threw');
  stage.host.notify = () => Promise.reject(failure);
  await stage.post(roomId, 'x');
  expect(stage.workspace.lostEvents).toEqual([]);
  await stage.workspace.idle();
  expect(stage.workspace.lostEvents).toEqual([{ event: 'IPostMessageSent', error: failure }]);
  expect(stage.workspace.messages(roomId)).toMatchObject([{ msg: 'x' }]);
});

it('waits, when asked to, for events that the apps’ own acts cause', async () => {
  const notify = stage.host.notify.bind(stage.host);
  stage.host.notify = async (event, payload) => {
    await notify(event, payload);
    if (stage.host.named('IPostMessageSent').length < 3) await stage.post(roomId, 'echo');
  };
  await stage.post(roomId, 'x');
  expect(await told('IPostMessageSent')).toHaveLength(3);
});
