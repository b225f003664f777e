import type { RoomDocument } from '../../playground/rocketchat/workspace/documents';
import { withLinkWorld } from './link-world';

const DAY = 24 * 60 * 60_000;

describe('/otobo add', () => {
  const world = withLinkWorld();
  const linked = async (): Promise<RoomDocument> => {
    const room = await world().room();
    await world().said('alice', `/otobo ticket ${world().ticket().number}`, room);
    return room;
  };
  const members = (room: { readonly _id: string }): string[] => world().app.workspace.members(room._id);

  test('brings somebody into a linked room after a yes, because they can read what was said', async () => {
    const room = await linked();
    expect(await world().said('alice', '/otobo add @carol', room)).toContain('carol can read everything that was said here');
    expect(members(room)).not.toContain('carol');
    expect(await world().click('alice', 'Bring in')).toBe('carol is in the room now.');
    expect(members(room)).toContain('carol');
    expect(await world().said('alice', '/otobo add carol', room)).toBe('carol is in the room already.');
  });

  test('brings somebody into a room without a history at once, and they are never taken out again', async () => {
    const ticket = world().ticket();
    await world().app.rocketChat.setAppSetting('remove_left', true);
    const own = { _id: (await world().app.open({ TicketID: ticket.id })).body.Room?.ID ?? '' };
    expect(await world().said('alice', '/otobo add @erin', own)).toBe('erin is in the room now.');
    await world().app.post('tickets/sync', { TicketID: ticket.id });
    expect(members(own)).toContain('erin');
  });

  test('asks before somebody comes into a room that was opened for the ticket and has been talked in', async () => {
    const own = { _id: (await world().app.open({ TicketID: world().ticket().id })).body.Room?.ID ?? '' };
    await world().app.workspace.sendMessage('alice', own._id, 'It burns.');
    expect(await world().said('alice', '/otobo add @erin', own)).toContain('can read everything');
    expect(members(own)).not.toContain('erin');
  });

  test.each([
    ['nobody', 'Nobody here has the user name "nobody"'],
    ['robot', 'robot cannot be added: that is not a person'],
    ['gone', 'gone cannot be added: the account is disabled'],
    ['ann:far@away.test', 'ann:​far@​away․test cannot be added: the account is of another server'],
    ['refused', 'The server does not let refused into this room'],
  ])('says why %s does not come in', async (username, reason) => {
    const { workspace } = world().app;
    if (!workspace.allUsers().some((user) => user.username === 'robot')) {
      workspace.addUser({ username: 'robot', type: 'bot' });
      workspace.addUser({ username: 'gone', active: false });
      workspace.addUser({ username: 'ann:far@away.test' });
      workspace.addUser({ username: 'refused' });
    }
    const own = (await world().app.open({ TicketID: world().ticket().id })).body.Room;
    workspace.refuseMembers(own?.Name ?? '', ['refused']);
    expect(await world().said('alice', `/otobo add ${username}`, { _id: own?.ID ?? '' })).toContain(reason);
    expect(members({ _id: own?.ID ?? '' })).not.toContain(username);
  });

  test('is for members with the right, in rooms of tickets', async () => {
    const room = await linked();
    await world().app.workspace.invite('dave', room._id);
    expect(await world().said('dave', '/otobo add @carol', room)).toContain('does not give you the right');
    expect(await world().said('carol', '/otobo add @carol', room)).toContain('for members of the room');
    expect(await world().said('alice', '/otobo add @carol', await world().room())).toContain('belongs to no ticket');
    expect(members(room)).not.toContain('carol');
  });

  test('is refused in a direct room', async () => {
    const direct = await world().app.workspace.openDirectRoom('alice', 'bob');
    await world().said('alice', `/otobo ticket ${world().ticket().number}`, direct);
    expect(await world().said('alice', '/otobo add @carol', direct)).toContain('Nobody can be added to a direct conversation');
    expect(members(direct)).toEqual(['alice', 'bob']);
  });

  test('does once what is clicked twice at one moment', async () => {
    const room = await linked();
    await world().said('alice', '/otobo add @erin', room);
    const { ephemeral } = world().app.workspace;
    const { length } = ephemeral;
    await Promise.all([world().click('alice', 'Bring in'), world().click('alice', 'Bring in')]);
    const told = ephemeral.slice(length).map(({ message }) => message.msg);
    expect(told).toHaveLength(2);
    expect(told).toContain('erin is in the room now.');
    expect(told).toContainEqual(expect.stringContaining('This question is settled already'));
    expect(
      world()
        .app.workspace.messages(room._id)
        .filter(({ t }) => t === 'uj'),
    ).toHaveLength(1);
  });

  test('is answered by nobody else than who was asked, not after a day, and not by who has lost the right', async () => {
    const room = await linked();
    await world().said('alice', '/otobo add @carol', room);
    expect(await world().click('alice', 'Bring in', 'bob')).toContain('Only who was asked may answer');
    const bob = world().otobo.helpdesk.agent('bob');
    await world().said('bob', '/otobo add @carol', room);
    Object.assign(bob, { rights: { Support: ['ro'] } });
    expect(await world().click('bob', 'Bring in')).toContain('does not give you the right');
    Object.assign(bob, { rights: { Support: ['rw'], Management: ['rw'] } });
    expect(await world().click('bob', 'Bring in', 'bob')).toContain('settled already');
    world().app.rocketChat.clock.advance(DAY);
    expect(await world().click('alice', 'Bring in')).toContain('more than a day old');
    expect(await world().click('alice', 'Bring in')).toContain('settled already');
    expect(members(room)).not.toContain('carol');
  });

  test('is dropped by a no', async () => {
    const room = await linked();
    await world().said('alice', '/otobo add @carol', room);
    expect(await world().click('alice', 'Cancel')).toBe('Nothing was done.');
    expect(await world().click('alice', 'Bring in')).toContain('settled already');
    expect(members(room)).not.toContain('carol');
  });
});

describe('/otobo open', () => {
  const world = withLinkWorld();
  const here = { _id: 'GENERAL' };

  test("opens the ticket's room with the people whom OTOBO names, and stores the link in the ticket", async () => {
    const ticket = world().ticket();
    const answer = await world().said('alice', `/otobo open ${ticket.number}`, here);
    const room = world().app.workspace.room(`ticket-${ticket.number}`);
    expect(answer).toContain(
      `Ticket#${ticket.number} has a room now.\n[Go to the room](${world().app.rocketChat.url}/group/ticket-${ticket.number})`,
    );
    expect(answer).toContain('Came in: alice, bob');
    expect(world().app.workspace.members(room?._id ?? '')).toEqual(['alice', 'bob']);
    expect(world().roomInOtobo(ticket).id).toBe(room?._id);
    expect(await world().said('bob', `/otobo open ${ticket.number}`, here)).toContain('has its room already');
  });

  test('tells who is not in the room who can let them in, and who is missing', async () => {
    const ticket = world().ticket();
    world().otobo.helpdesk.set(ticket, 'responsible', 'root@localhost', { by: world().otobo.helpdesk.agent('alice') });
    const answer = await world().said('carol', `/otobo open ${ticket.number}`, here);
    expect(answer).toContain('You are not in it. alice can let you in');
    expect(answer).toContain('`/otobo add @carol`');
    expect(answer).not.toContain('/group/');
    expect(answer).toContain('not in this room: Admin OTOBO');
  });

  test('leads to the linked room of a ticket that has one', async () => {
    const [ticket, room] = [world().ticket(), await world().room()];
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    expect(await world().said('bob', `/otobo open ${ticket.number}`, here)).toContain(`/group/${room.name ?? ''}`);
    expect(world().app.workspace.room(`ticket-${ticket.number}`)).toBeUndefined();
  });

  test('may make who asks the owner, where owner and responsible have no account', async () => {
    const ticket = world().ticket();
    const by = world().otobo.helpdesk.agent('alice');
    for (const field of ['owner', 'responsible'] as const) world().otobo.helpdesk.set(ticket, field, 'root@localhost', { by });
    await world().said('carol', `/otobo open ${ticket.number}`, here);
    expect(world().app.workspace.room(`ticket-${ticket.number}`)?.u?.username).toBe('carol');
  });

  test('needs the right to change the ticket, and an OTOBO that answers', async () => {
    const ticket = world().ticket();
    expect(await world().said('dave', `/otobo open ${ticket.number}`, here)).toContain('does not give you the right "rw"');
    world().otobo.away = true;
    expect(await world().said('alice', `/otobo open ${ticket.number}`, here)).toContain('OTOBO cannot be reached');
    world().otobo.away = false;
    expect(world().app.workspace.room(`ticket-${ticket.number}`)).toBeUndefined();
  });
});

describe('/otobo sync', () => {
  const world = withLinkWorld();

  test('brings the room into step for an admin, and says what was done', async () => {
    const ticket = world().ticket();
    const own = { _id: (await world().app.open({ TicketID: ticket.id })).body.Room?.ID ?? '' };
    world().app.workspace.updateUser('erin', { roles: ['user', 'admin'] });
    expect(await world().said('erin', '/otobo sync', own)).toBe('The room is in step with its ticket: nothing had to be changed.');
    world().otobo.helpdesk.set(ticket, 'owner', 'carol', { by: world().otobo.helpdesk.agent('alice') });
    const answer = await world().said('erin', '/otobo sync', own);
    expect(answer).toContain('Done:\n> brought in: carol');
    expect(world().app.workspace.members(own._id)).toContain('carol');
  });

  test('and /otobo add change nothing while OTOBO is away, and say so', async () => {
    const own = { _id: (await world().app.open({ TicketID: world().ticket().id })).body.Room?.ID ?? '' };
    world().app.workspace.updateUser('erin', { roles: ['user', 'admin'] });
    const before = world().app.workspace.members(own._id);
    world().otobo.away = true;
    const told = [await world().said('erin', '/otobo sync', own), await world().said('alice', '/otobo add @dave', own)];
    world().otobo.away = false;
    expect(told).toEqual([1, 2].map(() => expect.stringContaining('OTOBO cannot be reached') as string));
    expect(world().app.workspace.members(own._id)).toEqual(before);
  });

  test('is for admins, in rooms of tickets', async () => {
    const own = { _id: (await world().app.open({ TicketID: world().ticket().id })).body.Room?.ID ?? '' };
    expect(await world().said('alice', '/otobo sync', own)).toContain('for admins of the app');
    world().app.workspace.updateUser('erin', { roles: ['user', 'admin'] });
    expect(await world().said('erin', '/otobo sync', await world().room())).toContain('belongs to no ticket');
  });
});
