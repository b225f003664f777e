import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge';
import type { HostServices } from './orders';

/** Installation and updates are carried from process to process by the host, in an order of its own: nothing is broadcast here. */
export class ActivationSilence extends AppActivationBridge {
  protected override appAdded = (): Promise<void> => Promise.resolve();
  protected override appUpdated = (): Promise<void> => Promise.resolve();
  protected override appRemoved = (): Promise<void> => Promise.resolve();
  protected override appStatusChanged = (): Promise<void> => Promise.resolve();
  protected override actionsChanged = (): Promise<void> => Promise.resolve();
}

/** A saved setting is told to the other engine processes, which save it again with the app's hooks, as a cluster does. */
export class SettingChanges extends AppDetailChangesBridge {
  private readonly fromOthers = new Set<string>();

  constructor(private readonly host: HostServices) {
    super();
  }

  /** Does `save` without telling the others, because they told us. */
  async quietly(appId: string, settingId: string, save: () => Promise<void>): Promise<void> {
    const key = `${appId} ${settingId}`;
    this.fromOthers.add(key);
    try {
      await save();
    } finally {
      this.fromOthers.delete(key);
    }
  }

  protected override onAppSettingsChange(appId: string, setting: ISetting): void {
    if (!this.fromOthers.has(`${appId} ${setting.id}`)) void this.host.settingSaved(appId, setting);
  }
}

/** Views and errors for a user's screen: the host has the screens. */
export class UserScreens extends UiInteractionBridge {
  constructor(private readonly host: HostServices) {
    super();
  }

  protected override notifyUser(user: IUser, interaction: IUIKitInteraction): Promise<void> {
    return this.host.showInteraction(user, interaction);
  }
}
