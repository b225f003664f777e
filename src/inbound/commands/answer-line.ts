import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../domain/errors';
import type { ChatUser } from '../../domain/member';
import type { Action } from '../../domain/permission';
import { ticketReference } from '../../domain/ticket-reference';
import { ticketAddresses } from '../../settings/addresses';
import type { Settings } from '../../settings/snapshot';
import { errorSentence } from '../../text/error-sentence';
import { type Translate, translator } from '../../text/translate';
import { openForm } from '../../usecases/forms/open-form';
import { meetUser } from '../../usecases/meet-user';
import type { Place, Ports } from '../../usecases/ports';
import { announceSlow } from '../announce-slow';
import { formRulesOf, policyOf } from '../policy';
import { stackOf } from '../stack-of';
import type { Answer, Command, CommandCall } from './command';
import { shownTo } from './help';
import { unknownCommand, usage } from './render-help';
import { givenBack } from './render-write';
import { commandNamed } from './suggest';
import { typed } from './words';

/** A line after `/otobo`, as the server hands it over. */
export interface Line {
  readonly senderId: string;
  readonly place: Place;
  readonly args: readonly string[];
  /** Of this use of the command. */
  readonly requestId: string;
  readonly triggerId?: string | undefined;
}

type Log = Pick<ILogger, 'info' | 'warn' | 'error'>;

/** What is done with a line, and what it was about for the log. */
interface Outcome {
  readonly answer: Answer | undefined;
  /** `ok`, a code of the table of errors, or how the line was wrong. */
  readonly code: string;
}

/**
 * Answers one line, and nobody but its sender hears of it. Whatever goes wrong becomes a sentence for the sender; nothing is thrown. What
 * takes longer is announced, and told when it is there.
 */
export async function answerLine(
  { senderId, place, args, requestId, triggerId }: Line,
  commands: readonly Command[],
  settings: Settings,
  ports: Ports,
  log: Log,
): Promise<void> {
  try {
    // What came with the line is of an earlier moment.
    const sender = await ports.directory.byId(senderId);
    if (!sender) throw new Error(`There is no user ${senderId}.`);
    const language = sender.language ?? (await ports.workspace.language());
    const say = translator(language);
    const asked = reading(args, commands, settings);
    const call: CommandCall = { sender, place, triggerId, ...asked, settings, ports, say, language };
    const meeting = meet(sender, settings, ports, log);
    const running = outcome(call, asked, commands, requestId, log);
    if (!asked.command || !showsDialog(asked.command, asked))
      await announceSlow(running, () => ports.notices.tell(sender, place, say('command.working')), ports.time, log);
    const { answer, code } = await running;
    log.info({ msg: 'command', requestId, user: sender.username, command: asked.command?.name, room: place.roomId, outcome: code });
    if (answer) await ports.notices.tell(sender, place, answer.text, answer.buttons);
    await meeting;
  } catch (error) {
    log.error({ msg: 'command not answered', requestId, error: stackOf(error) });
  }
}

const showsDialog = (command: Command, asked: Pick<CommandCall, 'words'>): boolean =>
  command.opensDialog ?? (command.form !== undefined && isIncomplete(asked, command));

/** Who wants to know why nothing works, or to set it right, is answered. */
const WHILE_PAUSED: readonly Action[] = ['help', 'admin'];

/** Which command a line means. A ticket alone means to show it, and nothing at all means help. */
function reading(args: readonly string[], commands: readonly Command[], settings: Settings): Reading {
  const [first = 'help', ...rest] = args;
  const [word = first, ...within] = first.trim().split(/\s+/);
  const command = commandNamed(word, commands);
  if (command) return { word, command, ...typed([...within, ...rest]) };
  const all = args.join(' ');
  const reference = ticketReference(all, ticketAddresses(settings));
  const show = commandNamed('show', commands);
  if (show && !('problem' in reference && reference.problem === 'no_reference')) return { word, command: show, words: [all], text: all };
  return { word, command: undefined, words: [], text: all };
}

interface Reading {
  readonly word: string;
  readonly command: Command | undefined;
  readonly words: readonly string[];
  readonly text: string;
}

async function outcome(
  call: CommandCall,
  { word, command }: Reading,
  commands: readonly Command[],
  requestId: string,
  log: Log,
): Promise<Outcome> {
  const { sender } = call;
  try {
    if (!sender.enabled || sender.bot) throw new AppError('sender_refused');
    if (!command) return { answer: { text: insteadOf(word, commands, call) }, code: 'unknown_command' };
    if (call.settings.paused && !WHILE_PAUSED.includes(command.action)) throw new AppError('paused');
    if (isIncomplete(call, command)) return await askForRest(call, command);
    return { answer: await command.run(call), code: 'ok' };
  } catch (error) {
    return failed(error, call, command, requestId, log);
  }
}

const isIncomplete = ({ words }: Pick<CommandCall, 'words'>, { takes }: Command): boolean =>
  words.length < takes.filter(({ optional }) => !optional).length;

/** What is missing is filled in where there is a form for it. */
async function askForRest(call: CommandCall, command: Command): Promise<Outcome> {
  const { sender: user, place, triggerId, settings, ports, say } = call;
  if (!command.form || triggerId === undefined) {
    return { answer: { text: say('command.incomplete', { usage: usage(command, say) }) }, code: 'incomplete' };
  }
  await openForm({ form: command.form, user, place }, triggerId, formRulesOf(settings), ports);
  return { answer: undefined, code: 'form' };
}

/** What to type instead of a line that begins with no command. */
function insteadOf(word: string, commands: readonly Command[], { sender, settings, say }: CommandCall): string {
  const isTicket = !('problem' in ticketReference(word, ticketAddresses(settings)));
  return isTicket ? say('command.comes_first') : unknownCommand(word, shownTo(sender, settings, commands), say);
}

/** What goes wrong is told with cause and cure; what should never happen is in the log. */
function failed(error: unknown, { say, text }: CommandCall, command: Command | undefined, requestId: string, log: Log): Outcome {
  try {
    if (error instanceof AppError) {
      if (error.internal !== undefined)
        log.warn({ msg: 'command: what OTOBO said', requestId, code: error.code, internal: error.internal });
      return { answer: { text: [errorSentence(error, say), ...typedText(command, text, say)].join('\n') }, code: error.code };
    }
    log.error({ msg: 'unexpected', requestId, error: stackOf(error) });
  } catch (unspeakable) {
    log.error({ msg: 'unexpected', requestId, error: stackOf(unspeakable), about: stackOf(error) });
  }
  return { answer: { text: `${say('error.internal_error')}\nRequestID: ${requestId}` }, code: 'internal_error' };
}

/** What was typed is gone from the composer: who could not send it gets it back. */
function typedText(command: Command | undefined, text: string, say: Translate): string[] {
  const written = command?.takes.some(({ name }) => name === 'text' || name === 'title');
  return written && text !== '' ? [givenBack(text, say)] : [];
}

/** Takes the sender into the address book, which has nothing to do with the answer. */
async function meet(sender: ChatUser, settings: Settings, ports: Ports, log: Log): Promise<void> {
  try {
    await meetUser(sender.id, policyOf(settings), ports);
  } catch (error) {
    log.warn({ msg: 'sender not taken into the address book', user: sender.username, error: stackOf(error) });
  }
}
