import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import { CLOSE_POLICIES, type Closing, STOP_CLOSING } from '../../src/domain/closing';
import { AppError } from '../../src/domain/errors';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { closingNotices } from '../../src/outbound/rocketchat/closing-notices';
import { errorSentence } from '../../src/text/error-sentence';
import { translator } from '../../src/text/translate';
import type { ClosingNotices } from '../../src/usecases/ports';
import { user } from '../domain/chat';

const CLOSING: Closing = {
  ticketId: '2',
  ticketNumber: '2026112310000011',
  url: 'https://otobo.test/2',
  roomId: 'room',
  phase: 'announced',
  terms: { policy: 'read_only', deleteAfter: 86_400_000 },
  revision: 1,
  since: 0,
  dueAt: Date.UTC(2026, 10, 23, 9, 30),
  noticeId: 'notice',
  removed: [],
};

/** What the server would have been told. */
class Server {
  readonly messages: Partial<IMessage>[] = [];
  noticeGone = false;

  notices(language = 'en'): ClosingNotices {
    const stored = { id: 'notice', room: { id: 'room' } } as IMessage; // as: the rest of a stored message is not looked at
    const accessors = {
      read: { getMessageReader: () => ({ getById: () => Promise.resolve(this.noticeGone ? undefined : stored) }) },
      modify: {
        getCreator: () => ({ startMessage: () => new MessageBuilder(), finish: (builder: MessageBuilder) => this.take(builder) }),
        getUpdater: () => ({
          message: () => Promise.resolve(new MessageBuilder(stored)),
          finish: (builder: MessageBuilder) => this.take(builder),
        }),
      },
    } as unknown as Accessors; // as: what is not used is not there at all, so that using it fails
    const workspace = {
      appUser: () => Promise.resolve(user('otobo.bot', { bot: true })),
      siteUrl: () => Promise.resolve('https://chat.test'),
      language: () => Promise.resolve(language),
    };
    return closingNotices(accessors, 'app-id', workspace, () => Promise.resolve(translator(language)), 'Europe/Berlin');
  }

  get text(): string {
    return this.messages.at(-1)?.text ?? '';
  }

  get blocks(): string {
    return JSON.stringify(this.messages.at(-1)?.blocks ?? []);
  }

  private take(builder: MessageBuilder): Promise<string> {
    this.messages.push(builder.getMessage());
    return Promise.resolve(`message-${this.messages.length}`);
  }
}

const of = (policy: (typeof CLOSE_POLICIES)[number]): Closing => ({ ...CLOSING, terms: { ...CLOSING.terms, policy } });

describe('the announcement of a closing', () => {
  test("says when, on OTOBO's clock, and has a button that stops it", async () => {
    const server = new Server();
    await expect(server.notices().announce(CLOSING)).resolves.toBe('message-1');
    expect(server.text).toContain('At Nov 23, 2026, 10:30 AM (UTC+1) a transcript');
    expect(server.blocks).toContain(STOP_CLOSING);
    expect(server.blocks).toContain('"value":"room"');
  });

  test.each([
    ['read_only', 'nobody can write here any more'],
    ['remove', 'everybody but the owner is taken out'],
    ['delete', 'at about Nov 24, 2026, 10:30 AM (UTC+1) the room is deleted'],
    ['nothing', 'the room stays as it is'],
  ] as const)('says what comes of it: %s', async (policy, words) => {
    const server = new Server();
    await server.notices().announce(of(policy));
    expect(server.text).toContain(words);
  });

  test.each(['stopped', 'cancelled', 'begun'] as const)('that is over (%s) says so, and has no button any more', async (how) => {
    const server = new Server();
    await server.notices().announcementOver({ ...CLOSING, stoppedBy: 'carol_@all' }, how);
    expect(server.text).toMatch(/room/);
    expect(server.text).not.toMatch(/@all|\{/);
    expect(server.blocks).not.toContain('button');
  });

  test('that somebody has deleted is not posted again', async () => {
    const server = new Server();
    server.noticeGone = true;
    await server.notices().announcementOver(CLOSING, 'cancelled');
    expect(server.messages).toEqual([]);
  });
});

describe.each(['en', 'de'])('what a room is told in %s', (language) => {
  test.each(CLOSE_POLICIES)('when it is closed leads to the ticket (%s)', async (policy) => {
    const server = new Server();
    await server.notices(language).closed(of(policy));
    expect(server.text).toMatch(/Ticket#2026112310000011.* \[.*\]\(https:\/\/otobo\.test\/2\)$/);
  });

  test('when OTOBO does not take the transcript has the cause', async () => {
    const server = new Server();
    const error = new AppError('otobo_denied', { message: '@all' });
    await server.notices(language).refused(CLOSING, error);
    expect(server.text).toContain(errorSentence(error, translator(language)));
    expect(server.text).not.toContain('@all');
  });
});
