import type { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors/IUIController';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { translator } from '../../../text/translate';
import type { Trigger, View, Views, Workspace } from '../../../usecases/ports';
import type { Accessors } from '../accessors';
import { toIUser } from '../chat-user';
import { addView, createView } from './create-view';
import { plain } from '../blocks';
import type { Reader, Shown } from './inputs';
import { linkView } from './link-view';
import { closeView, stateView } from './state-view';
import { ticketBarView } from './ticket-bar-view';
import { transcriptView } from './transcript-view';
import { writeView } from './write-view';

/** Dialogs and bars of the app. */
export function views({ modify }: Pick<Accessors, 'modify'>, appId: string, workspace: Workspace): Views {
  async function surface({ user }: Trigger, viewId: string, view: View): Promise<IUIKitSurfaceViewParam> {
    const language = user.language ?? (await workspace.language());
    return surfaceOf(view, { viewId, appId, say: translator(language), language, utcOffset: user.utcOffset ?? 0 });
  }
  return {
    async open(trigger, viewId, view) {
      const shown = await surface(trigger, viewId, view);
      await modify.getUiController().openSurfaceView(shown, { triggerId: trigger.id }, toIUser(trigger.user));
    },
    async update(trigger, viewId, view) {
      const shown = await surface(trigger, viewId, view);
      await modify.getUiController().updateSurfaceView(shown, { triggerId: trigger.id }, toIUser(trigger.user));
    },
  };
}

/** @returns a view as clients get it */
export function surfaceOf(view: View, reader: Reader): IUIKitSurfaceViewParam {
  const { title, blocks, submit, surface } = shownOf(view, reader);
  const button = (actionId: string, text: string) => ({
    type: 'button' as const,
    appId: reader.appId,
    blockId: reader.viewId,
    actionId,
    text: plain(text),
  });
  return {
    id: reader.viewId,
    type: surface === 'bar' ? UIKitSurfaceType.CONTEXTUAL_BAR : UIKitSurfaceType.MODAL,
    title: plain(title),
    blocks: [...blocks],
    ...(surface !== 'bar' && { close: button('otobo-dialog-close', reader.say('dialog.close')) }),
    ...(submit !== undefined && { submit: button('otobo-dialog-submit', submit) }),
  };
}

function shownOf(view: View, reader: Reader): Shown {
  switch (view.type) {
    case 'Transcript':
      return transcriptView(view, reader);
    case 'Write':
      return writeView(view, reader);
    case 'State':
      return stateView(view, reader);
    case 'Close':
      return closeView(view, reader);
    case 'Link':
      return linkView(reader);
    case 'Create':
      return createView(view, reader);
    case 'Add':
      return addView(reader);
    case 'TicketBar':
      return ticketBarView(view, reader);
  }
}
