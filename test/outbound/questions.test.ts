import { questions } from '../../src/outbound/rocketchat/questions';
import type { Question } from '../../src/usecases/ports';
import { FakePersistence } from './fake-persistence';

const QUESTION: Question = { id: 'q', userId: 'alice', roomId: 'room', about: { type: 'LinkPublicRoom', ticketId: '2' }, at: 1 };

describe('questions', () => {
  test('are found by their id until they are taken back', async () => {
    const port = questions(new FakePersistence().accessors);
    await port.put(QUESTION);
    await port.put({ ...QUESTION, id: 'other' });
    expect(await port.find('q')).toEqual(QUESTION);
    await port.drop('q');
    expect([await port.find('q'), await port.find('other')]).toEqual([undefined, { ...QUESTION, id: 'other' }]);
  });

  test.each<Question['about']>([
    { type: 'SendReply', ticketId: '2', title: 'Toner', text: 'It comes today.', mailed: true },
    { type: 'AddMember', username: 'carol' },
    { type: 'LookAt' },
    { type: 'FillIn', form: 'link' },
    { type: 'AdoptRooms', rooms: [{ ticketId: '2', ticketNumber: '11', roomId: 'room' }] },
  ])('remember what they are about: $type', async (about) => {
    const port = questions(new FakePersistence().accessors);
    await port.put({ ...QUESTION, about });
    expect((await port.find('q'))?.about).toEqual(about);
  });

  test('are listed', async () => {
    const port = questions(new FakePersistence().accessors);
    await port.put({ ...QUESTION, threadId: 'thread' });
    expect(await port.all()).toEqual([{ ...QUESTION, threadId: 'thread' }]);
  });
});
