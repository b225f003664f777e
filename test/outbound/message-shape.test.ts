import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { toMessage } from '../../src/outbound/rocketchat/message-shape';

/** A message as the engine gives it by its id: what its definitions say, and what comes in fact. */
function given(more: Record<string, unknown> = {}): IMessage {
  const message = {
    id: 'm1',
    room: { id: 'room' },
    sender: { id: 'id-alice', username: 'alice', name: 'Alice' },
    text: 'The toner is empty.',
    createdAt: '2026-11-23T09:05:00.000Z',
    _unmappedProperties_: {},
    ...more,
  };
  return message as unknown as IMessage; // as: the engine's own type leaves half of this out
}

/** The same as it stands on a page. */
function ofPage(more: Record<string, unknown> = {}): IMessageRaw {
  const { id, text, createdAt } = given();
  const message = { id, text, createdAt, roomId: 'room', sender: { _id: 'id-alice', username: 'alice', name: 'Alice' }, ...more };
  return message as unknown as IMessageRaw; // as: the same
}

const quoting = (link: string, text: string, author?: string): Record<string, unknown> => ({
  text,
  timestampLink: link,
  author: { ...(author !== undefined && { name: author }) },
  title: {},
});
const QUOTED = 'https://chat.test/group/room?layout=embedded&msg=m0';

const PLAIN = {
  id: 'm1',
  sender: { id: 'id-alice', username: 'alice', name: 'Alice' },
  text: 'The toner is empty.',
  at: Date.UTC(2026, 10, 23, 9, 5),
  system: false,
  files: [],
  attachments: [],
  reactions: new Map(),
};

describe('a message of the engine', () => {
  test('becomes one of ours, read by its id or with a page', () => {
    expect(toMessage(given())).toEqual(PLAIN);
    expect(toMessage(ofPage())).toEqual(PLAIN);
  });

  test('has its thread, reactions, and who changed it last', () => {
    const more = { threadId: 't', reactions: { ':memo:': { usernames: ['bob', 'alice'] } }, editedAt: new Date(7) };
    const expected = { ...PLAIN, threadId: 't', reactions: new Map([[':memo:', ['bob', 'alice']]]) };
    const by = { id: 'id-bob', username: 'bob' };
    expect(toMessage(given({ ...more, editor: by }))).toEqual({ ...expected, edited: { at: 7, by } });
    expect(toMessage(ofPage({ ...more, editor: { _id: 'id-bob', username: 'bob' } }))).toEqual({ ...expected, edited: { at: 7, by } });
    expect(toMessage(given({ ...more, editor: null }))).toEqual({ ...expected, edited: { at: 7 } });
  });

  test('is the same where all that is absent has become null on its way', () => {
    const absent = { threadId: null, editor: null, editedAt: null, alias: null, reactions: null, files: null, file: null, type: null };
    expect(toMessage(ofPage({ ...absent, attachments: null }))).toEqual(PLAIN);
    expect(toMessage(ofPage({ ...absent, text: null })).text).toBe('');
    const card = {
      ...{ text: 'before', author: { name: null, link: null }, title: { value: null, link: null } },
      ...{ type: null, fileId: null, description: null, fields: null, timestampLink: null },
    };
    expect(toMessage(ofPage({ attachments: [card] })).attachments).toEqual([{ text: 'before', fields: [] }]);
    const file = { _id: 'f', name: 'a', type: null, size: null, typeGroup: null };
    expect(toMessage(ofPage({ files: [file] })).files).toEqual([{ id: 'f', name: 'a', type: '' }]);
  });

  test("is known for the server's own line", () => expect(toMessage(given({ type: 'uj' })).system).toBe(true));

  test('of an integration has the name that it gives itself', () => {
    expect(toMessage(given({ alias: 'Monitoring' })).sender).toEqual({ id: 'id-alice', username: 'alice', name: 'Monitoring' });
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
    expect(toMessage(strange)).toMatchObject({ files: [], attachments: [], reactions: new Map([[':b:', ['bob']]]) });
  });
});

describe('the files of a message', () => {
  const attached = (id: string, name: string, more: object = {}): object => ({
    ...{ type: 'file', title: { value: name, link: `/file-upload/${id}/${name}` }, author: {} },
    ...more,
  });

  test('are there once, without the small pictures that the server makes, with what was said of them', () => {
    const message = given({
      text: '',
      file: { _id: 'f1', name: 'a.png', type: 'image/png' },
      files: [
        { _id: 'f1', name: 'a.png', type: 'image/png', size: 12 },
        { _id: 'f2', name: 'thumb-a.png', type: 'image/png' },
        { _id: 'f3', name: 'b.png', type: 'image/png', typeGroup: 'thumb' },
        { _id: 'f4', name: 'only-listed.txt', type: 'text/plain' },
      ],
      attachments: [attached('f1', 'a.png', { description: '(off) look', imageUrl: '/file-upload/f2/a.png' })],
    });
    expect(toMessage(message)).toMatchObject({
      files: [
        { id: 'f1', name: 'a.png', type: 'image/png', size: 12, description: '(off) look' },
        { id: 'f4', name: 'only-listed.txt', type: 'text/plain' },
      ],
      attachments: [],
    });
  });

  test('on older servers are one in the list, and the others among the attachments', () => {
    const attachments = [attached('f1', 'a.txt'), attached('f2', 'b.txt', { type: null, fileId: 'f2' }), attached('f2', 'b.txt')];
    const { files } = toMessage(given({ file: { _id: 'f1', name: 'a.txt', type: 'text/plain' }, attachments }));
    expect(files).toEqual([
      { id: 'f1', name: 'a.txt', type: 'text/plain' },
      { id: 'f2', name: 'b.txt', type: '' },
    ]);
  });

  test('are not those that lie elsewhere, nor those of a message that is quoted', () => {
    const elsewhere = { type: 'file', title: { value: 'a.txt', link: 'https://files.test/a.txt' }, author: {} };
    const { files, attachments } = toMessage(given({ attachments: [elsewhere, { ...attached('f', 'q.txt'), timestampLink: QUOTED }] }));
    expect(files).toEqual([]);
    expect(attachments).toMatchObject([{ title: 'a.txt', link: 'https://files.test/a.txt' }, { quotes: 'm0' }]);
  });
});

describe('what a message quotes', () => {
  test('is apart from its own words, and names the message', () => {
    const attachments = [quoting(QUOTED, `[ ](https://chat.test/group/room?msg=m) Which printer?`, 'bob')];
    expect(toMessage(given({ text: `[ ](${QUOTED}) \n(off) the blue one`, attachments }))).toMatchObject({
      text: '(off) the blue one',
      attachments: [{ author: 'bob', text: 'Which printer?', link: QUOTED, quotes: 'm0', fields: [] }],
    });
  });

  test('is an address where the server did not show it', () => {
    expect(toMessage(given({ text: `[ ](${QUOTED}) so?` }))).toMatchObject({
      text: 'so?',
      attachments: [{ link: QUOTED, quotes: 'm0', fields: [] }],
    });
  });

  test.each(['see [ ](https://chat.test/group/room?msg=m0) and [docs](https://b.test)', '[ ](https://a.test) no message of a chat'])(
    'is nothing in: %s',
    (text) => expect(toMessage(given({ text }))).toMatchObject({ text, attachments: [] }),
  );

  test('leaves the blanks in front of the own words', () => {
    expect(toMessage(given({ text: `[ ](${QUOTED})\n    indented` })).text).toBe('    indented');
  });
});

test('a message that has a card has what stands on it', () => {
  const attachment = {
    author: { name: 'Icinga' },
    title: { value: 'DOWN', link: 'https://icinga.test' },
    fields: [{ short: true, title: 'Host', value: 'p1' }],
  };
  expect(toMessage(ofPage({ attachments: [attachment] })).attachments).toEqual([
    { author: 'Icinga', title: 'DOWN', link: 'https://icinga.test', fields: [{ title: 'Host', value: 'p1' }] },
  ]);
});
