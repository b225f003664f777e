import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ members: ['bob'] });
});
afterEach(() => stage.workspace.close());

describe('who may post', () => {
  it('is every app user, member or not', async () => {
    const id = await stage.post(roomId, 'hello');
    expect(stage.workspace.messages(roomId)).toMatchObject([{ _id: id, msg: 'hello', u: { username: 'otobo.bot' } }]);
  });

  it('is no person who is not a member, not even through an app', async () => {
    await expect(stage.post(roomId, 'hello', {}, 'carol')).rejects.toThrow(/^error-not-allowed$/);
    await expect(stage.workspace.sendMessage('carol', roomId, 'hello')).rejects.toThrow(/^error-not-allowed$/);
    expect(stage.workspace.messages(roomId)).toEqual([]);
  });

  it('is everybody in a public channel', async () => {
    const channel = await stage.workspace.createChannel('alice', { name: 'open-house' });
    await expect(stage.workspace.sendMessage('carol', channel._id, 'hello')).resolves.toMatchObject({ msg: 'hello' });
  });

  it('is nobody in an archived room, apps included', async () => {
    stage.workspace.setArchived(roomId, true);
    await expect(stage.post(roomId, 'hello')).rejects.toThrow(/^room_is_archived$/);
    await expect(stage.workspace.sendMessage('alice', roomId, 'hello')).rejects.toThrow(/^room_is_archived$/);
  });

  it('is nobody in a room that does not exist', async () => {
    await expect(stage.post('nowhere', 'hello')).rejects.toThrow('Invalid room provided on the message.');
  });
});

describe('a read-only room', () => {
  const readOnly = /^You can't send messages because the room is readonly\.$/;
  beforeEach(() => stage.workspace.setReadOnly(roomId, true));

  it('refuses members and apps', async () => {
    await expect(stage.post(roomId, 'x')).rejects.toThrow(readOnly);
    await expect(stage.workspace.sendMessage('bob', roomId, 'x')).rejects.toThrow(readOnly);
  });

  it('takes messages from its owner and from admins', async () => {
    await stage.workspace.invite('root', roomId);
    await expect(stage.workspace.sendMessage('alice', roomId, 'x')).resolves.toMatchObject({ msg: 'x' });
    await expect(stage.workspace.sendMessage('root', roomId, 'x')).resolves.toMatchObject({ msg: 'x' });
  });

  it('takes messages from an app user that was put into unmuted at creation', async () => {
    const id = await stage.createGroup({ slug: 'ticket-2', isReadOnly: true, _unmappedProperties_: { unmuted: ['otobo.bot'] } });
    await expect(stage.post(id, 'x')).resolves.toHaveLength(17);
  });

  it('takes messages from an app user that owns the room', async () => {
    const id = await stage.createGroup({ slug: 'ticket-2', by: 'otobo.bot', isReadOnly: true });
    await expect(stage.post(id, 'x')).resolves.toHaveLength(17);
  });
});

describe('what may be posted', () => {
  it('is limited in length by the workspace’s setting, which attachments are not', async () => {
    await expect(stage.post(roomId, 'x'.repeat(5001))).rejects.toThrow(
      'Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]',
    );
    await expect(stage.post(roomId, 'x'.repeat(5000), { attachments: [{ text: 'y'.repeat(9000) }] })).resolves.toHaveLength(17);
  });

  it.each(['javascript:alert(1)', 'example.com', 'ftp://example.com', '/somewhere'])('has no link to %s in an attachment', async (link) => {
    await expect(stage.post(roomId, '', { attachments: [{ title: { value: 'T', link } }] })).rejects.toThrow(
      /^Invalid href value provided$/,
    );
  });

  it.each(['https://example.com/x', 'data:text/plain,x', '/file-upload/1/a.txt'])(
    'may have a link to %s in an attachment',
    async (link) => {
      await expect(stage.post(roomId, '', { attachments: [{ title: { value: 'T', link } }] })).resolves.toHaveLength(17);
    },
  );

  it.each([
    ['value', { title: 'Queue', value: '' }],
    ['title', { title: '', value: 'Raw' }],
  ])('has no attachment field without a %s', async (_missing, field) => {
    await expect(stage.post(roomId, '', { attachments: [{ fields: [field] }] })).rejects.toThrow(
      /^Invalid attachment field, title and value is required$/,
    );
  });

  it('has no custom fields unless an admin enabled them', async () => {
    await expect(stage.post(roomId, 'x', { customFields: { a: 1 } })).rejects.toThrow(/^Custom fields not enabled$/);
    stage.workspace.settings.set('Message_CustomFields_Enabled', true);
    await expect(stage.post(roomId, 'x', { customFields: { a: 1 } })).resolves.toHaveLength(17);
  });

  it('has another name or avatar only with the permission, which apps have', async () => {
    await expect(stage.post(roomId, 'x', { alias: 'OTOBO', avatarUrl: 'https://example.com/a.png' })).resolves.toHaveLength(17);
    await expect(stage.post(roomId, 'x', { alias: 'OTOBO' }, 'bob')).rejects.toThrow(/^Not enough permission$/);
    await expect(stage.post(roomId, 'x', { avatarUrl: 'javascript:alert(1)/x' })).rejects.toThrow(/^Invalid href value provided$/);
  });

  it('is nothing unencrypted in an encrypted room, unless that is allowed', async () => {
    const id = await stage.createGroup({ slug: 'secret', _unmappedProperties_: { encrypted: true } });
    await expect(stage.post(id, 'x')).resolves.toHaveLength(17);
    stage.workspace.settings.set('E2E_Enable', true);
    await expect(stage.post(id, 'x')).rejects.toThrow('Not allowed to send un-encrypted messages in an encrypted room [error-not-allowed]');
    stage.workspace.settings.set('E2E_Allow_Unencrypted_Messages', true);
    await expect(stage.post(id, 'x')).resolves.toHaveLength(17);
  });
});

describe('the time of a message', () => {
  const at = (offset: number): Date => new Date(stage.clock.now() + offset);

  it('cannot be more than a minute off', async () => {
    await expect(stage.post(roomId, 'x', { createdAt: at(-61_000) })).rejects.toThrow(
      'Message timestamp is out of sync [error-message-ts-out-of-sync]',
    );
  });

  it('is corrected when it is more than ten seconds off, and kept below', async () => {
    const corrected = await stage.post(roomId, 'x', { createdAt: at(-30_000) });
    const keptTime = at(-5_000);
    const kept = await stage.post(roomId, 'x', { createdAt: keptTime });
    const times = new Map(stage.workspace.messages(roomId).map(({ _id, ts }) => [_id, ts.getTime()]));
    expect(times.get(kept)).toBe(keptTime.getTime());
    expect(times.get(corrected)).toBeGreaterThan(keptTime.getTime());
  });

  it('follows the playground’s clock', async () => {
    stage.clock.advance(3_600_000);
    await stage.post(roomId, 'later');
    expect(stage.workspace.messages(roomId)[0]?.ts.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });
});

describe('threads', () => {
  it('are refused when the workspace has none', async () => {
    const parent = await stage.post(roomId, 'start');
    stage.workspace.settings.set('Threads_enabled', false);
    await expect(stage.post(roomId, 'reply', { threadId: parent })).rejects.toThrow('not-allowed [error-not-allowed]');
  });

  it('do not nest, and a reply stands in the room of its thread', async () => {
    const elsewhere = await stage.createGroup({ slug: 'elsewhere' });
    const parent = await stage.post(roomId, 'start');
    const reply = await stage.post(elsewhere, 'reply', { threadId: parent });
    await stage.post(roomId, 'reply to the reply', { threadId: reply });
    expect(stage.workspace.messages(elsewhere)).toEqual([]);
    expect(stage.workspace.messages(roomId)).toMatchObject([{ tcount: 2 }, { tmid: parent }, { tmid: parent }]);
  });

  it('count as messages but are no news for the room', async () => {
    const parent = await stage.post(roomId, 'start');
    const before = stage.workspace.room(roomId);
    stage.clock.advance(60_000);
    await stage.workspace.sendMessage('bob', roomId, 'reply', { threadId: parent });
    expect(stage.workspace.room(roomId)).toMatchObject({ msgs: 2, lm: before?.lm });
  });

  it('can be read as a whole', async () => {
    const parent = await stage.post(roomId, 'start');
    await stage.post(roomId, 'aside');
    await stage.post(roomId, 'reply', { threadId: parent });
    expect(await stage.call('thread', 'getById', parent, 'app-1')).toMatchObject([{ text: 'start' }, { text: 'reply' }]);
  });
});

describe('what members notice', () => {
  it('is a mark for everybody else, and a badge only for those who are mentioned', async () => {
    await stage.workspace.invite('carol', roomId);
    await stage.post(roomId, 'look, @bob');
    expect(stage.subscription(roomId, 'bob')).toMatchObject({ alert: true, unread: 1, userMentions: 1 });
    expect(stage.subscription(roomId, 'alice')).toMatchObject({ alert: true, unread: 0, userMentions: 0 });
    expect(await stage.call('user', 'getUserUnreadMessageCount', stage.id('bob'), 'app-1')).toBe(1);
  });

  it.each([
    ['@all hi', ['all']],
    ['`code @bob`', ['bob']],
    ['[x @bob](https://example.com)', ['bob']],
    ['>@bob', ['bob']],
    ['(@bob) \\@bob @\u200bbob', []],
  ])('reads the mentions of %j as the server does, code and links included', async (text, mentioned) => {
    const id = await stage.post(roomId, text);
    const mentions = stage.workspace.messages(roomId).find(({ _id }) => _id === id)?.mentions;
    expect(mentions).toMatchObject(mentioned.map((username) => ({ username })));
    expect(mentions).toHaveLength(mentioned.length);
  });

  it('is every message in a direct room', async () => {
    const { _id } = await stage.workspace.openDirectRoom('alice', 'bob');
    await stage.workspace.sendMessage('alice', _id, 'hi');
    expect(stage.subscription(_id, 'bob')).toMatchObject({ unread: 1 });
  });
});

it('tells the sender who is online why a message was refused', async () => {
  await expect(stage.workspace.sendMessage('carol', roomId, 'x')).rejects.toThrow('error-not-allowed');
  expect(stage.workspace.ephemeral).toMatchObject([{ username: 'carol', roomId, message: { msg: 'error-not-allowed' } }]);
});
