import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';

/** A command as the composer shows it: without the code behind it. */
export type CommandEntry = Omit<ISlashCommand, 'executor' | 'previewer' | 'executePreviewItem'>;

/** The slash commands that apps have registered in this engine process. Rocket.Chat's own commands are not modelled. */
export class CommandRegistry extends CommandBridge {
  private readonly registered = new Map<string, CommandEntry>();
  private readonly disabled = new Set<string>();

  /** The commands that a user can give now. */
  list(): CommandEntry[] {
    return [...this.registered.values()].filter(({ command }) => !this.disabled.has(command));
  }

  protected override doesCommandExist(command: string): Promise<boolean> {
    return Promise.resolve(this.registered.has(command.toLowerCase()));
  }

  protected override enableCommand(command: string): Promise<void> {
    this.disabled.delete(command);
    return Promise.resolve();
  }

  protected override disableCommand(command: string): Promise<void> {
    this.disabled.add(command);
    return Promise.resolve();
  }

  protected override modifyCommand(command: ISlashCommand): Promise<void> {
    return this.registerCommand(command);
  }

  protected override registerCommand(slashCommand: ISlashCommand): Promise<void> {
    const { command, i18nParamsExample, i18nDescription, providesPreview, permission } = slashCommand;
    this.registered.set(command, {
      command,
      i18nParamsExample,
      i18nDescription,
      providesPreview,
      ...(permission === undefined ? {} : { permission }),
    });
    return Promise.resolve();
  }

  protected override unregisterCommand(command: string): Promise<void> {
    this.registered.delete(command);
    return Promise.resolve();
  }
}
