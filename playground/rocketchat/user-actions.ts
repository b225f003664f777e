import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import type { UIKitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { parseCommandLine } from './command-line';
import type { EngineInstance } from './engine/instance';
import type { Screens } from './screens';
import type { BridgeTarget } from './seam';

/** A command typed into the composer of a room, or of a thread in it. */
export interface TypedCommand {
  username: string;
  roomId: string;
  threadId?: string;
  /** With its slash. */
  text: string;
}

/** A click on an element of a message's blocks, or of a view's. */
export interface BlockClick {
  username: string;
  actionId: string;
  blockId?: string;
  /** A text, or a list of them where several can be chosen. */
  value?: string | readonly string[];
  /** Where the element stands: exactly one of the three. A message that only this person was shown is not stored: apps get its room. */
  messageId?: string;
  viewId?: string;
  ephemeral?: { readonly id: string; readonly roomId: string };
}

/** A click on a button that the app put into a menu of the client. */
export interface ButtonClick {
  username: string;
  actionId: string;
  context: `${UIActionButtonContext}`;
  roomId: string;
  messageId?: string;
  threadId?: string;
  /** What stands in the composer, for buttons of the message box. */
  text?: string;
}

/** A view's submit button, with what its inputs hold: block id → action id → value. */
export interface ViewSubmission {
  username: string;
  viewId: string;
  state?: Record<string, Record<string, unknown>>;
}

/** What people do with apps in their client. Each action goes to one instance, as the load balancer would have it. */
export class UserActions {
  constructor(
    private readonly workspace: BridgeTarget,
    private readonly screens: Screens,
    private readonly appOf: () => string,
    private readonly instance: () => EngineInstance,
  ) {}

  /** Rejects when no app has registered the command, or when the app's code threw. */
  async runCommand({ username, roomId, threadId, text }: TypedCommand): Promise<void> {
    const line = parseCommandLine(text);
    if (!line) throw new Error(`"${text}" is no command: a command starts with a slash.`);
    const { orders } = this.instance();
    const commands = await orders.commands();
    if (!commands.some(({ command }) => command === line.command)) throw new Error(`No such command: /${line.command}.`);
    const [sender, room] = await Promise.all([this.user(username), this.room(roomId)]);
    const triggerId = this.screens.trigger(username);
    await orders.runCommand(line.command, { sender, room, args: line.args, triggerId, ...(threadId === undefined ? {} : { threadId }) });
  }

  async clickAction({ username, actionId, blockId, value, messageId, viewId, ephemeral }: BlockClick): Promise<void> {
    if (viewId !== undefined) this.screens.openView(username, viewId);
    const message = messageId === undefined ? undefined : await this.message(messageId);
    const shownIn = ephemeral && (await this.room(ephemeral.roomId));
    const inMessage = messageId ?? ephemeral?.id;
    const answer = await this.interact(username, {
      type: 'blockAction',
      actionId,
      container: inMessage === undefined ? { type: 'view', id: viewId } : { type: 'message', id: inMessage },
      payload: { blockId, value },
      ...(message && { message, room: message.room }),
      ...(shownIn && { room: shownIn }),
    });
    this.screens.show(username, answer);
  }

  async clickButton({ username, actionId, context, roomId, messageId, threadId, text }: ButtonClick): Promise<void> {
    const answer = await this.interact(username, {
      type: 'actionButton',
      actionId,
      room: await this.room(roomId),
      ...(messageId === undefined ? {} : { message: await this.message(messageId) }),
      ...(threadId === undefined ? {} : { tmid: threadId }),
      payload: { context, ...(text === undefined ? {} : { message: text }) },
    });
    this.screens.show(username, answer);
  }

  /** @returns what the app answered: an error per block, an update, or a success that closes the view */
  async submitView({ username, viewId, state = {} }: ViewSubmission): Promise<unknown> {
    const { view } = this.screens.openView(username, viewId);
    const answer = await this.interact(username, { type: 'viewSubmit', payload: { view: { ...view, state } } });
    this.screens.submitted(username, viewId, answer);
    return answer;
  }

  /** Closes a view without submitting it; the app is told. */
  async closeView(username: string, viewId: string): Promise<void> {
    const { view } = this.screens.openView(username, viewId);
    this.screens.close(username, viewId);
    await this.interact(username, { type: 'viewClosed', payload: { view, isCleared: true } });
  }

  private async interact(username: string, interaction: Record<string, unknown>): Promise<unknown> {
    const user = await this.user(username);
    const complete = { ...interaction, appId: this.appOf(), user, triggerId: this.screens.trigger(username) };
    return this.instance().orders.interact(complete as unknown as UIKitIncomingInteraction); // as: the client's message, which the engine takes apart
  }

  private async user(username: string): Promise<IUser> {
    return this.found('user', 'getByUsername', username);
  }

  private async room(roomId: string): Promise<IRoom> {
    return this.found('room', 'getById', roomId);
  }

  private async message(messageId: string): Promise<IMessage> {
    return this.found('message', 'getById', messageId);
  }

  private async found<Kind>(bridge: string, method: string, key: string): Promise<Kind> {
    const value = await this.workspace.bridgeCall(bridge, method, [key, this.appOf()]);
    if (value === undefined || value === null) throw new Error(`There is no ${bridge} ${key}.`);
    return value as Kind; // as: the bridge's contract
  }
}
