import type { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors/IUIController';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { translator } from '../../text/translate';
import type { TranscriptPreview, Trigger, Views, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toIUser } from './chat-user';
import { transcriptBlocks } from './transcript-blocks';

/** Dialogs of the app. */
export function views({ modify }: Pick<Accessors, 'modify'>, appId: string, workspace: Workspace): Views {
  async function transcriptView(
    { user }: Trigger,
    viewId: string,
    preview: TranscriptPreview | undefined,
  ): Promise<IUIKitSurfaceViewParam> {
    const say = translator(user.language ?? (await workspace.language()));
    const button = (actionId: string, text: string) => ({
      type: 'button' as const,
      appId,
      blockId: viewId,
      actionId,
      text: { type: 'plain_text' as const, text },
    });
    return {
      id: viewId,
      type: UIKitSurfaceType.MODAL,
      title: { type: 'plain_text', text: say('dialog.transcript.title') },
      blocks: transcriptBlocks(viewId, preview, user.utcOffset ?? 0, appId, say),
      close: button('otobo-dialog-close', say('dialog.transcript.close')),
      ...(preview?.ranges.some(({ count }) => count !== 0) && {
        submit: button('otobo-dialog-submit', say('dialog.transcript.send')),
      }),
    };
  }
  return {
    async openTranscript(trigger, viewId, preview) {
      const view = await transcriptView(trigger, viewId, preview);
      await modify.getUiController().openSurfaceView(view, { triggerId: trigger.id }, toIUser(trigger.user));
    },
    async updateTranscript(trigger, viewId, preview) {
      const view = await transcriptView(trigger, viewId, preview);
      await modify.getUiController().updateSurfaceView(view, { triggerId: trigger.id }, toIUser(trigger.user));
    },
  };
}
