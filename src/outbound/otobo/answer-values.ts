import * as v from 'valibot';
import { flag, orNothing } from '../../domain/otobo-values';

/** Ids and numbers come as text or number. */
const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** Text that is there, though it may be empty. */
export const anyText = word;

/** Text of one character or more. */
export const someText = v.pipe(word, v.nonEmpty());

/** Text, or nothing. */
export const text = orNothing(word);

/** An id of OTOBO's own. */
export const id = v.pipe(word, v.regex(/^\d{1,19}$/));

/** An id, or nothing. */
export const optionalId = orNothing(id);

/** A whole number, or nothing. */
export const count = orNothing(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer()));

/** Flags by name; nothing is none. */
export const flags = v.optional(
  v.pipe(
    orNothing(v.record(v.string(), flag)),
    v.transform((value) => value ?? {}),
  ),
  null,
);
