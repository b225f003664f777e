import fc from 'fast-check';
import type { RoomOutcome } from '../../src/usecases/answers';
import { openRoom } from '../../src/usecases/open-room';
import { user } from '../domain/chat';
import { Crash, FakeChat } from './fake-chat';
import { ALICE, BOB, POLICY, request } from './requests';

const CAROL = { ...BOB, login: 'carol', email: 'carol@corp.test' };

function busyChat(scheduler: fc.Scheduler, special: boolean): FakeChat {
  const chat = new FakeChat();
  chat.specialCharacters = special;
  chat.addUsers(user('alice'), user('bob'), user('carol'));
  chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
  return chat;
}

function expectOneRoom(chat: FakeChat): void {
  const [room, ...more] = chat.rooms.values();
  expect(more).toEqual([]);
  expect(room?.members).toEqual(new Set(['alice', 'bob', 'carol']));
  const cards = room ? chat.cardsIn(room) : [];
  expect(cards).toHaveLength(1);
  expect(chat.links).toEqual([expect.objectContaining({ roomId: room?.id, cardId: cards[0] })]);
}

/** Every order in which the calls of several requests can reach the server is one that a busy cluster may take. */
describe.each([false, true])('simultaneous opens of one ticket, with special characters in room names %s', (special) => {
  test('end with one room, one card and one index record, and one of them says that it made the room', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const chat = busyChat(scheduler, special);
        const all = Promise.all([ALICE, BOB, CAROL].map((person) => openRoom(request([ALICE, person]), POLICY, chat.ports())));
        await scheduler.waitFor(all);
        const answers = await all;
        expectOneRoom(chat);
        expect(new Set(answers.map(({ room }) => room?.id))).toEqual(new Set(chat.rooms.keys()));
        expect(answers.filter(({ result }) => result === 'created')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  test('of which some die on the way leave what the next one puts right', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 2 }),
        async (scheduler, deaths) => {
          const chat = busyChat(scheduler, special);
          const attempts = [BOB, CAROL].map(async (person, at): Promise<RoomOutcome | undefined> => {
            try {
              return await openRoom(request([ALICE, person]), POLICY, chat.ports(deaths[at]));
            } catch (error) {
              if (error instanceof Crash) return undefined;
              throw error;
            }
          });
          await scheduler.waitFor(Promise.all(attempts));
          chat.before = () => undefined;
          chat.now += 120_000;
          await openRoom(request([ALICE, BOB, CAROL]), POLICY, chat.ports());
          expectOneRoom(chat);
        },
      ),
      { numRuns: 100 },
    );
  });
});
