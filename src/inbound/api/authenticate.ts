import { createHash, timingSafeEqual } from 'crypto';

export type Authentication = 'ok' | 'unauthorized' | 'not_configured';

/**
 * Whether a caller knows one of the secrets: as `Bearer`, or as the password of `Basic` with any user name.
 *
 * OTOBO's built-in Basic authentication folds the value after 76 characters, which leaves a blank inside, and adds a blank at
 * the end of short ones: blanks are no part of base64, so all of them are taken out.
 *
 * @param authorization the request's header
 * @param secrets those valid at the moment (two while one is being replaced); none means that nobody gets in
 */
export function authenticate(authorization: string | undefined, secrets: readonly string[]): Authentication {
  if (secrets.length === 0) return 'not_configured';
  const given = presentedSecret(authorization ?? '');
  // Each secret is compared to the end, so that the time taken tells nothing.
  const matches = secrets.map((secret) => timingSafeEqual(digest(given), digest(secret)));
  return given !== '' && matches.includes(true) ? 'ok' : 'unauthorized';
}

function presentedSecret(authorization: string): string {
  const [scheme = '', ...rest] = authorization.trim().split(/\s+/);
  if (scheme.toLowerCase() === 'bearer') return rest.join(' ');
  if (scheme.toLowerCase() !== 'basic') return '';
  const credentials = Buffer.from(rest.join(''), 'base64').toString('utf8');
  return credentials.slice(credentials.indexOf(':') + 1).trim();
}

/** Texts of any length become values of one length, which a comparison in constant time needs. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
