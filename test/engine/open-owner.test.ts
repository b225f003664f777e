import { withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

const AGENTS = [person('alice', 'Owner'), person('bob', 'Responsible'), person('carol', 'Involved')];

describe('the owner of a new room', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));
  afterEach(async () => {
    app().workspace.permissions.set('create-p', ['admin', 'user', 'bot', 'app']);
    await app().rocketChat.setAppSetting('owner_missing', 'auto');
  });

  /** Only these may create private rooms. */
  const allowOnly = (...names: string[]): void => {
    for (const name of ['alice', 'bob', 'carol', 'dave'])
      app().workspace.updateUser(name, { roles: names.includes(name) ? ['user', 'creator'] : ['user'] });
    app().workspace.permissions.set('create-p', ['creator', 'app']);
  };
  const ownerOf = (id: string | undefined): string | undefined => app().workspace.room(id ?? '')?.u?.username;

  test("is the responsible agent where the ticket's owner may not create private rooms; the owner is a member", async () => {
    allowOnly('bob');
    const { body: answer } = await app().open(ticketBody(AGENTS));
    expect(answer.Result).toBe('created');
    expect(answer.Room?.Owner).toEqual({ Username: 'bob', Source: 'Responsible', Tried: [{ Username: 'alice', Reason: 'not_allowed' }] });
    expect(ownerOf(answer.Room?.ID)).toBe('bob');
    expect(
      app()
        .workspace.members(answer.Room?.ID ?? '')
        .sort(),
    ).toEqual(['alice', 'bob', 'carol']);
  });

  test('is who asked for it where neither of them can', async () => {
    allowOnly('dave');
    const { body: answer } = await app().open(ticketBody(AGENTS, { Actor: { Login: 'dave', Email: 'dave@corp.test' } }));
    expect(answer.Room?.Owner).toMatchObject({ Username: 'dave', Source: 'Actor' });
    expect(ownerOf(answer.Room?.ID)).toBe('dave');
  });

  test('is nobody when a person asked and nobody can: that is refused with cause and cure', async () => {
    allowOnly();
    const before = app().workspace.snapshot().rooms;
    const { status, body: answer } = await app().open(ticketBody(AGENTS, { Actor: { Login: 'dave', Email: 'dave@corp.test' } }));
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      Result: 'refused',
      Error: { ErrorCode: 'owner_missing', ErrorMessage: expect.stringMatching(/tried: alice, bob, dave.*create-p/) as string },
    });
    expect(answer).not.toHaveProperty('Ticket');
    expect(app().workspace.snapshot().rooms).toEqual(before);
  });

  test('is the app when nobody asked in person and nobody can', async () => {
    const { body: answer } = await app().open(
      ticketBody([{ Login: 'root@localhost', Type: 'Agent', Roles: ['Owner', 'Responsible'] }, person('carol', 'Involved')]),
    );
    expect(answer.Room?.Owner).toMatchObject({ Username: 'otobo.bot', Source: 'App' });
    expect(
      app()
        .workspace.members(answer.Room?.ID ?? '')
        .sort(),
    ).toEqual(['carol', 'otobo.bot']);
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['carol']);
  });

  test.each([
    ['refuse', undefined, 'refused'],
    ['app', { Login: 'zoe', Email: 'zoe@corp.test' }, 'created'],
  ])('follows the setting "%s" when nobody can', async (setting, Actor, result) => {
    await app().rocketChat.setAppSetting('owner_missing', setting);
    const { body: answer } = await app().open(ticketBody([person('carol', 'Involved')], Actor && { Actor }));
    expect(answer.Result).toBe(result);
  });

  test('does not follow the ticket', async () => {
    const body = ticketBody(AGENTS);
    await app().open(body);
    const { body: answer } = await app().open({ ...body, People: [person('carol', 'Owner'), person('alice', 'Involved')] });
    expect(answer.Room?.Owner).toEqual({ Username: 'alice', Source: 'Existing', Tried: [] });
  });
});
