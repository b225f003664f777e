import { type Answer, type AppUnderTest, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

const NAMES = (answer: Answer, list: 'Added' | 'Present' | 'Unresolved' | 'Skipped'): unknown[] =>
  answer.body.Members?.[list].map(({ Username, Login }) => Username ?? Login) ?? [];
const membersOf = (app: AppUnderTest, answer: Answer): string[] => app.workspace.members(answer.body.Room?.ID ?? '').sort();

describe('a ticket that has changed', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));
  afterEach(() => app().rocketChat.setAppSetting('remove_left', false));
  const sync = (body: unknown): Promise<Answer> => app().post('tickets/sync', body);

  test('brings newcomers into its room', async () => {
    const body = ticketBody();
    await app().open(body);
    const answer = await sync({ ...body, People: [person('alice', 'Owner'), person('dave', 'Responsible')] });
    expect(answer.body).toMatchObject({ Result: 'synced', Room: { Owner: { Username: 'alice' } } });
    expect(NAMES(answer, 'Added')).toEqual(['dave']);
    expect(membersOf(app(), answer)).toEqual(['alice', 'bob', 'carol', 'dave']);
  });

  test('without a room stays without', async () => {
    const before = app().workspace.snapshot();
    const answer = await sync(ticketBody());
    expect(answer.body.Result).toBe('ignored');
    expect(answer.body).not.toHaveProperty('Room');
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('that is in step already changes nothing', async () => {
    const body = ticketBody();
    await app().open(body);
    const before = app().workspace.snapshot();
    expect((await sync(body)).body.Result).toBe('existing');
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('takes out whom the app brought in and who has no role any more, where the setting says so', async () => {
    await app().rocketChat.setAppSetting('remove_left', true);
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    await app().workspace.invite('dave', opened.Room?.ID ?? '');
    const answer = await sync({ ...body, People: [person('carol', 'Owner')] });
    expect(answer.body.Actions).toEqual([{ Type: 'RemoveMember', Username: 'bob' }]);
    // alice owns the room, and dave was invited by a person.
    expect(membersOf(app(), answer)).toEqual(['alice', 'carol', 'dave']);
  });

  test('takes nobody out who was brought in before, left, and was invited by a person since', async () => {
    await app().rocketChat.setAppSetting('remove_left', true);
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    await sync({ ...body, People: [person('alice', 'Owner')] });
    await app().workspace.invite('bob', opened.Room?.ID ?? '');
    expect(membersOf(app(), await sync({ ...body, People: [person('alice', 'Owner')] }))).toEqual(['alice', 'bob']);
  });

  test.each([
    ['the setting does not say so', false, {}],
    ['the request does not name everybody', true, { PeopleComplete: 0 }],
  ])('takes nobody out when %s', async (_why, setting, more) => {
    await app().rocketChat.setAppSetting('remove_left', setting);
    const body = ticketBody();
    await app().open(body);
    const answer = await sync({ ...body, People: [person('alice', 'Owner')], ...more });
    expect(membersOf(app(), answer)).toEqual(['alice', 'bob', 'carol']);
  });

  test('takes nobody out who may be a person that was not recognised this time', async () => {
    await app().rocketChat.setAppSetting('remove_left', true);
    const body = ticketBody();
    await app().open(body);
    app().workspace.updateUser('bob', { emails: [{ address: 'bob@corp.test', verified: false }] });
    const answer = await sync(body);
    app().workspace.updateUser('bob', { emails: [{ address: 'bob@corp.test', verified: true }] });
    await app().workspace.idle();
    expect(NAMES(answer, 'Unresolved')).toEqual(['bob']);
    expect(membersOf(app(), answer)).toEqual(['alice', 'bob', 'carol']);
  });

  test('of more people than the engine takes at once is followed in batches', async () => {
    await app().rocketChat.setAppSetting('remove_left', true);
    const crowd = Array.from({ length: 120 }, (_, at) => `crowd${at}`);
    await addPeople(app(), crowd);
    const body = ticketBody([person('alice', 'Owner')]);
    await app().open(body);
    const all = await sync({ ...body, People: [person('alice', 'Owner'), ...crowd.map((name) => person(name, 'Involved'))] });
    expect(membersOf(app(), all)).toHaveLength(121);
    const few = await sync({ ...body, People: [person('alice', 'Owner')] });
    expect(membersOf(app(), few)).toEqual(['alice']);
  }, 20_000);

  test('as a dry run is only planned', async () => {
    await app().rocketChat.setAppSetting('remove_left', true);
    const body = ticketBody();
    await app().open(body);
    const before = app().workspace.snapshot();
    const answer = await sync({ ...body, People: [person('alice', 'Owner'), person('dave', 'Involved')], DryRun: true });
    expect(answer.body).toMatchObject({
      Result: 'planned',
      Actions: [
        { Type: 'AddMember', Username: 'dave' },
        { Type: 'RemoveMember', Username: 'bob' },
        { Type: 'RemoveMember', Username: 'carol' },
      ],
    });
    expect(app().workspace.snapshot()).toEqual(before);
  });
});

describe('how people come in', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));
  const textsIn = (roomId: string | undefined, type?: string): string[] =>
    app()
      .workspace.messages(roomId ?? '')
      .filter(({ t }) => t === type)
      .map(({ msg }) => msg);
  const shown = (roomId: string | undefined): string[] => {
    const hidden = (app().workspace.room(roomId ?? '')?.sysMes ?? []) as string[];
    return app()
      .workspace.messages(roomId ?? '')
      .flatMap(({ t, u }) => (t !== undefined && !hidden.includes(t) ? [`${t} ${u.username}`] : []));
  };

  test('is silent at first', async () => {
    const { body: answer } = await app().open(ticketBody());
    expect(textsIn(answer.Room?.ID)).toHaveLength(1);
    expect(shown(answer.Room?.ID)).toEqual([]);
  });

  test('is one message that mentions them, where the setting says so', async () => {
    await app().rocketChat.setAppSetting('adding', 'welcome');
    const body = ticketBody();
    const { body: answer } = await app().open(body);
    expect(textsIn(answer.Room?.ID)).toContain('Welcome: @alice @bob @carol');
    await app().open({ ...body, People: [person('alice', 'Owner'), person('dave', 'Involved')] });
    expect(textsIn(answer.Room?.ID).filter((text) => text.startsWith('Welcome'))).toEqual([
      'Welcome: @alice @bob @carol',
      'Welcome: @dave',
    ]);
    await app().open(body);
    expect(textsIn(answer.Room?.ID)).toHaveLength(3);
  });

  test("is a message of the server's for each, where the setting says so", async () => {
    await app().rocketChat.setAppSetting('adding', 'each');
    const body = ticketBody();
    const { body: answer } = await app().open(body);
    expect(answer).toMatchObject({ Result: 'created' });
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['alice', 'bob', 'carol']);
    expect(shown(answer.Room?.ID)).toEqual(['uj bob', 'uj carol']);
    expect(textsIn(answer.Room?.ID)).toHaveLength(1);
    expect((await app().open(body)).body.Result).toBe('existing');
  });
});
