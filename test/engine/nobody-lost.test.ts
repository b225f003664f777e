import { type Answer, type AppUnderTest, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

const customer = (login: string): Record<string, unknown> => person(login, 'Customer');
const messagesIn = (app: AppUnderTest, roomId: string | undefined): ReturnType<AppUnderTest['workspace']['messages']> =>
  app.workspace.messages(roomId ?? '').filter(({ t }) => t === undefined);

describe('somebody who has no account yet', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('comes into all rooms that wait for them when they log in for the first time', async () => {
    const bodies = [1, 2, 3].map(() =>
      ticketBody([person('alice', 'Owner'), { Login: 'u4711', Email: 'Newcomer@Corp.Test', Type: 'Agent', Roles: ['Involved'] }]),
    );
    const answers = await Promise.all(bodies.map((body) => app().open(body)));
    expect(answers.map(({ body }) => body.Members?.Unresolved.map(({ Login }) => Login))).toEqual([['u4711'], ['u4711'], ['u4711']]);
    app().workspace.addUser({ username: 'nina', emails: [{ address: 'newcomer@corp.test', verified: true }] });
    app().workspace.logIn('nina');
    await app().workspace.idle();
    for (const { body } of answers)
      expect(
        app()
          .workspace.members(body.Room?.ID ?? '')
          .sort(),
      ).toEqual(['alice', 'nina']);
    // Nothing is left to do, and nobody waits any more.
    expect((await app().open(bodies[0])).body).toMatchObject({
      Actions: [],
      Members: { Unresolved: [], Present: [{ Login: 'alice' }, { Login: 'u4711' }] },
    });
    expect(waitingRecords(app())).toEqual([]);
  });

  test('comes in when the address is verified, and not before', async () => {
    const body = ticketBody([
      person('alice', 'Owner'),
      { Email: 'late@corp.test', Login: 'late-login', Type: 'Agent', Roles: ['Involved'] },
    ]);
    app().workspace.addUser({ username: 'larry', emails: [{ address: 'late@corp.test', verified: false }] });
    const { body: answer } = await app().open(body);
    app().workspace.logIn('larry');
    await app().workspace.idle();
    expect(app().workspace.members(answer.Room?.ID ?? '')).toEqual(['alice']);
    app().workspace.updateUser('larry', { emails: [{ address: 'late@corp.test', verified: true }] });
    await app().workspace.idle();
    expect(
      app()
        .workspace.members(answer.Room?.ID ?? '')
        .sort(),
    ).toEqual(['alice', 'larry']);
  });

  test('does not come in any more when the ticket does not name them any more', async () => {
    const body = ticketBody([person('alice', 'Owner'), person('former', 'Involved')]);
    const { body: answer } = await app().open(body);
    await app().post('tickets/sync', { ...body, People: [person('alice', 'Owner')] });
    await addPeople(app(), ['former']);
    expect(app().workspace.members(answer.Room?.ID ?? '')).toEqual(['alice']);
  });

  test('as a customer of a ticket whose room has a history waits for a yes', async () => {
    const { body: answer } = await app().open(ticketBody([person('alice', 'Owner'), customer('newcust')]));
    await app().workspace.sendMessage('alice', answer.Room?.ID ?? '', 'between us');
    await addPeople(app(), ['newcust']);
    expect(app().workspace.members(answer.Room?.ID ?? '')).toEqual(['alice']);
    expect(messagesIn(app(), answer.Room?.ID).at(-1)?.msg).toContain('newcust');
  });

  test('is named on the card among colleagues, and in a direct message to who asked where customers may read', async () => {
    const people = [person('alice', 'Owner'), person('zoe', 'Involved')];
    const actor = { Actor: { Login: 'bob', Email: 'bob@corp.test' } };
    const { body: guarded } = await app().open(ticketBody(people, actor));
    expect(JSON.stringify(messagesIn(app(), guarded.Room?.ID))).not.toContain('zoe');
    const direct = app()
      .workspace.allRooms()
      .find(({ t, usernames }) => t === 'd' && usernames?.includes('bob'));
    expect(messagesIn(app(), direct?._id).map(({ msg }) => msg)).toEqual([expect.stringContaining('zoe (')]);
    await app().rocketChat.setAppSetting('customers', 'never');
    const { body: open } = await app().open(ticketBody(people, actor));
    expect(JSON.stringify(messagesIn(app(), open.Room?.ID))).toContain('zoe (');
    await app().rocketChat.setAppSetting('customers', 'always');
    expect(messagesIn(app(), direct?._id)).toHaveLength(1);
  });

  test('is told about once, however often the ticket is opened', async () => {
    const body = ticketBody([person('alice', 'Owner'), person('yann', 'Involved')], {
      Actor: { Login: 'carol', Email: 'carol@corp.test' },
    });
    await app().open(body);
    await app().open(body);
    const direct = app()
      .workspace.allRooms()
      .find(({ t, usernames }) => t === 'd' && usernames?.includes('carol'));
    expect(messagesIn(app(), direct?._id)).toHaveLength(1);
  });
});

describe('a customer who belongs into a room with a history', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  async function asked(): Promise<{ roomId: string; messageId: string; body: Record<string, unknown> }> {
    const body = ticketBody([person('alice', 'Owner'), person('bob', 'Responsible')]);
    const { body: opened } = await app().open(body);
    const roomId = opened.Room?.ID ?? '';
    await app().workspace.sendMessage('bob', roomId, 'do not tell the customer');
    const withCustomer = { ...body, People: [person('alice', 'Owner'), person('bob', 'Responsible'), customer('cust1')] };
    const answer = await app().open(withCustomer);
    expect(skipped(answer)).toEqual([['cust1', 'customer_needs_consent']]);
    const question = messagesIn(app(), roomId).at(-1);
    expect(question?.msg).toContain('cust1');
    return { roomId, messageId: question?._id ?? '', body: withCustomer };
  }
  const skipped = ({ body }: Answer): unknown[] => body.Members?.Skipped.map(({ Login, Reason }) => [Login, Reason]) ?? [];
  const click = (username: string, messageId: string, actionId: 'yes' | 'no'): Promise<void> =>
    app().rocketChat.clickAction({
      username,
      messageId,
      blockId: 'otobo-consent',
      actionId: `otobo-consent-${actionId}`,
      value: app().workspace.user('cust1')._id,
    });
  const textOf = (roomId: string, id: string): string => messagesIn(app(), roomId).find(({ _id }) => _id === id)?.msg ?? '';

  test.each(['alice', 'bob'])('comes in when %s, owner of the room or agent of the ticket, says yes', async (username) => {
    const { roomId, messageId, body } = await asked();
    await click(username, messageId, 'yes');
    expect(app().workspace.members(roomId)).toContain('cust1');
    expect(textOf(roomId, messageId)).toContain(`${username} let the customer cust1 in`);
    expect((await app().open(body)).body).toMatchObject({ Result: 'existing', Members: { Skipped: [] } });
  });

  test('is asked about once', async () => {
    const { roomId, body } = await asked();
    const before = messagesIn(app(), roomId).length;
    await app().open(body);
    expect(messagesIn(app(), roomId)).toHaveLength(before);
  });

  test('stays out when they say no, which can be taken back', async () => {
    const { roomId, messageId, body } = await asked();
    await click('bob', messageId, 'no');
    expect(textOf(roomId, messageId)).toContain('bob kept the customer cust1 out');
    expect(skipped(await app().open(body))).toEqual([['cust1', 'customer_needs_consent']]);
    expect(app().workspace.members(roomId)).not.toContain('cust1');
    await click('alice', messageId, 'yes');
    expect(app().workspace.members(roomId)).toContain('cust1');
  });

  test('is not let in by anybody else', async () => {
    const { roomId, messageId } = await asked();
    await app().workspace.invite('dave', roomId); // no agent of this ticket
    app().workspace.logIn('dave');
    await click('dave', messageId, 'yes');
    await click('carol', messageId, 'yes'); // not even in the room
    expect(app().workspace.members(roomId)).not.toContain('cust1');
    expect(
      app().workspace.ephemeral.map(({ username, message }) => [username, JSON.stringify(message).includes('may decide')]),
    ).toContainEqual(['dave', true]);
  });
});

/** Who still waits for an account, as the app's records say it. */
function waitingRecords(app: AppUnderTest): unknown[] {
  return app.workspace
    .persistenceRecords(app.rocketChat.app().id)
    .filter(({ associations }) => associations?.some(({ id }) => id === 'waiting'));
}
