import fc from 'fast-check';
import { makeMark } from '../../src/domain/mark';
import type { ChatUser } from '../../src/domain/member';
import { openRoom } from '../../src/usecases/open-room';
import type { TicketRequest } from '../../src/usecases/ticket-request';
import { ticketStatus } from '../../src/usecases/ticket-status';
import { TICKET, user } from '../domain/chat';
import { FakeChat } from './fake-chat';
import { ALICE, anyPeople, anyPolicy, anyRequest, anyUsers, BOB, everybodyIn, inOrder, POLICY, request, SLUG } from './requests';

const RUNS = { numRuns: 200 };

interface Circumstances {
  readonly users: ChatUser[];
  readonly mayNotCreate: string[];
  readonly notAdmitted: string[];
  readonly specialCharacters: boolean;
}

/** @param dropsMembers whether the server may keep people out without a word */
const anyCircumstances = (dropsMembers: boolean): fc.Arbitrary<Circumstances> =>
  anyUsers.chain((users) => {
    const some = fc.subarray(users.map(({ username }) => username));
    return fc.record({
      users: fc.constant(users),
      mayNotCreate: some,
      notAdmitted: dropsMembers ? some : fc.constant([]),
      specialCharacters: fc.boolean(),
    });
  });

function chatWith({ users, mayNotCreate, notAdmitted, specialCharacters }: Circumstances): FakeChat {
  const chat = new FakeChat();
  chat.addUsers(...users);
  for (const name of mayNotCreate) chat.mayNotCreate.add(name);
  for (const name of notAdmitted) chat.notAdmitted.add(name);
  chat.specialCharacters = specialCharacters;
  return chat;
}

const asDryRun = (one: TicketRequest): TicketRequest => ({ ...one, dryRun: true });

describe('opening a ticket', () => {
  test('a second time, soon or later, changes nothing and finds the same room', async () => {
    await fc.assert(
      fc.asyncProperty(anyCircumstances(false), anyRequest, anyPolicy, fc.nat(200_000), async (circumstances, one, policy, later) => {
        const chat = chatWith(circumstances);
        const first = await openRoom(one, policy, chat.ports());
        const written = chat.writes.length;
        chat.now += later;
        const second = await openRoom(one, policy, chat.ports());
        expect(chat.writes.slice(written)).toEqual([]);
        expect(second).toMatchObject({ result: first.result === 'refused' ? 'refused' : 'unchanged', actions: [] });
        expect(second.room?.id).toBe(first.room?.id);
        expect([first.members.present, second.members.added]).toEqual([[], []]);
        expect(second.members.present).toEqual(first.members.added);
        expect(second.refusal?.code).toBe(first.refusal?.code);
      }),
      RUNS,
    );
  });

  test('brings nobody in but the people it lists, and the owner', async () => {
    await fc.assert(
      fc.asyncProperty(anyCircumstances(true), anyRequest, anyPolicy, async (circumstances, one, policy) => {
        const chat = chatWith(circumstances);
        const { room, members } = await openRoom(one, policy, chat.ports());
        const listed = [...members.added, ...members.present].map(({ username }) => username);
        const inside = room?.id === undefined ? new Set() : chat.rooms.get(room.id)?.members;
        expect(inside).toEqual(new Set(room ? [...listed, room.owner.username] : []));
      }),
      RUNS,
    );
  });

  test('names every person of the request in exactly one list, and so do a dry run and the status', async () => {
    await fc.assert(
      fc.asyncProperty(anyCircumstances(true), anyRequest, anyPolicy, async (circumstances, one, policy) => {
        const chat = chatWith(circumstances);
        const dry = await openRoom(asDryRun(one), policy, chat.ports());
        const opened = await openRoom(one, policy, chat.ports());
        const again = await openRoom(one, policy, chat.ports());
        const status = await ticketStatus(one, policy, chat.ports());
        for (const { members } of [dry, opened, again, status]) expect(everybodyIn(members)).toEqual(inOrder(one.people));
      }),
      RUNS,
    );
  });

  test('with the same people in another order gives the same room and the same answer', async () => {
    const shuffled = anyPeople.chain((people) => fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })));
    await fc.assert(
      fc.asyncProperty(anyCircumstances(true), shuffled, anyPolicy, async (circumstances, [people, reordered], policy) => {
        const [one, other] = [chatWith(circumstances), chatWith(circumstances)];
        const answer = await openRoom(request(people), policy, one.ports());
        const otherAnswer = await openRoom(request(reordered), policy, other.ports());
        expect(otherAnswer).toEqual(answer);
        expect(other.rooms).toEqual(one.rooms);
      }),
      RUNS,
    );
  });

  test('as a dry run writes nothing and says whom the real one brings in', async () => {
    await fc.assert(
      fc.asyncProperty(anyCircumstances(false), anyRequest, anyPolicy, async (circumstances, one, policy) => {
        const chat = chatWith({ ...circumstances, mayNotCreate: [] });
        const dry = await openRoom(asDryRun(one), policy, chat.ports());
        expect(chat.writes).toEqual([]);
        const real = await openRoom(one, policy, chat.ports());
        expect(dry.result).toBe(real.result === 'refused' ? 'refused' : 'planned');
        expect(dry.members).toEqual(real.members);
        expect(dry.room?.owner.username).toBe(real.room?.owner.username);
      }),
      RUNS,
    );
  });
});

function chat(): FakeChat {
  const one = new FakeChat();
  one.addUsers(user('alice'), user('bob'));
  return one;
}

describe('rooms of ours that the server has suffixed and a crash has left behind', () => {
  /** Empty rooms with valid marks under the suffixes that are asked for. */
  function leaveTwins(one: FakeChat, ...suffixes: number[]): void {
    const alice = user('alice');
    const mark = makeMark({ ticketId: TICKET.id, slug: SLUG, creatorId: alice.id }, TICKET.number, one.keys);
    for (const n of suffixes) one.addRoom(`${SLUG}-${n}`, alice).mark = mark;
  }

  test('are deleted, however many, once the ticket has its room', async () => {
    const littered = chat();
    await openRoom(request(), POLICY, littered.ports());
    leaveTwins(littered, 1, 2, 3);
    const { result } = await openRoom(request(), POLICY, littered.ports());
    expect(result).toBe('changed');
    expect([...littered.rooms.values()].map(({ slug }) => slug)).toEqual([SLUG]);
  });

  test('are deleted when the ticket gets its room', async () => {
    const littered = chat();
    leaveTwins(littered, 1);
    const { result } = await openRoom(request(), POLICY, littered.ports());
    expect(result).toBe('created');
    expect([...littered.rooms.values()].map(({ slug }) => slug)).toEqual([SLUG]);
  });

  test('are deleted even while the ticket gets no room, because a stranger has the name', async () => {
    const littered = chat();
    littered.addRoom(SLUG, user('mallory'));
    leaveTwins(littered, 1);
    const { refusal } = await openRoom(request(), POLICY, littered.ports());
    expect(refusal?.code).toBe('name_taken');
    expect([...littered.rooms.values()].map(({ creator }) => creator.username)).toEqual(['mallory']);
  });

  test("are left alone when they are a stranger's with a mark that is not valid for them", async () => {
    const littered = chat();
    leaveTwins(littered, 1);
    const forged = littered.roomNamed(`${SLUG}-1`)?.mark;
    littered.rooms.clear();
    littered.addRoom(`${SLUG}-1`, user('mallory')).mark = forged;
    await openRoom(request(), POLICY, littered.ports());
    expect([...littered.rooms.values()].map(({ slug }) => slug)).toEqual([`${SLUG}-1`, SLUG]);
  });
});

describe('what may happen while a ticket is opened', () => {
  test('a room that is deleted again and again ends in "busy", not in a loop', async () => {
    const restless = chat();
    restless.before = (call) => {
      if (call === 'members') restless.rooms.clear();
    };
    await expect(openRoom(request(), POLICY, restless.ports())).rejects.toMatchObject({ code: 'busy' });
  });

  test('a stranger who takes the name between look and creation keeps it, and the request is refused', async () => {
    const contested = chat();
    contested.before = (call) => {
      if (call === 'check name' && !contested.roomNamed(SLUG)) contested.addRoom(SLUG, user('mallory'));
    };
    const answer = await openRoom(request(), POLICY, contested.ports());
    expect(answer).toMatchObject({ result: 'refused', refusal: { code: 'name_taken', details: { room: SLUG } } });
    expect([...contested.rooms.values()].map(({ creator }) => creator.username)).toEqual(['mallory']);
  });

  test('a room whose first members are still coming in is given time to settle', async () => {
    const settling = chat();
    await expect(openRoom(request([ALICE]), POLICY, settling.ports(1))).rejects.toThrow('create room');
    settling.before = (call) => {
      if (call === 'pause') settling.roomNamed(SLUG)?.members.add('bob');
    };
    const answer = await openRoom(request([ALICE, BOB]), POLICY, settling.ports());
    expect(answer.result).toBe('unchanged');
    expect(answer.members.present.map(({ username }) => username)).toEqual(['alice', 'bob']);
  });

  test('a mark signed with a key that another instance has just made is recognised', async () => {
    const other = chat();
    other.keys = [{ nonce: 'k2', secret: 'second' }];
    const { room } = await openRoom(request(), POLICY, other.ports());
    other.keys = [{ nonce: 'k1', secret: 'first' }, ...other.keys];
    other.links = [];
    other.now += 120_000;
    expect(await openRoom(request(), POLICY, other.ports())).toMatchObject({ result: 'changed', room: { id: room?.id } });
  });

  test('a second index record is cleaned up without losing the first, however young the room', async () => {
    const doubled = chat();
    await openRoom(request(), POLICY, doubled.ports());
    const [link] = doubled.links;
    doubled.links = [...doubled.links, ...doubled.links];
    await openRoom(request(), POLICY, doubled.ports());
    expect(doubled.links).toEqual([link]);
  });

  test('an error that nobody knows is not taken for a refusal', async () => {
    const broken = chat();
    broken.before = (call) => {
      if (call === 'create room') throw new Error('out of order');
    };
    await expect(openRoom(request(), POLICY, broken.ports())).rejects.toThrow('out of order');
    expect(broken.rooms.size).toBe(0);
  });

  test.each(['room', '{title}', ''])('the template %j makes no room and is named as the cause', async (roomName) => {
    const untouched = chat();
    await expect(openRoom(request(), { ...POLICY, roomName }, untouched.ports())).rejects.toMatchObject({ code: 'room_name_invalid' });
    expect(untouched.writes).toEqual([]);
  });

  test('two cards posted at the same moment become one: the oldest stays, and the index names it', async () => {
    const twice = chat();
    await openRoom(request(), POLICY, twice.ports());
    const room = twice.roomNamed(SLUG);
    room?.messages.clear();
    twice.now += 120_000;
    twice.before = (call) => {
      if (call === 'post card') room?.messages.set('elder', { ticket: TICKET, guarded: true, missing: [] });
    };
    await openRoom(request(), POLICY, twice.ports());
    expect(room && twice.cardsIn(room)).toEqual(['elder']);
    expect(twice.links.map(({ cardId }) => cardId)).toEqual(['elder']);
  });
});
