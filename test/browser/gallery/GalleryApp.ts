/** An app that shows every block and input there is, and says in the room what it was told about them. */
import type { IConfigurationExtend, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import {
  UIKitSurfaceType,
  type IUIKitResponse,
  type UIKitActionButtonInteractionContext,
  type UIKitBlockInteractionContext,
  type UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { INPUT_BLOCKS, LATE_INPUT, MESSAGE_BLOCKS, VIEW_ACTIONS } from './blocks';

class GalleryCommand implements ISlashCommand {
  command = 'gallery';
  i18nParamsExample = 'message | modal | bar';
  i18nDescription = 'Shows what there is';
  providesPreview = false;

  constructor(private readonly app: GalleryApp) {}

  async executor(context: SlashCommandContext, _read: IRead, modify: IModify): Promise<void> {
    const [what = 'message'] = context.getArguments();
    if (what === 'message') return this.app.showMessage(modify, context.getRoom());
    return this.app.openView(modify, what, context.getTriggerId(), context.getSender());
  }
}

export class GalleryApp extends App {
  override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await configuration.slashCommands.provideSlashCommand(new GalleryCommand(this));
    const { MESSAGE_ACTION, ROOM_ACTION } = UIActionButtonContext;
    configuration.ui.registerButton({ actionId: 'about-message', labelI18n: 'About this message', context: MESSAGE_ACTION });
    configuration.ui.registerButton({ actionId: 'open-bar', labelI18n: 'Gallery', context: ROOM_ACTION });
  }

  async executeBlockActionHandler(
    context: UIKitBlockInteractionContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { actionId, blockId, value, container, triggerId, user } = context.getInteractionData();
    if (actionId === 'refill') {
      await modify.getUiController().updateSurfaceView(this.view('modal', [LATE_INPUT]) as never, { triggerId }, user); // as: see openView
    } else await this.say(read, modify, `${container.type} ${blockId} ${actionId}: ${JSON.stringify(value)}`);
    return context.getInteractionResponder().successResponse();
  }

  async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { actionId, message, triggerId, user } = context.getInteractionData();
    if (actionId === 'open-bar') await this.openView(modify, 'bar', triggerId, user);
    else await this.say(read, modify, `asked about: ${message?.text ?? 'nothing'}`);
    return context.getInteractionResponder().successResponse();
  }

  async executeViewSubmitHandler(
    context: UIKitViewSubmitInteractionContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { view } = context.getInteractionData();
    const state = view.state as { title?: { title?: string } } | undefined; // as: the views have this input
    const responder = context.getInteractionResponder();
    if (!state?.title?.title) return responder.viewErrorResponse({ viewId: view.id, errors: { title: 'A title is needed.' } });
    await this.say(read, modify, `submitted ${JSON.stringify(state)}`);
    return responder.successResponse();
  }

  async showMessage(modify: IModify, room: IRoom): Promise<void> {
    const message = modify.getCreator().startMessage().setRoom(room).setText('the gallery').setBlocks(MESSAGE_BLOCKS);
    await modify.getCreator().finish(message);
  }

  async openView(modify: IModify, what: string, triggerId: string | undefined, user: IUser): Promise<void> {
    await modify.getUiController().openSurfaceView(this.view(what) as never, { triggerId: triggerId ?? '' }, user); // as: one of the blocks is none on purpose
  }

  private view(what: string, more: readonly LayoutBlock[] = []) {
    return {
      type: what === 'bar' ? UIKitSurfaceType.CONTEXTUAL_BAR : UIKitSurfaceType.MODAL,
      id: `gallery-${what}`,
      title: { type: 'plain_text', text: `Gallery: ${what}` },
      blocks: [...more, ...INPUT_BLOCKS, VIEW_ACTIONS, { type: 'carousel' }],
      submit: { type: 'button', actionId: 'submit', text: { type: 'plain_text', text: 'Save' } },
      close: { type: 'button', actionId: 'close', text: { type: 'plain_text', text: 'Cancel' } },
    };
  }

  private async say(read: IRead, modify: IModify, text: string): Promise<void> {
    const room = await read.getRoomReader().getById('GENERAL');
    if (room) await modify.getCreator().finish(modify.getCreator().startMessage().setRoom(room).setText(text));
  }
}
