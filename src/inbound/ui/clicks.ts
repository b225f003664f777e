import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { CLOSE_TICKET, STOP_CLOSING } from '../../domain/closing';
import { CONSENT_NO, CONSENT_YES } from '../../domain/consent';
import { FORM_LOOK_AGAIN } from '../../domain/form';
import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import { LINK_ROOM, MAKE_TRANSCRIPT, REFRESH_BAR, SET_STATE, WRITE_ARTICLE } from '../../domain/ticket-action';
import { TRANSCRIPT_SHOW } from '../../domain/transcript-dialog';
import { lookAgain } from '../../usecases/forms/open-form';
import { showTranscriptPreview } from '../../usecases/open-transcript-dialog';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { formRulesOf } from '../policy';
import { refreshWanted, transcriptWanted } from './bar-click';
import { answerClick, type ButtonClick, type ClickAnswer } from './answer-click';
import { stopClicked } from './closing-click';
import { consentClicked } from './consent-click';
import { formWanted } from './form-click';
import { questionConfirmed, questionDropped } from './question-click';

type ButtonHandler = (click: ButtonClick) => Promise<ClickAnswer | undefined>;

const told = (telling: Promise<void>): Promise<undefined> => telling.then(() => undefined);

/** The dialog was opened before its room was read. */
const previewAsked: ButtonHandler = ({ by, value, triggerId, ports }) =>
  told(showTranscriptPreview({ viewId: value, trigger: { id: triggerId, user: by } }, ports));

/** The form was opened before OTOBO said what may be chosen. */
const choicesAsked: ButtonHandler = ({ by, value, triggerId, settings, ports }) =>
  told(lookAgain(value, triggerId, by, formRulesOf(settings), ports));

/** What the app's buttons do; there are no others. */
const HANDLERS: ReadonlyMap<string, ButtonHandler> = new Map<string, ButtonHandler>([
  [CONSENT_YES, (click) => told(consentClicked(click, true))],
  [CONSENT_NO, (click) => told(consentClicked(click, false))],
  [STOP_CLOSING, (click) => told(stopClicked(click))],
  [CLOSE_TICKET, formWanted('close')],
  [WRITE_ARTICLE, formWanted('write')],
  [SET_STATE, formWanted('state')],
  [LINK_ROOM, formWanted('link')],
  [MAKE_TRANSCRIPT, (click) => told(transcriptWanted(click))],
  [REFRESH_BAR, (click) => told(refreshWanted(click))],
  [QUESTION_YES, questionConfirmed],
  [QUESTION_NO, questionDropped],
  [TRANSCRIPT_SHOW, previewAsked],
  [FORM_LOOK_AGAIN, choicesAsked],
]);

/** A click on a button in a message, a dialog or a bar of the app's. */
export async function blockClicked(
  { actionId, value, user, room, triggerId }: IUIKitBlockIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  const handler = HANDLERS.get(actionId);
  if (!handler || value === undefined) return;
  const place = room && { roomId: room.id };
  const clicked = { actionId, value, userId: user.id, place, triggerId };
  await answerClick(clicked, (click) => handler({ ...click, value }), accessors, wiring);
}
