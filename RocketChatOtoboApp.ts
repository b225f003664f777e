import type {
  IAppInstallationContext,
  IConfigurationExtend,
  IConfigurationModify,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type {
  IMessage,
  IMessageDeleteContext,
  IMessagePinContext,
  IMessageReactionContext,
  IPostMessageDeleted,
  IPostMessagePinned,
  IPostMessageReacted,
  IPostMessageSent,
} from '@rocket.chat/apps-engine/definition/messages';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type {
  IUIKitInteractionHandler,
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type {
  IPostUserCreated,
  IPostUserDeleted,
  IPostUserLoggedIn,
  IPostUserUpdated,
  IUser,
  IUserContext,
} from '@rocket.chat/apps-engine/definition/users';
import { randomUUID } from 'crypto';
import { Endpoint, type RequestAccessors, type Wiring } from './src/inbound/api/endpoint';
import { closeTicket, health, openTicket, peopleLookup, statusOfTicket, syncTicket } from './src/inbound/api/routes';
import { COMMANDS } from './src/inbound/commands';
import { OtoboCommand } from './src/inbound/commands/otobo-command';
import { appInstalled } from './src/inbound/events/app-installed';
import { isOfInterest, isUnfurling, mayCount, messageDeleted, messageSent } from './src/inbound/events/message-events';
import { messagePinned, messageReacted, type Outsiders } from './src/inbound/events/noting-events';
import { userDeleted, userSeen } from './src/inbound/events/user-events';
import { addressBookJob } from './src/inbound/jobs/address-book-job';
import { closingJob } from './src/inbound/jobs/closing-job';
import { auditJob } from './src/inbound/jobs/audit-job';
import { outboxJob } from './src/inbound/jobs/outbox-job';
import { roomsJob } from './src/inbound/jobs/rooms-job';
import { transcriptJob } from './src/inbound/jobs/transcript-job';
import { blockClicked } from './src/inbound/ui/clicks';
import { MENU_BUTTONS, menuButtonClicked } from './src/inbound/ui/menu-buttons';
import { viewClosed, viewSubmitted } from './src/inbound/ui/submissions';
import { adapters, type Memory } from './src/outbound/adapters';
import { keys } from './src/outbound/rocketchat/keys';
import { corrected } from './src/settings/correction';
import { engineSettings, type SettingId } from './src/settings/declaration';
import { readSettings, type Settings } from './src/settings/snapshot';

/** What the engine hands to every handler, in its order. */
type Given = [read: IRead, http: IHttp, persistence: IPersistence, modify: IModify];

/** OTOBO for Rocket.Chat. Registers what the app consists of and wires its two sides; it decides nothing itself. */
export class RocketChatOtoboApp
  extends App
  implements
    IPostUserCreated,
    IPostUserUpdated,
    IPostUserLoggedIn,
    IPostUserDeleted,
    IPostMessageSent,
    IPostMessageReacted,
    IPostMessagePinned,
    IPostMessageDeleted,
    IUIKitInteractionHandler
{
  private readonly memory: Memory = {
    keys: [],
    bookComplete: false,
    appUser: undefined,
    session: undefined,
    missingRoutes: new Map(),
    grants: new Map(),
    lastCaller: undefined,
    corrections: new Map(),
  };
  private readonly outsiders: Outsiders = new Set();
  private settings: Promise<Settings> | undefined;
  /** What the settings say of it, for who cannot wait for them; nothing while they have not been read. */
  private unfurls: boolean | undefined;

  /** Makes the signing key, so that the first request finds one, and tells who installed the app what comes next. */
  public override async onInstall({ user }: IAppInstallationContext, ...given: Given): Promise<void> {
    const [read, , persistence] = given;
    await keys({ read, persistence }, this.memory).all();
    await appInstalled(user, this.handed(given), this.wiring());
  }

  /**
   * Puts right what cannot work. Everything else is taken as it is, and nothing given back: the engine writes what this returns into the
   * app's log, passwords and secrets included. Nothing returned means "as given".
   */
  public override onPreSettingUpdate({ oldSetting, newSetting }: ISettingUpdateContext): Promise<ISetting> {
    const better = corrected(newSetting.id, newSetting.value, oldSetting.value);
    if (!better) return Promise.resolve(undefined as unknown as ISetting); // as: nothing is an answer, too
    this.memory.corrections.set(newSetting.id, { setting: newSetting.id, entered: String(newSetting.value) });
    this.getLogger().warn({ msg: 'a setting was put right', setting: newSetting.id, entered: newSetting.value as unknown, ...better });
    return Promise.resolve({ ...newSetting, ...better });
  }

  /** Runs on every instance of the workspace: what was remembered of the old value is forgotten, and lines that cannot be read are named. */
  public override async onSettingUpdated(_setting: ISetting, _modify: IConfigurationModify, read: IRead): Promise<void> {
    this.settings = undefined;
    this.unfurls = undefined;
    this.memory.session = undefined;
    this.memory.missingRoutes.clear();
    this.memory.grants.clear();
    const { problems } = await this.snapshot(read);
    for (const { setting, line } of problems) this.getLogger().warn({ msg: 'a line of a setting cannot be read', setting, line });
  }

  public executePostMessageReacted(context: IMessageReactionContext, ...given: Given): Promise<void> {
    return messageReacted(context, this.handed(given), this.wiring(), this.outsiders);
  }

  public executePostMessagePinned(context: IMessagePinContext, ...given: Given): Promise<void> {
    return messagePinned(context, this.handed(given), this.wiring(), this.outsiders);
  }

  public executePostUserCreated({ user }: IUserContext, ...given: Given): Promise<void> {
    return userSeen(user, this.handed(given), this.wiring());
  }

  public executePostUserUpdated({ user }: IUserContext, ...given: Given): Promise<void> {
    return userSeen(user, this.handed(given), this.wiring());
  }

  public executePostUserLoggedIn(user: IUser, ...given: Given): Promise<void> {
    return userSeen(user, this.handed(given), this.wiring());
  }

  public executePostUserDeleted({ user }: IUserContext, ...given: Given): Promise<void> {
    return userDeleted(user, this.handed(given), this.wiring());
  }

  public checkPostMessageSent(message: IMessage): Promise<boolean> {
    return Promise.resolve(isOfInterest(message, this.unfurls));
  }

  public executePostMessageSent(message: IMessage, ...given: Given): Promise<void> {
    return messageSent(message, this.handed(given), this.wiring());
  }

  public checkPostMessageDeleted(message: IMessage): Promise<boolean> {
    return Promise.resolve(mayCount(message, this.getID()));
  }

  public executePostMessageDeleted(
    _message: IMessage,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
    context: IMessageDeleteContext,
  ): Promise<void> {
    return messageDeleted(context, this.handed([read, http, persistence, modify]), this.wiring());
  }

  public async executeBlockActionHandler(context: UIKitBlockInteractionContext, ...given: Given): Promise<IUIKitResponse> {
    await blockClicked(context.getInteractionData(), this.handed(given), this.wiring());
    return context.getInteractionResponder().successResponse();
  }

  public async executeActionButtonHandler(context: UIKitActionButtonInteractionContext, ...given: Given): Promise<IUIKitResponse> {
    await menuButtonClicked(context.getInteractionData(), this.handed(given), this.wiring());
    return context.getInteractionResponder().successResponse();
  }

  public async executeViewSubmitHandler(context: UIKitViewSubmitInteractionContext, ...given: Given): Promise<IUIKitResponse> {
    const { view } = context.getInteractionData();
    const errors = await viewSubmitted(context.getInteractionData(), this.handed(given), this.wiring());
    const responder = context.getInteractionResponder();
    return errors ? responder.viewErrorResponse({ viewId: view.id, errors: { ...errors } }) : responder.successResponse();
  }

  public async executeViewClosedHandler(context: UIKitViewCloseInteractionContext, ...given: Given): Promise<IUIKitResponse> {
    await viewClosed(context.getInteractionData(), this.handed(given), this.wiring());
    return context.getInteractionResponder().successResponse();
  }

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    const wiring = this.wiring();
    await Promise.all(engineSettings().map((setting) => configuration.settings.provideSetting(setting)));
    await configuration.api.provideApi({
      // An address that cannot be guessed: a body with a "__proto__" key would stop the sandbox before any code of ours sees it.
      visibility: ApiVisibility.PRIVATE,
      security: ApiSecurity.UNSECURE,
      endpoints: [
        new Endpoint(this, openTicket, wiring),
        new Endpoint(this, syncTicket, wiring),
        new Endpoint(this, closeTicket, wiring),
        new Endpoint(this, statusOfTicket, wiring),
        new Endpoint(this, peopleLookup, wiring),
        new Endpoint(this, health, wiring),
      ],
    });
    await configuration.slashCommands.provideSlashCommand(new OtoboCommand(this, wiring, COMMANDS));
    for (const { entry } of MENU_BUTTONS) configuration.ui.registerButton(entry);
    const jobs = [addressBookJob, outboxJob, roomsJob, closingJob, transcriptJob, auditJob];
    await configuration.scheduler.registerProcessors(jobs.map((job) => job(this, wiring)));
  }

  private wiring(): Wiring {
    return {
      version: this.getVersion(),
      settings: (read) => this.snapshot(read),
      ports: (accessors, settings, requestId = randomUUID()) => adapters(accessors, this, settings, this.memory, requestId),
    };
  }

  private handed([read, http, persistence, modify]: Given): RequestAccessors {
    return { read, http, persistence, modify, log: this.getLogger() };
  }

  /** The settings, read once and then kept until one of them changes. */
  private snapshot(read: IRead): Promise<Settings> {
    const reading = (this.settings ??= readSettings((id: SettingId) => read.getEnvironmentReader().getSettings().getValueById(id)));
    reading.then(
      (settings) => {
        if (this.settings === reading) this.unfurls = isUnfurling(settings);
      },
      () => {
        if (this.settings === reading) this.settings = undefined;
      },
    );
    return reading;
  }
}
