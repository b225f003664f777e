import { JOINING_BY_DEFAULT } from '../../src/domain/admission';
import { CHANGE_KINDS } from '../../src/domain/change-kind';
import { makeMark, type SigningKey } from '../../src/domain/mark';
import type { Observation, RoomContent } from '../../src/domain/observation';
import type { Participant } from '../../src/domain/participants';
import type { Link, Room } from '../../src/domain/room';
import type { Attempt, PlanInput, RoomPolicy } from '../../src/domain/plan-input';
import { FINISHING_TIME_MS, planRoom, type RoomPlan } from '../../src/domain/room-plan';
import { recognition, room, TERMS, TICKET, user, toldTo } from './chat';

const KEYS: SigningKey[] = [{ nonce: 'a', secret: 'key' }];
const SLUG = `ticket-${TICKET.number}`;
const ALICE = user('alice');
const BOB = user('bob');
const PEOPLE: Participant[] = [
  { person: { type: 'Agent', login: 'alice', roles: ['Owner'] }, user: ALICE },
  { person: { type: 'Agent', login: 'bob', roles: ['Responsible'] }, user: BOB },
];

const ours = (slug = SLUG, more: Partial<Room> = {}): Room =>
  room(slug, { mark: makeMark({ ticketId: TICKET.id, slug: SLUG, creatorId: ALICE.id }, TICKET.number, KEYS), ...more });
const linkTo = ({ id }: Room, cardId = 'card'): Link => ({
  ticketId: TICKET.id,
  ticketNumber: TICKET.number,
  roomId: id,
  origin: 'created',
  slug: SLUG,
  cardId,
});

const POLICY: RoomPolicy = {
  ownerMissing: 'auto',
  admission: { joining: JOINING_BY_DEFAULT, customers: 'never', customerQueues: [], apiUsers: [], systemAddresses: [] },
  adding: 'silent',
  closing: TERMS,
  closeDelay: 3_600_000,
  colleagues: false,
  announce: CHANGE_KINDS,
};
const ATTEMPT: Attempt = { refusedSlugs: new Set(), refusedOwners: [], tried: new Set(), welcomed: false };

/** What is seen of these rooms when everybody is in them and each has its card. */
function seeing(
  rooms: readonly Room[],
  links: readonly Link[],
  { members = [ALICE, BOB], cards = ['card'], added = [], asked = [] }: Partial<RoomContent> = {},
): Observation {
  return {
    links,
    waiting: [],
    closings: [],
    told: rooms.map((one) => toldTo(one)),
    named: new Map(rooms.map((one) => [one.slug, one])),
    byId: new Map(rooms.map((one) => [one.id, one])),
    inside: new Map(rooms.map(({ id }) => [id, { members, cards, added, asked }])),
  };
}

function plan(seen: Observation, more: Partial<PlanInput> = {}): RoomPlan {
  return planRoom({
    ticket: TICKET,
    articles: [],
    slugs: [SLUG],
    participants: PEOPLE,
    appUser: user('otobo.bot', { bot: true }),
    seen,
    keys: KEYS,
    policy: POLICY,
    recognition: recognition('both'),
    peopleComplete: false,
    mayCreate: true,
    mayRemove: false,
    newsOnly: false,
    now: FINISHING_TIME_MS + 1,
    attempt: ATTEMPT,
    ...more,
  });
}
const actions = (seen: Observation, more: Partial<PlanInput> = {}): string[] => plan(seen, more).actions.map(({ type }) => type);
const NOTHING = seeing([], []);

describe('the plan for a ticket', () => {
  test('without a room is to create one', () => {
    expect(plan(NOTHING).actions).toMatchObject([
      { type: 'CreateRoom', slug: SLUG, members: ['alice', 'bob'], owner: { source: 'Owner' } },
    ]);
  });

  test('with everything in place is nothing', () => {
    expect(actions(seeing([ours()], [linkTo(ours())]))).toEqual([]);
  });

  test('is the same whatever order people come in', () => {
    expect(plan(NOTHING, { participants: [...PEOPLE].reverse() })).toEqual(plan(NOTHING));
  });

  test.each<[string, Observation, string[]]>([
    ['without an index record is to write it, and down who came with it', seeing([ours()], []), ['RememberAdded', 'WriteLink']],
    ['with the record of another card is to write it', seeing([ours()], [linkTo(ours(), 'old')]), ['WriteLink']],
    ['without a card is to post it, and to write the record', seeing([ours()], [linkTo(ours())], { cards: [] }), ['PostCard', 'WriteLink']],
    ['with somebody missing is to add them', seeing([ours()], [linkTo(ours())], { members: [ALICE] }), ['AddMembers']],
    ['with a wiped mark is to restore it', seeing([room(SLUG)], [linkTo(room(SLUG))]), ['RestoreMark']],
    ['with two records of the room is to write one again', seeing([ours()], [linkTo(ours()), linkTo(ours())]), ['DropLinks', 'WriteLink']],
    ['with the record of a room that is gone is to forget it', seeing([ours()], [linkTo(ours()), linkTo(room('gone'))]), ['DropLinks']],
    [
      'with a twin that nobody used is to delete it',
      seeing([ours(), ours(`${SLUG}-1`, { messageCount: 0 })], [linkTo(ours())]),
      ['DeleteDuplicate'],
    ],
    ['with a twin that somebody wrote in is to leave it', seeing([ours(), ours(`${SLUG}-1`)], [linkTo(ours())]), []],
  ])('%s', (_sentence, seen, expected) => {
    expect(actions(seen)).toEqual(expected);
  });

  test('with a room that another request has just created is to leave it to that one', () => {
    const seen = seeing([ours()], [], { cards: [] });
    expect(actions(seen, { now: FINISHING_TIME_MS - 1 })).toEqual([]);
    expect(
      actions(seen, {
        now: FINISHING_TIME_MS - 1,
        attempt: { ...ATTEMPT, createdRoomId: ours().id },
      }),
    ).toEqual(['RememberAdded', 'PostCard', 'WriteLink']);
  });

  test.each<[string, Observation, Partial<PlanInput>, string]>([
    ['a stranger has the name', seeing([room(SLUG)], []), {}, 'name_taken'],
    ['the name is refused by the server', NOTHING, { attempt: { ...ATTEMPT, refusedSlugs: new Set([SLUG]) } }, 'name_taken'],
    ['the room is archived', seeing([ours(SLUG, { archived: true })], []), {}, 'room_archived'],
    [
      'nobody can own it',
      NOTHING,
      {
        policy: { ...POLICY, ownerMissing: 'refuse' },
        participants: [],
      },
      'owner_missing',
    ],
  ])('is refused when %s', (_why, seen, more, code) => {
    expect(plan(seen, more)).toMatchObject({ actions: [], refusal: { code } });
  });

  test('cleans up even where it is refused', () => {
    const seen = seeing([room(SLUG), ours(`${SLUG}-1`, { messageCount: 0 })], []);
    expect(plan(seen)).toMatchObject({ actions: [{ type: 'DeleteDuplicate' }], refusal: { code: 'name_taken' } });
  });

  test('does not try twice to bring somebody in whom the server keeps out', () => {
    const attempt = { ...ATTEMPT, tried: new Set(['bob']) };
    expect(plan(seeing([ours()], [linkTo(ours())], { members: [ALICE] }), { attempt })).toMatchObject({
      actions: [],
      leftOut: [{ userId: BOB.id, reason: 'not_admitted' }],
    });
  });
});
