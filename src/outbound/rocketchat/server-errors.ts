/** What the server's error ids mean. They stand in brackets behind a sentence, which may be anybody's: another app's, for instance. */
const IDS: ReadonlyMap<string, ServerRefusal> = new Map([
  ['error-duplicate-channel-name', 'name_taken'],
  ['error-archived-duplicate-name', 'name_taken'],
  ['error-not-allowed', 'not_allowed'],
  ['error-invalid-user', 'no_such_user'],
  ['error-invalid-room-name', 'name_invalid'],
  ['error-app-prevented', 'prevented_by_app'],
]);

/** Where there is no id: the sentence alone, or the database's own words when two instances insert the same name at one moment. */
const SENTENCES: readonly [RegExp, ServerRefusal][] = [
  [/E11000|A channel with name|archived channel with name|error-(duplicate-channel|archived-duplicate)-name/i, 'name_taken'],
  [/prevented the room creation|error-app-prevented/i, 'prevented_by_app'],
  [/Not allowed|error-not-allowed/i, 'not_allowed'],
  [/Invalid user|error-invalid-user/i, 'no_such_user'],
  [/is not a valid room name|error-invalid-room-name/i, 'name_invalid'],
  [/readonly|read-only/i, 'read_only'],
];

export type ServerRefusal = 'name_taken' | 'not_allowed' | 'no_such_user' | 'name_invalid' | 'prevented_by_app' | 'read_only';

/** @returns what a failed accessor call means, or nothing when it is none of the refusals we know */
export function refusalOf(error: unknown): ServerRefusal | undefined {
  const text = error instanceof Error ? error.message : String(error);
  const id = /\[(error-[a-z-]+)\]\s*$/.exec(text)?.[1];
  if (id !== undefined) return IDS.get(id);
  return SENTENCES.find(([pattern]) => pattern.test(text))?.[1];
}
