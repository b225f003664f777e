import { createHmac, timingSafeEqual } from 'crypto';

/** A key of the app; made once, never changed. The one with the lowest nonce signs, any of them verifies. */
export interface SigningKey {
  readonly nonce: string;
  readonly secret: string;
}

/** What makes a room a ticket's room: stored in the room's custom fields under `otobo`. */
export interface Mark {
  readonly v: 1;
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly sig: string;
}

/** What the signature vouches for. `slug` is the name the room was meant to have. */
export interface MarkSubject {
  readonly ticketId: string;
  readonly slug: string;
  /** User id of who created the room. */
  readonly creatorId: string;
}

/**
 * Anybody who may create private rooms can choose name and custom fields, so a mark without a valid signature proves nothing.
 * Origin, ticket, name and creator are signed, because each of them could be replayed elsewhere.
 */
function signature(subject: MarkSubject, key: SigningKey): string {
  const signed = JSON.stringify(['mark', 1, 'created', subject.ticketId, subject.slug, subject.creatorId]);
  return createHmac('sha256', key.secret).update(signed).digest('base64url');
}

/** @returns the key that signs: the one with the lowest nonce, which every instance agrees on */
export function signingKey(keys: readonly SigningKey[]): SigningKey {
  const [first, ...rest] = keys;
  if (!first) throw new Error('There is no signing key.');
  return rest.reduce((lowest, key) => (key.nonce < lowest.nonce ? key : lowest), first);
}

export function makeMark(subject: MarkSubject, ticketNumber: string, keys: readonly SigningKey[]): Mark {
  return { v: 1, ticketId: subject.ticketId, ticketNumber, sig: signature(subject, signingKey(keys)) };
}

/** @returns whether one of our keys signed a mark of this room for another ticket: the room has been given to that one */
export function isOurMarkForAnother(mark: Mark | undefined, { ticketId, ...room }: MarkSubject, keys: readonly SigningKey[]): boolean {
  return mark !== undefined && mark.ticketId !== ticketId && isOurMark(mark, { ...room, ticketId: mark.ticketId }, keys);
}

/** @returns whether the mark names this ticket and one of our keys signed it for exactly this subject */
export function isOurMark(mark: Mark | undefined, subject: MarkSubject, keys: readonly SigningKey[]): boolean {
  if (mark?.ticketId !== subject.ticketId) return false;
  const given = Buffer.from(mark.sig);
  return keys.some((key) => {
    const expected = Buffer.from(signature(subject, key));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
