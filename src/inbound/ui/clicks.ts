import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { STOP_CLOSING } from '../../domain/closing';
import { CONSENT_NO, CONSENT_YES } from '../../domain/consent';
import { FORM_LOOK_AGAIN } from '../../domain/form';
import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import {
  CLOSE_TICKET,
  LINK_ROOM,
  MAKE_TRANSCRIPT,
  MORE_ACTIONS,
  NEW_TICKET,
  REFRESH_BAR,
  SET_STATE,
  SHOW_PEOPLE,
  SHOW_TICKET,
  TAKE_TICKET,
  WRITE_ARTICLE,
} from '../../domain/ticket-action';
import { TRANSCRIPT_SHOW } from '../../domain/transcript-dialog';
import { lookAgain } from '../../usecases/forms/open-form';
import { showTranscriptPreview } from '../../usecases/open-transcript-dialog';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { formRulesOf } from '../policy';
import { refreshWanted, transcriptWanted } from './bar-click';
import { answerClick, type ButtonHandler, type ClickHandler } from './answer-click';
import { stopClicked } from './closing-click';
import { consentClicked } from './consent-click';
import { formWanted } from './form-click';
import { questionConfirmed, questionDropped } from './question-click';
import { showClicked } from './show-click';
import { peopleClicked, takeClicked } from './ticket-click';

const told = (telling: Promise<void>): Promise<undefined> => telling.then(() => undefined);

/** The dialog was opened before its room was read. */
const previewAsked: ButtonHandler = ({ by, value, triggerId, ports }) =>
  told(showTranscriptPreview({ viewId: value, trigger: { id: triggerId, user: by } }, ports));

/** The form was opened before OTOBO said what may be chosen. */
const choicesAsked: ButtonHandler = ({ by, value, triggerId, settings, ports }) =>
  told(lookAgain(value, triggerId, by, formRulesOf(settings), ports));

/** What is done to the ticket of the room in which the button stands. */
const TICKET_HANDLERS: ReadonlyMap<string, ClickHandler> = new Map([
  [TAKE_TICKET, takeClicked],
  [SHOW_PEOPLE, peopleClicked],
  [CLOSE_TICKET, formWanted('close')],
  [WRITE_ARTICLE, formWanted('write')],
  [SET_STATE, formWanted('state')],
  [MAKE_TRANSCRIPT, transcriptWanted],
]);

/** What the app's buttons do; there are no others. */
const HANDLERS: ReadonlyMap<string, ButtonHandler> = new Map<string, ButtonHandler>([
  ...TICKET_HANDLERS,
  [CONSENT_YES, (click) => told(consentClicked(click, true))],
  [CONSENT_NO, (click) => told(consentClicked(click, false))],
  [STOP_CLOSING, (click) => told(stopClicked(click))],
  [SHOW_TICKET, showClicked],
  [LINK_ROOM, formWanted('link')],
  [NEW_TICKET, formWanted('create')],
  [REFRESH_BAR, (click) => told(refreshWanted(click))],
  [QUESTION_YES, questionConfirmed],
  [QUESTION_NO, questionDropped],
  [TRANSCRIPT_SHOW, previewAsked],
  [FORM_LOOK_AGAIN, choicesAsked],
]);

/** A menu brings what was chosen in it as its value. */
function handlerOf(actionId: string, value: string): ButtonHandler | undefined {
  return actionId === MORE_ACTIONS ? TICKET_HANDLERS.get(value) : HANDLERS.get(actionId);
}

/** A click on a button in a message, a dialog or a bar of the app's. */
export async function blockClicked(
  { actionId, value, user, room, message, triggerId }: IUIKitBlockIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  if (value === undefined) return;
  const handler = handlerOf(actionId, value);
  if (!handler) return;
  const threadId = message?.threadId;
  const place = room && { roomId: room.id, ...(threadId && { threadId }) };
  const clicked = { actionId, value, userId: user.id, place, triggerId };
  await answerClick(clicked, (click) => handler({ ...click, value }), accessors, wiring);
}
