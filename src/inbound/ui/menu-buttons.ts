import {
  type IUIActionButtonDescriptor,
  MessageActionContext,
  RoomTypeFilter,
  UIActionButtonContext,
} from '@rocket.chat/apps-engine/definition/ui';
import type { IUIKitActionButtonIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { ADD_TO_TICKET, NEW_FROM_MESSAGE, OPEN_BAR } from '../../domain/ticket-action';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { answerClick, type ClickHandler } from './answer-click';
import { barWanted } from './bar-click';
import { addToTicket, newFromMessage } from './message-click';

/** An entry in one of Rocket.Chat's menus. */
export interface MenuButton {
  /** What Rocket.Chat is told; the label is a key of the files in `i18n/`. */
  readonly entry: IUIActionButtonDescriptor;
  readonly clicked: ClickHandler;
}

/** Rooms that a ticket can be linked to, as far as menus tell them apart: all but conversations with visitors. */
const LINKABLE: RoomTypeFilter[] = Object.values(RoomTypeFilter).filter((type) => type !== RoomTypeFilter.LIVE_CHAT);

/** The app's entries in menus; one row each is all there is to it. */
export const MENU_BUTTONS: readonly MenuButton[] = [
  {
    entry: {
      actionId: OPEN_BAR,
      context: UIActionButtonContext.ROOM_ACTION,
      labelI18n: 'menu_ticket_bar',
      when: { roomTypes: LINKABLE },
    },
    clicked: barWanted,
  },
  { entry: atMessages(ADD_TO_TICKET, 'menu_add_to_ticket'), clicked: addToTicket },
  { entry: atMessages(NEW_FROM_MESSAGE, 'menu_new_from_message'), clicked: newFromMessage },
];

/** The menu of messages, in rooms and in threads, on the phone, too. */
function atMessages(actionId: string, labelI18n: string): IUIActionButtonDescriptor {
  const messageActionContext = [MessageActionContext.MESSAGE, MessageActionContext.MESSAGE_MOBILE, MessageActionContext.THREADS];
  return { actionId, context: UIActionButtonContext.MESSAGE_ACTION, labelI18n, when: { roomTypes: LINKABLE, messageActionContext } };
}

/** A click on an entry of the app's in a menu. */
export async function menuButtonClicked(
  { actionId, user, room, message, threadId, triggerId }: IUIKitActionButtonIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  const button = MENU_BUTTONS.find(({ entry }) => entry.actionId === actionId);
  // The type says that there is a room; menus outside rooms send none.
  const here = room as typeof room | undefined;
  if (!button || !here) return;
  // The engine hands on a thread's id with clicks at the composer only; a message knows its own.
  const thread = threadId ?? message?.threadId;
  const place = { roomId: here.id, ...(thread !== undefined && { threadId: thread }) };
  await answerClick({ actionId, userId: user.id, place, messageId: message?.id, triggerId }, button.clicked, accessors, wiring);
}
