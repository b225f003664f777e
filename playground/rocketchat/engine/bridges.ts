import { AppBridges } from '@rocket.chat/apps-engine/server/bridges';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';
import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges/IListenerBridge';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge';
import { EnvironmentalVariableBridge } from '@rocket.chat/apps-engine/server/bridges/EnvironmentalVariableBridge';
import { ExperimentalBridge } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import { LivechatBridge } from '@rocket.chat/apps-engine/server/bridges/LivechatBridge';
import { MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges/OutboundMessagesBridge';
import { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges/PersistenceBridge';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import { RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';
import { UserBridge } from '@rocket.chat/apps-engine/server/bridges/UserBridge';
import { VideoConferenceBridge } from '@rocket.chat/apps-engine/server/bridges/VideoConferenceBridge';
import { ApiRoutes } from './api-routes';
import { remote, type Channel } from './channel';
import { CommandRegistry } from './command-registry';
import { forwarding } from './forwarding';
import { HttpOut } from './http-out';
import { JobRegistry } from './job-registry';
import { ActivationSilence, SettingChanges, UserScreens } from './notices';
import type { HostServices } from './orders';

/**
 * The bridges of one engine process. What belongs to the whole workspace is asked of the host; what belongs to this process
 * (endpoints, commands, jobs' code, requests to other servers) is kept here.
 */
export class PlaygroundBridges extends AppBridges {
  readonly api: ApiRoutes;
  readonly commands = new CommandRegistry();
  readonly jobs: JobRegistry;
  readonly settingChanges: SettingChanges;
  private readonly activation = new ActivationSilence();
  private readonly http = new HttpOut();
  private readonly screens: UserScreens;
  private readonly forwarded = new Map<string, object>();

  constructor(
    private readonly channel: Channel,
    host: HostServices,
  ) {
    super();
    this.api = new ApiRoutes(host);
    this.jobs = new JobRegistry(channel);
    this.screens = new UserScreens(host);
    this.settingChanges = new SettingChanges(host);
  }

  private toHost<Bridge extends object>(BridgeClass: abstract new () => Bridge, name: string): Bridge {
    const existing = this.forwarded.get(name) ?? forwarding(BridgeClass, name, this.channel);
    this.forwarded.set(name, existing);
    return existing as Bridge; // as: a name stands for one class
  }

  getApiBridge = () => this.api;
  getCommandBridge = () => this.commands;
  getSchedulerBridge = () => this.jobs;
  getHttpBridge = () => this.http;
  getUiInteractionBridge = () => this.screens;
  getAppDetailChangesBridge = () => this.settingChanges;
  getAppActivationBridge = () => this.activation;

  getCloudWorkspaceBridge = () => this.toHost(CloudWorkspaceBridge, 'cloudWorkspace');
  getContactBridge = () => this.toHost(ContactBridge, 'contact');
  getEmailBridge = () => this.toHost(EmailBridge, 'email');
  getEnvironmentalVariableBridge = () => this.toHost(EnvironmentalVariableBridge, 'environmentalVariable');
  getExperimentalBridge = () => this.toHost(ExperimentalBridge, 'experimental');
  getLivechatBridge = () => this.toHost(LivechatBridge, 'livechat');
  getMessageBridge = () => this.toHost(MessageBridge, 'message');
  getModerationBridge = () => this.toHost(ModerationBridge, 'moderation');
  getOAuthAppsBridge = () => this.toHost(OAuthAppsBridge, 'oAuthApps');
  getOutboundMessageBridge = () => this.toHost(OutboundMessageBridge, 'outboundMessage');
  getPersistenceBridge = () => this.toHost(PersistenceBridge, 'persistence');
  getRoleBridge = () => this.toHost(RoleBridge, 'role');
  getRoomBridge = () => this.toHost(RoomBridge, 'room');
  getServerSettingBridge = () => this.toHost(ServerSettingBridge, 'serverSetting');
  getThreadBridge = () => this.toHost(ThreadBridge, 'thread');
  getUploadBridge = () => this.toHost(UploadBridge, 'upload');
  getUserBridge = () => this.toHost(UserBridge, 'user');
  getVideoConferenceBridge = () => this.toHost(VideoConferenceBridge, 'videoConference');

  /** Apps are signed at installation, and every engine process checks the signature: the key pair is the workspace's. */
  getInternalFederationBridge = () => remote<IInternalFederationBridge>(this.channel, 'internalFederation');

  getInternalBridge = () => this.toHost(InternalBridge, 'internal');

  /** Events come from the host straight to the engine's listener manager, never through this bridge. */
  getListenerBridge = (): IListenerBridge => {
    throw new Error('The playground does not model the listener bridge.');
  };
}
