import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import type { Card } from '../../src/domain/card';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { cards } from '../../src/outbound/rocketchat/cards';
import { translator } from '../../src/text/translate';
import type { Cards } from '../../src/usecases/ports';
import { TICKET, user } from '../domain/chat';

const CARD: Card = { ticket: TICKET, guarded: false, missing: [] };
const CHANGED: Card = { ...CARD, ticket: { ...TICKET, state: 'closed successful' } };

/** What the server keeps of a room's messages. */
class Server {
  readonly messages = new Map<string, IMessage>();
  edits = 0;

  get cards(): Cards {
    const accessors = {
      read: { getMessageReader: () => ({ getById: (id: string) => Promise.resolve(this.messages.get(id)) }) },
      modify: {
        getCreator: () => ({
          startMessage: () => new MessageBuilder(),
          finish: (builder: MessageBuilder) => {
            const id = `message-${this.messages.size + 1}`;
            this.messages.set(id, builder.getMessage());
            return Promise.resolve(id);
          },
        }),
        getUpdater: () => ({
          message: (id: string) => Promise.resolve(new MessageBuilder(this.messages.get(id))),
          finish: () => {
            this.edits += 1;
            return Promise.resolve();
          },
        }),
      },
    } as unknown as Accessors; // as: what cards do not use here is not there at all, so that using it fails
    const workspace = {
      appUser: () => Promise.resolve(user('otobo.bot', { bot: true })),
      siteUrl: () => Promise.resolve('https://chat.test'),
      language: () => Promise.resolve('en'),
    };
    return cards(accessors, 'app-id', workspace, () => Promise.resolve(translator('en')), {
      timeZone: 'UTC',
      off: { prefix: '(off)', reaction: ':mute:' },
    });
  }

  shown(id: string): string {
    return JSON.stringify(this.messages.get(id)?.blocks);
  }
}

describe('a card that is brought up to date', () => {
  test('says what is true now', async () => {
    const server = new Server();
    const id = await server.cards.post('room', CARD);
    await server.cards.refresh(id, CHANGED);
    expect(server.shown(id)).toContain('State: closed successful');
    expect(server.shown(id)).toContain('keeps its owner');
  });

  test('still says who linked the room', async () => {
    const server = new Server();
    const id = await server.cards.post('room', { ...CARD, linkedBy: 'ann' });
    await server.cards.refresh(id, CHANGED);
    expect(server.shown(id)).toContain('State: closed successful');
    expect(server.shown(id)).toContain('ann linked this room');
    expect(server.shown(id)).not.toContain('keeps its owner');
  });

  test('is left alone when it says so already, because clients mark what was edited', async () => {
    const server = new Server();
    const id = await server.cards.post('room', CARD);
    await server.cards.refresh(id, CARD);
    expect(server.edits).toBe(0);
    await server.cards.refresh(id, CHANGED);
    expect(server.edits).toBe(1);
  });

  test('is left alone when it is none any more, or is gone', async () => {
    const server = new Server();
    const id = await server.cards.post('room', CARD);
    for (const [known, message] of server.messages) server.messages.set(known, { ...message, blocks: [] });
    await server.cards.refresh(id, CHANGED);
    await server.cards.refresh('gone', CHANGED);
    expect(server.shown(id)).toBe('[]');
  });
});
