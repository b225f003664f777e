import type { TranscriptRecord, TranscriptWish } from '../../src/domain/transcript-record';
import { deletions } from '../../src/outbound/rocketchat/deletions';
import { questions } from '../../src/outbound/rocketchat/questions';
import { transcripts } from '../../src/outbound/rocketchat/transcripts';
import type { Question } from '../../src/usecases/ports';
import { FakePersistence } from './fake-persistence';

const BOOKMARK = { since: 5, recent: [{ id: 'm1', at: 6 }], passed: 9 };

const RECORD: TranscriptRecord = {
  roomId: 'room',
  acknowledged: { to: BOOKMARK, until: 7 },
  part: {
    write: {
      id: 'w1',
      ticketId: '2',
      change: { type: 'Transcript', roomId: 'room', subject: 's', visible: false },
      by: { userId: 'id-alice', username: 'alice', roomId: 'room' },
      right: 'rw',
      at: 1,
      notBefore: 2,
      attempts: 0,
    },
    to: BOOKMARK,
    until: 8,
    order: { id: 'wish', done: 3, articles: 1 },
  },
  refused: { code: 'otobo_denied', details: { message: 'no' }, wishId: 'wish' },
};

const WISH: TranscriptWish = {
  id: 'wish',
  roomId: 'room',
  threadId: 't',
  ticketId: '2',
  ticketNumber: '11',
  userId: 'id-alice',
  visible: true,
  leaveOut: ['m1'],
  from: BOOKMARK,
  counted: 3,
  until: 9,
  expected: 4,
  done: 0,
  articles: 0,
};

let store: FakePersistence;
beforeEach(() => {
  store = new FakePersistence();
});

describe('the transcript of a room', () => {
  test('has one record, written anew each time', async () => {
    const port = transcripts(store.accessors);
    await port.write({ roomId: 'room' });
    await port.write(RECORD);
    await port.write({ roomId: 'other' });
    expect([await port.find('room'), await port.find('other'), await port.find('third')]).toEqual([RECORD, { roomId: 'other' }, undefined]);
    expect(store.stored).toHaveLength(2);
  });

  test('has one wish at most, which is found by its room and among all', async () => {
    const port = transcripts(store.accessors);
    await port.writeWish(WISH);
    await port.writeWish({ ...WISH, done: 3 });
    await port.writeWish({ ...WISH, roomId: 'other' });
    expect(await port.wish('room')).toEqual({ ...WISH, done: 3 });
    await port.dropWish('room');
    expect([await port.wish('room'), await port.wishes()]).toEqual([undefined, [{ ...WISH, roomId: 'other' }]]);
  });

  test('keeps what a part says until it is dropped with all of its room', async () => {
    const port = transcripts(store.accessors);
    const content = { id: 'w1', roomId: 'room', body: 'b', html: 'h', files: [{ id: 'f', name: 'n', type: 't', gone: 'g' }] };
    await port.putContent(content);
    await port.putContent({ ...content, id: 'w2' });
    await port.putContent({ ...content, id: 'w3', roomId: 'other' });
    expect(await port.content('w1')).toEqual(content);
    await port.dropContents('room');
    expect([await port.content('w1'), await port.content('w2'), await port.content('w3')]).toMatchObject([
      undefined,
      undefined,
      { id: 'w3' },
    ]);
  });

  test('knows when its room was linked last', async () => {
    const port = transcripts(store.accessors);
    expect(await port.linkedAt('room')).toBeUndefined();
    await port.noteLinked('room', 1);
    await port.noteLinked('room', 2);
    expect(await port.linkedAt('room')).toBe(2);
  });
});

describe('deletions', () => {
  test('are noted once for each message, though two instances note one at the same moment', async () => {
    const port = deletions(store.accessors);
    const one = { roomId: 'room', messageId: 'm1', writtenAt: 5 };
    await port.note(one);
    store.stored.push({ ...store.stored[0], associations: store.stored[0]?.associations ?? [], data: one });
    await port.note({ ...one, messageId: 'm2' });
    await port.note({ ...one, messageId: 'm3', roomId: 'other' });
    expect(await port.ofRoom('room')).toEqual([one, { ...one, messageId: 'm2' }]);
  });
});

test('what may be chosen for a transcript, and the question before it is shown, are kept as they are', async () => {
  const port = questions(store.accessors);
  const question = { userId: 'id-alice', roomId: 'room', at: 1 };
  const choices: Question = {
    ...question,
    id: 'view',
    about: {
      type: 'ChooseTranscript',
      ticketId: '2',
      ticketNumber: '11',
      until: 9,
      ranges: [
        { key: 'new', from: BOOKMARK, counted: 3, count: 4 },
        { key: 'all', from: BOOKMARK, counted: 0 },
      ],
      people: ['Alice'],
      off: 1,
      deleted: 2,
      newest: [{ id: 'm1', at: 5, name: 'Alice', words: 'hello' }],
    },
  };
  const show: Question = { ...question, id: 'show', about: { type: 'ShowTranscript', wish: WISH } };
  await port.put(choices);
  await port.put(show);
  expect([await port.find('view'), await port.find('show')]).toEqual([choices, show]);
});
