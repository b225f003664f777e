import type { ChatMessage } from '../../src/domain/chat-message';
import { bears, notingId, unnotable } from '../../src/domain/noting';
import { isOffTheRecord } from '../../src/domain/off-the-record';
import { isReaction } from '../../src/domain/reaction';
import { message } from './chat';

const OFF = { prefix: '(off)', reaction: ':mute:' };
const FILE = { id: 'f1', name: 'a.pdf', type: 'application/pdf' };
const reacted = (...given: [string, string[]][]): Partial<ChatMessage> => ({ reactions: new Map(given) });

describe('a reaction', () => {
  test.each([
    [':memo:', ':memo:', true],
    // What the picker calls the emoji that people know as memo.
    [':pencil:', ':memo:', true],
    [':memo:', ':pencil:', true],
    [':muted_speaker:', ':mute:', true],
    [':pencil:', ':mute:', false],
    [':pencil2:', ':memo:', false],
    [':memo:', '', false],
    [':party_parrot:', ':party_parrot:', true],
  ])('%s is meant by the setting %s: %s', (given, meant, expected) => expect(isReaction(given, meant)).toBe(expected));
});

describe('off the record is a message', () => {
  test.each([
    ['that begins so', { text: '  (OFF) between us' }, true],
    ['of a file of which its author says so', { text: '', files: [{ ...FILE, description: '(off) salaries' }] }, true],
    ['to which its author has reacted so', reacted([':mute:', ['bob', 'alice']]), true],
    ['to which somebody else has reacted so: it is not theirs', reacted([':mute:', ['bob']]), false],
    ['that says so later', { text: 'this is (off)' }, false],
  ])('%s', (_what, more, expected) => expect(isOffTheRecord(message(more), OFF)).toBe(expected));

  test('nowhere where the settings name nothing', () => {
    const none = { prefix: '', reaction: '' };
    expect(isOffTheRecord(message({ text: '(off) x', ...reacted([':mute:', ['alice']]) }), none)).toBe(false);
  });
});

describe('not noted is a message', () => {
  test.each([
    ["of the app's own", { sender: { id: 'app', username: 'otobo.bot' } }, 'app'],
    ["that is the server's line", { system: true }, 'server'],
    ['off the record', { text: '(off) x' }, 'off'],
    ['of nothing', { text: ' \n' }, 'empty'],
    ['of files only: that is one', { text: '', files: [FILE] }, undefined],
    ['of a quotation only: that is one', { text: '', attachments: [{ text: 'x', quotes: 'm0', fields: [] }] }, undefined],
    ['of a card only: that is one', { text: '', attachments: [{ title: 'DOWN', fields: [] }] }, undefined],
    ['of somebody: that is one', {}, undefined],
  ])('%s', (_what, more, expected) => expect(unnotable(message(more), 'app', OFF)).toBe(expected));
});

describe('a sign', () => {
  test('counts while the person has reacted so', () => {
    const marked = message(reacted([':pencil:', ['bob']]));
    expect([bears(marked, 'reaction', 'bob', ':memo:'), bears(marked, 'reaction', 'carol', ':memo:')]).toEqual([true, false]);
  });

  test('counts while the message is pinned, and where the server does not say', () => {
    const pinned = [{ pinned: true }, { pinned: false }, {}].map((more) => bears(message(more), 'pin', 'bob', ''));
    expect(pinned).toEqual([true, false, true]);
  });
});

test('a message has one id in one ticket, whatever its own looks like', () => {
  const ids = [notingId('2', 'm'), notingId('3', 'm'), notingId('2', 'n'), notingId('2', 'slack-C1 100%')];
  expect(new Set(ids).size).toBe(4);
  expect(notingId('2', 'm')).toBe(ids[0]);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
