import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { CLOSE_TICKET, STOP_CLOSING } from '../../domain/closing';
import { randomUUID } from 'crypto';
import { CONSENT_NO, CONSENT_YES } from '../../domain/consent';
import { AppError } from '../../domain/errors';
import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import { SHOW_TICKET } from '../../domain/ticket-action';
import { TRANSCRIPT_SHOW } from '../../domain/transcript-dialog';
import { errorSentence } from '../../text/error-sentence';
import { translator } from '../../text/translate';
import { meetUser } from '../../usecases/meet-user';
import { showTranscriptPreview } from '../../usecases/open-transcript-dialog';
import type { Place } from '../../usecases/ports';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { announceSlow } from '../announce-slow';
import { policyOf } from '../policy';
import { stackOf } from '../stack-of';
import { closeClicked, stopClicked } from './closing-click';
import { consentClicked } from './consent-click';
import { type Click, type ClickAnswer, questionConfirmed, questionDropped } from './question-click';
import { showClicked } from './show-click';

/** @param place where the button stands, if it stands in a room @returns what is told to who clicked, if it is not told already */
type Handler = (click: Click, place: Place | undefined) => Promise<ClickAnswer | undefined>;

const told = (telling: Promise<void>): Promise<undefined> => telling.then(() => undefined);

/** The dialog was opened before its room was read. */
const previewAsked: Handler = ({ by, value, triggerId, ports }) =>
  told(showTranscriptPreview({ viewId: value, trigger: { id: triggerId, user: by } }, ports));

/** What the app's buttons do; there are no others. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  [CONSENT_YES, (click, place) => told(consentClicked(click, place?.roomId, true))],
  [CONSENT_NO, (click, place) => told(consentClicked(click, place?.roomId, false))],
  [STOP_CLOSING, (click, place) => told(stopClicked(click, place?.roomId))],
  [CLOSE_TICKET, (click, place) => closeClicked(click, place?.roomId)],
  [SHOW_TICKET, showClicked],
  [QUESTION_YES, questionConfirmed],
  [QUESTION_NO, questionDropped],
  [TRANSCRIPT_SHOW, previewAsked],
]);

/**
 * A click on a button of the app's. Everything in it may be made up: the user is read again, and what a button means stands in the app's own
 * records.
 */
export async function blockClicked(
  { actionId, value, user, room, message, triggerId }: IUIKitBlockIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  const handler = HANDLERS.get(actionId);
  if (!handler || value === undefined) return;
  const { log } = accessors;
  const requestId = randomUUID();
  try {
    const settings = await wiring.settings(accessors.read);
    const ports = wiring.ports(accessors, settings, requestId);
    const by = await ports.directory.byId(user.id);
    if (!by) return;
    const language = by.language ?? (await ports.workspace.language());
    const say = translator(language);
    const threadId = message?.threadId;
    const here: Place | undefined = room && { roomId: room.id, ...(threadId && { threadId }) };
    const sayThatItTakesLong = async (): Promise<void> => {
      if (here) await ports.notices.tell(by, here, say('command.working'));
    };
    try {
      if (!by.enabled || by.bot) throw new AppError('sender_refused');
      if (settings.paused) throw new AppError('paused');
      const running = handler({ by, value, triggerId, settings, ports, say, language }, here);
      await announceSlow(running, sayThatItTakesLong, ports.time, log);
      const answer = await running;
      if (answer?.refusal) noteRefusal(answer.refusal, actionId, requestId, log);
      if (answer) await ports.notices.tell(by, answer.place, answer.text, answer.buttons);
    } catch (error) {
      if (error instanceof AppError) noteRefusal(error, actionId, requestId, log);
      else log.error({ msg: 'click not answered', requestId, actionId, error: stackOf(error) });
      if (here) await ports.notices.tell(by, here, error instanceof AppError ? errorSentence(error, say) : say('consent.failed'));
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
