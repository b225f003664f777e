import fc from 'fast-check';
import { NAME_TAKEN } from '../../src/domain/room-plan';
import { slugsFor } from '../../src/usecases/ticket-request';
import { TICKET } from '../domain/chat';
import { ALICE, BOB, POLICY } from './requests';
import { anyEvents, RoomHistory } from './room-history';

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
  expect([...outcomes].sort()).toEqual(['created', 'existing', 'name_taken', 'repaired', 'room_archived']);
});
