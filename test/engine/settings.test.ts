import { SECRET, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

describe('who is who, as the admin has written it down', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('comes before addresses, and lines that cannot be read are named by number', async () => {
    await app().rocketChat.setAppSetting('people_mapping', '\n# agents\nu123 = @bob\nnobody at all\nalice@corp.test = carol\n');
    const { body: answer } = await app().open(ticketBody([person('alice', 'Owner'), person('u123', 'Involved')]));
    expect(answer.Members?.Added.map(({ Login, Username }) => [Login, Username])).toEqual([
      ['alice', 'carol'],
      ['u123', 'bob'],
    ]);
    const health = await app().request('health', { headers: { authorization: `Bearer ${SECRET}` } });
    expect(health.body).toMatchObject({ Problems: [{ Setting: 'people_mapping', Line: 4 }] });
    expect(JSON.stringify(app().rocketChat.logs())).toContain('"line":4');
  });

  test('names nobody who does not exist', async () => {
    await app().rocketChat.setAppSetting('people_mapping', 'alice = zorro');
    const { body: answer } = await app().open(ticketBody([person('alice', 'Owner')]));
    expect(answer.Members?.Unresolved.map(({ Reason }) => Reason)).toEqual(['mapped_to_nobody']);
    await app().rocketChat.setAppSetting('people_mapping', '');
  });
});

describe('who joins', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('is what the setting names', async () => {
    const people = [
      person('alice', 'Owner'),
      person('bob', 'Watcher'),
      { Email: 'carol@corp.test', Type: 'Address', Roles: ['Cc'] },
      { Email: 'dave@corp.test', Type: 'Address', Roles: ['InternalTo'] },
    ];
    const first = await app().open(ticketBody(people));
    expect(first.body.Members?.Added.map(({ Username }) => Username)).toEqual(['alice']);
    await app().rocketChat.setAppSetting('who_joins', ['owner', 'watcher', 'article_cc']);
    const second = await app().open(ticketBody(people));
    expect(second.body.Members?.Added.map(({ Username }) => Username)).toEqual(['alice', 'bob', 'carol']);
    expect(second.body.Members?.Skipped.map(({ Email, Reason }) => [Email, Reason])).toEqual([['dave@corp.test', 'role_excluded']]);
  });

  test('by an unverified address is nobody, unless the setting accepts it', async () => {
    app().workspace.addUser({ username: 'una', emails: [{ address: 'una@corp.test', verified: false }] });
    await app().workspace.idle();
    const body = ticketBody([person('alice', 'Owner'), person('una', 'Involved')]);
    await app().rocketChat.setAppSetting('who_joins', ['owner', 'involved']);
    expect((await app().open(body)).body.Members?.Unresolved.map(({ Reason }) => Reason)).toEqual(['address_unverified']);
    await app().rocketChat.setAppSetting('accept_unverified', true);
    expect((await app().open(body)).body.Members?.Added.map(({ Username }) => Username)).toEqual(['una']);
  });
});
