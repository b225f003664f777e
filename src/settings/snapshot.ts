import { type Adding, ADDINGS } from '../domain/adding';
import { CUSTOMER_RULES, type CustomerRule, type Joining, JOINING } from '../domain/admission';
import { decodeMapping, type PeopleMapping } from '../domain/people-mapping';
import { OWNER_MISSING, type OwnerMissing } from '../domain/owner';
import { DISCOVERIES, type Discovery } from '../domain/person-search';
import { CHANGE_KINDS, type ChangeKind } from '../domain/change-kind';
import { CLOSE_POLICIES, type ClosingTerms } from '../domain/closing';
import { readSpan } from '../domain/duration';
import { MOST_BYTES } from '../domain/file-entry';
import { decodeOpenRules, type OpenRule } from '../domain/open-rules';
import { type QuietHours, readQuietHours } from '../domain/quiet-hours';
import { type Reminder, REMINDERS } from '../domain/reminder';
import { NAME_TAKEN, type NameTaken } from '../domain/room-plan';
import { TRANSCRIPT_FILES, type TranscriptFiles } from '../domain/transcript-files';
import { SETTINGS, type SettingId } from './declaration';
import { readReaction } from './reaction';

/** How the app reaches OTOBO. */
export interface OtoboAccess {
  /** Up to and with `nph-genericinterface.pl`, without a slash at the end. */
  readonly url: string;
  readonly webservice: string;
  readonly login: string;
  readonly password: string;
}

/** The app's settings in their types, at one moment. */
export interface Settings {
  /** Whether the app does nothing at all until an admin takes that back. */
  readonly paused: boolean;
  /** Valid secrets; none while the app is not set up. */
  readonly secrets: readonly string[];
  /** Absent until address, web service, login and password are all there. */
  readonly otobo?: OtoboAccess;
  /** The zone that OTOBO writes times in, such as `Europe/Berlin`. */
  readonly otoboTimeZone: string;
  /** What of `otobo` is missing. */
  readonly unset: readonly SettingId[];
  /** Where people's browsers find OTOBO, such as `https://help.example/otobo`; absent when nothing tells. */
  readonly otoboPublicUrl?: string;
  readonly roomName: string;
  readonly nameTaken: NameTaken;
  readonly ownerMissing: OwnerMissing;
  readonly discovery: Discovery;
  /** Whether addresses count that nobody has verified. */
  readonly acceptUnverified: boolean;
  readonly mapping: PeopleMapping['names'];
  /** Lines of settings that cannot be read, from 1. The engine saves whatever is entered: all the app can do is say so. */
  readonly problems: readonly { readonly setting: SettingId; readonly line: number }[];
  readonly joining: readonly Joining[];
  readonly adding: Adding;
  /** Whether people whom the app brought in leave when they have no role any more. */
  readonly removeLeft: boolean;
  readonly customers: CustomerRule;
  readonly customerQueues: readonly string[];
  /** Ids of the rooms whose members are taken into the address book. */
  readonly bookRooms: readonly string[];
  /** Rooms with more members than this are left alone. */
  readonly bookLimit: number;
  /** Ids of workspace roles that count as agents where OTOBO cannot be asked. */
  readonly agentRoles: readonly string[];
  /** Ids of workspace roles that may use the admin's commands. */
  readonly adminRoles: readonly string[];
  readonly allowReplies: boolean;
  /** Whether members of a room of whom OTOBO knows nothing count as colleagues, before whom internal things may be said. */
  readonly colleagues: boolean;
  /** What of a ticket's changes its room is told. */
  readonly announce: readonly ChangeKind[];
  readonly reminders: readonly Reminder[];
  /** How long nothing is said in an open ticket's room before that is remarked on, in milliseconds. */
  readonly silenceAfter: number;
  /** When nobody is reminded, on OTOBO's clock. */
  readonly quietHours?: QuietHours;
  /** The reaction that makes a note of a message, with its colons; empty for none. */
  readonly noteReaction: string;
  /** Whether pinning a message makes a note of it. */
  readonly notePinned: boolean;
  /** How large a file of the chat may be that goes into a ticket, in bytes. */
  readonly attachLimit: number;
  /** Whether the app posts a button where somebody has named a ticket. */
  readonly unfurl: boolean;
  /** How long a closing is announced before it comes, in milliseconds. */
  readonly closeDelay: number;
  /** For rooms that are made from now on. */
  readonly closing: ClosingTerms;
  /** What a message begins with that is not to be kept; empty for none. */
  readonly offPrefix: string;
  /** The reaction by which the author of a message keeps it off the record, with its colons; empty for none. */
  readonly offReaction: string;
  readonly transcriptFiles: TranscriptFiles;
  /** Which tickets get a room by themselves. */
  readonly openRules: readonly OpenRule[];
  /** How many rooms may be opened by rules in an hour. */
  readonly openCap: number;
  /** What the names of the predecessor's groups begin with; empty where there are none. */
  readonly adoptPrefix: string;
  /** The states and the priority that commands set where none is named. */
  readonly defaults: {
    readonly queue: string;
    readonly priority: string;
    readonly closed: string;
    readonly open: string;
    readonly pending: string;
  };
}

/** Reads one setting; the engine knows no call for all of them. */
export type ReadSetting = (id: SettingId) => Promise<unknown>;

const CONNECTION: readonly SettingId[] = ['otobo_url', 'otobo_webservice', 'otobo_login', 'otobo_password'];

const INTERFACE_SCRIPT = 'nph-genericinterface.pl';

/** Rocket.Chat's own id of the channel in which everybody is. */
const GENERAL = 'GENERAL';

/** Reads all settings side by side. A value that is not one of a choice's counts as the first of them. */
export async function readSettings(ask: ReadSetting): Promise<Settings> {
  const values = new Map<SettingId, unknown>(await Promise.all(SETTINGS.map(async ({ id }) => [id, await ask(id)] as const)));
  const untrimmed = (id: SettingId): string => asText(values.get(id));
  const text = (id: SettingId): string => untrimmed(id).trim();
  const choice = <T extends string>(id: SettingId, allowed: readonly [T, ...T[]]): T =>
    allowed.find((value) => value === text(id)) ?? allowed[0];
  const chosen = <T extends string>(id: SettingId, allowed: readonly T[]): T[] =>
    allowed.filter((value) => asList(values.get(id)).includes(value));
  const otobo = {
    url: withoutSlash(text('otobo_url')),
    webservice: text('otobo_webservice'),
    login: text('otobo_login'),
    // Blanks may belong to a password.
    password: untrimmed('otobo_password'),
  };
  const publicUrl = withoutSlash(text('otobo_public_url')) || derivedPublicUrl(otobo.url);
  const problems: { setting: SettingId; line: number }[] = [];
  const read = <T>(id: SettingId, decode: (written: string) => T | undefined): T | undefined => {
    const written = text(id);
    const value = written === '' ? undefined : decode(written);
    if (written !== '' && value === undefined) problems.push({ setting: id, line: 1 });
    return value;
  };
  const quietHours = read('quiet_hours', readQuietHours);
  const mapping = decodeMapping(untrimmed('people_mapping'));
  const openRules = decodeOpenRules(untrimmed('open_rules'));
  const rooms = roomIds(values.get('book_rooms'));
  return {
    paused: values.get('paused') === true,
    secrets: [text('endpoint_secret'), text('endpoint_secret_old')].filter((secret) => secret !== ''),
    ...(Object.values(otobo).every((value) => value.trim() !== '') && { otobo }),
    otoboTimeZone: text('otobo_time_zone') || 'UTC',
    unset: CONNECTION.filter((id) => text(id) === ''),
    ...(publicUrl && { otoboPublicUrl: publicUrl }),
    roomName: text('room_name'),
    nameTaken: choice('name_taken', NAME_TAKEN),
    ownerMissing: choice('owner_missing', OWNER_MISSING),
    discovery: choice('discovery', DISCOVERIES),
    acceptUnverified: values.get('accept_unverified') === true,
    mapping: mapping.names,
    joining: chosen('who_joins', JOINING),
    adding: choice('adding', ADDINGS),
    removeLeft: values.get('remove_left') === true,
    customers: choice('customers', CUSTOMER_RULES),
    customerQueues: lines(text('customer_queues')),
    bookRooms: rooms.length > 0 ? rooms : [GENERAL],
    bookLimit: Number(values.get('book_limit')) || 5000,
    agentRoles: lines(text('agent_roles')),
    adminRoles: lines(text('admin_roles')),
    allowReplies: values.get('allow_replies') === true,
    colleagues: values.get('colleagues') === true,
    announce: chosen('announce', CHANGE_KINDS),
    reminders: chosen('reminders', REMINDERS),
    silenceAfter: read('silence_after', readSpan) ?? 24 * HOUR_MS,
    ...(quietHours && { quietHours }),
    noteReaction: read('note_reaction', readReaction) ?? '',
    notePinned: values.get('note_pinned') === true,
    attachLimit: Math.min((Number(values.get('attach_limit')) || 2) * 1_000_000, MOST_BYTES),
    unfurl: values.get('unfurl') === true,
    closeDelay: read('close_delay', readSpan) ?? HOUR_MS,
    closing: { policy: choice('close_policy', CLOSE_POLICIES), deleteAfter: read('delete_after', readSpan) ?? 30 * 24 * HOUR_MS },
    offPrefix: read('off_prefix', offPrefix) ?? '',
    offReaction: read('off_reaction', readReaction) ?? '',
    transcriptFiles: choice('transcript_files', TRANSCRIPT_FILES),
    openRules: openRules.rules,
    openCap: Number(values.get('open_cap')) || 20,
    adoptPrefix: text('adopt_prefix'),
    defaults: {
      queue: text('new_queue'),
      priority: text('new_priority'),
      closed: text('close_state'),
      open: text('reopen_state'),
      pending: text('pending_state'),
    },
    problems: [
      ...mapping.problems.map((line) => ({ setting: 'people_mapping' as const, line })),
      ...openRules.problems.map((line) => ({ setting: 'open_rules' as const, line })),
      ...problems,
    ],
  };
}

const HOUR_MS = 3_600_000;

/** A message that begins with a slash is a command, and never gets into a room. */
function offPrefix(written: string): string | undefined {
  return written.startsWith('/') ? undefined : written;
}

/** @returns the settings of a new installation */
export function settingsAtFirst(): Promise<Settings> {
  return readSettings((id) => Promise.resolve(SETTINGS.find((setting) => setting.id === id)?.initial));
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A room picker holds rooms as `{_id, name}`. */
function roomIds(value: unknown): string[] {
  return asList(value).flatMap((room) =>
    typeof room === 'object' && room !== null && '_id' in room && typeof room._id === 'string' ? [room._id] : [],
  );
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Agents' and customers' pages are beside the interface script. */
export function derivedPublicUrl(url: string): string | undefined {
  return url.endsWith(`/${INTERFACE_SCRIPT}`) ? withoutSlash(url.slice(0, -INTERFACE_SCRIPT.length)) : undefined;
}
