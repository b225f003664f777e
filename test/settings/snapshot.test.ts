import { SETTINGS, type SettingId } from '../../src/settings/declaration';
import { readSettings, type Settings } from '../../src/settings/snapshot';

/** Settings of which some have been set; the others are as declared. */
function settings(set: Partial<Record<SettingId, unknown>> = {}): Promise<Settings> {
  return readSettings((id) => Promise.resolve(id in set ? set[id] : SETTINGS.find((one) => one.id === id)?.initial));
}

const HOUR = 3_600_000;

const OTOBO = {
  otobo_url: 'https://help.test/otobo/nph-genericinterface.pl',
  otobo_login: 'rc',
  otobo_password: 'secret',
};

describe('the settings of the app', () => {
  test('of a new installation let nobody in, know no OTOBO, and are careful', async () => {
    expect(await settings()).toEqual({
      paused: false,
      secrets: [],
      unset: ['otobo_url', 'otobo_login', 'otobo_password'],
      roomName: 'ticket-{number}',
      otoboTimeZone: 'UTC',
      nameTaken: 'refuse',
      ownerMissing: 'auto',
      discovery: 'email',
      acceptUnverified: false,
      mapping: new Map(),
      problems: [],
      joining: ['owner', 'responsible', 'involved', 'customer'],
      adding: 'silent',
      removeLeft: false,
      customers: 'always',
      customerQueues: [],
      bookRooms: ['GENERAL'],
      bookLimit: 5000,
      agentRoles: [],
      adminRoles: ['admin'],
      allowReplies: false,
      colleagues: false,
      announce: ['title', 'state', 'queue', 'priority', 'owner', 'responsible', 'customer', 'pending', 'escalation', 'article'],
      reminders: ['pending', 'escalation'],
      silenceAfter: 24 * HOUR,
      noteReaction: ':memo:',
      notePinned: false,
      attachLimit: 2_000_000,
      unfurl: false,
      closeDelay: HOUR,
      closing: { policy: 'read_only', deleteAfter: 30 * 24 * HOUR },
      offPrefix: '(off)',
      offReaction: ':mute:',
      transcriptFiles: 'named',
      openRules: [],
      openCap: 20,
      adoptPrefix: '',
      defaults: { queue: '', priority: '3 normal', closed: 'closed successful', open: 'open', pending: 'pending reminder' },
    });
  });

  test('are each read once', async () => {
    const asked: string[] = [];
    await readSettings((id) => {
      asked.push(id);
      return Promise.resolve('');
    });
    expect(asked.sort()).toEqual(SETTINGS.map(({ id }) => id).sort());
  });

  test('that cannot be read are not taken for empty ones', async () => {
    await expect(readSettings(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  });

  test.each([
    ['name_taken', 'nameTaken', 'next'],
    ['owner_missing', 'ownerMissing', 'app'],
    ['discovery', 'discovery', 'both'],
    ['adding', 'adding', 'welcome'],
    ['customers', 'customers', 'queues'],
  ] as const)('%s takes its choices and nothing else', async (id, key, choice) => {
    const initial = (await settings())[key];
    expect(choice).not.toBe(initial);
    expect((await settings({ [id]: choice }))[key]).toBe(choice);
    for (const wrong of ['', 'anything', choice.toUpperCase(), null, undefined, 7, true, [choice]])
      expect((await settings({ [id]: wrong }))[key]).toBe(initial);
  });

  const written = SETTINGS.filter(({ initial }) => typeof initial === 'string').map(({ id }) => id);
  test.each(written)('%s that is no text counts as empty', async (id) => {
    const empty = await settings({ [id]: '' });
    for (const wrong of [null, undefined, 7, {}, ['x'], true]) expect(await settings({ [id]: wrong })).toEqual(empty);
  });

  test.each([
    ['accept_unverified', 'acceptUnverified'],
    ['paused', 'paused'],
    ['colleagues', 'colleagues'],
    ['note_pinned', 'notePinned'],
    ['unfurl', 'unfurl'],
    ['remove_left', 'removeLeft'],
  ] as const)('%s is on only when it is switched on', async (id, key) => {
    expect((await settings({ [id]: true }))[key]).toBe(true);
    for (const wrong of [false, 'true', 1, null, undefined, {}]) expect((await settings({ [id]: wrong }))[key]).toBe(false);
  });

  test('choose roles out of those there are', async () => {
    expect((await settings({ who_joins: ['article_cc', 'boss', 'owner'] })).joining).toEqual(['owner', 'article_cc']);
    for (const nobody of [[], '', null, 'owner']) expect((await settings({ who_joins: nobody })).joining).toEqual([]);
  });

  test('map people by logins and addresses, and name the lines that cannot be read', async () => {
    const { mapping, problems } = await settings({ people_mapping: '\n  \ncarol = c.smith\nnonsense\n' });
    expect(mapping).toEqual(new Map([['carol', 'c.smith']]));
    expect(problems).toEqual([{ setting: 'people_mapping', line: 4 }]);
  });

  test('name the lines of the rules that cannot be read, and keep the others', async () => {
    const { openRules, problems } = await settings({ open_rules: '\nqueue = Support\nqueue\n', people_mapping: 'nonsense' });
    expect(openRules).toHaveLength(1);
    expect(problems).toEqual([
      { setting: 'people_mapping', line: 1 },
      { setting: 'open_rules', line: 3 },
    ]);
  });

  test('pick rooms for the address book, and the general channel where none is picked', async () => {
    expect((await settings({ book_rooms: [{ _id: 'staff', name: 'Staff' }, { name: 'no id' }, 'text'] })).bookRooms).toEqual(['staff']);
    for (const none of [[], '', null, [{ name: 'no id' }]]) expect((await settings({ book_rooms: none })).bookRooms).toEqual(['GENERAL']);
  });

  test('limit the rooms of the address book by a number', async () => {
    expect((await settings({ book_limit: 70 })).bookLimit).toBe(70);
    expect((await settings({ book_limit: '70' })).bookLimit).toBe(70);
    for (const wrong of ['many', null, undefined, 0, {}]) expect((await settings({ book_limit: wrong })).bookLimit).toBe(5000);
  });

  test('limit the files that go into tickets by megabytes, up to what OTOBO takes in time', async () => {
    expect((await settings({ attach_limit: 1 })).attachLimit).toBe(1_000_000);
    expect((await settings({ attach_limit: '3' })).attachLimit).toBe(3_000_000);
    expect((await settings({ attach_limit: 500 })).attachLimit).toBe(6_000_000);
    for (const wrong of ['much', null, undefined, 0, {}]) expect((await settings({ attach_limit: wrong })).attachLimit).toBe(2_000_000);
  });

  test.each([
    ['silence_after', '8h', (read: Settings) => read.silenceAfter, 8 * HOUR, 24 * HOUR],
    ['close_delay', '0', (read: Settings) => read.closeDelay, 0, HOUR],
    ['delete_after', '1w', (read: Settings) => read.closing.deleteAfter, 7 * 24 * HOUR, 30 * 24 * HOUR],
    ['quiet_hours', '20:00-07:30', (read: Settings) => read.quietHours, { from: 1200, until: 450 }, undefined],
    ['off_prefix', 'off:', (read: Settings) => read.offPrefix, 'off:', ''],
    ['off_reaction', 'no_entry', (read: Settings) => read.offReaction, ':no_entry:', ''],
    ['note_reaction', ':pushpin:', (read: Settings) => read.noteReaction, ':pushpin:', ''],
  ] as const)('%s is read, and named when it cannot be', async (id, written, value, expected, without) => {
    const good = await settings({ [id]: written });
    expect([value(good), good.problems]).toEqual([expected, []]);
    const bad = await settings({ [id]: '/ what: ?' });
    expect([value(bad), bad.problems]).toEqual([without, [{ setting: id, line: 1 }]]);
    const empty = await settings({ [id]: ' ' });
    expect([value(empty), empty.problems]).toEqual([without, []]);
  });

  test('name queues one per line, whatever ends the lines', async () => {
    const { customerQueues } = await settings({ customer_queues: ' Support::Level 1 \r\n\n  \nSales\n' });
    expect(customerQueues).toEqual(['Support::Level 1', 'Sales']);
  });
});

describe('the secrets', () => {
  test.each([
    ['the new one alone', { endpoint_secret: 'new' }, ['new']],
    ['both while one replaces the other', { endpoint_secret: 'new', endpoint_secret_old: 'old' }, ['new', 'old']],
    ['the old one alone', { endpoint_secret_old: 'old' }, ['old']],
    ['none that is blank', { endpoint_secret: '  ', endpoint_secret_old: '\t' }, []],
    ['without the blanks that copying brings along', { endpoint_secret: ' new\n' }, ['new']],
  ])('are %s', async (_what, set, secrets) => {
    expect((await settings(set)).secrets).toEqual(secrets);
  });
});

describe('the way to OTOBO', () => {
  test('is known when address, web service, login and password are', async () => {
    expect((await settings(OTOBO)).otobo).toEqual({
      url: 'https://help.test/otobo/nph-genericinterface.pl',
      webservice: 'RocketChat',
      login: 'rc',
      password: 'secret',
    });
  });

  test.each(['otobo_url', 'otobo_webservice', 'otobo_login', 'otobo_password'] as const)('is not known without %s', async (id) => {
    const without = await settings({ ...OTOBO, [id]: ' ' });
    expect(without).not.toHaveProperty('otobo');
    expect(without.unset).toEqual([id]);
  });

  test('has no slash at its end', async () => {
    expect((await settings({ ...OTOBO, otobo_url: `${OTOBO.otobo_url}//` })).otobo?.url).toBe(OTOBO.otobo_url);
  });

  test('keeps blanks that belong to the password', async () => {
    expect((await settings({ ...OTOBO, otobo_password: ' secret ' })).otobo?.password).toBe(' secret ');
  });
});

describe('where browsers find OTOBO', () => {
  test.each([
    ['is beside the web services', { otobo_url: OTOBO.otobo_url }, 'https://help.test/otobo'],
    ['is beside the web services, with a slash at the end', { otobo_url: `${OTOBO.otobo_url}/` }, 'https://help.test/otobo'],
    ['is known before the rest of the connection is', { ...OTOBO, otobo_password: '' }, 'https://help.test/otobo'],
    ['is what the admin says, first of all', { ...OTOBO, otobo_public_url: 'https://out.test/tickets/' }, 'https://out.test/tickets'],
    ['is what the admin says, without a connection', { otobo_public_url: 'https://out.test/tickets' }, 'https://out.test/tickets'],
  ])('%s', async (_what, set, expected) => {
    expect((await settings(set)).otoboPublicUrl).toBe(expected);
  });

  test.each([
    ['nobody says anything', {}],
    ['the address of the web services is another one', { otobo_url: 'https://help.test/otobo/rpc.pl' }],
    ['the address of the web services is only a name like it', { otobo_url: 'https://help.test/xnph-genericinterface.pl' }],
  ])('is not known when %s', async (_what, set) => {
    expect(await settings(set)).not.toHaveProperty('otoboPublicUrl');
  });
});
