/**
 * What the server's refusals mean. They reach the app as text only: an error id in brackets behind the sentence, the sentence
 * alone, or the database's own words when two instances insert the same name at the same moment.
 */
const MEANINGS: readonly [RegExp, ServerRefusal][] = [
  [/error-duplicate-channel-name|error-archived-duplicate-name|E11000|A channel with name|archived channel with name/i, 'name_taken'],
  [/error-not-allowed|Not allowed/i, 'not_allowed'],
  [/Invalid user|error-invalid-user/i, 'no_such_user'],
  [/error-invalid-room-name|is not a valid room name/i, 'name_invalid'],
  [/error-app-prevented|prevented by/i, 'prevented_by_app'],
  [/readonly|read-only/i, 'read_only'],
];

export type ServerRefusal = 'name_taken' | 'not_allowed' | 'no_such_user' | 'name_invalid' | 'prevented_by_app' | 'read_only';

/** @returns what a failed accessor call means, or nothing when it is none of the refusals we know */
export function refusalOf(error: unknown): ServerRefusal | undefined {
  const text = error instanceof Error ? error.message : String(error);
  return MEANINGS.find(([pattern]) => pattern.test(text))?.[1];
}
