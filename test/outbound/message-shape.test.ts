import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { toMessage } from '../../src/outbound/rocketchat/message-shape';

/** A message as the engine gives it: what its definitions say, and what comes in fact. */
function given(more: Record<string, unknown> = {}): IMessage & { readonly id: string } {
  const message = {
    id: 'm1',
    room: { id: 'room' },
    sender: { id: 'id-alice', username: 'alice', name: 'Alice' },
    text: 'The toner is empty.',
    createdAt: '2026-11-23T09:05:00.000Z',
    _unmappedProperties_: {},
    ...more,
  };
  return message as unknown as IMessage & { readonly id: string }; // as: the engine's own type leaves half of this out
}

const quoting = (link: string, text: string, author?: string): Record<string, unknown> => ({
  text,
  timestampLink: link,
  author: { ...(author !== undefined && { name: author }) },
  title: {},
});
const QUOTED = 'https://chat.test/group/room?msg=m0';

describe('a message of the engine', () => {
  test('becomes one of ours', () => {
    expect(toMessage(given({ threadId: 't', reactions: { ':memo:': { usernames: ['bob'] } } }))).toEqual({
      id: 'm1',
      roomId: 'room',
      author: { id: 'id-alice', username: 'alice', name: 'Alice' },
      text: 'The toner is empty.',
      at: Date.UTC(2026, 10, 23, 9, 5),
      edited: false,
      threadId: 't',
      system: false,
      files: [],
      quotes: [],
      reactions: new Map([[':memo:', ['bob']]]),
    });
  });

  test('may have nothing but an author and a time', () => {
    const bare = given({ text: undefined, attachments: null, files: null, reactions: null, editedAt: null, threadId: null, type: null });
    expect(toMessage(bare)).toMatchObject({ text: '', files: [], quotes: [], reactions: new Map(), edited: false, system: false });
  });

  test("is known for the server's own line, and for an edited one", () => {
    expect(toMessage(given({ type: 'uj', editedAt: new Date() }))).toMatchObject({ system: true, edited: true });
  });

  test('names its files once each, without the small pictures that the server makes', () => {
    const file = (name: string): Record<string, unknown> => ({ type: 'file', title: { value: name }, author: {} });
    const attachments = [{ ...file('printer.png'), description: 'the smoke' }, file('log.txt')];
    const files = [
      { name: 'printer.png' },
      { name: 'thumb-printer.png' },
      { name: 'printer.png', typeGroup: 'thumb' },
      { name: 'log.txt' },
      { name: 'only-listed.txt' },
    ];
    expect(toMessage(given({ attachments, files })).files).toEqual([
      { name: 'printer.png', description: 'the smoke' },
      { name: 'log.txt' },
      { name: 'only-listed.txt' },
    ]);
  });

  test('has its own words, and apart from them what it quotes', () => {
    const attachments = [quoting(QUOTED, `[ ](https://chat.test/group/room?msg=m) Which printer?`, 'bob')];
    expect(toMessage(given({ text: `[ ](${QUOTED}) \n(off) the blue one`, attachments }))).toMatchObject({
      text: '(off) the blue one',
      quotes: [{ author: 'bob', text: 'Which printer?' }],
    });
  });

  test('keeps the address of what it quotes where the server did not show that', () => {
    expect(toMessage(given({ text: `[ ](${QUOTED}) so?` }))).toMatchObject({ text: 'so?', quotes: [{ text: QUOTED }] });
  });

  test('does not take links among its words for quotations', () => {
    const text = 'see [ ](https://a.test) and [docs](https://b.test)';
    expect(toMessage(given({ text }))).toMatchObject({ text, quotes: [] });
  });

  test.each([
    ['newer engines name it', { pinned: true }, true],
    ['older ones bring it along', { _unmappedProperties_: { pinned: false } }, false],
    ['nobody says it', {}, undefined],
  ])('says whether it is pinned: %s', (_how, more, expected) => expect(toMessage(given(more)).pinned).toBe(expected));

  test('of a strange shape loses what nobody understands, and no more', () => {
    const strange = given({
      attachments: ['x', { title: 7 }],
      files: [{ name: 7 }],
      reactions: { ':a:': 'x', ':b:': { usernames: ['bob'] } },
    });
    expect(toMessage(strange)).toMatchObject({ files: [], quotes: [], reactions: new Map([[':b:', ['bob']]]) });
  });
});
