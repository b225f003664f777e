import { cardsIn, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

describe('people of a ticket', () => {
  const app = withApp();
  beforeAll(async () => {
    await addPeople(app());
    const { workspace } = app();
    workspace.addUser({ username: 'eve', emails: [{ address: 'victim@customer.test', verified: false }] });
    workspace.addUser({ username: 'victim', emails: [{ address: 'other@customer.test', verified: true }] });
    workspace.addUser({ username: 'gone', emails: [{ address: 'gone@corp.test', verified: true }], active: false });
    workspace.addUser({ username: 'robot', emails: [{ address: 'robot@corp.test', verified: true }], type: 'bot', roles: ['bot'] });
  });
  const reasons = (list: readonly { Login?: string; Email?: string; Reason?: string }[] = []): unknown[] =>
    list.map(({ Login, Email, Reason }) => [Login ?? Email, Reason]);

  test('who cannot or must not come in are named with the reason', async () => {
    const { body: answer } = await app().open(
      ticketBody(
        [
          person('alice', 'Owner'),
          { Login: 'bob', Type: 'Agent', Roles: ['Involved'] },
          person('gone', 'Involved'),
          person('robot', 'Involved'),
          person('zoe', 'Involved'),
          { Email: 'Support <support@corp.test>', Type: 'Address', Roles: ['To'] },
          { Email: 'partner@partner.test', Type: 'Address', Roles: ['Cc'] },
          { Login: 'cust9', Email: 'not an address', Type: 'Customer', Roles: ['Customer'] },
        ],
        { SystemAddresses: ['support@corp.test'] },
      ),
    );
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['alice']);
    expect(reasons(answer.Members?.Unresolved)).toEqual([
      ['bob', 'no_address'],
      ['zoe', 'no_account'],
      ['cust9', 'address_invalid'],
    ]);
    expect(reasons(answer.Members?.Skipped)).toEqual([
      ['gone', 'account_disabled'],
      ['robot', 'bot'],
      ['partner@partner.test', 'role_excluded'],
      ['support@corp.test', 'system_address'],
    ]);
  });

  test('are never taken for somebody who only typed their address', async () => {
    const { body: answer } = await app().open(
      ticketBody([person('alice', 'Owner'), { Login: 'eve', Email: 'victim@customer.test', Type: 'Customer', Roles: ['Customer'] }]),
    );
    expect(reasons(answer.Members?.Unresolved)).toEqual([['eve', 'address_unverified']]);
    expect(app().workspace.members(answer.Room?.ID ?? '')).toEqual(['alice']);
  });

  test('whom the server drops in silence are tried again and then named', async () => {
    const body = ticketBody();
    app().workspace.refuseMembers(`ticket-${body.Ticket.TicketNumber}`, ['carol']);
    const { body: answer } = await app().open(body);
    expect(answer.Result).toBe('created');
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['alice', 'bob']);
    expect(reasons(answer.Members?.Unresolved)).toEqual([['carol', 'not_admitted']]);
    expect(cardsIn(app(), app().workspace.room(answer.Room?.ID ?? ''))).toHaveLength(1);
  });

  test('come in although one of them is refused', async () => {
    const body = ticketBody([person('alice', 'Owner')]);
    await app().open(body);
    app().workspace.refuseMembers(`ticket-${body.Ticket.TicketNumber}`, ['bob']);
    const { body: answer } = await app().open({
      ...body,
      People: [person('alice', 'Owner'), person('bob', 'Involved'), person('carol', 'Involved'), person('dave', 'Involved')],
    });
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['carol', 'dave']);
    expect(reasons(answer.Members?.Unresolved)).toEqual([['bob', 'not_admitted']]);
  });

  test('a customer does not come into a room with a history', async () => {
    const body = ticketBody([person('alice', 'Owner')]);
    const { body: opened } = await app().open(body);
    await app().workspace.sendMessage('alice', opened.Room?.ID ?? '', 'do not tell the customer');
    const { body: answer } = await app().open({
      ...body,
      People: [person('alice', 'Owner'), person('bob', 'Involved'), person('cust1', 'Customer')],
    });
    expect(answer.Members?.Added.map(({ Username }) => Username)).toEqual(['bob']);
    expect(reasons(answer.Members?.Skipped)).toEqual([['cust1', 'customer_needs_consent']]);
    expect(app().workspace.members(opened.Room?.ID ?? '')).not.toContain('cust1');
  });
});

describe('what a room shows', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));
  const SECRETS = ['3 normal', 'Priority', 'Responsible: bob', 'zoe'];
  const withStranger = [person('alice', 'Owner'), person('bob', 'Responsible'), person('zoe', 'Involved')];
  const cardOf = (roomId: string | undefined): string => JSON.stringify(cardsIn(app(), app().workspace.room(roomId ?? '')));

  test('where customers may come in is nothing internal', async () => {
    const { body: answer } = await app().open(ticketBody(withStranger));
    for (const secret of SECRETS) expect(cardOf(answer.Room?.ID)).not.toContain(secret);
    expect(cardOf(answer.Room?.ID)).toContain('Support');
  });

  test('to agents alone is owner, priority, and who is missing', async () => {
    await app().rocketChat.setAppSetting('customers', 'never');
    const { body: answer } = await app().open(ticketBody([...withStranger, person('cust1', 'Customer')]));
    for (const secret of SECRETS) expect(cardOf(answer.Room?.ID)).toContain(secret);
    expect(answer.Members?.Skipped.map(({ Login, Reason }) => [Login, Reason])).toEqual([['cust1', 'customer_excluded']]);
  });

  test('depends on the queue where the setting says so', async () => {
    await app().rocketChat.setAppSetting('customers', 'queues');
    await app().rocketChat.setAppSetting('customer_queues', 'Sales\nSupport\n');
    const { body: guarded } = await app().open(ticketBody(withStranger));
    expect(cardOf(guarded.Room?.ID)).not.toContain('3 normal');
    const internal = ticketBody(withStranger);
    const { body: open } = await app().open({ ...internal, Ticket: { ...internal.Ticket, Queue: 'Management' } });
    expect(cardOf(open.Room?.ID)).toContain('3 normal');
  });

  test('is in the language of the workspace', async () => {
    app().workspace.settings.set('Language', 'de');
    const { body: answer } = await app().open(ticketBody());
    expect(cardOf(answer.Room?.ID)).toContain('Dieser Raum behält seinen Besitzer');
    app().workspace.settings.set('Language', 'en');
  });
});

describe('a server that takes no announcement from an app', () => {
  const app = withApp();
  beforeAll(async () => {
    await addPeople(app());
    app().workspace.compat.ignoreUnmappedOnCreate = true;
  });

  test('gets the room all the same, with its card, and the answer says so', async () => {
    const { body: answer } = await app().open(ticketBody());
    const room = app().workspace.room(answer.Room?.ID ?? '');
    expect(answer.Result).toBe('created');
    expect(answer.Actions?.[0]).toMatchObject({ Type: 'CreateRoom', Announced: false });
    expect(room?.announcement).toBeUndefined();
    expect(cardsIn(app(), room)).toHaveLength(1);
  });

  test('lets the app post a missing card into a read-only room, and the room is read-only again afterwards', async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    const roomId = opened.Room?.ID ?? '';
    for (const { _id } of cardsIn(app(), app().workspace.room(roomId))) app().workspace.deleteMessage('alice', _id);
    app().workspace.setReadOnly(roomId, true);
    app().rocketChat.clock.advance(61_000);
    const { body: answer } = await app().open(body);
    expect(answer.Result).toBe('repaired');
    expect(cardsIn(app(), app().workspace.room(roomId))).toHaveLength(1);
    expect(app().workspace.room(roomId)?.ro).toBe(true);
  });
});
