import { type ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { CUSTOMER_RULES, JOINING, JOINING_BY_DEFAULT } from '../domain/admission';
import { ADDINGS } from '../domain/adding';
import { OWNER_MISSING } from '../domain/owner';
import { DISCOVERIES } from '../domain/person-search';
import { CHANGE_KINDS } from '../domain/change-kind';
import { CLOSE_POLICIES } from '../domain/closing';
import { REMINDERS } from '../domain/reminder';
import { NAME_TAKEN } from '../domain/room-plan';
import { TRANSCRIPT_FILES } from '../domain/transcript-files';

/** A setting as it is declared here; labels are in `i18n/` under `<id>_label` and `<id>_description`. */
export interface Declared {
  readonly id: string;
  readonly section: 'connection' | 'rooms' | 'people' | 'rights' | 'changes' | 'closing';
  readonly type: SettingType;
  readonly initial: string | number | false | readonly string[];
  readonly multiline?: true;
  /** For a choice: its values, labelled in `i18n/` under `<id>_<value>`. */
  readonly values?: readonly string[];
}

/** Every setting of the app; the only list there is. */
export const SETTINGS = [
  { id: 'paused', section: 'connection', type: SettingType.BOOLEAN, initial: false },
  { id: 'endpoint_secret', section: 'connection', type: SettingType.PASSWORD, initial: '' },
  { id: 'endpoint_secret_old', section: 'connection', type: SettingType.PASSWORD, initial: '' },
  { id: 'otobo_url', section: 'connection', type: SettingType.STRING, initial: '' },
  { id: 'otobo_webservice', section: 'connection', type: SettingType.STRING, initial: 'RocketChat' },
  { id: 'otobo_login', section: 'connection', type: SettingType.STRING, initial: '' },
  { id: 'otobo_password', section: 'connection', type: SettingType.PASSWORD, initial: '' },
  { id: 'otobo_public_url', section: 'connection', type: SettingType.STRING, initial: '' },
  { id: 'otobo_time_zone', section: 'connection', type: SettingType.STRING, initial: 'UTC' },
  { id: 'room_name', section: 'rooms', type: SettingType.STRING, initial: 'ticket-{number}' },
  { id: 'name_taken', section: 'rooms', type: SettingType.SELECT, initial: 'refuse', values: NAME_TAKEN },
  { id: 'owner_missing', section: 'rooms', type: SettingType.SELECT, initial: 'auto', values: OWNER_MISSING },
  { id: 'open_rules', section: 'rooms', type: SettingType.STRING, initial: '', multiline: true },
  { id: 'open_cap', section: 'rooms', type: SettingType.NUMBER, initial: 20 },
  { id: 'adopt_prefix', section: 'rooms', type: SettingType.STRING, initial: '' },
  { id: 'discovery', section: 'people', type: SettingType.SELECT, initial: 'email', values: DISCOVERIES },
  { id: 'accept_unverified', section: 'people', type: SettingType.BOOLEAN, initial: false },
  { id: 'people_mapping', section: 'people', type: SettingType.STRING, initial: '', multiline: true },
  { id: 'who_joins', section: 'people', type: SettingType.MULTI_SELECT, initial: JOINING_BY_DEFAULT, values: JOINING },
  { id: 'adding', section: 'people', type: SettingType.SELECT, initial: 'silent', values: ADDINGS },
  { id: 'remove_left', section: 'people', type: SettingType.BOOLEAN, initial: false },
  { id: 'customers', section: 'people', type: SettingType.SELECT, initial: 'always', values: CUSTOMER_RULES },
  { id: 'customer_queues', section: 'people', type: SettingType.STRING, initial: '', multiline: true },
  { id: 'colleagues', section: 'people', type: SettingType.BOOLEAN, initial: false },
  { id: 'book_rooms', section: 'people', type: SettingType.ROOM_PICK, initial: [] },
  { id: 'book_limit', section: 'people', type: SettingType.NUMBER, initial: 5000 },
  { id: 'agent_roles', section: 'rights', type: SettingType.STRING, initial: '', multiline: true },
  { id: 'admin_roles', section: 'rights', type: SettingType.STRING, initial: 'admin', multiline: true },
  { id: 'allow_replies', section: 'rights', type: SettingType.BOOLEAN, initial: false },
  { id: 'new_queue', section: 'rights', type: SettingType.STRING, initial: '' },
  { id: 'new_priority', section: 'rights', type: SettingType.STRING, initial: '3 normal' },
  { id: 'close_state', section: 'rights', type: SettingType.STRING, initial: 'closed successful' },
  { id: 'reopen_state', section: 'rights', type: SettingType.STRING, initial: 'open' },
  { id: 'pending_state', section: 'rights', type: SettingType.STRING, initial: 'pending reminder' },
  { id: 'announce', section: 'changes', type: SettingType.MULTI_SELECT, initial: CHANGE_KINDS, values: CHANGE_KINDS },
  { id: 'reminders', section: 'changes', type: SettingType.MULTI_SELECT, initial: ['pending', 'escalation'], values: REMINDERS },
  { id: 'silence_after', section: 'changes', type: SettingType.STRING, initial: '24h' },
  { id: 'quiet_hours', section: 'changes', type: SettingType.STRING, initial: '' },
  { id: 'note_reaction', section: 'changes', type: SettingType.STRING, initial: ':memo:' },
  { id: 'note_pinned', section: 'changes', type: SettingType.BOOLEAN, initial: false },
  { id: 'attach_limit', section: 'changes', type: SettingType.NUMBER, initial: 2 },
  { id: 'unfurl', section: 'changes', type: SettingType.BOOLEAN, initial: false },
  { id: 'close_delay', section: 'closing', type: SettingType.STRING, initial: '1h' },
  { id: 'close_policy', section: 'closing', type: SettingType.SELECT, initial: 'read_only', values: CLOSE_POLICIES },
  { id: 'delete_after', section: 'closing', type: SettingType.STRING, initial: '30d' },
  { id: 'off_prefix', section: 'closing', type: SettingType.STRING, initial: '(off)' },
  { id: 'off_reaction', section: 'closing', type: SettingType.STRING, initial: ':mute:' },
  { id: 'transcript_files', section: 'closing', type: SettingType.SELECT, initial: 'named', values: TRANSCRIPT_FILES },
] as const satisfies readonly Declared[];

export type SettingId = (typeof SETTINGS)[number]['id'];

/** @returns the settings in the engine's words */
export function engineSettings(): ISetting[] {
  return SETTINGS.map((setting: Declared) => ({
    id: setting.id,
    type: setting.type,
    packageValue: setting.initial,
    required: false,
    public: false,
    section: `section_${setting.section}`,
    i18nLabel: `${setting.id}_label`,
    i18nDescription: `${setting.id}_description`,
    ...(setting.multiline && { multiline: true }),
    ...(setting.values && { values: setting.values.map((key) => ({ key, i18nLabel: `${setting.id}_${key}` })) }),
  }));
}
