import { readSpan } from '../domain/duration';
import { MOST_BYTES } from '../domain/file-entry';
import { parseOtoboTime } from '../domain/otobo-time';
import { readQuietHours } from '../domain/quiet-hours';
import { templateProblem } from '../domain/room-name';
import { type Declared, SETTINGS } from './declaration';
import { readReaction } from './reaction';

/** Where every number of ours has to be. */
const LARGEST = 1_000_000;
/** Some have to be less. */
const AT_MOST: Readonly<Record<string, number>> = { attach_limit: MOST_BYTES / 1_000_000 };

/** Whether a value that was entered can work; there is no entry where every value can. */
const CAN_WORK: Readonly<Record<string, (text: string) => boolean>> = {
  otobo_url: isAddress,
  otobo_public_url: isAddress,
  otobo_time_zone: (zone) => parseOtoboTime('2026-01-01 00:00:00', zone) !== undefined,
  room_name: (template) => templateProblem(template) === undefined,
  silence_after: isSpan,
  close_delay: isSpan,
  delete_after: isSpan,
  quiet_hours: (text) => readQuietHours(text) !== undefined,
  off_prefix: (prefix) => !prefix.startsWith('/'),
  off_reaction: (name) => readReaction(name) !== undefined,
  note_reaction: (name) => readReaction(name) !== undefined,
};

/** Those may not be empty: without a value there would be no behaviour at all. */
const NEEDED: readonly string[] = ['otobo_time_zone', 'room_name', 'silence_after', 'close_delay', 'delete_after'];

/**
 * The engine saves whatever is entered, even where the app throws; only a value that the app gives back instead counts. Lines are no matter
 * of this: of a text of many lines those count that can be read, and the others are named.
 *
 * @param before what the setting was until now
 * @returns the value that is saved instead of one that cannot work: the one before, or the initial one where that could not either; nothing
 * when the value may stay
 */
export function corrected(id: string, entered: unknown, before: unknown): { readonly value: unknown } | undefined {
  const setting: Declared | undefined = SETTINGS.find((one) => one.id === id);
  if (!setting || works(setting, entered)) return undefined;
  return { value: works(setting, before) ? before : setting.initial };
}

function works({ id, initial, values }: Declared, value: unknown): boolean {
  if (typeof initial === 'number') return isNumberUpTo(AT_MOST[id] ?? LARGEST, value);
  if (typeof initial === 'boolean') return typeof value === 'boolean';
  if (typeof initial !== 'string') return Array.isArray(value);
  if (typeof value !== 'string') return false;
  if (values) return values.includes(value);
  const text = value.trim();
  return text === '' ? !NEEDED.includes(id) : (CAN_WORK[id]?.(text) ?? true);
}

/** A form sends numbers as texts. */
function isNumberUpTo(most: number, value: unknown): boolean {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  return Number.isInteger(number) && number > 0 && number <= most;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s?#]+$/i.test(text);
}

function isSpan(text: string): boolean {
  return readSpan(text) !== undefined;
}
