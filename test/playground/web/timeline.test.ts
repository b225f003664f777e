import type { EphemeralNotice, Message } from '../../../playground/web/client/chat/shapes';
import { timeline } from '../../../playground/web/client/chat/timeline';

const message = (_id: string, ts: string, by = 'alice', more: Partial<Message> = {}): Message => ({
  _id,
  rid: 'room',
  u: { username: by },
  msg: _id,
  ts: `2026-11-23T${ts}:00.000Z`,
  ...more,
});
const notice = (id: string, ts: string, username: string, roomId = 'room', more: Partial<Message> = {}): EphemeralNotice => ({
  username,
  roomId,
  message: message(id, ts, 'otobo.bot', more),
});
const ids = (messages: Message[], notices: EphemeralNotice[], thread?: string): string[] =>
  timeline(messages, notices, 'alice', 'room', thread).map(({ message: { _id } }) => _id);

test('what was shown to the reader only stands at its time, what was shown to others or elsewhere does not', () => {
  const notices = [notice('for me', '10:01', 'alice'), notice('for bob', '10:01', 'bob'), notice('elsewhere', '10:01', 'alice', 'other')];
  expect(ids([message('before', '10:00'), message('after', '10:02')], notices)).toEqual(['before', 'for me', 'after']);
});

test('replies stand in their thread and not in the room', () => {
  const all = [message('start', '10:00'), message('reply', '10:01', 'bob', { tmid: 'start' }), message('next', '10:02')];
  const notices = [notice('whispered', '10:03', 'alice', 'room', { tmid: 'start' })];
  expect(ids(all, notices)).toEqual(['start', 'next']);
  expect(ids(all, notices, 'start')).toEqual(['start', 'reply', 'whispered']);
});

test('only messages of one sender within five minutes stand together', () => {
  const continues = (...messages: Message[]): boolean[] => timeline(messages, [], 'alice', 'room').map((entry) => entry.continues);
  expect(continues(message('a', '10:00'), message('b', '10:04'))).toEqual([false, true]);
  expect(continues(message('a', '10:00'), message('b', '10:05'))).toEqual([false, false]);
  expect(continues(message('a', '10:00'), message('b', '10:01', 'bob'))).toEqual([false, false]);
  expect(continues(message('a', '10:00', 'alice', { t: 'au' }), message('b', '10:01'))).toEqual([false, false]);
  expect(continues(message('a', '10:00'), message('b', '10:01', 'alice', { t: 'au' }))).toEqual([false, false]);
});

test('what only the reader sees says so each time, whoever wrote before and after it', () => {
  const messages = [message('before', '10:00', 'otobo.bot'), message('after', '10:02', 'otobo.bot')];
  const entries = timeline(messages, [notice('for me', '10:01', 'alice')], 'alice', 'room');
  expect(entries.map(({ message: { _id }, ephemeral, continues }) => [_id, ephemeral, continues])).toEqual([
    ['before', false, false],
    ['for me', true, false],
    ['after', false, false],
  ]);
});

test('a new day is named', () => {
  const days = timeline(
    [message('a', '10:00'), message('b', '10:10'), { ...message('c', '10:00'), ts: '2026-11-25T10:00:00.000Z' }],
    [],
    'alice',
    'room',
  );
  expect(days.map(({ day }) => day?.getUTCDate())).toEqual([23, undefined, 25]);
});
