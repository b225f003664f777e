import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ members: ['bob'] });
});
afterEach(() => stage.workspace.close());

const bot = (): { id: string } => ({ id: stage.id('otobo.bot') });

describe('reading one message', () => {
  it('gives the whole room, sender and editor', async () => {
    const blocks = [{ type: 'section', blockId: 'card' }];
    const id = await stage.post(roomId, 'card', { blocks });
    await stage.call('message', 'update', { id, editor: bot(), text: 'new' }, 'app-1');
    expect(await stage.call('message', 'getById', id, 'app-1')).toMatchObject({
      id,
      text: 'new',
      blocks,
      room: { slugifiedName: 'ticket-1' },
      sender: { username: 'otobo.bot', type: 'app' },
      editor: { username: 'otobo.bot' },
    });
  });

  it('gives nothing for a message that does not exist', async () => {
    expect(await stage.call('message', 'getById', 'nothing', 'app-1')).toBeUndefined();
  });

  it('gives attachments back in the shape in which an app hands them in', async () => {
    const attachment = {
      title: { value: 'T', link: 'https://example.com' },
      text: 'body',
      color: '#f00',
      timestamp: new Date(1_000_000),
      author: { name: 'OTOBO', link: 'https://example.com/a' },
      fields: [{ title: 'Queue', value: 'Raw' }],
    };
    const id = await stage.post(roomId, '', { attachments: [attachment] });
    expect(await stage.call('message', 'getById', id, 'app-1')).toMatchObject({ attachments: [attachment] });
  });
});

describe('a message with the address of another', () => {
  const address = (id: string): string => `http://127.0.0.1:3000/group/ticket-1?msg=${id}`;

  it('quotes it, as it is at that moment', async () => {
    const id = await stage.post(roomId, 'the printer burns', {}, 'alice');
    const quoting = await stage.post(roomId, `[ ](${address(id)}) I see`, {}, 'bob');
    stage.workspace.editMessage('alice', id, 'nothing burns');
    expect(await stage.call('message', 'getById', quoting, 'app-1')).toMatchObject({
      text: `[ ](${address(id)}) I see`,
      attachments: [{ text: 'the printer burns', author: { name: 'alice' }, timestampLink: address(id) }],
    });
  });

  it('quotes nothing for who is not let into its room', async () => {
    const other = await stage.createGroup({ slug: 'ticket-2', displayName: 'Another' });
    const id = await stage.post(other, 'a secret', {}, 'alice');
    const quoting = await stage.post(roomId, address(id), {}, 'bob');
    expect(await stage.call('message', 'getById', quoting, 'app-1')).not.toHaveProperty('attachments');
  });
});

describe('reading pages of messages', () => {
  const texts = async (options: Record<string, unknown>): Promise<unknown[]> => {
    const page = await stage.call('room', 'getMessages', roomId, options, 'app-1');
    return Array.isArray(page) ? page.map((message: { text?: string }) => message.text) : [];
  };
  const write = async (...lines: string[]): Promise<void> => {
    for (const line of lines) {
      stage.clock.advance(1000);
      await stage.post(roomId, line);
    }
  };

  it('goes from the oldest by default and from the newest when asked', async () => {
    await write('one', 'two', 'three');
    expect(await texts({ limit: 2 })).toEqual(['one', 'two']);
    expect(await texts({ limit: 2, skip: 2 })).toEqual(['three']);
    expect(await texts({ limit: 2, sort: { createdAt: 'desc' } })).toEqual(['three', 'two']);
  });

  it('leaves out the server’s own messages, which the room’s count includes', async () => {
    await stage.workspace.invite('carol', roomId);
    await write('one');
    expect(await texts({ limit: 100 })).toEqual(['one']);
    expect(stage.workspace.room(roomId)?.msgs).toBe(2);
  });

  it('leaves out thread replies when asked', async () => {
    const parent = await stage.post(roomId, 'start');
    await stage.post(roomId, 'reply', { threadId: parent });
    expect(await texts({ limit: 100, showThreadMessages: false })).toEqual(['start']);
    expect(await texts({ limit: 100, showThreadMessages: true })).toEqual(['start', 'reply']);
  });

  it('skips one when a message disappears between two pages', async () => {
    await write('one', 'two', 'three');
    const [first] = stage.workspace.messages(roomId);
    expect(await texts({ limit: 1 })).toEqual(['one']);
    stage.workspace.deleteMessage('alice', first?._id ?? '');
    expect(await texts({ limit: 1, skip: 1 })).toEqual(['three']);
  });

  it('gives references instead of the whole room and sender, and pins without a name of their own', async () => {
    const id = await stage.post(roomId, 'card', { blocks: [{ type: 'divider', blockId: 'card' }] });
    stage.workspace.pin('alice', id);
    expect(await stage.call('room', 'getMessages', roomId, { limit: 1 }, 'app-1')).toMatchObject([
      {
        id,
        roomId,
        sender: { _id: stage.id('otobo.bot'), username: 'otobo.bot', name: 'OTOBO' },
        blocks: [{ type: 'divider', blockId: 'card' }],
        _unmappedProperties_: { pinned: true },
      },
    ]);
  });
});

describe('what somebody has not read', () => {
  it('is nothing for a member who was added and never looked', async () => {
    await stage.workspace.invite('carol', roomId);
    await stage.post(roomId, 'x');
    expect(await stage.call('room', 'getUserUnreadMessageCount', roomId, stage.id('carol'), 'app-1')).toBe(0);
  });

  it('is what came after they last wrote', async () => {
    await stage.workspace.sendMessage('bob', roomId, 'mine');
    stage.clock.advance(1000);
    await stage.post(roomId, 'theirs');
    expect(await stage.call('room', 'getUnreadByUser', roomId, stage.id('bob'), { limit: 10 }, 'app-1')).toMatchObject([
      { text: 'theirs' },
    ]);
  });

  it('cannot be asked of somebody who is no member', async () => {
    await expect(stage.call('room', 'getUserUnreadMessageCount', roomId, stage.id('carol'), 'app-1')).rejects.toThrow(
      'User not subscribed to room',
    );
  });
});

describe('changing a message', () => {
  it('needs an editor, changes only what is given and marks it as edited', async () => {
    const id = await stage.post(roomId, 'before', { alias: 'OTOBO' });
    await expect(stage.call('message', 'update', { id, text: 'after' }, 'app-1')).rejects.toThrow(
      'Invalid editor assigned to the message for the update.',
    );
    await stage.call('message', 'update', { id, text: 'after', editor: bot() }, 'app-1');
    const [message] = stage.workspace.messages(roomId);
    expect(message).toMatchObject({ msg: 'after', alias: 'OTOBO', editedBy: { username: 'otobo.bot' } });
    expect(message?.editedAt?.getTime()).toBeGreaterThanOrEqual(message?.ts.getTime() ?? Infinity);
  });

  it('is allowed to an app for anybody’s message, and to people only for their own', async () => {
    const { _id } = await stage.workspace.sendMessage('alice', roomId, 'mine');
    expect(() => stage.workspace.editMessage('bob', _id, 'yours')).toThrow('Message editing not allowed [error-action-not-allowed]');
    await stage.call('message', 'update', { id: _id, text: 'the app was here', editor: bot() }, 'app-1');
    expect(stage.workspace.messages(roomId)[0]?.msg).toBe('the app was here');
  });

  it('is refused for a message that does not exist', async () => {
    await expect(stage.call('message', 'update', { id: 'nothing', editor: bot() }, 'app-1')).rejects.toThrow('Invalid message ID.');
  });
});

describe('deleting a message', () => {
  it('takes it out of the room and its count', async () => {
    const id = await stage.post(roomId, 'x');
    await stage.call('message', 'delete', { id, room: { id: roomId } }, bot(), 'app-1');
    expect(stage.workspace.messages(roomId)).toEqual([]);
    expect(stage.workspace.room(roomId)?.msgs).toBe(0);
  });

  it('leaves an empty message where a thread starts', async () => {
    const id = await stage.post(roomId, 'start');
    await stage.post(roomId, 'reply', { threadId: id });
    await stage.call('message', 'delete', { id, room: { id: roomId } }, bot(), 'app-1');
    expect(stage.workspace.messages(roomId)).toMatchObject([{ _id: id, t: 'rm', msg: '' }, { msg: 'reply' }]);
  });

  it('is refused to people for what is not theirs', async () => {
    const { _id } = await stage.workspace.sendMessage('alice', roomId, 'mine');
    expect(() => stage.workspace.deleteMessage('bob', _id)).toThrow('Not allowed [error-action-not-allowed]');
    expect(stage.workspace.messages(roomId)).toHaveLength(1);
  });
});

describe('ephemeral messages', () => {
  const notify = (username: string): Promise<unknown> =>
    stage.call('message', 'notifyUser', { id: stage.id(username) }, { room: { id: roomId }, sender: bot(), text: 'only you' }, 'app-1');

  it('reach the one person, in the room, without being stored', async () => {
    await notify('bob');
    expect(stage.workspace.ephemeral).toMatchObject([
      { username: 'bob', roomId, message: { msg: 'only you', u: { username: 'otobo.bot' } } },
    ]);
    expect(stage.workspace.messages(roomId)).toEqual([]);
  });

  it('are lost on people who are not online', async () => {
    stage.workspace.logOut('bob');
    await notify('bob');
    stage.workspace.logIn('bob');
    expect(stage.workspace.ephemeral).toEqual([]);
  });

  it('are lost on people whose account was disabled', async () => {
    stage.workspace.updateUser('bob', { active: false });
    await notify('bob');
    expect(stage.workspace.ephemeral).toEqual([]);
  });

  it('reach every member who is online when the room is notified', async () => {
    await stage.call('message', 'notifyRoom', { id: roomId }, { room: { id: roomId }, sender: bot(), text: 'all of you' }, 'app-1');
    expect(stage.workspace.ephemeral.map(({ username }) => username).sort()).toEqual(['alice', 'bob']);
  });
});

describe('reactions', () => {
  it('are set once and taken back', async () => {
    const { _id } = await stage.workspace.sendMessage('alice', roomId, 'x');
    stage.workspace.react('bob', _id, ':eyes:');
    stage.workspace.react('alice', _id, ':eyes:');
    stage.workspace.react('bob', _id, ':eyes:');
    expect(stage.workspace.messages(roomId)[0]?.reactions).toEqual({ ':eyes:': { usernames: ['alice'] } });
  });

  it('take access to the room, from an app’s user too', async () => {
    const { _id } = await stage.workspace.sendMessage('alice', roomId, 'x');
    await expect(stage.call('message', 'addReaction', _id, bot().id, ':eyes:', 'app-1')).rejects.toThrow('Not Authorized [not-authorized]');
    const own = await stage.createGroup({ slug: 'own', by: 'otobo.bot' });
    const id = await stage.post(own, 'y');
    await stage.call('message', 'addReaction', id, bot().id, ':eyes:', 'app-1');
    expect(stage.workspace.messages(own)[0]?.reactions).toEqual({ ':eyes:': { usernames: ['otobo.bot'] } });
  });

  it('have colons around their name', async () => {
    const id = await stage.post(roomId, 'x');
    await expect(stage.call('message', 'addReaction', id, stage.id('bob'), 'eyes', 'app-1')).rejects.toThrow('Invalid reaction');
  });
});

it('lets only owners and admins pin', async () => {
  const id = await stage.post(roomId, 'x');
  expect(() => stage.workspace.pin('bob', id)).toThrow('[not-authorized]');
  stage.workspace.pin('alice', id);
  expect(stage.workspace.messages(roomId)).toMatchObject([{ pinned: true, pinnedBy: { username: 'alice' } }, { t: 'message_pinned' }]);
});

it('shows who is typing until they stop', async () => {
  const typing = (isTyping: boolean): Promise<unknown> =>
    stage.call('message', 'typing', { scope: 'room', id: roomId, username: 'otobo.bot', isTyping }, 'app-1');
  await typing(true);
  expect(stage.workspace.typing(roomId)).toEqual(['otobo.bot']);
  await typing(false);
  expect(stage.workspace.typing(roomId)).toEqual([]);
});
