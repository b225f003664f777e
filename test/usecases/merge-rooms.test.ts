import { isLive } from '../../src/domain/claim';
import type { Closing } from '../../src/domain/closing';
import { isOurMark } from '../../src/domain/mark';
import type { Told } from '../../src/domain/told';
import { openRoom } from '../../src/usecases/open-room';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { ticketOfRoom } from '../../src/usecases/ticket-of-room';
import { Crash, type FakeRoom } from './fake-chat';
import { MERGED, MergeWorld, SURVIVOR } from './merge-world';
import { ALICE, BOB, POLICY, request } from './requests';
import { RULES } from './writing-world';

const told = (roomId: string): Told => ({
  ticketId: MERGED.id,
  ticketNumber: MERGED.number,
  roomId,
  fields: { title: MERGED.title },
  agents: [],
});

const numbersOn = ({ messages }: FakeRoom): (string | undefined)[] =>
  [...messages.values()].flatMap((card) => (card ? [card.ticket.number] : []));

/** Who died in a turn keeps others waiting for two minutes; OTOBO repeats then. */
function unlessBusy(error: unknown): void {
  expect(error).toMatchObject({ code: 'busy' });
}

/** That the room is the surviving ticket's and nothing of it is the merged one's. */
async function expectMoved(world: MergeWorld, room: FakeRoom): Promise<void> {
  const { chat } = world;
  expect(world.roomOf(SURVIVOR)).toBe(room);
  expect(chat.links.filter(({ ticketId }) => ticketId === MERGED.id)).toEqual([]);
  const slug = `ticket-${MERGED.number}`;
  expect(room.slug).toBe(slug);
  expect(isOurMark(room.mark, { ticketId: SURVIVOR.id, slug, creatorId: room.creator.id }, chat.keys)).toBe(true);
  expect(numbersOn(room)).toEqual([SURVIVOR.number]);
  expect(chat.records.told.map(({ ticketId, roomId }) => [ticketId, roomId])).toEqual([[SURVIVOR.id, room.id]]);
  expect(chat.records.merges).toEqual([{ ticketId: MERGED.id, into: SURVIVOR.id }]);
  expect(chat.records.claims.filter((claim) => isLive(claim, chat.now))).toEqual([]);
  expect(chat.records.turns).toEqual([]);
  expect(await ticketOfRoom(room.id, chat.ports())).toEqual({ id: SURVIVOR.id, number: SURVIVOR.number });
}

describe('the room of a ticket that was merged into one without a room', () => {
  test('becomes the room of the surviving ticket, and says so', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.chat.records.told = [told(room.id)];
    world.merge();
    const answer = await world.followMerge();
    expect(answer).toMatchObject({
      outcome: { result: 'changed' },
      partings: [{ type: 'MoveRoom', roomId: room.id, to: { id: SURVIVOR.id, number: SURVIVOR.number } }],
      bereft: true,
    });
    await expectMoved(world, room);
    expect(world.posted(room)).toEqual([
      expect.stringMatching(/Ticket#2026112310000011 was merged into .*2026112310000099.*TicketID=9.* belongs to Ticket#2026112310000099/),
    ]);
    expect(room.members).toEqual(new Set(['alice', 'bob']));
  });

  test('is found again by whoever opens the surviving ticket, and no second one is made', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.merge();
    await world.followMerge();
    const opened = await openRoom(request([ALICE, BOB], { ticket: SURVIVOR }), POLICY, world.chat.ports());
    expect(opened).toMatchObject({ result: 'unchanged', room: { id: room.id } });
    expect(world.chat.rooms.size).toBe(1);
  });

  test('is not given back by later events of the merged ticket, which get it no new one either', async () => {
    const world = new MergeWorld();
    world.openBy('queue = *; state_type = *');
    const room = await world.opened(MERGED);
    world.merge();
    await world.followMerge();
    const late = { ticket: { ...MERGED, stateType: 'open' }, people: [ALICE, BOB] };
    for (const more of [{}, late]) {
      expect(await world.follow('TicketOwnerUpdate', MERGED.id, more)).toMatchObject({ outcome: { result: 'none' } });
    }
    await expectMoved(world, room);
    expect(world.chat.rooms.size).toBe(1);
  });

  test('stands in the surviving ticket from then on, and no longer in the merged one', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.helpdesk.ticket(MERGED.id).roomLink = { roomId: room.id, url: 'https://chat.test/group/ticket-2026112310000011' };
    world.merge();
    await world.followMerge();
    world.chat.now += 60_000;
    expect((await deliverOutbox(RULES, world.chat.ports())).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(world.helpdesk.ticket(SURVIVOR.id).roomLink).toEqual({
      roomId: room.id,
      url: 'https://chat.test/group/ticket-2026112310000011',
    });
    expect(world.helpdesk.ticket(MERGED.id).roomLink).toEqual({ roomId: '', url: '' });
  });

  test('is not waited for any more by people of the merged ticket', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.chat.membership.waiting = [{ ticketId: MERGED.id, roomId: room.id, key: 'name-eve', type: 'Agent', agents: [] }];
    world.merge();
    await world.followMerge();
    expect(world.chat.membership.waiting).toEqual([]);
  });

  test('changes once however often OTOBO tells, and the merged ticket is told to forget it each time', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.merge();
    await world.followMerge();
    const [writes, posted] = [world.chat.writes.length, world.posted(room).length];
    expect(await world.followMerge()).toMatchObject({ outcome: { result: 'none' }, partings: [], bereft: true });
    await expectMoved(world, room);
    expect(world.posted(room)).toHaveLength(posted);
    expect(world.chat.writes.slice(writes).filter((call) => !call.includes('turn'))).toEqual([]);
  });

  test('is moved completely by a repeat, after whichever write the first one died', async () => {
    let steps = 0;
    for (let dyingAfter = 1; ; dyingAfter += 1) {
      const world = new MergeWorld();
      const room = await world.opened(MERGED);
      world.chat.records.told = [told(room.id)];
      world.merge();
      const first = await world.followMerge({}, dyingAfter).catch((error: unknown) => error);
      if (!(first instanceof Crash)) break;
      steps += 1;
      // What others do meanwhile finds one room, whichever of the two tickets it is about.
      await world.follow('TicketOwnerUpdate', SURVIVOR.id).catch(unlessBusy);
      await world.follow('TicketLockUpdate', MERGED.id).catch(unlessBusy);
      expect(world.chat.rooms.size).toBe(1);
      world.chat.now += 130_000;
      expect(await world.followMerge()).toMatchObject({ bereft: true });
      await expectMoved(world, room);
      expect(world.posted(room).length).toBeLessThanOrEqual(2);
    }
    expect(steps).toBeGreaterThan(10);
  });

  test.each<[string, Partial<Closing>]>([
    ['was only announced', { phase: 'announced', noticeId: 'notice' }],
    ['is done, with somebody taken out', { phase: 'closed', removed: ['id-bob'], deleteAt: 9 }],
  ])('is open for the surviving ticket, although its closing %s', async (_how, more) => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    room.readOnly = more.phase === 'closed';
    if (more.phase === 'closed') room.members.delete('bob');
    world.chat.closing.records = [
      {
        ticketId: MERGED.id,
        ticketNumber: MERGED.number,
        roomId: room.id,
        phase: 'announced',
        terms: { policy: 'remove', deleteAfter: 0 },
        revision: 1,
        changedAt: world.chat.now,
        since: world.chat.now,
        dueAt: world.chat.now,
        removed: [],
        ...more,
      },
    ];
    world.merge();
    await world.followMerge();
    await expectMoved(world, room);
    expect(world.chat.closing.records).toEqual([]);
    expect([room.readOnly, room.members]).toEqual([false, new Set(['alice', 'bob'])]);
  });

  test('takes along what becomes of it when its ticket is closed', async () => {
    const world = new MergeWorld();
    await world.opened(MERGED);
    const [link] = world.chat.links;
    if (!link) throw new Error('There is no record.');
    world.chat.links = [{ ...link, closing: { policy: 'delete', deleteAfter: 7 } }];
    world.merge();
    await world.followMerge();
    expect(world.chat.links).toMatchObject([{ ticketId: SURVIVOR.id, closing: { policy: 'delete', deleteAfter: 7 } }]);
  });

  test('goes on to the next ticket when the surviving one is merged, too', async () => {
    const world = new MergeWorld();
    const last = { ...SURVIVOR, id: '12', number: '2026112310000123' };
    world.helpdesk.addTicket(last);
    const room = await world.opened(MERGED);
    world.merge();
    await world.followMerge();
    world.helpdesk.ticket(SURVIVOR.id).stateType = 'merged';
    expect(await world.follow('TicketMerge', SURVIVOR.id, { mergedInto: last.id })).toMatchObject({ outcome: { result: 'changed' } });
    expect(world.roomOf(last)).toBe(room);
    expect(world.chat.links).toHaveLength(1);
  });

  test('goes to the last of a chain whose events come in the wrong order', async () => {
    const world = new MergeWorld();
    const last = { ...SURVIVOR, id: '12', number: '2026112310000123' };
    world.helpdesk.addTicket(last);
    const room = await world.opened(MERGED);
    const others = await world.opened(SURVIVOR);
    world.merge();
    world.helpdesk.ticket(SURVIVOR.id).stateType = 'merged';
    await world.follow('TicketMerge', SURVIVOR.id, { mergedInto: last.id });
    expect(world.roomOf(last)).toBe(others);
    await world.followMerge();
    expect(world.roomOf(last)).toBe(others);
    expect(world.posted(room)).toEqual([expect.stringContaining(last.number)]);
  });

  test('stays where it is when it is archived, because nobody could work in it', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    room.archived = true;
    world.merge();
    expect(await world.followMerge()).toMatchObject({ outcome: { result: 'refused' }, bereft: false });
    expect(world.roomOf(MERGED)).toBe(room);
  });

  test('stays where it is while somebody links another room to the surviving ticket', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.merge();
    world.chat.records.claims = [{ nonce: 'other', ticketId: SURVIVOR.id, roomId: 'elsewhere', at: world.chat.now }];
    await expect(world.followMerge()).rejects.toMatchObject({ code: 'busy' });
    expect(world.roomOf(MERGED)).toBe(room);
    expect(world.chat.records.claims).toHaveLength(1);
    expect(world.chat.records.turns).toEqual([]);
  });
});

describe('the room of a ticket that was merged into one with a room', () => {
  test('is told the way to the other one, once, and both stay what they are', async () => {
    const world = new MergeWorld();
    const [room, other] = [await world.opened(MERGED), await world.opened(SURVIVOR)];
    world.merge();
    expect(await world.followMerge()).toMatchObject({
      outcome: { result: 'changed', room: { id: room.id } },
      partings: [{ type: 'TellMerged', roomId: room.id }],
      bereft: false,
    });
    expect(world.posted(room)).toEqual([
      expect.stringMatching(/merged into .*2026112310000099.*go on there: .*https:\/\/chat\.test\/group\/ticket-2026112310000099/),
    ]);
    expect(await world.followMerge()).toMatchObject({ partings: [], bereft: false });
    expect(world.posted(room)).toHaveLength(1);
    expect(world.posted(other)).toEqual([]);
    expect([world.roomOf(MERGED), world.roomOf(SURVIVOR)]).toEqual([room, other]);
  });

  test('does not learn the name of a room that was there before the ticket', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.linked(SURVIVOR, 'layoffs-2027');
    world.merge();
    await world.followMerge();
    expect(world.posted(room)).toEqual([expect.stringContaining(SURVIVOR.number)]);
    expect(world.posted(room)[0]).not.toMatch(/layoffs|chat\.test/);
  });

  test('is told by a repeat when the first one died before it was', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    await world.opened(SURVIVOR);
    world.merge();
    await expect(world.followMerge({}, 2)).rejects.toThrow(Crash);
    expect(world.posted(room)).toEqual([]);
    world.chat.now += 130_000;
    await world.followMerge();
    expect(world.posted(room)).toHaveLength(1);
  });
});

describe('a linked room of a merged ticket', () => {
  test('is linked to the surviving ticket, is told, and is left as it is', async () => {
    const world = new MergeWorld();
    const room = world.linked(MERGED);
    const members = new Set(room.members);
    world.merge();
    expect(await world.followMerge()).toMatchObject({ outcome: { result: 'changed' }, bereft: true });
    expect(world.chat.links).toEqual([
      {
        ticketId: SURVIVOR.id,
        ticketNumber: SURVIVOR.number,
        roomId: room.id,
        origin: 'linked',
        slug: 'printers',
        cardId: 'linked-card',
      },
    ]);
    expect(world.posted(room)).toEqual([expect.stringMatching(/is linked to Ticket#2026112310000099 from now on/)]);
    expect([room.mark, room.members, world.chat.cardsIn(room)]).toEqual([undefined, members, ['linked-card']]);
  });

  test('is moved by a repeat, after whichever write the first one died', async () => {
    let steps = 0;
    for (let dyingAfter = 1; ; dyingAfter += 1) {
      const world = new MergeWorld();
      const room = world.linked(MERGED);
      world.merge();
      const first = await world.followMerge({}, dyingAfter).catch((error: unknown) => error);
      if (!(first instanceof Crash)) break;
      steps += 1;
      world.chat.now += 130_000;
      await world.followMerge();
      expect(world.roomOf(SURVIVOR)).toBe(room);
      expect(world.chat.links).toHaveLength(1);
      expect(room.mark).toBeUndefined();
    }
    expect(steps).toBeGreaterThan(8);
  });
});

describe('what is called a merge', () => {
  test('of tickets without rooms does nothing', async () => {
    const world = new MergeWorld();
    world.merge();
    expect(await world.followMerge()).toMatchObject({ outcome: { result: 'none' }, partings: [], bereft: true });
    expect(world.chat.rooms.size).toBe(0);
  });

  test('and is none by what OTOBO says, is a change like any other', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    expect(await world.followMerge()).toMatchObject({ partings: [], bereft: false });
    world.merge();
    expect(await world.follow('TicketMerge', MERGED.id)).toMatchObject({ partings: [], bereft: false });
    expect(await world.followMerge({ mergedInto: MERGED.id })).toMatchObject({ partings: [], bereft: false });
    expect(world.roomOf(MERGED)).toBe(room);
    expect(world.posted(room)).toEqual([]);
  });

  test('is only told in a dry run', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.merge();
    const writes = world.chat.writes.length;
    expect(await world.followMerge({ dryRun: true })).toMatchObject({
      outcome: { result: 'planned' },
      partings: [{ type: 'MoveRoom', roomId: room.id }],
      bereft: false,
    });
    expect(world.chat.writes).toHaveLength(writes);
  });

  test('waits for an OTOBO that can tell of the surviving ticket', async () => {
    const world = new MergeWorld();
    const room = await world.opened(MERGED);
    world.merge();
    world.chat.helpdesk = undefined;
    const body = { ticket: { ...MERGED, stateType: 'merged' }, people: [ALICE] };
    await expect(world.followMerge(body)).rejects.toMatchObject({ code: 'otobo_not_configured' });
    expect(world.roomOf(MERGED)).toBe(room);
  });
});
