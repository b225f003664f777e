import fc from 'fast-check';
import { isOurMark } from '../../src/domain/mark';
import { adoptRooms, type Adoption } from '../../src/usecases/adopt-rooms';
import { type AdoptionList, type AdoptionRules, findAdoptable } from '../../src/usecases/find-adoptable';
import { linkRoom } from '../../src/usecases/link-room';
import { openRoom } from '../../src/usecases/open-room';
import type { Ports } from '../../src/usecases/ports';
import { syncRoom } from '../../src/usecases/sync-room';
import { recognition, TICKET, user } from '../domain/chat';
import { Crash, FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, BOB, POLICY, request, SLUG } from './requests';

const RULES: AdoptionRules = {
  policy: POLICY,
  rights: { recognition: recognition('both'), agentRoles: [], adminRoles: ['admin'] },
  adoptPrefix: 'otobo_',
};
const OTHER = { ...TICKET, id: '3', number: '2026112310000020', title: 'Printer 2 is burning' };
const ADMIN = user('root', { roles: ['admin'] });
const PLACE = { roomId: 'somewhere' };

/** A workspace whose app has just been installed, an OTOBO with two open tickets, and people. */
class AdoptionStage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);

  constructor() {
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(ADMIN, user('alice'), user('bob'), user('carol'));
    this.helpdesk.addAgent('alice');
    for (const ticket of [TICKET, OTHER]) {
      this.helpdesk.addTicket(ticket);
      this.helpdesk.allow('alice', ticket.id, 'rw');
    }
  }

  /** The ticket's room from an earlier installation of the app, in which carol, too, is, and all of which has been talked in. */
  async orphan(): Promise<FakeRoom> {
    await openRoom(request([ALICE, BOB]), POLICY, this.chat.ports());
    const room = this.chat.roomNamed(SLUG);
    if (!room) throw new Error('The room was not opened.');
    this.chat.say(room);
    room.members.add('carol');
    this.reinstall();
    this.chat.now += 3_600_000;
    return room;
  }

  /** All that the app had stored is gone, its keys included. */
  reinstall(): void {
    this.chat.links = [];
    this.chat.keys = [{ nonce: 'k9', secret: 'another' }];
    this.chat.membership.added.clear();
    this.chat.records.writes = [];
    this.chat.records.told = [];
  }

  find(ticketNumber?: string, ports: Ports = this.chat.ports()): Promise<AdoptionList> {
    const reference = ticketNumber === undefined ? undefined : { number: ticketNumber };
    return findAdoptable({ sender: ADMIN, place: PLACE, reference }, RULES, ports);
  }

  adopt({ offers }: Pick<AdoptionList, 'offers'>, ports: Ports = this.chat.ports()): Promise<Adoption[]> {
    return adoptRooms(ADMIN, offers, RULES, ports);
  }

  /** Ids of the rooms that are known to be a ticket's own, with a mark that proves it. */
  known(ticketId = TICKET.id): string[] {
    return [...this.chat.rooms.values()].flatMap(({ id, slug, creator, mark }) => {
      const marked = isOurMark(mark, { ticketId, slug, creatorId: creator.id }, this.chat.keys);
      const indexed = this.chat.links.some((link) => link.ticketId === ticketId && link.roomId === id && link.origin === 'created');
      return marked && indexed ? [id] : [];
    });
  }
}

const types = (adoptions: readonly Adoption[]): string[] =>
  adoptions.map(({ outcome }) =>
    outcome.type === 'hindered' ? outcome.hindrance : outcome.type === 'failed' ? outcome.error.code : outcome.type,
  );

describe('a room of ours from before the app was installed anew', () => {
  test('is offered with all that it can be known by, and nothing is changed by that', async () => {
    const stage = new AdoptionStage();
    const room = await stage.orphan();
    const before = structuredClone([stage.chat.links, [...room.members], room.mark]);
    const list = await stage.find();
    expect(list).toMatchObject({
      offers: [{ ticketNumber: TICKET.number, roomId: room.id, room: SLUG, creator: 'alice', members: 3, messages: 2, ground: 'mark' }],
      notOffered: [],
      more: 0,
      tickets: 2,
      limited: false,
    });
    expect(stage.chat.records.questions).toMatchObject([
      { id: list.questionId, userId: ADMIN.id, ...PLACE, about: { type: 'AdoptRooms', rooms: [{ ticketId: TICKET.id, roomId: room.id }] } },
    ]);
    expect([stage.chat.links, [...room.members], room.mark]).toEqual(before);
  });

  test('is the ticket’s again once it is taken over: mark, record, its old card, and the link in OTOBO', async () => {
    const stage = new AdoptionStage();
    const room = await stage.orphan();
    const [card] = stage.chat.cardsIn(room);
    await expect(stage.adopt(await stage.find())).resolves.toMatchObject([{ outcome: { type: 'adopted', written: { kept: false } } }]);
    expect(stage.known()).toEqual([room.id]);
    expect(stage.chat.links).toMatchObject([{ ticketId: TICKET.id, slug: SLUG, cardId: card }]);
    expect(stage.chat.cardsIn(room)).toEqual([card]);
    // What the room knows from here on is compared with the ticket, and changes are told.
    expect(stage.chat.records.told).toMatchObject([{ ticketId: TICKET.id, roomId: room.id, fields: { title: TICKET.title } }]);
    expect(stage.helpdesk.ticket(TICKET.id).roomLink).toMatchObject({ roomId: room.id });
    expect(await openRoom(request([ALICE, BOB]), POLICY, stage.chat.ports())).toMatchObject({ result: 'unchanged' });
    expect(await stage.find()).toMatchObject({ offers: [], notOffered: [] });
  });

  test('keeps everybody who is inside, at once and when it is brought into step', async () => {
    const stage = new AdoptionStage();
    const room = await stage.orphan();
    await stage.adopt(await stage.find());
    expect([...room.members]).toEqual(['alice', 'bob', 'carol']);
    await syncRoom(request([ALICE], { peopleComplete: true }), { ...POLICY, removeLeft: true }, stage.chat.ports());
    expect([...room.members]).toEqual(['alice', 'bob', 'carol']);
    expect([...(stage.chat.membership.added.get(room.id) ?? [])]).toEqual([]);
  });

  test('is not there a second time, when somebody confirms it twice', async () => {
    const stage = new AdoptionStage();
    const room = await stage.orphan();
    const list = await stage.find();
    expect(types(await stage.adopt(list))).toEqual(['adopted']);
    expect(types(await stage.adopt(list))).toEqual(['already']);
    expect([stage.known(), stage.chat.cardsIn(room).length]).toEqual([[room.id], 1]);
  });
});

describe('a group of the predecessor', () => {
  test('is offered, gets a card, and is the ticket’s under its own name', async () => {
    const stage = new AdoptionStage();
    const group = stage.chat.addRoom(`otobo_${TICKET.id}`, user('alice'));
    stage.chat.say(group);
    const list = await stage.find();
    expect(list.offers).toMatchObject([{ ticketNumber: TICKET.number, room: 'otobo_2', ground: 'predecessor' }]);
    expect(types(await stage.adopt(list))).toEqual(['adopted']);
    expect([stage.known(), stage.chat.cardsIn(group).length, stage.chat.links[0]?.slug]).toEqual([[group.id], 1, 'otobo_2']);
    expect(await openRoom(request([ALICE]), POLICY, stage.chat.ports())).toMatchObject({ result: 'unchanged' });
    expect(stage.chat.roomNamed(SLUG)).toBeUndefined();
  });

  test('is not looked for without a prefix', async () => {
    const stage = new AdoptionStage();
    stage.chat.addRoom(TICKET.id, user('alice'));
    const nowhere = { ...RULES, adoptPrefix: '' };
    await expect(findAdoptable({ sender: ADMIN, place: PLACE }, nowhere, stage.chat.ports())).resolves.toMatchObject({ offers: [] });
  });
});

describe('what may be taken over', () => {
  test('is said of a room that has nothing but the name, first or second', async () => {
    const stage = new AdoptionStage();
    stage.chat.addRoom(SLUG, user('bob'));
    stage.chat.addRoom(`ticket-${OTHER.number}-otobo`, user('bob'));
    expect((await stage.find()).offers).toMatchObject([
      { room: SLUG, ground: 'name' },
      { room: `ticket-${OTHER.number}-otobo`, ground: 'name' },
    ]);
  });

  test.each([
    ['that is public', 'kind', { type: 'public' }],
    ['that is archived', 'archived', { archived: true }],
    ['that is encrypted', 'encrypted', { encrypted: true }],
    ['whose mark names another ticket', 'mark', { mark: { v: 1, ticketId: '9', ticketNumber: '9', sig: 'x' } }],
  ] as const)('is not a room %s, neither when rooms are looked for nor when it has become so', async (_what, hindrance, spoilt) => {
    const stage = new AdoptionStage();
    const room = stage.chat.addRoom(SLUG, user('bob'));
    const before = await stage.find();
    Object.assign(room, spoilt);
    expect(await stage.find()).toMatchObject({ offers: [], notOffered: [{ room: SLUG, hindrance }] });
    expect(types(await stage.adopt(before))).toEqual([hindrance]);
    expect([stage.chat.links, stage.chat.cardsIn(room), stage.chat.records.writes]).toEqual([[], [], []]);
  });

  test('is not a room of another ticket, nor one for a ticket that has a room', async () => {
    const stage = new AdoptionStage();
    const [room, group] = [stage.chat.addRoom(SLUG, user('bob')), stage.chat.addRoom('otobo_3', user('bob'))];
    const before = await stage.find();
    await linkRoom(
      { sender: user('alice'), place: { roomId: stage.chat.addRoom('team', user('alice')).id }, ticketId: OTHER.id, confirmed: true },
      RULES,
      stage.chat.ports(),
    );
    stage.chat.links.push({ ticketId: '9', ticketNumber: '9', roomId: room.id, origin: 'linked', slug: SLUG, cardId: 'c' });
    expect((await stage.find()).notOffered).toEqual([
      { ticketNumber: TICKET.number, room: SLUG, hindrance: 'room_taken' },
      { ticketNumber: OTHER.number, room: 'otobo_3', hindrance: 'ticket_taken' },
    ]);
    expect(types(await stage.adopt(before))).toEqual(['room_taken', 'ticket_taken']);
    expect([stage.chat.cardsIn(room), stage.chat.cardsIn(group)]).toEqual([[], []]);
  });

  test('one that is gone or hindered does not keep the others from being taken over', async () => {
    const stage = new AdoptionStage();
    const room = stage.chat.addRoom(SLUG, user('bob'));
    const other = stage.chat.addRoom(`ticket-${OTHER.number}`, user('bob'));
    const list = await stage.find();
    stage.chat.rooms.delete(room.id);
    expect(types(await stage.adopt(list))).toEqual(['gone', 'adopted']);
    expect(stage.known(OTHER.id)).toEqual([other.id]);
  });

  test('concerns open tickets, or the one that is named', async () => {
    const stage = new AdoptionStage();
    stage.chat.addRoom(SLUG, user('bob'));
    stage.helpdesk.ticket(TICKET.id).stateType = 'closed';
    await expect(stage.find()).resolves.toMatchObject({ offers: [], tickets: 1 });
    await expect(stage.find(TICKET.number)).resolves.toMatchObject({ offers: [{ room: SLUG }], tickets: 1 });
  });

  test('is at most ten rooms at once; the rest follows when it is run again', async () => {
    const stage = new AdoptionStage();
    for (let id = 10; id < 22; id += 1) {
      stage.helpdesk.addTicket({ ...TICKET, id: String(id), number: `20261123100000${id}` });
      stage.chat.addRoom(`otobo_${id}`, user('bob'));
    }
    const list = await stage.find();
    expect([list.offers.length, list.more]).toEqual([10, 2]);
    await stage.adopt(list);
    const rest = await stage.find();
    expect([rest.offers.length, rest.more]).toEqual([2, 0]);
  });

  test('says that OTOBO has more tickets than were looked at', async () => {
    const stage = new AdoptionStage();
    for (let id = 1000; id < 1500; id += 1) stage.helpdesk.addTicket({ ...TICKET, id: String(id), number: `2026112310${id}` });
    await expect(stage.find()).resolves.toMatchObject({ tickets: 500, limited: true });
  });

  test('is for admins to say, when rooms are looked for and when they are taken over', async () => {
    const stage = new AdoptionStage();
    stage.chat.addRoom(SLUG, user('bob'));
    const list = await stage.find();
    const ports = stage.chat.ports();
    await expect(findAdoptable({ sender: user('alice'), place: PLACE }, RULES, ports)).rejects.toMatchObject({ code: 'admin_only' });
    await expect(adoptRooms(user('alice'), list.offers, RULES, ports)).rejects.toMatchObject({ code: 'admin_only' });
    expect(stage.chat.links).toEqual([]);
  });

  test('does not depend on OTOBO’s taking the link: it is kept', async () => {
    const stage = new AdoptionStage();
    const room = await stage.orphan();
    const list = await stage.find();
    stage.chat.before = (call) => void (stage.helpdesk.away = call.startsWith('otobo write'));
    await expect(stage.adopt(list)).resolves.toMatchObject([{ outcome: { type: 'adopted', written: { kept: true } } }]);
    expect(stage.known()).toEqual([room.id]);
    expect(stage.chat.records.writes).toMatchObject([{ ticketId: TICKET.id, change: { type: 'RoomLink', roomId: room.id } }]);
    // Nobody's right is asked for: the admin may be nobody in OTOBO.
    expect(stage.chat.records.writes[0]).not.toHaveProperty('right');
  });

  test('is given back when the server does not take the mark', async () => {
    const stage = new AdoptionStage();
    const group = stage.chat.addRoom('otobo_2', user('bob'));
    const list = await stage.find();
    stage.chat.before = (call) => {
      if (call === 'restore mark') throw new Error('Invalid displayName assigned to the room.');
    };
    expect(types(await stage.adopt(list))).toEqual(['internal_error']);
    expect(stage.chat.records.told).toEqual([]);
    expect([stage.chat.links, stage.chat.cardsIn(group), stage.chat.records.writes]).toEqual([[], [], []]);
  });
});

describe('a taking over', () => {
  test('whose process dies after any of its writes is made good by repeating it', async () => {
    const clean = new AdoptionStage();
    await clean.orphan();
    const list = await clean.find();
    const before = clean.chat.writes.length;
    await clean.adopt(list);
    const { length } = clean.chat.writes.slice(before);
    expect(length).toBeGreaterThan(5);
    for (let dying = 1; dying <= length; dying += 1) {
      for (const make of [
        (stage: AdoptionStage) => stage.orphan(),
        (stage: AdoptionStage) => stage.chat.addRoom('otobo_2', user('alice')),
      ]) {
        const stage = new AdoptionStage();
        const room = await make(stage);
        await stage.adopt(await stage.find(), stage.chat.ports(dying)).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        // Claims and turns of the dead lapse.
        stage.chat.now += 180_000;
        await stage.adopt(await stage.find());
        const added = stage.chat.membership.added.get(room.id) ?? [];
        expect(added).toEqual([]);
        await openRoom(request([ALICE, BOB]), POLICY, stage.chat.ports());
        expect([dying, stage.known(), stage.chat.cardsIn(room).length, stage.chat.rooms.size]).toEqual([dying, [room.id], 1, 1]);
      }
    }
  });

  test('and an opening, a link and another taking over of the ticket leave it one room, in whatever order their calls run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const stage = new AdoptionStage();
        stage.chat.addRoom('otobo_2', user('bob'));
        const team = stage.chat.addRoom('team', user('alice'));
        stage.chat.now += 3_600_000;
        const list = await stage.find();
        stage.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const settled = Promise.allSettled([
          stage.adopt(list),
          stage.adopt(list),
          openRoom(request([ALICE]), POLICY, stage.chat.ports()),
          linkRoom({ sender: user('alice'), place: { roomId: team.id }, ticketId: TICKET.id, confirmed: true }, RULES, stage.chat.ports()),
        ]);
        await scheduler.waitFor(settled);
        const { records } = stage.chat;
        expect(stage.chat.links.length).toBeLessThanOrEqual(1);
        expect([records.claims, records.turns]).toEqual([[], []]);
        // Who had to give way while opening may leave an unused room; the next request takes it back.
        stage.chat.before = () => undefined;
        stage.chat.now += 180_000;
        await openRoom(request([ALICE]), POLICY, stage.chat.ports());
        const { links } = stage.chat;
        expect(links).toHaveLength(1);
        const opened = stage.chat.roomNamed(SLUG);
        if (opened) expect(links[0]?.roomId).toBe(opened.id);
        for (const room of stage.chat.rooms.values()) {
          expect(stage.chat.cardsIn(room)).toEqual(links.filter(({ roomId }) => roomId === room.id).map(({ cardId }) => cardId));
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
