import type { Ticket } from '../../playground/otobo/records';
import type { RoomDocument } from '../../playground/rocketchat/workspace/documents';
import { LinkWorld } from './link-world';

/** A world with an admin, who is nobody in OTOBO, and a room to type in. */
async function started(
  options: Parameters<typeof LinkWorld.start>[0] = {},
): Promise<{ readonly world: LinkWorld; readonly desk: RoomDocument }> {
  const world = await LinkWorld.start(options);
  const { workspace } = world.app;
  workspace.addUser({ username: 'root', name: 'root', roles: ['user', 'admin'] });
  await workspace.idle();
  await world.app.rocketChat.setAppSetting('adopt_prefix', 'otobo_');
  return { world, desk: await workspace.createPrivateGroup('root', { name: 'desk' }) };
}

/** The ticket's own room, talked in, with a field of somebody else's. */
async function openedRoom({ app }: LinkWorld, ticket: Ticket): Promise<RoomDocument> {
  const { Room } = (await app.open({ TicketID: ticket.id })).body;
  const room = app.workspace.room(Room?.ID ?? '');
  if (!room) throw new Error('The room was not opened.');
  await app.workspace.sendMessage('alice', room._id, 'It burns.');
  app.workspace.saveRoomCustomFields(room._id, { ...room.customFields, colour: 'red' });
  await app.workspace.idle();
  return room;
}

async function reinstall(world: LinkWorld): Promise<void> {
  await world.app.reinstall();
  await world.connect();
  await world.app.rocketChat.setAppSetting('adopt_prefix', 'otobo_');
}

const plain = (text: string): string => text.replaceAll('\u200B', '');

describe('after the app was installed anew', () => {
  let world: LinkWorld;
  let desk: RoomDocument;
  beforeAll(async () => {
    ({ world, desk } = await started());
  }, 60_000);
  afterAll(() => world.stop());

  test('a room of its own is a stranger’s, until an admin has said yes; then it is the ticket’s as before', async () => {
    const { app } = world;
    const ticket = world.ticket();
    const room = await openedRoom(world, ticket);
    const members = app.workspace.members(room._id);
    await reinstall(world);
    expect((await app.open({ TicketID: ticket.id })).body).toMatchObject({ Result: 'refused', Error: { ErrorCode: 'name_taken' } });

    const listed = plain(await world.said('root', '/otobo sync adopt', desk));
    expect(listed).toContain(`Ticket#${ticket.number}: ticket-${ticket.number}, made by alice, ${members.length} members`);
    expect(listed).toContain('Its mark is not from this installation of the app.');
    expect((await app.open({ TicketID: ticket.id })).body.Result).toBe('refused');

    expect(plain(await world.click('root', 'Take it over'))).toContain(`Ticket#${ticket.number}: taken over.\n`);
    expect(app.workspace.members(room._id)).toEqual(members);
    expect(app.workspace.room(room._id)?.customFields).toMatchObject({ colour: 'red', otobo: { ticketId: String(ticket.id) } });
    expect(app.workspace.room(room._id)?.customFields?.otobo).not.toEqual(room.customFields?.otobo);
    expect(world.cards(room)).toBe(1);
    expect(world.roomInOtobo(ticket)).toMatchObject({ id: room._id });
    // OTOBO has changed the ticket since, by taking the link: that is remembered, and no more.
    const opened = (await app.open({ TicketID: ticket.id })).body;
    expect([opened.Room?.ID, opened.Actions?.map(({ Type }) => Type)]).toEqual([room._id, ['RememberTold']]);
    expect((await app.open({ TicketID: ticket.id })).body.Result).toBe('existing');
    expect(await world.said('root', '/otobo sync adopt', desk)).toContain('no room to take over');
  }, 60_000);

  test('nobody but an admin is shown such rooms', async () => {
    const room = await openedRoom(world, world.ticket());
    await reinstall(world);
    expect(await world.said('alice', '/otobo sync adopt', room)).toContain('This is for admins of the app.');
  }, 60_000);

  test('a no leaves everything as it was', async () => {
    const ticket = world.ticket();
    const room = await world.app.workspace.createPrivateGroup('alice', { name: `ticket-${ticket.number}` });
    const before = [world.inner(room), world.reservations()];
    await world.said('root', `/otobo sync adopt ${ticket.number}`, desk);
    expect(await world.click('root', 'Cancel')).toBe('Nothing was done.');
    expect([world.inner(room), world.reservations()]).toEqual(before);
  });
});

describe('a group of the predecessor', () => {
  let world: LinkWorld;
  let desk: RoomDocument;
  beforeAll(async () => {
    ({ world, desk } = await started({ instances: 2 }));
  }, 60_000);
  afterAll(() => world.stop());

  const group = async (ticket: Ticket): Promise<RoomDocument> => {
    const made = await world.app.workspace.createPrivateGroup('alice', { name: `otobo_${ticket.id}`, members: ['bob', 'erin'] });
    await world.app.workspace.sendMessage('bob', made._id, 'From before.');
    return made;
  };

  test('becomes the ticket’s room under its own name, with a card, and with everybody who is in it', async () => {
    const { app } = world;
    const ticket = world.ticket();
    const room = await group(ticket);
    await app.rocketChat.setAppSetting('remove_left', true);
    expect(plain(await world.said('root', `/otobo sync adopt ${ticket.number}`, desk))).toContain(
      'It has the name of a group of the predecessor.',
    );
    await world.click('root', 'Take it over');
    expect([world.cards(room), world.roomInOtobo(ticket).id]).toEqual([1, room._id]);
    expect((await app.open({ TicketID: ticket.id })).body.Room?.ID).toBe(room._id);
    expect(app.workspace.room(`ticket-${ticket.number}`)).toBeUndefined();
    expect(app.workspace.members(room._id)).toEqual(expect.arrayContaining(['alice', 'bob', 'erin']));
    expect(await world.said('alice', '/otobo note all is well', room)).toContain(`Noted in Ticket`);
  });

  test('that two admins take over at one moment, while the ticket is opened, stays the only room', async () => {
    const { app } = world;
    app.workspace.addUser({ username: 'boss', name: 'boss', roles: ['user', 'admin'] });
    await app.workspace.idle();
    for (let round = 0; round < 3; round += 1) {
      const ticket = world.ticket();
      const room = await group(ticket);
      await world.said('root', `/otobo sync adopt ${ticket.number}`, desk);
      await world.said('boss', `/otobo sync adopt ${ticket.number}`, desk);
      const [said, , opened] = await Promise.all([
        world.click('root', 'Take it over'),
        world.click('boss', 'Take it over'),
        app.open({ TicketID: ticket.id }),
      ]);
      expect(plain(said)).toContain(`Ticket#${ticket.number}: `);
      const own = app.workspace.room(`ticket-${ticket.number}`);
      const of = world.reservations().filter((record) => (record as { ticketId: string }).ticketId === String(ticket.id));
      expect(of).toHaveLength(1);
      const taken = (of[0] as { roomId: string }).roomId;
      expect([room._id, own?._id]).toContain(taken);
      expect(opened.body.Room?.ID).toBe(taken);
      expect(world.cards(room) + (own ? world.cards(own) : 0)).toBe(1);
    }
  }, 60_000);
});

describe('a sandbox that dies while a room is taken over', () => {
  let world: LinkWorld;
  let desk: RoomDocument;
  beforeAll(async () => {
    ({ world, desk } = await started({ runtimeTimeoutMs: 2_000 }));
  }, 60_000);
  afterAll(() => world.stop());

  test('after any of its calls, leaves nothing that repeating it does not make good', async () => {
    const { app } = world;
    const [instance] = app.rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const listed = async (): Promise<{ ticket: Ticket; room: RoomDocument }> => {
      const ticket = world.ticket();
      const room = await app.workspace.createPrivateGroup('alice', { name: `otobo_${ticket.id}`, members: ['bob'] });
      await world.said('root', `/otobo sync adopt ${ticket.number}`, desk);
      return { ticket, room };
    };
    await listed();
    await world.click('root', 'Take it over');
    await listed();
    const trace = await instance.trace();
    await world.click('root', 'Take it over');
    const calls = await trace.stop();
    expect(calls.length).toBeGreaterThan(20);

    // Every third call: those between them mostly read, and the use case's own test dies after each write.
    for (let k = 1; k <= calls.length; k += 3) {
      const { ticket, room } = await listed();
      const kill = await instance.killAfterCall(k);
      const clicked = world.click('root', 'Take it over').catch(() => '');
      await Promise.race([kill.happened, clicked]);
      await kill.disarm();
      await clicked;
      await instance.ready();
      app.rocketChat.clock.advance(180_000);
      await app.atRest();
      const again = await world.said('root', `/otobo sync adopt ${ticket.number}`, desk);
      if (!again.includes('no room to take over')) await world.click('root', 'Take it over');
      const opened = (await app.open({ TicketID: ticket.id })).body;
      expect([k, opened.Room?.ID, world.cards(room), app.workspace.room(`ticket-${ticket.number}`)]).toEqual([k, room._id, 1, undefined]);
      expect(app.workspace.room(room._id)?.customFields?.otobo).toMatchObject({ ticketId: String(ticket.id) });
    }
  }, 400_000);
});
