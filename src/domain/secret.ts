import { randomBytes } from 'crypto';

/** @returns a secret that nobody can guess: 256 bits, in characters that need no quoting anywhere */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
