import fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import { takeQuestion } from '../../src/usecases/answer-question';
import { askQuestion } from '../../src/usecases/ask-question';
import { FakeChat } from './fake-chat';

const DAY = 24 * 60 * 60_000;
const ask = (chat: FakeChat): Promise<string> =>
  askQuestion({ userId: 'id-alice', roomId: 'room', about: { type: 'AddMember', username: 'carol' } }, chat.ports());
const take = (chat: FakeChat, id: string, by = 'id-alice'): Promise<string> =>
  takeQuestion(id, by, chat.ports()).then(
    ({ about }) => about.type,
    (error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );

describe('a question', () => {
  test('is settled by its first answer', async () => {
    const chat = new FakeChat();
    const id = await ask(chat);
    expect([await take(chat, id), await take(chat, id)]).toEqual(['AddMember', 'question_settled']);
    expect([chat.records.questions, chat.records.turns]).toEqual([[], []]);
  });

  test('of several clicks goes to one, in every order in which they can reach the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const chat = new FakeChat();
        const id = await ask(chat);
        chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const clicks = Promise.all([take(chat, id), take(chat, id), take(chat, id)]);
        await scheduler.waitFor(clicks);
        const answers = await clicks;
        expect(answers.filter((answer) => !['AddMember', 'question_settled', 'question_busy'].includes(answer))).toEqual([]);
        const taken = answers.filter((answer) => answer === 'AddMember').length;
        expect([taken, chat.records.questions.length]).toEqual(answers.every((answer) => answer === 'question_busy') ? [0, 1] : [1, 0]);
      }),
      { numRuns: 300 },
    );
  });

  test('waits a moment for a click that died on its way, and is free again after two minutes', async () => {
    const chat = new FakeChat();
    const id = await ask(chat);
    chat.records.turns.push({ subject: `question-${id}`, nonce: 'dead', at: chat.now });
    expect(await take(chat, id)).toBe('question_busy');
    chat.now += 120_000;
    expect(await take(chat, id)).toBe('AddMember');
  });

  test('is not for others, and stays open for who was asked', async () => {
    const chat = new FakeChat();
    const id = await ask(chat);
    expect(await take(chat, id, 'id-bob')).toBe('question_not_yours');
    expect(await take(chat, id)).toBe('AddMember');
  });

  test('that nobody has asked is settled, and nothing is written for it', async () => {
    const chat = new FakeChat();
    expect(await take(chat, 'made up')).toBe('question_settled');
    expect(chat.writes).toEqual([]);
  });

  test('lapses after a day, with its record', async () => {
    const chat = new FakeChat();
    const id = await ask(chat);
    chat.now += DAY - 1;
    expect(await chat.ports().questions.find(id)).toBeDefined();
    chat.now += 1;
    expect([await take(chat, id), await take(chat, id)]).toEqual(['question_lapsed', 'question_settled']);
  });

  test('that nobody answers in time is cleared away when another is asked', async () => {
    const chat = new FakeChat();
    await ask(chat);
    chat.now += DAY - 1;
    const young = await ask(chat);
    chat.now += 1;
    const newest = await ask(chat);
    expect(chat.records.questions.map(({ id }) => id)).toEqual([young, newest]);
  });
});
