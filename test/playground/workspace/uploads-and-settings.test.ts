import { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

describe('uploads', () => {
  let roomId: string;
  beforeEach(async () => {
    roomId = await stage.createGroup();
  });
  const upload = (by: string, content = 'hello'): Promise<unknown> =>
    stage.call(
      'upload',
      'createUpload',
      { name: 'transcript.html', size: content.length, type: 'text/html', rid: roomId, userId: by && stage.id(by) },
      Buffer.from(content),
      'app-1',
    );
  const idOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '');

  it('are posted into their room and can be read back', async () => {
    const made = await upload('otobo.bot');
    expect(made).toMatchObject({
      name: 'transcript.html',
      type: 'text/html',
      size: 5,
      room: { id: roomId },
      user: { username: 'otobo.bot' },
    });
    const id = idOf(made);
    expect(stage.workspace.messages(roomId)).toMatchObject([
      { msg: '', files: [{ _id: id, name: 'transcript.html' }], attachments: [{ title: 'transcript.html', title_link_download: true }] },
    ]);
    expect(await stage.call('upload', 'getById', id, 'app-1')).toMatchObject({ id, complete: true });
    expect(String(await stage.call('upload', 'getBuffer', { id }, 'app-1'))).toBe('hello');
  });

  it('need somebody in whose name they are made, with access to the room', async () => {
    await expect(upload('')).rejects.toThrow('Missing user to perform the upload operation');
    await expect(upload('carol')).rejects.toThrow('Not allowed [error-not-allowed]');
    expect(stage.workspace.messages(roomId)).toEqual([]);
  });

  it('are limited in size, and can be turned off', async () => {
    stage.workspace.settings.set('FileUpload_MaxFileSize', 4);
    await expect(upload('otobo.bot')).rejects.toThrow('[error-file-too-large]');
    stage.workspace.settings.set('FileUpload_Enabled', false);
    await expect(upload('otobo.bot')).rejects.toThrow('[error-file-upload-disabled]');
  });

  it('go with their message', async () => {
    const id = idOf(await upload('alice'));
    stage.workspace.deleteMessage('alice', stage.workspace.messages(roomId)[0]?._id ?? '');
    expect(await stage.call('upload', 'getById', id, 'app-1')).toBeUndefined();
    await expect(stage.call('upload', 'getBuffer', { id }, 'app-1')).rejects.toThrow('Unknown error');
  });
});

describe('server settings', () => {
  const read = (id: string): Promise<unknown> => stage.call('serverSetting', 'getOneById', id, 'app-1');

  it.each([
    ['Site_Url', 'http://127.0.0.1:3000'],
    ['Language', 'en'],
    ['UI_Allow_room_names_with_special_chars', false],
    ['UTF8_Channel_Names_Validation', '[0-9a-zA-Z-_.]+'],
    ['Message_MaxAllowedSize', 5000],
    ['Threads_enabled', true],
  ])('have Rocket.Chat’s default for %s', async (id, value) => {
    expect(await read(id)).toMatchObject({ id, value, packageValue: value });
  });

  it('follow what the admin sets', async () => {
    stage.workspace.settings.set('Language', 'de');
    expect(await read('Language')).toMatchObject({ value: 'de', packageValue: 'en' });
  });

  it.each(['LDAP_Authentication_Password', 'No_Such_Setting'])('do not give %s away', async (id) => {
    await expect(read(id)).rejects.toThrow(`The setting "${id}" is not readable.`);
    expect(await stage.call('serverSetting', 'isReadableById', id, 'app-1')).toBe(false);
    expect(JSON.stringify(await stage.call('serverSetting', 'getAll', 'app-1'))).not.toContain(id);
  });

  it('can be changed by an app with the permission, and cannot be hidden by any', async () => {
    await stage.call('serverSetting', 'updateOne', { id: 'Message_MaxAllowedSize', value: 10 }, 'app-1');
    await stage.call('serverSetting', 'incrementValue', 'Message_MaxAllowedSize', 5, 'app-1');
    expect(await read('Message_MaxAllowedSize')).toMatchObject({ value: 15 });
    await expect(stage.call('serverSetting', 'hideSetting', 'Language', 'app-1')).rejects.toThrow('Method not implemented.');
  });

  it('take neither an id that is misspelt nor a value of another type', () => {
    expect(() => stage.workspace.settings.set('Langauge', 'de')).toThrow('[error-invalid-setting]');
    expect(() => stage.workspace.settings.set('Threads_enabled', 'false')).toThrow('[error-invalid-setting]');
  });
});

describe('roles', () => {
  it('are found by id or name', async () => {
    expect(await stage.call('role', 'getOneByIdOrName', 'admin', 'app-1')).toMatchObject({ id: 'admin', scope: 'Users' });
    expect(await stage.call('role', 'getOneByIdOrName', 'owner', 'app-1')).toMatchObject({ scope: 'Subscriptions' });
    expect(await stage.call('role', 'getOneByIdOrName', 'king', 'app-1')).toBeNull();
    expect(await stage.call('role', 'getCustomRoles', 'app-1')).toEqual([]);
  });

  it('within a room count for that room only', async () => {
    const own = await stage.createGroup({ by: 'alice', isReadOnly: true });
    const other = await stage.createGroup({ slug: 'other', by: 'bob', members: ['alice'], isReadOnly: true });
    await expect(stage.workspace.sendMessage('alice', own, 'x')).resolves.toMatchObject({ msg: 'x' });
    await expect(stage.workspace.sendMessage('alice', other, 'x')).rejects.toThrow('readonly');
  });
});

it('names the people of a room to the engine', async () => {
  const id = await stage.createGroup({ members: ['bob'] });
  expect(await stage.call('internal', 'getUsernamesOfRoomById', id)).toEqual(expect.arrayContaining(['alice', 'bob']));
});
