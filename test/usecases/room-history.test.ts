import fc from 'fast-check';
import { NAME_TAKEN } from '../../src/domain/room-plan';
import { slugsFor } from '../../src/usecases/ticket-request';
import { TICKET } from '../domain/chat';
import { ALICE, BOB, POLICY } from './requests';
import { anyEvents, GUEST, RoomHistory } from './room-history';

test('whatever happened, a ticket that is opened has one room, one card and one index record, or a refusal that names why', async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.constantFrom(...NAME_TAKEN), fc.boolean(), async (events, nameTaken, specialCharacters) => {
      const history = new RoomHistory({ ...POLICY, nameTaken }, specialCharacters);
      const { chat, policy } = history;
      await fc.asyncModelRun(() => ({ model: {}, real: history }), events);
      chat.now += 120_000;

      const answer = await history.open([ALICE, BOB]);
      outcomes.add(answer.refusal?.code ?? answer.result);
      if (answer.refusal?.code === 'name_taken') {
        const free = slugsFor(TICKET, policy).filter((slug) => !chat.roomNamed(slug));
        expect(free).toEqual([]);
        expect(history.ours()).toEqual([]);
      } else if (answer.refusal) {
        expect(answer.refusal.code).toBe('room_archived');
        expect(history.ours().map(({ archived }) => archived)).toEqual([true]);
      } else {
        const [room, ...more] = history.ours();
        expect(more).toEqual([]);
        expect(room).toMatchObject({ id: answer.room?.id, archived: false });
        expect(room?.members).toEqual(new Set([...(room?.members ?? []), 'alice', 'bob']));
        const cards = room ? chat.cardsIn(room) : [];
        expect(cards).toHaveLength(1);
        expect(chat.links).toEqual([expect.objectContaining({ roomId: room?.id, cardId: cards[0] })]);
      }
    }),
    { numRuns: 1000 },
  );
  // Or else the events above would be too tame.
  expect([...outcomes].sort()).toEqual(['changed', 'created', 'name_taken', 'room_archived', 'unchanged']);
});

test('whatever happened, a sync leaves only people who belong there, waits for nobody who came, and takes nobody out whom somebody invited', async () => {
  const seen = { removals: 0, guests: 0, admissions: 0 };
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.boolean(), async (events, specialCharacters) => {
      const history = new RoomHistory({ ...POLICY, removeLeft: true }, specialCharacters);
      const { chat } = history;
      await fc.asyncModelRun(() => ({ model: {}, real: history }), events);
      chat.now += 120_000;
      const before = new Map([...chat.rooms].map(([id, { members }]) => [id, new Set(members)]));

      const answer = await history.sync([ALICE, BOB]);
      const inside = chat.rooms.get(answer.room?.id ?? '')?.members;
      if (!inside) return;
      const were = before.get(answer.room?.id ?? '') ?? new Set();
      // The owner stays, unless the account is gone.
      const owner = [...chat.users.values()]
        .filter(({ username }) => username === answer.room?.owner.username)
        .map(({ username }) => username);
      expect(inside).toEqual(new Set([...inside, 'alice', 'bob', ...owner]));
      expect(inside.has(GUEST)).toBe(were.has(GUEST));
      expect(chat.membership.waiting).toEqual([]);
      expect(await history.sync([ALICE, BOB])).toMatchObject({ result: 'unchanged', actions: [] });
      seen.removals += [...were].some((name) => !inside.has(name)) ? 1 : 0;
      seen.guests += inside.has(GUEST) ? 1 : 0;
      seen.admissions += were.has('nobody') ? 1 : 0;
    }),
    { numRuns: 500 },
  );
  // Or else the events would be too tame.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
