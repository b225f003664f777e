import { CUSTOMER_RULES, type CustomerRule } from '../domain/admission';
import { OWNER_MISSING, type OwnerMissing } from '../domain/owner';
import { DISCOVERIES, type Discovery } from '../domain/person-search';
import { NAME_TAKEN, type NameTaken } from '../domain/room-plan';
import { SETTINGS, type SettingId } from './declaration';

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
  /** Valid secrets; none while the app is not set up. */
  readonly secrets: readonly string[];
  /** Absent until address, web service, login and password are all there. */
  readonly otobo?: OtoboAccess;
  /** Where people's browsers find OTOBO, such as `https://help.example/otobo`; absent when nothing tells. */
  readonly otoboPublicUrl?: string;
  readonly roomName: string;
  readonly nameTaken: NameTaken;
  readonly ownerMissing: OwnerMissing;
  readonly discovery: Discovery;
  readonly customers: CustomerRule;
  readonly customerQueues: readonly string[];
}

/** Reads one setting; the engine knows no call for all of them. */
export type ReadSetting = (id: SettingId) => Promise<unknown>;

const INTERFACE_SCRIPT = 'nph-genericinterface.pl';

/** Reads all settings side by side. A value that is not one of a choice's counts as the first of them. */
export async function readSettings(read: ReadSetting): Promise<Settings> {
  const values = new Map<SettingId, string>(await Promise.all(SETTINGS.map(async ({ id }) => [id, asText(await read(id))] as const)));
  const untrimmed = (id: SettingId): string => values.get(id) ?? '';
  const text = (id: SettingId): string => untrimmed(id).trim();
  const choice = <T extends string>(id: SettingId, allowed: readonly [T, ...T[]]): T =>
    allowed.find((value) => value === text(id)) ?? allowed[0];
  const otobo = {
    url: withoutSlash(text('otobo_url')),
    webservice: text('otobo_webservice'),
    login: text('otobo_login'),
    // Blanks may belong to a password.
    password: untrimmed('otobo_password'),
  };
  const publicUrl = withoutSlash(text('otobo_public_url')) || derivedPublicUrl(otobo.url);
  return {
    secrets: [text('endpoint_secret'), text('endpoint_secret_old')].filter((secret) => secret !== ''),
    ...(Object.values(otobo).every((value) => value.trim() !== '') && { otobo }),
    ...(publicUrl && { otoboPublicUrl: publicUrl }),
    roomName: text('room_name'),
    nameTaken: choice('name_taken', NAME_TAKEN),
    ownerMissing: choice('owner_missing', OWNER_MISSING),
    discovery: choice('discovery', DISCOVERIES),
    customers: choice('customers', CUSTOMER_RULES),
    customerQueues: text('customer_queues')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Agents' and customers' pages are beside the interface script. */
function derivedPublicUrl(url: string): string | undefined {
  return url.endsWith(`/${INTERFACE_SCRIPT}`) ? withoutSlash(url.slice(0, -INTERFACE_SCRIPT.length)) : undefined;
}
