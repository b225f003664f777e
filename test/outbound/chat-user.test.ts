import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { toChatUser } from '../../src/outbound/rocketchat/chat-user';

const seen = (more: object): ReturnType<typeof toChatUser> =>
  toChatUser({ id: 'u', username: 'alice', isEnabled: true, type: 'user', roles: ['user'], ...more } as unknown as IUser); // as: what matters here

test("a user's clock is known where their client has told it, also behind UTC and at it", () => {
  expect([1, -3.5, 0].map((utcOffset) => seen({ utcOffset }).utcOffset)).toEqual([1, -3.5, 0]);
});

test.each([[undefined], [null]])('a user whose client has told nothing (%s) has no clock of their own', (utcOffset) => {
  expect(seen({ utcOffset })).not.toHaveProperty('utcOffset');
});
