import { randomUUID } from 'node:crypto';
import { answerLine } from '../../../src/inbound/commands/answer-line';
import { COMMANDS } from '../../../src/inbound/commands';
import type { Command } from '../../../src/inbound/commands/command';
import { SETTINGS, type SettingId } from '../../../src/settings/declaration';
import { readSettings, type Settings } from '../../../src/settings/snapshot';
import type { Ports } from '../../../src/usecases/ports';
import { parseCommandLine } from '../../../playground/rocketchat/command-line';
import { TICKET, user } from '../../domain/chat';
import { FakeChat } from '../../usecases/fake-chat';
import { FakeHelpdesk } from '../../usecases/fake-helpdesk';

/** What went into the log, with its level. */
export interface Logged extends Record<string, unknown> {
  readonly level: 'info' | 'warn' | 'error';
}

/** The settings of a workspace that is connected to OTOBO. */
function settingsWith(values: Partial<Record<SettingId, unknown>> = {}): Promise<Settings> {
  const connected: Partial<Record<SettingId, unknown>> = {
    otobo_url: 'https://help.example/otobo/nph-genericinterface.pl',
    otobo_login: 'rcapi',
    otobo_password: 'x',
    ...values,
  };
  return readSettings((id) => Promise.resolve(id in connected ? connected[id] : SETTINGS.find((setting) => setting.id === id)?.initial));
}

/**
 * A chat with an OTOBO: alice may do everything with the ticket of `TICKET`, bob may do nothing; a room of alice's belongs to it. What they
 * type is read as the server reads it.
 */
export class CommandStage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly alice = user('alice');
  readonly bob = user('bob');
  readonly log: Logged[] = [];
  readonly roomId: string;
  values: Partial<Record<SettingId, unknown>> = {};
  commands: readonly Command[] = COMMANDS;
  /** What of the ports is other than the chat's. */
  ports: (ports: Ports) => Partial<Ports> = () => ({});

  constructor() {
    this.chat.addUsers(this.alice, this.bob);
    this.chat.helpdesk = this.helpdesk;
    for (const name of ['alice', 'bob']) this.helpdesk.addAgent(name);
    this.helpdesk.addTicket(TICKET);
    this.helpdesk.allow('alice', TICKET.id, 'rw');
    const { id, slug } = this.chat.addRoom('printers', this.alice);
    this.roomId = id;
    this.chat.links.push({ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId: id, origin: 'linked', slug, cardId: 'none' });
  }

  /** @returns what the person was told, the oldest first */
  async type(username: string, text: string, roomId = 'elsewhere', threadId?: string): Promise<string[]> {
    const { said } = this.chat.membership;
    const { length } = said;
    const made = this.chat.ports();
    // Nothing here is slow, unless a test says so.
    const time = {
      now: () => this.chat.now,
      pause: (_ms: number, until?: Promise<unknown>) => Promise.resolve(until).then(() => undefined),
    };
    const log = (level: Logged['level']) => (entry: unknown) => void this.log.push({ level, ...(entry as object) });
    await answerLine(
      {
        senderId: this.chat.users.get(username)?.id ?? username,
        place: { roomId, ...(threadId !== undefined && { threadId }) },
        triggerId: 'trigger',
        args: parseCommandLine(`/otobo ${text}`)?.args ?? [],
        requestId: randomUUID(),
      },
      this.commands,
      await settingsWith(this.values),
      { ...made, time, ...this.ports(made) },
      { info: log('info'), warn: log('warn'), error: log('error') },
    );
    return said
      .slice(length)
      .filter(({ what, to }) => what === 'tell' && to === username)
      .map(({ about }) => about);
  }

  /** @returns the one thing the person was told */
  async answer(username: string, text: string, roomId?: string): Promise<string> {
    const told = await this.type(username, text, roomId);
    if (told.length !== 1) throw new Error(`${told.length} answers: ${told.join(' / ')}`);
    return told[0] ?? '';
  }
}
