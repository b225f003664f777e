import { duplicateKey, serverError } from './errors';

/** A workspace setting. Hidden ones are kept from apps, whatever their permissions. */
export interface ServerSetting {
  readonly id: string;
  readonly type: 'boolean' | 'string' | 'int' | 'password';
  readonly packageValue: SettingValue;
  value: SettingValue;
  readonly public: boolean;
  readonly hidden: boolean;
}

export type SettingValue = string | number | boolean;

const visible: Record<string, SettingValue> = {
  Accounts_SystemBlockedUsernameList: 'admin,administrator,system,user',
  E2E_Allow_Unencrypted_Messages: false,
  E2E_Enable: false,
  DirectMesssage_maxUsers: 8,
  FileUpload_Enabled: true,
  FileUpload_MaxFileSize: 104_857_600,
  Language: 'en',
  Message_AllowDeleting: true,
  Message_AllowEditing: true,
  Message_AllowPinning: true,
  Message_CustomFields_Enabled: false,
  Message_MaxAllowedSize: 5000,
  Site_Name: 'Playground',
  Site_Url: 'http://127.0.0.1:3000',
  Threads_enabled: true,
  UI_Allow_room_names_with_special_chars: false,
  UTF8_Channel_Names_Validation: '[0-9a-zA-Z-_.]+',
  UTF8_User_Names_Validation: '[0-9a-zA-Z-_.]+',
  uniqueID: 'playground',
};

const hidden: Record<string, SettingValue> = {
  LDAP_Authentication_Password: 'ldap-password',
  SMTP_Password: 'smtp-password',
};

function typeOf(id: string, value: SettingValue): ServerSetting['type'] {
  if (id.endsWith('_Password')) return 'password';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'int' : 'string';
}

/** The settings of the workspace that something here or an app reads, with Rocket.Chat's defaults. */
export class ServerSettings {
  private readonly settings = new Map<string, ServerSetting>();

  constructor() {
    for (const [id, value] of Object.entries(visible)) this.add(id, value, false);
    for (const [id, value] of Object.entries(hidden)) this.add(id, value, true);
  }

  /** @throws when a setting of that id exists */
  add(id: string, value: SettingValue, isHidden: boolean): void {
    if (this.settings.has(id)) throw duplicateKey('rocketchat_settings', '_id_', `{ _id: "${id}" }`);
    this.settings.set(id, { id, type: typeOf(id, value), packageValue: value, value, public: !isHidden, hidden: isHidden });
  }

  /** @throws when there is no such setting, or its values are of another type: a slip must not pass silently */
  set(id: string, value: SettingValue): void {
    const setting = this.settings.get(id);
    if (!setting) throw serverError('error-invalid-setting', `There is no setting ${id}`);
    if (typeof value !== typeof setting.value) throw serverError('error-invalid-setting', `${id} is a ${typeof setting.value}`);
    setting.value = value;
  }

  find(id: string): ServerSetting | undefined {
    return this.settings.get(id);
  }

  all(): ServerSetting[] {
    return [...this.settings.values()];
  }

  isOn(id: string): boolean {
    return this.find(id)?.value === true;
  }

  text(id: string): string {
    return String(this.find(id)?.value ?? '');
  }

  number(id: string): number {
    return Number(this.find(id)?.value ?? 0);
  }
}
