import type { Form } from '../../domain/form';
import type { ChatUser } from '../../domain/member';
import type { Action } from '../../domain/permission';
import type { Settings } from '../../settings/snapshot';
import type { TextKey } from '../../text/en';
import type { Translate } from '../../text/translate';
import type { Button, Place, Ports } from '../../usecases/ports';

/** What a command takes, for its usage line, its documentation and suggestions. */
export interface Argument {
  /** Labelled in the dictionary under `argument.<name>`. */
  readonly name: ArgumentName;
  readonly optional?: true;
}

/** `ticket`: a number, `Ticket#…`, `#…` or a pasted link. `words` and `text`: all that follows. `adopt`: that word. */
export type ArgumentName = 'ticket' | 'words' | 'text' | 'title' | 'user' | 'state' | 'priority' | 'time' | 'command' | 'outbox' | 'adopt';

/** One use of a command, with all it needs. */
export interface CommandCall {
  readonly sender: ChatUser;
  readonly place: Place;
  /** What follows the command's name, word by word; quoted words are one, without their quotes. */
  readonly words: readonly string[];
  /** The same as it was typed. */
  readonly text: string;
  readonly settings: Settings;
  readonly ports: Ports;
  /** What the client waits with for a dialog, for some seconds; some clients open none. */
  readonly triggerId: string | undefined;
  /** In the language of the sender. */
  readonly say: Translate;
  /** The sender's language, such as `de`, for dates and numbers. */
  readonly language: string;
}

/** What the sender is told, and nobody else. Foreign text in it is inert already. */
export interface Answer {
  readonly text: string;
  readonly buttons?: readonly Button[];
}

/**
 * One command as data: help, suggestions and the documentation are made of it. `command.<name>.about` in the dictionary says in one line
 * what it does.
 */
export interface Command {
  readonly name: string;
  /** Other words for it, German ones among them. */
  readonly aliases: readonly string[];
  readonly takes: readonly Argument[];
  /** The row of the table of rights; the use case asks for it. */
  readonly action: Action;
  readonly about: TextKey;
  /** Nobody is told that it takes a moment: the dialog says so. */
  readonly opensDialog?: true;
  /** What is opened instead where something is missing, as long as the client opens dialogs. */
  readonly form?: Form;
  /** @returns nothing where there is nothing more to be said @throws AppError, which the sender is told with cause and cure */
  run(call: CommandCall): Promise<Answer | undefined>;
}
