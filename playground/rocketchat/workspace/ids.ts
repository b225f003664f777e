import { randomBytes, randomInt } from 'node:crypto';

/** Meteor's alphabet for random ids: no characters that are easily mistaken for each other. */
const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** @returns a random id of 17 characters, as rooms, users and messages have */
export function randomId(): string {
  return Array.from({ length: 17 }, () => UNMISTAKABLE.charAt(randomInt(UNMISTAKABLE.length))).join('');
}

/** @returns 24 hexadecimal digits, the form of the ids that the database gives itself (persistence records, jobs) */
export function objectId(): string {
  return randomBytes(12).toString('hex');
}
