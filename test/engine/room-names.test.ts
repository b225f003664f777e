import type { AppUnderTest } from './otobo-app';
import { cardsIn, withApp } from './otobo-app';
import { addPeople, ticketBody } from './people';

/** Rooms that have to do with a ticket, by the name they would have. */
const roomsOf = (app: AppUnderTest, slug: string): string[] =>
  app.workspace
    .allRooms()
    .flatMap(({ name }) => (name?.startsWith(slug) ? [name] : []))
    .sort();

/**
 * Lets something happen between the app's look at the names and its next creation of a room, and something right after it.
 *
 * @returns the name that the server gave to the app's room
 */
function beforeCreation(
  app: AppUnderTest,
  before: () => Promise<unknown>,
  after: (roomId: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<string | undefined> {
  const { workspace } = app;
  const original = workspace.bridgeCall.bind(workspace);
  return new Promise((resolve, reject) => {
    workspace.bridgeCall = async (bridge, method, args) => {
      if (bridge !== 'room' || method !== 'create') return original(bridge, method, args);
      workspace.bridgeCall = original;
      await before();
      const id = (await original(bridge, method, args)) as string;
      await after(id).catch(reject);
      resolve(workspace.room(id)?.name);
      return id;
    };
  });
}

describe.each([false, true])("a ticket's room, with special characters in room names %s", (specialCharacters) => {
  const app = withApp();
  beforeAll(async () => {
    await addPeople(app());
    app().workspace.addUser({ username: 'mallory' });
    app().workspace.settings.set('UI_Allow_room_names_with_special_chars', specialCharacters);
  });
  afterEach(async () => {
    for (const [id, value] of [
      ['name_taken', 'refuse'],
      ['room_name', 'ticket-{number}'],
    ] as const)
      await app().rocketChat.setAppSetting(id, value);
  });

  test('is not taken over from a stranger who has its name', async () => {
    const body = ticketBody();
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    await app().workspace.createPrivateGroup('mallory', { name: slug });
    const before = app().workspace.snapshot();
    const { status, body: answer } = await app().open(body);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      Result: 'refused',
      Error: { ErrorCode: 'name_taken', ErrorMessage: expect.stringContaining(slug) as string },
    });
    expect(app().workspace.snapshot()).toEqual(before);
  });

  test('is not taken over from a stranger who forged its mark', async () => {
    const real = ticketBody();
    const { body: opened } = await app().open(real);
    const copied = app().workspace.room(opened.Room?.ID ?? '')?.customFields?.otobo as Record<string, unknown>;
    const body = ticketBody();
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    await app().workspace.createPrivateGroup('mallory', {
      name: slug,
      customFields: { otobo: { ...copied, ticketId: body.Ticket.TicketID, ticketNumber: body.Ticket.TicketNumber } },
    });
    const { body: answer } = await app().open(body);
    expect(answer.Error?.ErrorCode).toBe('name_taken');
    expect(app().workspace.members(slug)).toEqual(['mallory']);
  });

  test('takes the next name where the setting says so, and is found under it', async () => {
    await app().rocketChat.setAppSetting('name_taken', 'next');
    const body = ticketBody();
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    await app().workspace.createPrivateGroup('mallory', { name: slug });
    const { body: answer } = await app().open(body);
    expect(answer).toMatchObject({ Result: 'created', Room: { Name: `${slug}-otobo` } });
    expect((await app().open(body)).body).toMatchObject({ Result: 'existing', Room: { ID: answer.Room?.ID } });
    await app().rocketChat.setAppSetting('name_taken', 'refuse');
    expect((await app().open(body)).body).toMatchObject({ Result: 'existing', Room: { ID: answer.Room?.ID } });
  });

  test('is refused when strangers have both names', async () => {
    await app().rocketChat.setAppSetting('name_taken', 'next');
    const body = ticketBody();
    const slug = `ticket-${body.Ticket.TicketNumber}`;
    for (const name of [slug, `${slug}-otobo`]) await app().workspace.createPrivateGroup('mallory', { name });
    expect((await app().open(body)).body.Error?.ErrorCode).toBe('name_taken');
  });

  test("stays the ticket's room when it is renamed, the ticket moves, and the template changes", async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    await app().workspace.renameRoom(opened.Room?.ID ?? '', `burning-${body.Ticket.TicketNumber}`);
    await app().rocketChat.setAppSetting('room_name', 'otobo-{id}');
    const { body: answer } = await app().open({ ...body, Ticket: { ...body.Ticket, Queue: 'Sales', Title: 'Another title' } });
    expect(answer).toMatchObject({ Result: 'repaired', Room: { ID: opened.Room?.ID, Name: `burning-${body.Ticket.TicketNumber}` } });
    expect(answer.Ticket?.DynamicField[0]?.Value).toContain(`/group/burning-${body.Ticket.TicketNumber}`);
  });

  test('is made anew when it was deleted by hand, and the index leads to the new one alone', async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    app().workspace.deleteRoom(opened.Room?.ID ?? '');
    const { body: answer } = await app().open(body);
    expect(answer.Result).toBe('created');
    expect(answer.Room?.ID).not.toBe(opened.Room?.ID);
    const records = app()
      .workspace.persistenceRecords(app().rocketChat.app().id)
      .map(({ data }) => data as Record<string, unknown>);
    const leading = records.filter(({ ticketId, roomId }) => ticketId === body.Ticket.TicketID && roomId !== undefined);
    expect([...new Set(leading.map(({ roomId }) => roomId))]).toEqual([answer.Room?.ID]);
    expect((await app().open(body)).body.Result).toBe('existing');
  });

  test('gets its mark back when somebody wiped it', async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    const marked = app().workspace.room(opened.Room?.ID ?? '')?.customFields;
    app().workspace.saveRoomCustomFields(opened.Room?.ID ?? '', { kept: 'yes' });
    const { body: answer } = await app().open(body);
    expect(answer).toMatchObject({ Result: 'repaired', Actions: [{ Type: 'RestoreMark' }] });
    expect(app().workspace.room(opened.Room?.ID ?? '')?.customFields).toEqual({ kept: 'yes', ...marked });
  });

  test('is refused with the cure when it is archived', async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    app().workspace.setArchived(opened.Room?.ID ?? '', true);
    const { body: answer } = await app().open(body);
    expect(answer).toMatchObject({
      Result: 'refused',
      Error: { ErrorCode: 'room_archived', ErrorMessage: expect.stringContaining('Unarchive') as string },
    });
  });

  test('is made of the template before when the new one makes no name', async () => {
    await app().rocketChat.setAppSetting('room_name', 'case-{number}');
    for (const template of ['room', '{queue}-{number}']) {
      await app().rocketChat.setAppSetting('room_name', template);
      const body = ticketBody();
      const { body: answer } = await app().open(body);
      expect(answer).toMatchObject({ Result: 'created', Room: { Name: `case-${body.Ticket.TicketNumber}` } });
    }
  });

  test('is refused with the cure when the workspace does not allow its name', async () => {
    app().workspace.settings.set('UTF8_Channel_Names_Validation', '[a-z]+');
    const { body: answer } = await app().open(ticketBody());
    app().workspace.settings.set('UTF8_Channel_Names_Validation', '[0-9a-zA-Z-_.]+');
    expect(answer.Error?.ErrorCode).toBe('room_name_invalid');
  });

  test('loses a card that was deleted by hand, and gets one again', async () => {
    const body = ticketBody();
    const { body: opened } = await app().open(body);
    for (const { _id } of cardsIn(app(), app().workspace.room(opened.Room?.ID ?? ''))) app().workspace.deleteMessage('alice', _id);
    app().rocketChat.clock.advance(61_000);
    expect((await app().open(body)).body).toMatchObject({ Result: 'repaired', Actions: [{ Type: 'PostCard' }, { Type: 'WriteLink' }] });
    expect(cardsIn(app(), app().workspace.room(opened.Room?.ID ?? ''))).toHaveLength(1);
    expect((await app().open(body)).body.Result).toBe('existing');
  });

  if (specialCharacters) {
    test("is refused when a stranger's display name is in the way", async () => {
      const body = ticketBody();
      const slug = `ticket-${body.Ticket.TicketNumber}`;
      await app().workspace.createPrivateGroup('mallory', { name: slug });
      await app().workspace.renameRoom(slug, 'something-else');
      const room = app().workspace.room('something-else');
      // The server keeps the display name of a room that is renamed through the database only.
      await app().workspace.bridgeCall('room', 'update', [{ id: room?._id, displayName: slug }, [], app().rocketChat.app().id]);
      const { body: answer } = await app().open(body);
      expect(answer.Error?.ErrorCode).toBe('name_taken');
      expect(roomsOf(app(), slug)).toEqual([]);
    });

    test('leaves no room behind that the server named differently in silence', async () => {
      const body = ticketBody();
      const slug = `ticket-${body.Ticket.TicketNumber}`;
      const created = beforeCreation(app(), () => app().workspace.createPrivateGroup('mallory', { name: slug.replace('-', ' ') }));
      const { body: answer } = await app().open(body);
      expect(await created).toBe(`${slug}-1`);
      expect(answer.Error?.ErrorCode).toBe('name_taken');
      expect(roomsOf(app(), slug)).toEqual([slug]);
      expect(app().workspace.members(slug)).toEqual(['mallory']);
    });

    test('loses its suffixed twin that a crash left behind', async () => {
      const body = ticketBody();
      const slug = `ticket-${body.Ticket.TicketNumber}`;
      const [instance] = app().rocketChat.instances;
      const twin = beforeCreation(
        app(),
        () => app().open(body),
        async () => instance?.killSandbox(),
      );
      const lost = app().open(body);
      expect(await twin).toBe(`${slug}-1`);
      await instance?.ready();
      expect((await lost).status).toBe(500);
      expect(roomsOf(app(), slug)).toEqual([slug, `${slug}-1`]);
      const { body: answer } = await app().open(body);
      expect(answer).toMatchObject({ Result: 'repaired', Room: { Name: slug }, Actions: [{ Type: 'DeleteDuplicate', Name: `${slug}-1` }] });
      expect(roomsOf(app(), slug)).toEqual([slug]);
      expect((await app().open(body)).body.Result).toBe('existing');
    }, 20_000);

    test('is the one in which somebody has already written, if a stranger was faster with the name', async () => {
      const body = ticketBody();
      const slug = `ticket-${body.Ticket.TicketNumber}`;
      const written = beforeCreation(
        app(),
        () => app().workspace.createPrivateGroup('mallory', { name: slug.replace('-', ' ') }),
        (room) => app().workspace.sendMessage('alice', room, 'already here'),
      );
      const { body: answer } = await app().open(body);
      await written;
      expect(answer.Room?.Name).toBe(`${slug}-1`);
      expect(roomsOf(app(), slug)).toEqual([slug, `${slug}-1`]);
      expect((await app().open(body)).body).toMatchObject({ Result: 'existing', Room: { ID: answer.Room?.ID } });
    });
  }
});
