import { parseOtoboTime } from '../domain/otobo-time';
import { isUnencrypted, withoutCredentials } from '../domain/webservice';
import type { OtoboAccess, Settings } from '../settings/snapshot';
import type { Finding } from './finding';

/** As the setting's description asks for it. */
const ADDRESS = /^https?:\/\/[^\s?#]+\/nph-genericinterface\.pl$/;

/** @returns what of the settings is incomplete or malformed; one green finding when nothing is red */
export function examineSettings({ paused, secrets, unset, otobo, otoboTimeZone, problems }: Settings): Finding[] {
  const red: Finding[] = [
    ...(secrets.length === 0 ? [{ code: 'secret_missing' } as const] : []),
    ...unset.map((setting): Finding => ({ code: 'setting_missing', choice: setting })),
    ...(otobo ? malformed(otobo, otoboTimeZone) : []),
    ...problems.map(({ setting, line }): Finding => ({ code: 'line_unreadable', choice: setting, values: { line } })),
  ];
  const grey: Finding[] = [
    ...(paused ? [{ code: 'paused' } as const] : []),
    ...(otobo && isUnencrypted(otobo.url) ? [{ code: 'url_unencrypted' } as const] : []),
    ...(secrets.length > 1 ? [{ code: 'two_secrets' } as const] : []),
  ];
  return [...(red.length > 0 ? red : [{ code: 'settings_complete' } as const]), ...grey];
}

function malformed({ url }: OtoboAccess, timeZone: string): Finding[] {
  return [
    ...(ADDRESS.test(url) ? [] : [{ code: 'url_form', values: { url: withoutCredentials(url) } } as const]),
    ...(isTimeZone(timeZone) ? [] : [{ code: 'time_zone_invalid', values: { zone: timeZone } } as const]),
  ];
}

const isTimeZone = (zone: string): boolean => parseOtoboTime('2026-01-01 00:00:00', zone) !== undefined;
