import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { randomUUID } from 'crypto';
import type { Wiring } from '../api/endpoint';
import { answerLine } from './answer-line';
import type { Command } from './command';

/**
 * `/otobo …`, for everybody: who may do what is decided by the command. Nothing is thrown, because the sender of a command that throws
 * hears nothing at all.
 */
export class OtoboCommand implements ISlashCommand {
  public command = 'otobo';
  public i18nParamsExample = 'command_params';
  public i18nDescription = 'command_description';
  public providesPreview = false;

  constructor(
    private readonly app: IApp,
    private readonly wiring: Pick<Wiring, 'settings' | 'ports'>,
    private readonly commands: readonly Command[],
  ) {}

  public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
    // Taken from `this` at each use: the engine puts a logger there that belongs to it.
    const log = this.app.getLogger();
    const requestId = randomUUID();
    try {
      const settings = await this.wiring.settings(read);
      const ports = this.wiring.ports({ read, modify, http, persistence, log }, settings, requestId);
      const threadId = context.getThreadId();
      const place = { roomId: context.getRoom().id, ...(threadId && { threadId }) };
      const line = { senderId: context.getSender().id, place, args: context.getArguments(), requestId, triggerId: context.getTriggerId() };
      await answerLine(line, this.commands, settings, ports, log);
    } catch (error) {
      log.error({ msg: 'command not answered', requestId, error: error instanceof Error ? error.stack : String(error) });
    }
  }
}
