import { randomUUID } from 'crypto';
import { AppError } from '../../domain/errors';
import type { ChatUser } from '../../domain/member';
import type { Settings } from '../../settings/snapshot';
import { errorSentence } from '../../text/error-sentence';
import { type Translate, translator } from '../../text/translate';
import { meetUser } from '../../usecases/meet-user';
import { placeOf } from '../../usecases/place-of';
import type { Place, Ports } from '../../usecases/ports';
import { announceSlow } from '../announce-slow';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import type { Answer } from '../commands/command';
import { policyOf } from '../policy';
import { stackOf } from '../stack-of';

/** A click of somebody whose account was read again. */
export interface Click {
  readonly by: ChatUser;
  /** Where it stands: a room, or the room that a dialog or bar is about; absent where nothing says so. */
  readonly place?: Place;
  /** The message whose menu it was in. */
  readonly messageId?: string;
  /** What the client waits with for a dialog. */
  readonly triggerId: string;
  readonly settings: Settings;
  readonly ports: Ports;
  /** In the language of who clicked. */
  readonly say: Translate;
  /** The same language, such as `de`, for dates. */
  readonly language: string;
}

/** A click on a button in a message, a dialog or a bar. */
export interface ButtonClick extends Click {
  /** What came with the button; it may be made up. */
  readonly value: string;
}

/** What is told to who clicked, and where. */
export interface ClickAnswer extends Answer {
  readonly place: Place;
  /** With what it was refused, if it was. */
  readonly refusal?: AppError;
}

/** @returns what is told to who clicked, if it is not told already @throws AppError, which they are told with cause and cure */
export type ClickHandler = (click: Click) => Promise<ClickAnswer | undefined>;

/** The same for a click that brings a value. */
export type ButtonHandler = (click: ButtonClick) => Promise<ClickAnswer | undefined>;

/**
 * @returns where a click of a button stands that bars and dialogs have, too
 * @throws AppError `view_outdated` where nothing says so any more
 */
export function requirePlace({ place }: Click): Place {
  if (!place) throw new AppError('view_outdated');
  return place;
}

/** A click as it came. */
export interface Clicked {
  readonly actionId: string;
  /** What came with the button; entries of menus have none. */
  readonly value?: string;
  readonly userId: string;
  readonly place: Place | undefined;
  readonly messageId?: string | undefined;
  readonly triggerId: string;
}

/**
 * Answers a click. Everything in it may be made up: the user is read again, and what a button means stands in the app's own records. Nothing
 * is thrown; what takes long is announced, and told when it is there. Who is refused hears it where the button stands, and in a direct message
 * where nothing says where that is: a bar or dialog outlives its record.
 */
export async function answerClick(
  { actionId, value, userId, place: standing, messageId, triggerId }: Clicked,
  handler: ClickHandler,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  const { log } = accessors;
  const requestId = randomUUID();
  try {
    const settings = await wiring.settings(accessors.read);
    const ports = wiring.ports(accessors, settings, requestId);
    // A button in a dialog or bar carries its id, under which stands where it was opened; what is absent may be null on its way here.
    const inView = !standing && value !== undefined;
    const [by, viewed] = await Promise.all([ports.directory.byId(userId), inView ? ports.questions.find(value) : undefined]);
    if (!by) return;
    const language = by.language ?? (await ports.workspace.language());
    const say = translator(language);
    const place = standing ?? (viewed?.userId === by.id ? placeOf(viewed) : undefined);
    const sayThatItTakesLong = async (): Promise<void> => {
      if (place) await ports.notices.tell(by, place, say('command.working'));
    };
    try {
      if (!by.enabled || by.bot) throw new AppError('sender_refused');
      if (settings.paused) throw new AppError('paused');
      const where = { ...(place && { place }), ...(messageId !== undefined && { messageId }) };
      const running = handler({ by, ...where, triggerId, settings, ports, say, language });
      await announceSlow(running, sayThatItTakesLong, ports.time, log);
      const answer = await running;
      if (answer?.refusal) noteRefusal(answer.refusal, actionId, requestId, log);
      if (answer) await ports.notices.tell(by, answer.place, answer.text, answer.buttons);
    } catch (error) {
      if (error instanceof AppError) noteRefusal(error, actionId, requestId, log);
      else log.error({ msg: 'click not answered', requestId, actionId, error: stackOf(error) });
      const sentence = error instanceof AppError ? errorSentence(error, say) : say('consent.failed');
      await (place ? ports.notices.tell(by, place, sentence) : ports.notices.write(by, sentence));
    }
    await meetUser(by.id, policyOf(settings), ports);
  } catch (error) {
    log.error({ msg: 'click not answered', requestId, actionId, error: stackOf(error) });
  }
}

/** What OTOBO said is for the admin; who clicked is told cause and cure. */
function noteRefusal({ code, internal }: AppError, actionId: string, requestId: string, log: Pick<RequestAccessors['log'], 'warn'>): void {
  if (internal !== undefined) log.warn({ msg: 'click: what OTOBO said', requestId, actionId, code, internal });
}
