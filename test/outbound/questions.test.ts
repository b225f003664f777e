import { questions } from '../../src/outbound/rocketchat/questions';
import type { Question, Turn } from '../../src/usecases/ports';
import { FakePersistence } from './fake-persistence';

const QUESTION: Question = { id: 'q', userId: 'alice', roomId: 'room', about: { type: 'LinkPublicRoom', ticketId: '2' }, at: 1 };
const TURN: Turn = { questionId: 'q', nonce: 'n', at: 2 };

describe('questions', () => {
  test('are found with who is about to act on an answer, in one read', async () => {
    const persistence = new FakePersistence();
    const port = questions(persistence.accessors);
    await port.put(QUESTION);
    await port.put({ ...QUESTION, id: 'other' });
    await port.begin(TURN);
    persistence.reads = 0;
    expect(await port.find('q')).toEqual({ question: QUESTION, turns: [TURN] });
    expect(persistence.reads).toBe(1);
    expect(await port.find('other')).toEqual({ question: { ...QUESTION, id: 'other' }, turns: [] });
  });

  test('go before who acts on them, so that nobody sees a question that is free again', async () => {
    const { accessors } = new FakePersistence();
    const port = questions(accessors);
    await port.put(QUESTION);
    await port.begin(TURN);
    await port.drop('q');
    expect(await port.find('q')).toEqual({ turns: [TURN] });
    await port.end(TURN);
    expect(await port.find('q')).toEqual({ turns: [] });
  });

  test('are listed without who acts on them', async () => {
    const { accessors } = new FakePersistence();
    const port = questions(accessors);
    await port.put({ ...QUESTION, threadId: 'thread' });
    await port.begin(TURN);
    expect(await port.all()).toEqual([{ ...QUESTION, threadId: 'thread' }]);
  });
});
