import { barrier, Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

describe('who may create a private group', () => {
  it('is refused to a creator who does not exist', async () => {
    const room = { type: 'p', slugifiedName: 'ticket-1', displayName: 'x', creator: { id: 'nobody' } };
    await expect(stage.call('room', 'create', room, [], 'app-1')).rejects.toThrow(/^Invalid user$/);
    expect(stage.workspace.room('ticket-1')).toBeUndefined();
  });

  it('is refused to a creator whose roles lack create-p, in the words of a Meteor error', async () => {
    stage.workspace.permissions.set('create-p', ['admin']);
    await expect(stage.createGroup({ by: 'alice' })).rejects.toThrow(/^Not allowed \[error-not-allowed\]$/);
    await expect(stage.createGroup({ by: 'root' })).resolves.toHaveLength(17);
  });

  it('is allowed to an app user by default', async () => {
    const id = await stage.createGroup({ by: 'otobo.bot' });
    expect(stage.workspace.members(id)).toEqual(['otobo.bot']);
  });

  it('refuses any other kind of room than channels, private groups and direct rooms', async () => {
    const room = { type: 'l', slugifiedName: 'x', displayName: 'x', creator: { id: stage.id('alice') } };
    await expect(stage.call('room', 'create', room, [], 'app-1')).rejects.toThrow(
      'Only channels, private groups and direct messages can be created.',
    );
  });
});

describe('what is stored', () => {
  it('keeps slug, display name and custom fields as they were given', async () => {
    const customFields = { otobo: { v: 1, ticketId: 42, list: [1, { deep: null }] } };
    const id = await stage.createGroup({ displayName: 'Ärger & <Drucker>', customFields });
    expect(stage.workspace.room(id)).toMatchObject({ name: 'ticket-1', fname: 'Ärger & <Drucker>', customFields });
  });

  it('takes topic, announcement, sysMes and unmuted from _unmappedProperties_ when a room is created', async () => {
    const unmapped = { topic: 'T', announcement: 'A', sysMes: ['uj'], unmuted: ['otobo.bot'] };
    const id = await stage.createGroup({ _unmappedProperties_: unmapped });
    expect(stage.workspace.room(id)).toMatchObject(unmapped);
    expect(await stage.readRoom(id)).toMatchObject({
      displaySystemMessages: ['uj'],
      _unmappedProperties_: { topic: 'T', announcement: 'A', unmuted: ['otobo.bot'], usersCount: 1 },
    });
  });

  it('takes none of them on a server that ignores _unmappedProperties_', async () => {
    stage.workspace.compat.ignoreUnmappedOnCreate = true;
    const id = await stage.createGroup({ _unmappedProperties_: { topic: 'T' } });
    expect(stage.workspace.room(id)).not.toHaveProperty('topic');
  });

  it('overwrites times, counters and creator that an app chose', async () => {
    const id = await stage.createGroup({
      members: ['bob'],
      messageCount: 99,
      createdAt: new Date(0),
      _unmappedProperties_: { usersCount: 77, u: { _id: 'x', username: 'forged' } },
    });
    const room = stage.workspace.room(id);
    expect(room).toMatchObject({ msgs: 0, usersCount: 2, u: { username: 'alice' } });
    expect(room?.ts.getTime()).toBeGreaterThan(0);
  });

  it('may be read-only from the start', async () => {
    const id = await stage.createGroup({ isReadOnly: true });
    expect(await stage.readRoom(id)).toMatchObject({ isReadOnly: true });
  });

  it('gives rooms random ids of 17 unmistakable characters', async () => {
    expect(await stage.createGroup()).toMatch(/^[23456789A-HJ-NP-TW-Za-km-z]{17}$/);
  });
});

describe('members at creation', () => {
  it('makes the creator a member and the only owner, asked for or not', async () => {
    const id = await stage.createGroup({ by: 'alice', members: ['bob'] });
    expect(await stage.call('room', 'getOwners', id, 'app-1')).toMatchObject([{ username: 'alice' }]);
    expect(stage.workspace.members(id).sort()).toEqual(['alice', 'bob']);
  });

  it('does not make the app user a member of a room that somebody else creates', async () => {
    expect(stage.workspace.members(await stage.createGroup())).not.toContain('otobo.bot');
  });

  it('drops names that nobody has without a word, and matches exactly', async () => {
    const id = await stage.createGroup({ members: ['nobody', 'BOB', 'carol'] });
    expect(stage.workspace.members(id).sort()).toEqual(['alice', 'carol']);
  });

  it('takes disabled accounts too, and everybody once', async () => {
    stage.workspace.updateUser('bob', { active: false });
    const id = await stage.createGroup({ members: ['bob', 'bob', 'alice'] });
    expect(stage.workspace.members(id).sort()).toEqual(['alice', 'bob']);
  });

  it('skips members whom the workspace rules refuse, without a word', async () => {
    stage.workspace.refuseMembers('ticket-1', ['bob']);
    const id = await stage.createGroup({ members: ['bob', 'carol'] });
    expect(stage.workspace.members(id).sort()).toEqual(['alice', 'carol']);
    expect(stage.workspace.room(id)?.usersCount).toBe(2);
  });

  it('refuses the whole room for one name of another server', async () => {
    await expect(stage.createGroup({ members: ['bob', '@eve:elsewhere.org'] })).rejects.toThrow(
      '[error-federated-users-in-non-federated-rooms]',
    );
    expect(stage.workspace.room('ticket-1')).toBeUndefined();
  });

  it('refuses members that are no names', async () => {
    await expect(stage.createGroup({ members: [42] })).rejects.toThrow('[error-invalid-members]');
  });

  it('writes no message and leaves no unread mark', async () => {
    const id = await stage.createGroup({ members: ['bob'] });
    expect(stage.workspace.messages(id)).toEqual([]);
    expect(stage.subscription(id, 'bob')).toMatchObject({ open: true, alert: false, unread: 0, userMentions: 0 });
  });
});

describe('creation is no transaction', () => {
  it('inserts the room before it has any member', async () => {
    const seen: string[][] = [];
    stage.workspace.hooks.betweenRoomInsertAndMembers = (roomId) => {
      seen.push(stage.workspace.members(roomId));
      return Promise.reject(new Error('the server died'));
    };
    await expect(stage.createGroup({ members: ['bob'] })).rejects.toThrow('the server died');
    expect(seen).toEqual([[]]);
    expect(stage.workspace.room('ticket-1')).toMatchObject({ usersCount: 0 });
  });

  it.each([
    ['off', false],
    ['on', true],
  ])('answers E11000 to the loser when two passed the name check (special characters %s)', async (_label, special) => {
    stage.workspace.settings.set('UI_Allow_room_names_with_special_chars', special);
    stage.workspace.hooks.betweenNameCheckAndInsert = barrier(2);
    const outcomes = await Promise.allSettled([stage.createGroup(), stage.createGroup({ by: 'bob' })]);
    const losers = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(losers).toEqual([
      'Error: E11000 duplicate key error collection: rocketchat.rocketchat_room index: name_1 dup key: { name: "ticket-1" }',
    ]);
    expect(stage.workspace.allRooms().filter(({ name }) => name === 'ticket-1')).toHaveLength(1);
  });
});
