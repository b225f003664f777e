import { makeMark } from '../../src/domain/mark';
import { locate, type Observation } from '../../src/domain/observation';
import type { PlanInput } from '../../src/domain/plan-input';
import { planRoom, type RoomPlan } from '../../src/domain/room-plan';
import type { Link, Room } from '../../src/domain/room';
import { JOINING } from '../../src/domain/admission';
import { recognition, room, TERMS, TICKET, user, toldTo } from './chat';

const KEYS = [{ nonce: 'k', secret: 's' }];
const SLUG = `ticket-${TICKET.number}`;
const [ALICE, BOB] = [user('alice'), user('bob')];
const TEAM = room('team', { createdAt: 5_000, messageCount: 40 });
const own = (more: Partial<Room> = {}): Room =>
  room(SLUG, { createdAt: 1_000, mark: makeMark({ ticketId: TICKET.id, slug: SLUG, creatorId: ALICE.id }, TICKET.number, KEYS), ...more });
const linkTo = ({ id, slug }: Room, origin: Link['origin']): Link => ({
  ticketId: TICKET.id,
  ticketNumber: TICKET.number,
  roomId: id,
  origin,
  slug,
  cardId: 'card',
});

function seeing(rooms: readonly Room[], links: readonly Link[]): Observation {
  return {
    links,
    waiting: [],
    closings: [],
    told: rooms.map((one) => toldTo(one, { agents: ['id-bob'], card: { guarded: true, missing: [] } })),
    named: new Map(rooms.filter(({ slug }) => slug === SLUG).map((one) => [one.slug, one])),
    byId: new Map(rooms.map((one) => [one.id, one])),
    inside: new Map(rooms.map(({ id }) => [id, { members: [ALICE], cards: [], added: ['id-alice'], asked: [] }])),
  };
}

/** Somebody is missing, somebody else could be taken out, no mark, no card: whatever the app puts right in rooms of its own. */
function plan(seen: Observation, more: Partial<PlanInput> = {}): RoomPlan {
  const admission = { joining: JOINING, customers: 'always' as const, customerQueues: [], apiUsers: [], systemAddresses: [] };
  return planRoom({
    ticket: TICKET,
    articles: [],
    slugs: [SLUG],
    participants: [
      { person: { type: 'Agent', login: 'bob', roles: ['Owner'] }, user: BOB },
      { person: { type: 'Customer', login: 'cust', roles: ['Customer'] }, list: 'Unresolved', reason: 'no_account' },
    ],
    actor: { person: { type: 'Agent', login: 'bob', roles: [] }, user: BOB },
    appUser: user('otobo.bot', { bot: true }),
    seen,
    keys: KEYS,
    policy: { ownerMissing: 'auto', admission, adding: 'welcome', closing: TERMS, closeDelay: 3_600_000, colleagues: false, announce: [] },
    recognition: recognition('both'),
    peopleComplete: true,
    mayCreate: true,
    mayRemove: true,
    newsOnly: false,
    now: 10_000_000,
    attempt: { refusedSlugs: new Set(), refusedOwners: [], tried: new Set(), welcomed: false },
    ...more,
  });
}

describe('a linked room', () => {
  test("is the ticket's room without any mark, and nothing is done in it", () => {
    expect(plan(seeing([TEAM], [linkTo(TEAM, 'linked')]))).toEqual({ actions: [], leftOut: [], room: TEAM });
  });

  test('comes before an older room of the ticket; that one is deleted when nobody has used it, and left alone otherwise', () => {
    const unused = own({ messageCount: 0 });
    const records = [linkTo(TEAM, 'linked'), linkTo(unused, 'created')];
    expect(plan(seeing([TEAM, unused], records))).toMatchObject({
      room: TEAM,
      actions: [
        { type: 'DeleteDuplicate', roomId: unused.id },
        { type: 'DropLinks', roomIds: [unused.id] },
      ],
    });
    const used = own({ messageCount: 1 });
    expect(plan(seeing([TEAM, used], [linkTo(TEAM, 'linked')]))).toMatchObject({ room: TEAM, actions: [] });
  });

  test('keeps its record when it is there twice', () => {
    const record = linkTo(TEAM, 'linked');
    expect(plan(seeing([TEAM], [record, record]))).toMatchObject({ room: TEAM, actions: [] });
  });

  test.each<[string, Partial<Room>, string]>([
    ['encrypted', { encrypted: true }, 'encrypted'],
    ['archived', { archived: true }, 'archived'],
  ])('that has become %s is refused with the reason', (_what, more, reason) => {
    const changed = { ...TEAM, ...more };
    const { actions, refusal } = plan(seeing([changed], [linkTo(changed, 'linked')]));
    expect([actions, refusal]).toEqual([[], { code: 'room_unsuitable', details: { reason } }]);
  });

  test('that is gone is nothing but a record that leads nowhere', () => {
    const { room: found, linked, staleLinks } = locate(TICKET.id, [SLUG], seeing([], [linkTo(TEAM, 'linked')]), KEYS);
    expect([found, linked, staleLinks]).toEqual([undefined, false, [TEAM.id]]);
    expect(plan(seeing([], [linkTo(TEAM, 'linked')])).actions.map(({ type }) => type)).toEqual(['CreateRoom']);
  });
});
