import type { ChatUser } from '../../src/domain/member';
import { answerConsent, type ConsentAnswer } from '../../src/usecases/answer-consent';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import { user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { ALICE, BOB, POLICY, request } from './requests';

const PEOPLE = [ALICE, BOB, { type: 'Customer', login: 'cust', roles: ['Customer'] }] as const;

/** A room with a history, of alice's, in which bob and dave are, and in which the question about a customer stands. */
class Question {
  readonly chat = new FakeChat();
  room!: FakeRoom; // set by `asked`

  static async asked(): Promise<Question> {
    const question = new Question();
    const { chat } = question;
    chat.addUsers(...['alice', 'bob', 'dave', 'cust'].map((name) => user(name)));
    await openRoom(request([ALICE, BOB]), POLICY, chat.ports());
    const [room] = chat.rooms.values();
    if (!room) throw new Error('The room was not opened.');
    question.room = room;
    room.members.add('dave');
    chat.say(room);
    await syncRoom(request(PEOPLE), POLICY, chat.ports());
    return question;
  }

  async answer(by: ChatUser, granted: boolean, more: Partial<ConsentAnswer> = {}): Promise<void> {
    await answerConsent({ roomId: this.room.id, userId: 'id-cust', by, granted, ...more }, POLICY, this.chat.ports());
  }

  /** What was said since the question. */
  get said(): string[] {
    return this.chat.membership.said.slice(1).map(({ what, to, about }) => `${what} ${to}: ${about}`);
  }
}

describe('the question whether a customer may come in', () => {
  test.each(['alice', 'bob'])('is answered with yes by %s, owner or agent of the ticket', async (name) => {
    const question = await Question.asked();
    await question.answer(user(name), true);
    expect(question.room.members).toContain('cust');
    expect(question.said).toEqual([`answered question: ${name} let in cust`]);
    expect(question.chat.membership.added.get(question.room.id)).toContain('id-cust');
    expect(question.chat.membership.consents).toEqual([]);
  });

  test.each(['alice', 'bob'])('is answered with no by %s, and the customer stays outside', async (name) => {
    const question = await Question.asked();
    await question.answer(user(name), false);
    expect(question.room.members).not.toContain('cust');
    expect(question.said).toEqual([`answered question: ${name} kept out cust`]);
  });

  test('is not asked again after a no', async () => {
    const question = await Question.asked();
    await question.answer(user('alice'), false);
    await syncRoom(request(PEOPLE), POLICY, question.chat.ports());
    expect(question.said).toEqual(['answered question: alice kept out cust']);
  });

  test('can be answered with yes after a no', async () => {
    const question = await Question.asked();
    await question.answer(user('alice'), false);
    await question.answer(user('bob'), true);
    expect(question.room.members).toContain('cust');
    expect(question.said).toEqual(['answered question: alice kept out cust', 'answered question: bob let in cust']);
  });

  test('is settled by a yes', async () => {
    const question = await Question.asked();
    await question.answer(user('alice'), true);
    question.room.members.delete('cust');
    await question.answer(user('bob'), true);
    expect(question.room.members).not.toContain('cust');
    expect(question.said.at(-1)).toBe('whisper bob: consent.settled');
  });

  test('does not exist about other customers or in other rooms, whatever a click says', async () => {
    const question = await Question.asked();
    question.chat.addUsers(user('eve'));
    const other = question.chat.addRoom('other', user('alice'));
    await question.answer(user('alice'), true, { userId: 'id-eve' });
    await question.answer(user('alice'), true, { roomId: other.id });
    await question.answer(user('alice'), true, { roomId: 'gone' });
    expect(question.said).toEqual(Array.from({ length: 3 }, () => 'whisper alice: consent.settled'));
    expect([...question.room.members, ...other.members]).toEqual(['alice', 'bob', 'dave', 'alice']);
  });

  test.each([
    ['somebody in the room who has nothing to do with the ticket', 'dave'],
    ['the customer', 'cust'],
    ['a stranger', 'eve'],
  ])('is not answered by %s', async (_who, name) => {
    const question = await Question.asked();
    for (const granted of [true, false]) await question.answer(user(name), granted);
    expect(question.room.members).not.toContain('cust');
    expect(question.said).toEqual([`whisper ${name}: consent.not_yours`, `whisper ${name}: consent.not_yours`]);
    expect(question.chat.membership.consents).toHaveLength(1);
  });

  test.each(['alice', 'bob'])('is not answered by %s from outside the room', async (name) => {
    const question = await Question.asked();
    question.room.members.delete(name);
    await question.answer(user(name), true);
    expect(question.room.members).not.toContain('cust');
    expect(question.said).toEqual([`whisper ${name}: consent.not_yours`]);
  });

  test('is not closed as a yes when the server keeps the customer out', async () => {
    const question = await Question.asked();
    question.chat.notAdmitted.add('cust');
    await question.answer(user('alice'), true);
    expect(question.said).not.toContain('answered question: alice let in cust');
    expect(question.chat.membership.consents).toHaveLength(1);
    expect(question.chat.membership.added.get(question.room.id)).not.toContain('id-cust');
  });

  test('brings nobody into a room that is archived', async () => {
    const question = await Question.asked();
    question.room.archived = true;
    await question.answer(user('alice'), true);
    expect(question.room.members).not.toContain('cust');
  });
});
