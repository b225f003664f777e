import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../fixtures/otobo/provider');

/** A request to a real OTOBO, and what it answered. */
export interface Recording {
  readonly request: { readonly method: string; readonly url: string; readonly body: unknown };
  readonly http_status: number;
  readonly response_headers: { readonly 'Content-Type': string; readonly 'Content-Length': string; readonly Date: string };
  /** The answer's JSON; text that is no JSON comes as `{_raw}`. */
  readonly response: unknown;
}

export const recordingNames = (): string[] => readdirSync(FOLDER).map((file) => file.replace('.json', ''));

export function recording(name: string): Recording {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Recording; // the fixtures have this shape
}

/** @returns when the answer was sent: `2026-11-23 01:16:29` */
export function recordedTime({ response_headers: { Date: date } }: Recording): string {
  return new Date(date).toISOString().slice(0, 19).replace('T', ' ');
}

const RANDOM = new Set(['SessionID']);
const TIMES = new Set([
  'Created',
  'Changed',
  'CreateTime',
  'ChangeTime',
  'Age',
  'UnlockTimeout',
  'IncomingTime',
  'UserLastRequest',
  'UserSessionStart',
]);

/**
 * The answer with random values replaced by those of the recording, where they have the same form, and times, where they are at
 * most a second apart: a request took longer on the recorded machine than here. All else stays, so that a comparison shows it.
 */
export function withoutChance(answer: unknown, recorded: unknown, name = ''): unknown {
  if (Array.isArray(answer) && Array.isArray(recorded)) return answer.map((one, index) => withoutChance(one, recorded[index], name));
  if (isObject(answer) && isObject(recorded)) {
    const entries = Object.entries(answer).map(([key, value]) => [key, withoutChance(value, recorded[key], nameOf(key, answer))] as const);
    return Object.fromEntries(entries);
  }
  if (RANDOM.has(name)) return form(answer) === form(recorded) ? recorded : answer;
  if (TIMES.has(name) && typeof answer === typeof recorded) return Math.abs(seconds(answer) - seconds(recorded)) <= 1 ? recorded : answer;
  return answer;
}

/** Session data are lists of `{Key, Value}`: there the key names the value. */
function nameOf(key: string, { Key }: Record<string, unknown>): string {
  return key === 'Value' && typeof Key === 'string' ? Key : key;
}

function form(value: unknown): string {
  return typeof value === 'string' ? `text of ${value.length} letters and digits: ${String(/^\w+$/.test(value))}` : typeof value;
}

function seconds(value: unknown): number {
  const text = String(value);
  return /^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
