import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import { REMINDERS } from '../../src/domain/reminder';
import type { SaidStage } from '../../src/domain/watch';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { reminderText } from '../../src/outbound/rocketchat/reminder-blocks';
import { reminders } from '../../src/outbound/rocketchat/reminders';
import { translator } from '../../src/text/translate';
import type { Reminders } from '../../src/usecases/ports';
import { user } from '../domain/chat';

const BOT = user('otobo.bot', { bot: true });
const AT = Date.UTC(2026, 10, 24, 9);
const stage = (kind: SaidStage['kind'], more: Partial<SaidStage> = {}): SaidStage => ({
  kind,
  of: AT,
  percent: 100,
  over: false,
  shown: true,
  ...more,
});

interface Stored {
  readonly id: string;
  readonly createdAt: Date;
  readonly sender: { readonly _id: string };
  text?: string;
  blocks?: unknown;
}

/** One room's messages, as the engine gives and takes them. */
class Server {
  readonly stored: Stored[] = [];
  readonly asked: unknown[] = [];
  lacksPermission = false;

  say(userId: string, at: number): void {
    this.stored.push({ id: `said-${this.stored.length}`, createdAt: new Date(at), sender: { _id: userId }, text: 'hello' });
  }

  get reminders(): Reminders {
    const accessors = {
      read: {
        getRoomReader: () => ({
          getMessages: (_roomId: string, options: unknown) => {
            this.asked.push(options);
            return Promise.resolve(this.lacksPermission ? undefined : [...this.stored].reverse());
          },
        }),
        getMessageReader: () => ({ getById: (id: string) => Promise.resolve(this.stored.find((one) => one.id === id)) }),
      },
      modify: {
        getCreator: () => ({
          startMessage: () => new MessageBuilder(),
          finish: (builder: MessageBuilder) => Promise.resolve(this.add(builder)),
        }),
        getUpdater: () => ({
          message: (id: string) => Promise.resolve(new MessageBuilder({ id, room: { id: 'room' } } as IMessage)), // as: the builder looks at nothing else
          finish: (builder: MessageBuilder) => {
            const { id, text, blocks } = builder.getMessage();
            Object.assign(this.stored.find((one) => one.id === id) ?? {}, { text, blocks });
            return Promise.resolve();
          },
        }),
      },
    } as unknown as Accessors; // as: what reminders do not use is not there at all, so that using it fails
    const workspace = {
      appUser: () => Promise.resolve(BOT),
      siteUrl: () => Promise.resolve('https://chat.test'),
      language: () => Promise.resolve('en'),
      translate: () => Promise.resolve(translator('en')),
    };
    return reminders(accessors, 'app-id', workspace, 'Europe/Berlin');
  }

  private add(builder: MessageBuilder): string {
    const { text, blocks } = builder.getMessage();
    const id = `posted-${this.stored.length}`;
    this.stored.push({ id, createdAt: new Date(AT), sender: { _id: BOT.id }, ...(text !== undefined && { text }), blocks });
    return id;
  }
}

describe('what is heard in a room', () => {
  test('is when a person said something last, whatever the app has said since', async () => {
    const server = new Server();
    server.say('id-alice', AT);
    server.say('id-bob', AT + 1_000);
    server.say(BOT.id, AT + 2_000);
    expect(await server.reminders.listen('room')).toEqual({ talkedAt: AT + 1_000 });
    expect(server.asked).toEqual([{ limit: 100, sort: { createdAt: 'desc' } }]);
  });

  test('is nothing where only the app has spoken', async () => {
    const server = new Server();
    server.say(BOT.id, AT);
    expect(await server.reminders.listen('room')).toEqual({});
  });

  test('includes the reminder in which something holds, and none that is over', async () => {
    const server = new Server();
    const first = await server.reminders.post('room', [stage('pending')]);
    await server.reminders.edit(first, [stage('pending', { over: true })]);
    expect(await server.reminders.listen('room')).toEqual({});
    const second = await server.reminders.post('room', [stage('silence')]);
    expect(await server.reminders.listen('room')).toEqual({ reminderId: second });
  });

  test('is an error of its own where the app may not read rooms', async () => {
    const server = new Server();
    server.lacksPermission = true;
    await expect(server.reminders.listen('room')).rejects.toMatchObject({ code: 'permission_missing' });
  });
});

describe('a reminder', () => {
  test('is edited while something in it holds, and never after that', async () => {
    const server = new Server();
    const id = await server.reminders.post('room', [stage('escalation', { percent: 75 })]);
    expect(await server.reminders.edit(id, [stage('escalation', { percent: 90 })])).toBe(true);
    expect(server.stored[0]?.text).toContain('nine tenths');
    expect(await server.reminders.edit(id, [stage('escalation', { over: true })])).toBe(true);
    expect(await server.reminders.edit(id, [stage('pending')])).toBe(false);
    expect(server.stored).toHaveLength(1);
  });

  test('that was deleted, or is another message, is not there to be edited', async () => {
    const server = new Server();
    server.say('id-alice', AT);
    expect(await server.reminders.edit('said-0', [stage('pending')])).toBe(false);
    expect(await server.reminders.edit('gone', [stage('pending')])).toBe(false);
    expect(server.stored[0]?.text).toBe('hello');
  });
});

describe('what it says', () => {
  const text = (stages: readonly SaidStage[], language = 'en'): string =>
    reminderText(stages, { say: translator(language), language, timeZone: 'Europe/Berlin' });

  test('is a line for each thing it shows, with the time on OTOBO’s clock; what is over is struck out', () => {
    const stages = [stage('pending', { over: true }), stage('silence', { shown: false }), stage('escalation', { percent: 90 })];
    expect(text(stages).split('\n')).toEqual([
      '~The waiting time of this ticket ended on Nov 24, 2026, 10:00 AM (UTC+1).~ That is settled.',
      ':bell: More than nine tenths of the time have passed: this ticket escalates on Nov 24, 2026, 10:00 AM (UTC+1).',
    ]);
  });

  test('is that there is nothing, where it shows nothing any more', () => {
    expect(text([stage('pending', { shown: false })])).toBe('There is nothing to be reminded of any more.');
  });

  test.each(['en', 'de'])('differs for each kind and stage in %s', (language) => {
    const kinds = REMINDERS.map((kind) => text([stage(kind)], language));
    const early = [75, 90].map((percent) => text([stage('escalation', { percent })], language));
    expect(new Set([...kinds, ...early]).size).toBe(5);
  });
});
