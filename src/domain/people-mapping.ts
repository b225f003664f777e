/** Who is who, as an admin has written it down: it comes before everything else. */
export interface PeopleMapping {
  /** User name by login or address, both in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Numbers of the lines that cannot be read, from 1. */
  readonly problems: readonly number[];
}

/** Keys are compared like addresses and logins: composed Unicode, lower case. */
export function mappingKey(loginOrAddress: string): string {
  return loginOrAddress.trim().normalize('NFC').toLowerCase();
}

/**
 * Reads `login or address = username`, one per line; empty lines and lines that begin with `#` are passed over. A user name may
 * be written with its `@`. The first line about somebody counts, a later one is a problem.
 */
export function decodeMapping(text: string): PeopleMapping {
  const names = new Map<string, string>();
  const problems: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const equals = written.lastIndexOf('=');
    const key = mappingKey(written.slice(0, Math.max(0, equals)));
    const username = written
      .slice(equals + 1)
      .trim()
      .replace(/^@/, '');
    if (equals < 0 || key === '' || username === '' || /\s/.test(username) || names.has(key)) problems.push(at + 1);
    else names.set(key, username);
  }
  return { names, problems };
}
