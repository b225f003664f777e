import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import { RoomBuilder } from '@rocket.chat/apps-engine/server/accessors/RoomBuilder';
import type { MissingPerson } from '../../src/domain/told';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { CARD_BLOCK } from '../../src/outbound/rocketchat/card-blocks';
import { notices } from '../../src/outbound/rocketchat/notices';
import { translator } from '../../src/text/translate';
import type { Notices } from '../../src/usecases/ports';
import { TICKET, user } from '../domain/chat';

const BOT = user('otobo.bot', { bot: true });

/** What the server would have been told; direct rooms exist once they have been made. */
class Server {
  readonly messages: Partial<IMessage>[] = [];
  readonly direct: { readonly id: string; readonly members: string[] }[] = [];
  readonly whispers: { readonly to: string; readonly message: IMessage }[] = [];
  readonly edited: { readonly id: string; readonly editor: string; readonly message: IMessage }[] = [];
  readonly warnings: unknown[] = [];
  /** Why messages are refused, if they are. */
  refusal: Error | undefined;

  get notices(): Notices {
    const accessors = {
      modify: {
        getCreator: () => ({
          startMessage: () => new MessageBuilder(),
          startRoom: () => new RoomBuilder(),
          finish: (builder: MessageBuilder | RoomBuilder) => Promise.resolve(this.finish(builder)),
        }),
        getUpdater: () => ({
          message: (id: string, editor: { id: string }) => {
            const message = { id, room: { id: 'room' } } as IMessage; // as: the rest of a stored message is not looked at
            this.edited.push({ id, editor: editor.id, message });
            return Promise.resolve(new MessageBuilder(message));
          },
          finish: () => Promise.resolve(),
        }),
        getNotifier: () => ({
          notifyUser: (to: { username: string }, message: IMessage) =>
            Promise.resolve(void this.whispers.push({ to: to.username, message })),
        }),
      },
      log: { warn: (entry: unknown) => this.warnings.push(entry) },
    } as unknown as Accessors; // as: what notices do not use is not there at all, so that using it fails
    const workspace = {
      appUser: () => Promise.resolve(BOT),
      siteUrl: () => Promise.resolve('https://chat.test'),
      language: () => Promise.resolve('en'),
    };
    return notices(accessors, 'app-id', workspace, () => Promise.resolve(translator('en')));
  }

  /** What was posted: room, sender and text. */
  get posted(): unknown[] {
    return this.messages.map(({ room, sender, text }) => [room?.id, sender?.username, text]);
  }

  private finish(builder: MessageBuilder | RoomBuilder): string {
    if (builder instanceof RoomBuilder) {
      // As the server does: two people have one direct room.
      const members = builder.getMembersToBeAddedUsernames();
      const known = this.direct.find((room) => room.members.join() === members.join());
      const room = known ?? { id: `direct-${this.direct.length + 1}`, members };
      if (!known) this.direct.push(room);
      return room.id;
    }
    if (this.refusal) throw this.refusal;
    this.messages.push(builder.getMessage());
    return `message-${this.messages.length}`;
  }
}

const missing = (name: string): MissingPerson => ({ name, reason: 'no_account', keys: [] });

describe('what the app says', () => {
  test('welcomes everybody who came in, and mentions them and nobody else', async () => {
    const server = new Server();
    await server.notices.welcome('room', ['bob', 'carol']);
    expect(server.posted).toEqual([['room', 'otobo.bot', 'Welcome: @bob @carol']]);
  });

  test('asks about a customer without calling them', async () => {
    const server = new Server();
    await server.notices.askConsent('room', user('cust'));
    const [question] = server.messages;
    expect(question?.room?.id).toBe('room');
    expect(question?.text).toContain('cust');
    expect(question?.text).not.toContain('@');
    expect(question?.blocks).toHaveLength(2);
  });

  test.each([
    [true, 'alice let the customer cust in.', 1],
    [false, 'alice kept the customer cust out.', 2],
  ])('says under the question how it was answered (%s)', async (granted, text, blocks) => {
    const server = new Server();
    await server.notices.consentAnswered('question', user('cust'), user('alice'), granted);
    expect(server.edited).toMatchObject([{ id: 'question', editor: BOT.id, message: { text } }]);
    expect(server.edited[0]?.message.blocks).toHaveLength(blocks);
    expect(server.messages).toEqual([]);
  });

  test('to one person alone is not stored', async () => {
    const server = new Server();
    await server.notices.whisper(user('dave'), 'room', 'consent.not_yours');
    expect(server.whispers).toMatchObject([{ to: 'dave', message: { room: { id: 'room' }, sender: { id: BOT.id } } }]);
    expect(server.whispers[0]?.message.text).toMatch(/owner of the room/);
    expect(server.messages).toEqual([]);
  });
});

describe('a ticket that somebody has named', () => {
  test('gets its number and a button, and no card, where it was named', async () => {
    const server = new Server();
    await server.notices.unfurl({ roomId: 'room', threadId: 'thread' }, TICKET.number);
    expect(server.posted).toEqual([['room', BOT.username, `Ticket#${TICKET.number}`]]);
    const [message] = server.messages;
    expect(message?.threadId).toBe('thread');
    expect(message?.blocks).toMatchObject([
      { type: 'section', text: { text: `Ticket#${TICKET.number}` } },
      { type: 'actions', elements: [{ actionId: 'otobo-show-ticket', value: TICKET.number, text: { text: 'Show' } }] },
    ]);
    expect(JSON.stringify(message?.blocks)).not.toContain(CARD_BLOCK);
  });

  test('gets none in a room where the app may not post, and the room stays as it is', async () => {
    const server = new Server();
    server.refusal = new Error("You can't send messages because the room is readonly.");
    await expect(server.notices.unfurl({ roomId: 'room' }, TICKET.number)).rejects.toThrow('readonly');
    expect([server.messages, server.edited]).toEqual([[], []]);
  });
});

describe('who asked for a room', () => {
  test('is told in private who is missing in their own language', async () => {
    const server = new Server();
    await server.notices.missing(user('bob', { language: 'de' }), TICKET, [missing('eve')]);
    expect(server.messages.map(({ text }) => text)).toEqual([expect.stringContaining('1 Person ist nicht in diesem Raum: eve')]);
  });

  test('is told in private who is missing, and the second time in the same direct room', async () => {
    const server = new Server();
    await server.notices.missing(user('bob'), TICKET, [missing('eve'), missing('zoe')]);
    await server.notices.missing(user('bob'), TICKET, [missing('eve')]);
    expect(server.direct).toEqual([{ id: 'direct-1', members: ['otobo.bot', 'bob'] }]);
    expect(server.messages.map(({ room }) => room?.id)).toEqual(['direct-1', 'direct-1']);
    expect(server.messages[0]?.text).toMatch(/2026112310000011[^]*2 people are not in this room: eve \(.+\), zoe \(.+\)/);
  });

  test('is told in a direct room of their own', async () => {
    const server = new Server();
    for (const name of ['bob', 'carol']) await server.notices.missing(user(name), TICKET, [missing('eve')]);
    expect(server.messages.map(({ room }) => room?.id)).toEqual(['direct-1', 'direct-2']);
  });

  test('gets no mention, link or formatting out of what stands in the ticket', async () => {
    const server = new Server();
    await server.notices.missing(user('bob'), { ...TICKET, title: '@all *bold* [x](https://evil.test)' }, [missing('@here')]);
    expect(server.messages[0]?.text).not.toMatch(/@(all|here)|(^|[^\\])\*bold|\]\(/);
  });

  test('has the room all the same when telling does not work, and the log says so', async () => {
    const server = new Server();
    server.refusal = new Error('out of order');
    await server.notices.missing(user('bob'), TICKET, [missing('eve')]);
    expect(server.warnings).toMatchObject([{ username: 'bob', error: 'Error: out of order' }]);
  });
});
