import { createHmac } from 'crypto';
import { type SigningKey, signingKey } from './mark';

/**
 * What stands for an address in the address book. The first element of what is signed keeps these values apart from the marks
 * of rooms, which are made with the same key: neither can be passed off as the other.
 *
 * @param address in the form of `foldAddress`
 */
function addressHash(address: string, key: SigningKey): string {
  return createHmac('sha256', key.secret)
    .update(JSON.stringify(['address', 1, address]))
    .digest('base64url');
}

/** @returns the hash that is written: like marks, made with the key of the lowest nonce, so that all instances agree */
export function hashToWrite(address: string, keys: readonly SigningKey[]): string {
  return addressHash(address, signingKey(keys));
}

/** @returns every hash under which the address may have been written: there are two keys when two instances made one at once */
export function hashesToFind(address: string, keys: readonly SigningKey[]): string[] {
  return keys.map((key) => addressHash(address, key));
}
