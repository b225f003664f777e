import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import fc from 'fast-check';
import type { Article } from '../../src/domain/article';
import type { News } from '../../src/domain/change-plan';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { changeNotices } from '../../src/outbound/rocketchat/change-notices';
import { changeText } from '../../src/outbound/rocketchat/change-text';
import { translator } from '../../src/text/translate';
import { user } from '../domain/chat';
import { found, visible } from '../reading';

const BOT = user('otobo.bot', { bot: true });
const HOSTILE = '@all *b* _i_ ~s~ `c` #room [x](https://evil.test) <https://evil.test|y> https://evil.test :smile: ||z|| $x$';

const article = (more: Partial<Article> = {}): Article => ({
  id: '7',
  from: '"Jane Doe" <jane@far.test>',
  subject: 'It burns',
  body: 'Hello,\n\nthe printer burns.\r\nPlease help.\nJane',
  visibleForCustomer: true,
  at: 0,
  ...more,
});
const news = (more: Partial<News> = {}): News => ({ fields: [], articles: [], more: 0, ...more });
const said = (one: News, language = 'en'): string => changeText(one, translator(language), language, 'Europe/Berlin');

describe('a message about changes', () => {
  test('says in a line each what was and what is, and when something ends', () => {
    const fields = [
      { field: 'state', from: 'open', to: 'pending reminder' },
      { field: 'pendingUntil', to: Date.UTC(2026, 10, 24, 10) },
      { field: 'responsible', to: 'bob' },
    ] as const;
    expect(visible(said(news({ fields }))).split('\n')).toEqual([
      'State: open → pending reminder',
      'Pending until: Nov 24, 2026, 11:00 AM (UTC+1)',
      'Responsible: bob',
    ]);
  });

  test('is in the language of the workspace, with its times', () => {
    const fields = [
      { field: 'owner', from: 'alice', to: 'bob' },
      { field: 'escalatesAt', from: 1, to: Date.UTC(2026, 10, 24, 10) },
    ] as const;
    expect(visible(said(news({ fields, articles: [article({ visibleForCustomer: false, body: '' })] }), 'de')).split('\n')).toEqual([
      'Besitzer: alice → bob',
      'Eskalation: 24.11.2026, 11:00 (UTC+1)',
      'Neuer interner Artikel von Jane Doe: It burns',
    ]);
  });

  test('names who changed the ticket from the chat', () => {
    const state = { field: 'state', from: 'open', to: 'closed' } as const;
    expect(visible(said(news({ fields: [state], by: 'alice' })))).toBe('alice: State: open → closed');
    expect(visible(said(news({ fields: [state, { field: 'queue', from: 'A', to: 'B' }], by: 'alice' })))).toBe(
      'alice:\nState: open → closed\nQueue: A → B',
    );
  });

  test('says of an article who wrote it, for whom, what about, and how it begins', () => {
    expect(visible(said(news({ articles: [article()], more: 2 }))).split('\n')).toEqual([
      'New article from Jane Doe, visible to the customer: It burns',
      '> Hello,',
      '> the printer burns.',
      '> Please help.',
      '> …',
      '2 more new articles',
    ]);
  });

  test.each([
    ['an address alone', 'jane@far.test', 'jane@far.test'],
    ['a name without an address', 'Rcapi Agent', 'Rcapi Agent'],
    ['nothing', '', '–'],
  ])('says who wrote an article whose From has %s', (_what, from, who) => {
    expect(visible(said(news({ articles: [article({ from, body: '' })] })))).toBe(
      `New article from ${who}, visible to the customer: It burns`,
    );
  });

  test('gets nothing but text out of what stands in a ticket', () => {
    const at = (text: string): string[] => [
      said(news({ fields: [{ field: 'title', from: text, to: text }] })),
      said(news({ fields: [{ field: 'owner', to: text }], by: text })),
      said(news({ articles: [article({ from: text, subject: text, body: `${text}\n${text}` })] })),
    ];
    const [tame, hostile] = [at('tame'), at(HOSTILE)];
    hostile.forEach((text, n) => {
      expect(found(text)).toEqual(found(tame[n] ?? ''));
      expect(text).not.toMatch(/@all|\]\(/);
    });
  });

  test('is never too long for a server, whatever stands in the ticket, and never empty', () => {
    const endless = fc
      .constantFrom('x', '[', '*', '@', 'e\u0301\u0302\u0303', '👩‍👩‍👧', '=\\*')
      .chain((unit) => fc.integer({ min: 1, max: 3_000 }).map((times) => unit.repeat(times)));
    const anyNews = fc.record({
      fields: fc.array(fc.record({ field: fc.constantFrom('title', 'state', 'owner'), from: endless, to: endless }), { maxLength: 10 }),
      articles: fc.array(
        fc.tuple(endless, endless).map(([subject, line]) => article({ from: subject, subject, body: `${line}\n${line}\n${line}` })),
        { minLength: 1, maxLength: 5 },
      ),
      more: fc.nat(10),
    });
    fc.assert(
      fc.property(anyNews, (one: News) => {
        const text = said(one);
        expect(text.length).toBeLessThan(5_000);
        expect(text).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });
});

/** What the server keeps of a room's messages. */
class Server {
  readonly messages: IMessage[] = [];

  get notices() {
    const accessors = {
      read: {
        getMessageReader: () => ({ getById: (id: string) => Promise.resolve(this.messages.find((one) => one.id === id)) }),
        getRoomReader: () => ({
          getMessages: () => Promise.resolve(this.messages.map((one) => ({ ...one, sender: { _id: one.sender.id } }))),
        }),
      },
      modify: {
        getCreator: () => ({
          startMessage: () => new MessageBuilder(),
          finish: (builder: MessageBuilder) => Promise.resolve(this.add(builder)),
        }),
        getUpdater: () => ({
          message: (id: string) => Promise.resolve(new MessageBuilder(this.messages.find((one) => one.id === id))),
          finish: () => Promise.resolve(),
        }),
      },
    } as unknown as Accessors; // as: what notices do not use is not there at all, so that using it fails
    const workspace = {
      appUser: () => Promise.resolve(BOT),
      siteUrl: () => Promise.resolve('https://chat.test'),
      language: () => Promise.resolve('en'),
    };
    return changeNotices(accessors, 'app-id', workspace, 'UTC');
  }

  private add(builder: MessageBuilder): string {
    const id = `message-${this.messages.length + 1}`;
    this.messages.push({ ...builder.getMessage(), id });
    return id;
  }
}

const CLOSED = news({ fields: [{ field: 'state', from: 'open', to: 'closed' }] });

describe('messages about changes in a room', () => {
  test('say the same in text and block, and are found again by what they follow upon', async () => {
    const server = new Server();
    const messageId = await server.notices.post('room', CLOSED, 'digest');
    expect(server.messages).toMatchObject([
      { room: { id: 'room' }, sender: { id: BOT.id }, text: 'State: open → closed', blocks: [{ text: { text: 'State: open → closed' } }] },
    ]);
    expect(await server.notices.find('room')).toEqual([{ messageId, digest: 'digest' }]);
  });

  test('are edited in place while they are there', async () => {
    const server = new Server();
    const messageId = await server.notices.post('room', CLOSED, 'first');
    const more = news({ fields: [...CLOSED.fields, { field: 'queue', from: 'A', to: 'B' }] });
    expect(await server.notices.edit(messageId, more, 'second')).toBe(true);
    expect(await server.notices.find('room')).toEqual([{ messageId, digest: 'second' }]);
    expect(visible(server.messages[0]?.text ?? '')).toBe('State: open → closed\nQueue: A → B');
    expect(await server.notices.edit('gone', more, 'second')).toBe(false);
  });

  test('are none where somebody else has sent such a block', async () => {
    const server = new Server();
    await server.notices.post('room', CLOSED, 'digest');
    for (const message of server.messages) message.sender = { ...message.sender, id: 'mallory' };
    expect(await server.notices.find('room')).toEqual([]);
  });
});
