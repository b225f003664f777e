import type { RoomDocument } from '../../playground/rocketchat/workspace/documents';
import { type LinkWorld, withLinkWorld } from './link-world';

const HIDDEN = 'OTOBO has no such ticket, or you may not see it.';

describe('/otobo ticket', () => {
  const world = withLinkWorld();
  const urlOf = (room: RoomDocument, kind: string): string => `${world().app.rocketChat.url}/${kind}/${room.name ?? room._id}`;

  test('alone asks in a dialog for the ticket of a room that belongs to none, and shows the ticket of one that does', async () => {
    const room = await world().room();
    expect(await world().said('alice', '/otobo ticket', room)).toBe('');
    expect(JSON.stringify(world().app.rocketChat.openViews('alice'))).toContain('Link this room to a ticket');
    const ticket = world().ticket();
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    expect(await world().said('alice', '/otobo ticket', room)).toContain(`[Ticket#${ticket.number}]`);
  });

  test.each<[string, (at: LinkWorld) => Promise<RoomDocument>, string]>([
    ['a private room', (at) => at.room(), 'group'],
    ['a direct room', (at) => at.app.workspace.openDirectRoom('alice', 'bob'), 'direct'],
    ['a direct room of three', (at) => at.app.workspace.openDirectRoom('alice', 'bob', 'carol'), 'direct'],
    ['a discussion of a private room', async (at) => at.app.workspace.startDiscussion('alice', (await at.room())._id, 'Printers'), 'group'],
  ])('links %s: card in the room, link in the ticket, and nothing else is changed', async (_what, make, kind) => {
    const room = await make(world());
    const before = world().inner(room);
    const ticket = world().ticket();
    expect(await world().said('alice', `/otobo ticket ${ticket.number}`, room)).toBe(
      `This room is linked to Ticket#${ticket.number} now. \`/otobo unlink\` undoes that.`,
    );
    expect(world().cards(room)).toBe(1);
    expect(world().inner(room)).toEqual(before);
    expect(world().roomInOtobo(ticket)).toEqual({ id: room._id, url: urlOf(room, kind) });
  });

  test('in a thread links the room, and says so in the thread', async () => {
    const room = await world().room();
    const [message] = world().app.workspace.messages(room._id);
    const [told] = await world().type('alice', `/otobo ticket ${world().ticket().number}`, room, message?._id);
    expect(told).toMatchObject({ threadId: message?._id, text: expect.stringContaining('A thread cannot be linked by itself') as string });
    expect(world().cards(room)).toBe(1);
  });

  test('twice says that it is linked, and posts no second card', async () => {
    const room = await world().room();
    const { number } = world().ticket();
    await world().said('alice', `/otobo ticket ${number}`, room);
    expect(await world().said('bob', `/otobo ticket #${number}`, room)).toContain(`is linked to Ticket#${number} already`);
    expect(world().cards(room)).toBe(1);
  });

  test.each<[string, (at: LinkWorld) => Promise<RoomDocument>]>([
    ['a channel', (at) => at.channel()],
    ['a discussion of a channel', async (at) => at.app.workspace.startDiscussion('alice', (await at.channel())._id, 'Printers')],
  ])('asks before %s is linked, because everybody can read it', async (_what, make) => {
    const room = await make(world());
    const ticket = world().ticket();
    expect(await world().said('alice', `/otobo ticket ${ticket.number}`, room)).toContain(
      'People who are not in this room can read it too',
    );
    expect(world().cards(room)).toBe(0);
    expect(await world().click('alice', 'Link it')).toContain(`linked to Ticket#${ticket.number} now`);
    expect(world().cards(room)).toBe(1);
    expect(world().roomInOtobo(ticket)).toEqual({ id: room._id, url: urlOf(room, 'channel') });
  });

  test.each<[string, (at: LinkWorld) => Promise<RoomDocument>, string]>([
    [
      'an encrypted room',
      async (at) => {
        const room = await at.room();
        at.app.workspace.setEncrypted(room._id, true);
        return room;
      },
      'This room is encrypted',
    ],
    [
      'an archived room',
      async (at) => {
        const room = await at.room();
        at.app.workspace.setArchived(room._id, true);
        return room;
      },
      'This room is archived',
    ],
    [
      'a room of several servers',
      async (at) => {
        const room = await at.room();
        at.app.workspace.federate(room._id);
        return room;
      },
      'This room is shared with other servers',
    ],
    [
      'a conversation with a visitor',
      (at) => Promise.resolve(at.app.workspace.addVisitorRoom('alice', 'Vera')),
      'conversation with a visitor',
    ],
  ])('refuses %s with the reason, and does nothing', async (_what, make, reason) => {
    const room = await make(world());
    const ticket = world().ticket();
    const reserved = world().reservations();
    const { length } = world().app.workspace.messages(room._id);
    expect(await world().said('alice', `/otobo ticket ${ticket.number}`, room)).toContain(reason);
    expect(world().reservations()).toEqual(reserved);
    expect(world().app.workspace.messages(room._id)).toHaveLength(length);
    expect(world().roomInOtobo(ticket)).toEqual({});
  });

  test('refuses a room of another ticket, which is named only to those who may see it', async () => {
    const room = await world().room(['bob', 'carol']);
    const [secret, other] = [world().ticket('Management'), world().ticket()];
    await world().said('alice', `/otobo ticket ${secret.number}`, room);
    expect(await world().said('bob', `/otobo ticket ${other.number}`, room)).toContain(`is linked to Ticket#${secret.number} already`);
    const hidden = await world().said('carol', `/otobo ticket ${other.number}`, room);
    expect(hidden).toContain('is linked to another ticket that you may not see already');
    expect(hidden).not.toContain(secret.number);
    expect(world().roomInOtobo(other)).toEqual({});
  });

  test('refuses a ticket that has another room, which is named only to its members', async () => {
    const [room, other] = [await world().room(['bob']), await world().room(['bob', 'carol'])];
    const { number } = world().ticket();
    await world().said('alice', `/otobo ticket ${number}`, room);
    expect(await world().said('bob', `/otobo ticket ${number}`, other)).toContain(
      `linked to the room ${room.name ?? ''} already. To move it`,
    );
    const hidden = await world().said('carol', `/otobo ticket ${number}`, other);
    expect(hidden).toContain('linked to a room that you are not in already');
    expect(hidden).not.toContain(room.name);
    expect(world().cards(other)).toBe(0);
  });

  test("refuses a ticket whose own room was opened, and that room for another ticket; for its own it says that it is the ticket's", async () => {
    const [mine, other] = [world().ticket(), world().ticket()];
    const { body } = await world().app.open({ TicketID: mine.id });
    const own = { _id: body.Room?.ID ?? '' };
    const room = await world().room(['carol']);
    expect(await world().said('alice', `/otobo ticket ${mine.number}`, room)).toContain(`has a room of its own: ticket-${mine.number}`);
    expect(await world().said('carol', `/otobo ticket ${mine.number}`, room)).toContain('has a room of its own. A ticket has one room');
    expect(await world().said('alice', `/otobo ticket ${other.number}`, own)).toContain(
      `was opened for Ticket#${mine.number} and stays its room`,
    );
    expect(await world().said('alice', `/otobo ticket ${mine.number}`, own)).toContain(
      `the room that was opened for Ticket#${mine.number}`,
    );
    expect(world().cards(room)).toBe(0);
    expect(world().cards(own)).toBe(1);
  });

  test('tells who may not see a ticket no more than that there may be none', async () => {
    const room = await world().room(['carol', 'dave']);
    const secret = world().ticket('Management');
    const unknown = await world().said('carol', '/otobo ticket 2026112399999999', room);
    expect(unknown).toBe(HIDDEN);
    expect(await world().said('carol', `/otobo ticket ${secret.number}`, room)).toBe(unknown);
    expect(await world().said('dave', `/otobo ticket ${world().ticket().number}`, room)).toContain('does not give you the right "rw"');
    expect(await world().said('dave', `/otobo open ${secret.number}`, room)).toBe(HIDDEN);
    expect(world().cards(room)).toBe(0);
  });

  test('wants members only', async () => {
    const channel = await world().channel();
    expect(await world().said('bob', `/otobo ticket ${world().ticket().number}`, channel)).toContain('for members of the room');
  });

  test('while OTOBO is away is refused, and nothing is half linked', async () => {
    const room = await world().room();
    const ticket = world().ticket();
    const reserved = world().reservations();
    world().otobo.away = true;
    expect(await world().said('alice', `/otobo ticket ${ticket.number}`, room)).toContain('OTOBO cannot be reached');
    world().otobo.away = false;
    expect(world().reservations()).toEqual(reserved);
    expect(world().cards(room)).toBe(0);
  });
});

describe('a linked room', () => {
  const world = withLinkWorld();

  test('is what OTOBO is told when it opens or syncs the ticket, and nobody comes in or goes', async () => {
    const room = await world().room(['bob']);
    const ticket = world().ticket();
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    const before = [world().inner(room), world().app.workspace.messages(room._id).length, world().reservations()];
    const people = ['alice', 'carol'].map((login) => ({
      Login: login,
      Email: `${login}@helpdesk.test`,
      Name: login,
      Type: 'Agent',
      Roles: ['Owner'],
    }));
    const body = { Ticket: { TicketID: ticket.id, TicketNumber: ticket.number, Title: ticket.title }, People: people, PeopleComplete: 1 };
    const opened = await world().app.open(body);
    // That carol is an agent, too, is noted.
    expect(opened.body).toMatchObject({
      Result: 'repaired',
      Room: { ID: room._id, Name: room.name },
      Actions: [{ Type: 'RememberTold' }],
    });
    expect(opened.body.Members).toMatchObject({
      Present: [{ Username: 'alice' }],
      Unresolved: [{ Username: 'carol', Reason: 'not_in_room' }],
    });
    expect(opened.body.Ticket?.DynamicField).toContainEqual({ Name: 'RocketChatRoomID', Value: room._id });
    // When the link was written into the ticket, the time of its last change moved on: the first sync may note that.
    await world().app.post('tickets/sync', body);
    expect((await world().app.post('tickets/sync', body)).body).toMatchObject({ Result: 'existing', Room: { ID: room._id }, Actions: [] });
    expect([world().inner(room), world().app.workspace.messages(room._id).length, world().reservations()]).toEqual(before);
  });

  test('that has become encrypted is named with the reason, and left alone', async () => {
    const room = await world().room();
    const ticket = world().ticket();
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    world().app.workspace.setEncrypted(room._id, true);
    const { body } = await world().app.open({ TicketID: ticket.id });
    expect(body).toMatchObject({ Result: 'refused', Error: { ErrorCode: 'room_unsuitable' } });
    expect(body.Error?.ErrorMessage).toContain('This room is encrypted');
    expect(world().app.workspace.room(`ticket-${ticket.number}`)).toBeUndefined();
  });

  test('that is gone makes way for a room of its own', async () => {
    const room = await world().room();
    const ticket = world().ticket();
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    world().app.workspace.deleteRoom(room._id);
    expect((await world().app.open({ TicketID: ticket.id })).body).toMatchObject({ Result: 'created' });
  });

  test('is unlinked by a member with the right: card and ticket say so, and it can be linked again', async () => {
    const room = await world().room(['bob', 'dave']);
    const ticket = world().ticket();
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    expect(await world().said('dave', '/otobo unlink', room)).toContain('does not give you the right');
    expect(world().cards(room)).toBe(1);
    expect(await world().said('bob', '/otobo unlink', room)).toBe(
      `This room is not linked to Ticket#${ticket.number} any more. What was said stays. \`/otobo ticket ${ticket.number}\` links it again.`,
    );
    expect(world().cards(room)).toBe(0);
    expect(world().app.workspace.messages(room._id).at(-1)?.msg).toContain(`bob unlinked this room from Ticket#${ticket.number}`);
    expect(world().roomInOtobo(ticket)).toEqual({});
    expect(await world().said('bob', '/otobo unlink', room)).toContain('This room belongs to no ticket');
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    expect(world().cards(room)).toBe(1);
    expect(world().roomInOtobo(ticket)).toMatchObject({ id: room._id });
  });

  test('stays linked while OTOBO is away and cannot say who may unlink it', async () => {
    const [ticket, room] = [world().ticket(), await world().room()];
    await world().said('alice', `/otobo ticket ${ticket.number}`, room);
    world().otobo.away = true;
    expect(await world().said('alice', '/otobo unlink', room)).toContain('OTOBO cannot be reached');
    world().otobo.away = false;
    expect([world().cards(room), world().roomInOtobo(ticket).id]).toEqual([1, room._id]);
  });

  test('cannot be unlinked when it was opened for the ticket', async () => {
    const ticket = world().ticket();
    const { body } = await world().app.open({ TicketID: ticket.id });
    const own = { _id: body.Room?.ID ?? '' };
    expect(await world().said('alice', '/otobo unlink', own)).toContain(`was opened for Ticket#${ticket.number} and cannot be unlinked`);
    expect((await world().app.open({ TicketID: ticket.id })).body).toMatchObject({ Result: 'existing', Room: { ID: own._id } });
  });
});
