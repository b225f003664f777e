import { isInTicketRoom } from '../../src/inbound/events/message-events';

const MARK = { v: 1, ticketId: '2', ticketNumber: '11', sig: 's' };
const MESSAGE = {
  id: 'm',
  text: 'hello',
  room: { id: 'room', type: 'p', customFields: { otobo: MARK } },
  sender: { id: 'u', username: 'alice', type: 'user' },
};

test('the app hears of what a person writes in the room of a ticket', () => {
  expect(isInTicketRoom(MESSAGE)).toBe(true);
  expect(isInTicketRoom({ ...MESSAGE, sender: { id: 'u', username: 'alice' } })).toBe(true);
});

test.each([
  ['in a room without a mark', { ...MESSAGE, room: { id: 'room', type: 'p' } }],
  ['in a room with marks of others', { ...MESSAGE, room: { id: 'room', type: 'p', customFields: { team: 'red' } } }],
  ['in a channel that copies the mark', { ...MESSAGE, room: { ...MESSAGE.room, type: 'c' } }],
  ["of the app's own", { ...MESSAGE, sender: { id: 'b', username: 'otobo.bot', type: 'app' } }],
  ['of a bot', { ...MESSAGE, sender: { id: 'b', username: 'hubot', type: 'bot' } }],
  ['that is none', undefined],
])('the app looks away from a message %s', (_what, message) => {
  expect(isInTicketRoom(message)).toBe(false);
});
