import { Signal } from '../signal';
import { LinkWorld } from './link-world';

describe('on two instances', () => {
  let world: LinkWorld;
  beforeAll(async () => {
    world = await LinkWorld.start({ instances: 2 });
  }, 60_000);
  afterAll(() => world.stop());

  const rooms = async (count: number): Promise<{ _id: string }[]> => {
    const made: { _id: string }[] = [];
    for (let at = 0; at < count; at += 1) made.push(await world.room());
    return made;
  };

  test('of two rooms that are linked to one ticket at one moment one wins, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = world.ticket();
      const [blue, red] = await rooms(2);
      if (!blue || !red) throw new Error('There are two rooms.');
      await Promise.all([
        world.app.rocketChat.runCommand({ username: 'alice', roomId: blue._id, text: `/otobo ticket ${ticket.number}` }),
        world.app.rocketChat.runCommand({ username: 'bob', roomId: red._id, text: `/otobo ticket ${ticket.number}` }),
      ]);
      const told = world.app.workspace.ephemeral.slice(-2).map(({ message }) => message.msg);
      expect(told.filter((text) => text.includes('is linked to Ticket'))).toHaveLength(1);
      expect(told.filter((text) => /The ticket is linked to|Somebody else is linking/.test(text))).toHaveLength(1);
      expect([world.cards(blue) + world.cards(red), world.reservations().length]).toEqual([1, round + 1]);
    }
  }, 60_000);

  test('of a room that is linked and a ticket that is opened at one moment one wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = world.ticket();
      const [room] = await rooms(1);
      if (!room) throw new Error('There is a room.');
      const [, opened] = await Promise.all([
        world.app.rocketChat.runCommand({ username: 'alice', roomId: room._id, text: `/otobo ticket ${ticket.number}` }),
        world.app.open({ TicketID: ticket.id }, round % 2),
      ]);
      const linked = world.cards(room) === 1;
      const own = world.app.workspace.room(`ticket-${ticket.number}`);
      expect([linked, own !== undefined]).toEqual([linked, !linked]);
      expect(opened.body.Room?.ID ?? opened.body.Error?.ErrorCode).toBe(linked ? room._id : own?._id);
      expect(world.reservations().filter((record) => (record as { ticketId: string }).ticketId === String(ticket.id))).toHaveLength(1);
    }
  }, 60_000);
});

describe('an opening whose room is made while another room is being linked', () => {
  let world: LinkWorld;
  beforeAll(async () => {
    world = await LinkWorld.start({ instances: 2 });
  }, 60_000);
  afterAll(() => world.stop());

  test('waits for the link, takes its room back, and answers with the linked one', async () => {
    const { workspace } = world.app;
    const [ticket, room] = [world.ticket(), await world.room()];
    const slug = `ticket-${ticket.number}`;
    const [checked, linking] = [new Signal(), new Signal()];
    // The opening has found neither a claim nor a room. Before its room is made, the link has found no room, either.
    workspace.hooks.betweenNameCheckAndInsert = () => {
      checked.give();
      return linking.given;
    };
    const original = workspace.bridgeCall.bind(workspace);
    workspace.bridgeCall = async (bridge, method, args) => {
      if (bridge === 'message' && method === 'create') {
        linking.give();
        while (!workspace.room(slug)) await new Promise(setImmediate);
      }
      return original(bridge, method, args);
    };
    const opening = world.app.open({ TicketID: ticket.id });
    await checked.given;
    await world.app.rocketChat.runCommand({ username: 'alice', roomId: room._id, text: `/otobo ticket ${ticket.number}` });
    const { body } = await opening;
    workspace.bridgeCall = original;
    delete workspace.hooks.betweenNameCheckAndInsert;
    expect(body).toMatchObject({ Result: 'existing', Room: { ID: room._id } });
    expect(workspace.room(slug)).toBeUndefined();
    expect([world.cards(room), world.roomInOtobo(ticket).id]).toEqual([1, room._id]);
  }, 30_000);
});

describe('a sandbox that dies while a room is linked', () => {
  let world: LinkWorld;
  beforeAll(async () => {
    world = await LinkWorld.start({ runtimeTimeoutMs: 2_000 });
  }, 60_000);
  afterAll(() => world.stop());

  const MINUTE = 60_000;
  const linkDying = async (
    afterCall: number,
  ): Promise<{ died: boolean; ticket: ReturnType<LinkWorld['ticket']>; room: { _id: string } }> => {
    const [ticket, room] = [world.ticket(), await world.room()];
    const [instance] = world.app.rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const kill = await instance.killAfterCall(afterCall);
    await world.app.rocketChat
      .runCommand({ username: 'alice', roomId: room._id, text: `/otobo ticket ${ticket.number}` })
      .catch(() => undefined);
    await kill.disarm();
    const died = await kill.happened;
    await instance.ready();
    return { died, ticket, room };
  };

  test('after any of its calls leaves nothing that trying again, some minutes later, does not put right', async () => {
    for (let call = 1, died = true; died; call += 1) {
      const dying = await linkDying(call);
      died = dying.died;
      // A claim that nobody lives for lapses, and what the outbox holds is delivered.
      for (let minute = 0; minute < 3; minute += 1) {
        world.app.rocketChat.clock.advance(MINUTE);
        await world.app.atRest();
      }
      const { ticket, room } = dying;
      // OTOBO knows of what is linked by then, and of nothing else; a claim is no link.
      const linked = world
        .reservations()
        .some((record) => 'cardId' in (record as object) && (record as { ticketId: string }).ticketId === String(ticket.id));
      expect([call, world.roomInOtobo(ticket).id]).toEqual([call, linked ? room._id : undefined]);
      expect([call, await world.said('alice', `/otobo ticket ${ticket.number}`, room)]).toEqual([
        call,
        expect.stringContaining('is linked to'),
      ]);
      const records = world.reservations().filter((record) => (record as { ticketId: string }).ticketId === String(ticket.id));
      expect([call, records]).toEqual([call, [expect.objectContaining({ roomId: room._id, origin: 'linked' })]]);
      expect([call, world.roomInOtobo(ticket).id]).toEqual([call, room._id]);
      expect(call).toBeLessThan(100);
    }
  }, 240_000);
});

describe('an OTOBO that goes away right after it has granted the right', () => {
  let world: LinkWorld;
  beforeAll(async () => {
    world = await LinkWorld.start();
  }, 60_000);
  afterAll(() => world.stop());

  test('learns of the room when it is back', async () => {
    const [ticket, room] = [world.ticket(), await world.room()];
    // The card is posted when all of OTOBO's answers are there, and nothing has been written.
    const original = world.app.workspace.bridgeCall.bind(world.app.workspace);
    world.app.workspace.bridgeCall = (bridge, method, args) => {
      if (bridge === 'message' && method === 'create') world.otobo.away = true;
      return original(bridge, method, args);
    };
    const told = await world.said('alice', `/otobo ticket ${ticket.number}`, room);
    world.app.workspace.bridgeCall = original;
    expect(told).toContain('is linked to');
    expect(told).toContain('The app cannot hand the link to the room to OTOBO right now');
    expect(world.roomInOtobo(ticket)).toEqual({});
    world.otobo.away = false;
    for (let minute = 0; minute < 3; minute += 1) {
      world.app.rocketChat.clock.advance(60_000);
      await world.app.atRest();
    }
    expect(world.roomInOtobo(ticket).id).toBe(room._id);
  }, 60_000);
});
