import { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

describe('finding a room', () => {
  it('is by its slug, not by its display name', async () => {
    const id = await stage.createGroup();
    expect(await stage.call('room', 'getByName', 'ticket-1', 'app-1')).toMatchObject({ id, slugifiedName: 'ticket-1' });
    expect(await stage.call('room', 'getByName', 'Printer on fire', 'app-1')).toBeUndefined();
    expect(await stage.call('room', 'getById', 'nowhere', 'app-1')).toBeUndefined();
  });

  it('gives the fields that have no name for apps under _unmappedProperties_', async () => {
    const id = await stage.createGroup({ _unmappedProperties_: { topic: 'T', announcement: 'A', encrypted: false, unmuted: ['bob'] } });
    stage.workspace.setArchived(id, true);
    expect(await stage.readRoom(id)).toMatchObject({
      type: 'p',
      creator: { username: 'alice', isEnabled: true },
      displaySystemMessages: true,
      isDefault: false,
      _unmappedProperties_: { topic: 'T', announcement: 'A', encrypted: false, unmuted: ['bob'], archived: true, usersCount: 1 },
    });
  });

  it('hands out copies: what an app does to them changes nothing', async () => {
    const id = await stage.createGroup({ customFields: { otobo: { ticketId: 1 } } });
    const room = await stage.readRoom(id);
    const fields = typeof room === 'object' && room !== null && 'customFields' in room ? room.customFields : undefined;
    Object.assign(fields ?? {}, { otobo: 'forged' });
    expect(fields).toEqual({ otobo: 'forged' });
    expect(await stage.readRoom(id)).toMatchObject({ customFields: { otobo: { ticketId: 1 } } });
  });

  it('names the creator by id and by slug', async () => {
    const id = await stage.createGroup({ by: 'bob' });
    expect(await stage.call('room', 'getCreatorById', id, 'app-1')).toMatchObject({ username: 'bob' });
    expect(await stage.call('room', 'getCreatorByName', 'ticket-1', 'app-1')).toMatchObject({ username: 'bob' });
  });

  it('lists rooms by kind, page by page, without looking anything up', async () => {
    await stage.createGroup({ slug: 'one' });
    await stage.createGroup({ slug: 'two' });
    expect(await stage.call('room', 'getAllRooms', { types: ['p'] }, { limit: 1, skip: 1 }, 'app-1')).toMatchObject([
      { slugifiedName: 'two', creator: { _id: stage.id('alice'), username: 'alice' } },
    ]);
  });
});

describe('the members of a room', () => {
  it('come whole, with their addresses, verified or not', async () => {
    stage.workspace.addUser({ username: 'dora', emails: [{ address: 'dora@example.com', verified: false }] });
    const id = await stage.createGroup({ members: ['dora'] });
    expect(await stage.call('room', 'getMembers', id, 'app-1')).toEqual(
      expect.arrayContaining([expect.objectContaining({ username: 'dora', emails: [{ address: 'dora@example.com', verified: false }] })]),
    );
  });

  it('are nobody in a room that does not exist', async () => {
    expect(await stage.call('room', 'getMembers', 'nowhere', 'app-1')).toEqual([]);
  });

  it('have no moderators and leaders unless people make them', async () => {
    const id = await stage.createGroup({ members: ['bob'] });
    expect(await stage.call('room', 'getModerators', id, 'app-1')).toEqual([]);
    expect(await stage.call('room', 'getLeaders', id, 'app-1')).toEqual([]);
  });
});

describe('the general room', () => {
  it('exists from the start and has everybody but app users in it', () => {
    expect(stage.workspace.room('GENERAL')).toMatchObject({ name: 'general', t: 'c', usersCount: 4 });
    expect(stage.workspace.members('general')).toEqual(['alice', 'bob', 'carol', 'root']);
  });

  it('has neither a creator nor a display name', async () => {
    const room = await stage.readRoom('GENERAL');
    expect(room).toMatchObject({ isDefault: true });
    expect(room).not.toHaveProperty('creator');
    expect(room).not.toHaveProperty('displayName');
  });
});

describe('direct rooms', () => {
  const open = (...usernames: string[]): Promise<unknown> =>
    stage.call('room', 'create', { type: 'd', creator: { id: stage.id('otobo.bot') } }, usernames, 'app-1');

  it('exist once for the same people', async () => {
    expect(await open('alice')).toBe(await open('alice'));
  });

  it('have neither slug nor display name, so that an engine refuses to update them', async () => {
    const room = await stage.readRoom(String(await open('alice')));
    expect(room).toMatchObject({ type: 'd', userIds: [stage.id('otobo.bot'), stage.id('alice')] });
    expect(room).not.toHaveProperty('slugifiedName');
    expect(room).not.toHaveProperty('displayName');
  });

  it('are found by exactly their people', async () => {
    const id = await open('alice');
    expect(await stage.call('room', 'getDirectByUsernames', ['alice', 'otobo.bot'], 'app-1')).toMatchObject({ id });
    expect(await stage.call('room', 'getDirectByUsernames', ['alice', 'bob', 'otobo.bot'], 'app-1')).toBeUndefined();
  });

  it('are refused with a name that nobody has, without create-d, and beyond the limit of people', async () => {
    await expect(open('nobody')).rejects.toThrow('Invalid user [error-invalid-user]');
    stage.workspace.settings.set('DirectMesssage_maxUsers', 2);
    await expect(open('alice', 'bob')).rejects.toThrow('[error-direct-message-max-user-exceeded]');
    stage.workspace.permissions.set('create-d', []);
    await expect(open('alice')).rejects.toThrow('Not allowed [error-not-allowed]');
  });
});

describe('discussions', () => {
  const discussion = (parent: string): Record<string, unknown> => ({
    displayName: 'Details',
    parentRoom: { id: parent },
    creator: { id: stage.id('otobo.bot') },
  });

  it('are rooms of their own with a pointer in the parent room', async () => {
    const parent = await stage.createGroup();
    const id = String(await stage.call('room', 'createDiscussion', discussion(parent), undefined, 'First', ['bob'], 'app-1'));
    expect(await stage.readRoom(id)).toMatchObject({ displayName: 'Details', parentRoom: { id: parent } });
    expect(stage.workspace.members(id).sort()).toEqual(['bob', 'otobo.bot']);
    expect(stage.workspace.messages(id)).toMatchObject([{ msg: 'First' }]);
    expect(stage.systemMessages(parent)).toEqual(['discussion-created']);
  });

  it('need a parent room that exists', async () => {
    await expect(stage.call('room', 'createDiscussion', discussion('nowhere'), undefined, '', [], 'app-1')).rejects.toThrow(
      'There must be a parent room to create a discussion.',
    );
  });
});
