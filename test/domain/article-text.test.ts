import { articleText } from '../../src/domain/article-text';
import { roomAddress, threadAddress } from '../../src/domain/room-address';

test('what somebody typed goes on as it is, without blank space around it', () => {
  expect(articleText('\n  a\n\n  b  \n')).toBe('a\n\n  b');
  expect(articleText('x'.repeat(20_000))).toHaveLength(20_000);
});

test.each([' \n', 'x'.repeat(20_001)])('nothing, and more than anybody reads, is refused', (text) => {
  expect(() => articleText(text)).toThrow(/^text_(missing|too_long)$/);
});

test('rooms of every type and threads have the addresses that browsers know', () => {
  const address = (type: 'private' | 'public' | 'direct'): string => roomAddress({ type, slug: 'a b' }, 'https://chat.test');
  expect([address('private'), address('public'), address('direct')]).toEqual([
    'https://chat.test/group/a%20b',
    'https://chat.test/channel/a%20b',
    'https://chat.test/direct/a%20b',
  ]);
  expect(threadAddress({ type: 'private', slug: 'r' }, 'm1', 'https://chat.test')).toBe('https://chat.test/group/r/thread/m1');
});
