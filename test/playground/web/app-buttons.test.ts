import { buttonsFor } from '../../../playground/web/client/chat/app-buttons';
import type { AppButton, Room } from '../../../playground/web/client/chat/shapes';

const room = (t: Room['t'], more: Partial<Room> = {}): Room => ({ _id: 'r', t, ro: false, usersCount: 2, ts: '', ...more });
const button = (when?: AppButton['when'], context = 'roomAction'): AppButton => ({
  actionId: 'a',
  context,
  labelI18n: 'l',
  ...(when && { when }),
});
const agent = { roles: ['user', 'agent'] };
const shows = (one: AppButton, where: Room, place?: 'message' | 'threads'): boolean =>
  buttonsFor([one], one.context, where, agent, place).length === 1;

test('a button without conditions shows everywhere in its menu, and in no other menu', () => {
  expect(shows(button(), room('c'))).toBe(true);
  expect(buttonsFor([button()], 'messageAction', room('c'), agent)).toEqual([]);
});

test.each([
  ['public_channel', room('c')],
  ['private_channel', room('p')],
  ['private_discussion', room('p', { prid: 'parent' })],
  ['direct', room('d', { usernames: ['a', 'b'] })],
  ['direct_multiple', room('d', { usernames: ['a', 'b', 'c'] })],
])('a button for a %s shows there and nowhere else', (type, where) => {
  const others = [room('c'), room('p'), room('p', { prid: 'x' }), room('d'), room('d', { usernames: ['a', 'b', 'c'] })];
  expect(shows(button({ roomTypes: [type] }), where)).toBe(true);
  expect(others.filter((other) => shows(button({ roomTypes: [type] }), other))).toHaveLength(1);
});

test('a button for threads does not show on messages of the room', () => {
  const inThreads = button({ messageActionContext: ['threads'] }, 'messageAction');
  expect(shows(inThreads, room('c'), 'threads')).toBe(true);
  expect(shows(inThreads, room('c'), 'message')).toBe(false);
});

test('a button for a role shows to those who have it', () => {
  expect(shows(button({ hasOneRole: ['admin', 'agent'] }), room('c'))).toBe(true);
  expect(shows(button({ hasOneRole: ['admin'] }), room('c'))).toBe(false);
  expect(shows(button({ hasAllRoles: ['user', 'agent'] }), room('c'))).toBe(true);
  expect(shows(button({ hasAllRoles: ['user', 'admin'] }), room('c'))).toBe(false);
});
