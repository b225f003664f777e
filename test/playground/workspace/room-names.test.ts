import { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

const archive = async (slug: string): Promise<void> => {
  stage.workspace.setArchived(await stage.createGroup({ slug }), true);
};

describe('the name rule', () => {
  it.each(['ticket 1', 'ticket#1', 'tïcket', 'ticket/1'])('refuses %j', async (slug) => {
    await expect(stage.createGroup({ slug })).rejects.toThrow(`${slug} is not a valid room name. [error-invalid-room-name]`);
  });

  it.each(['Ticket_1.a-b', '2026110500012'])('takes %j', async (slug) => {
    await expect(stage.createGroup({ slug })).resolves.toHaveLength(17);
  });

  it('is the admin’s own regular expression', async () => {
    stage.workspace.settings.set('UTF8_Channel_Names_Validation', '[a-z]+');
    await expect(stage.createGroup({ slug: 'ticket-1' })).rejects.toThrow('[error-invalid-room-name]');
    await expect(stage.createGroup({ slug: 'ticket' })).resolves.toHaveLength(17);
  });

  it('falls back to the default when the admin’s is none', async () => {
    stage.workspace.settings.set('UTF8_Channel_Names_Validation', '[a-z');
    await expect(stage.createGroup({ slug: 'ticket 1' })).rejects.toThrow('[error-invalid-room-name]');
    await expect(stage.createGroup({ slug: 'ticket-1' })).resolves.toHaveLength(17);
  });

  it('refuses the system’s own names in any spelling', async () => {
    await expect(stage.createGroup({ slug: 'Admin' })).rejects.toThrow('[error-invalid-room-name]');
  });

  it('refuses a blank name', async () => {
    await expect(stage.createGroup({ slug: '  ' })).rejects.toThrow('Invalid name [error-invalid-name]');
  });
});

describe('with special characters off', () => {
  it('refuses a slug that any room has', async () => {
    await stage.workspace.createChannel('bob', { name: 'ticket-1' });
    await expect(stage.createGroup()).rejects.toThrow(/^A channel with name 'ticket-1' exists \[error-duplicate-channel-name\]$/);
  });

  it('names an archived room with that slug', async () => {
    await archive('ticket-1');
    await expect(stage.createGroup()).rejects.toThrow(/^There's an archived channel with name ticket-1 \[error-archived-duplicate-name\]$/);
  });

  it('lets two rooms have one display name', async () => {
    await stage.createGroup({ slug: 'ticket-1', displayName: 'Same' });
    await expect(stage.createGroup({ slug: 'ticket-2', displayName: 'Same' })).resolves.toHaveLength(17);
  });
});

describe('with special characters on', () => {
  beforeEach(() => stage.workspace.settings.set('UI_Allow_room_names_with_special_chars', true));

  it('appends a number to a slug that is in use, without a word', async () => {
    await stage.createGroup();
    const second = await stage.createGroup();
    const third = await stage.createGroup();
    expect([second, third].map((id) => stage.workspace.room(id)?.name)).toEqual(['ticket-1-1', 'ticket-1-2']);
  });

  it('refuses a slug that is another room’s display name', async () => {
    await stage.workspace.createPrivateGroup('bob', { name: 'other', fname: 'ticket-1' });
    await expect(stage.createGroup()).rejects.toThrow("A channel with name 'ticket-1' exists [error-duplicate-channel-name]");
  });

  it('says so when that room is archived', async () => {
    const { _id } = await stage.workspace.createPrivateGroup('bob', { name: 'other', fname: 'ticket-1' });
    stage.workspace.setArchived(_id, true);
    await expect(stage.createGroup()).rejects.toThrow('[error-archived-duplicate-name]');
  });

  it('makes a slug of whatever a person types, and keeps that as display name', async () => {
    const room = await stage.workspace.createPrivateGroup('bob', { name: 'Ärger mit Drückern' });
    expect(room).toMatchObject({ name: 'Aerger-mit-Drueckern', fname: 'Ärger mit Drückern' });
  });

  it('keeps capital letters', async () => {
    expect(stage.workspace.room(await stage.createGroup({ slug: 'Ticket-A' }))?.name).toBe('Ticket-A');
  });
});

it('keeps special characters from people when they are off', async () => {
  await expect(stage.workspace.createPrivateGroup('bob', { name: 'Ärger mit Drückern' })).rejects.toThrow('[error-invalid-room-name]');
});
