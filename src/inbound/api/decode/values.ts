import * as v from 'valibot';
import { orNothing } from '../../../domain/otobo-values';

/** Text of one or more characters, trimmed; absent when empty. */
export const text = orNothing(
  v.pipe(
    v.union([v.string(), v.number()], 'must be text'),
    v.transform((value) => String(value).trim()),
    v.transform((value) => (value === '' ? undefined : value)),
  ),
);

/** An id of OTOBO's: digits. */
export const id = orNothing(
  v.pipe(
    v.union([v.string(), v.number()], 'must be an id (digits)'),
    v.transform((value) => String(value).trim()),
    v.regex(/^[0-9]{1,19}$/, 'must be an id (digits)'),
  ),
);

/** An address that a browser may open. */
export const webAddress = orNothing(
  v.pipe(v.string('must be an http or https address'), v.trim(), v.regex(/^https?:\/\/[^\s]+$/i, 'must be an http or https address')),
);

/** An object, or nothing where it is empty. */
export const optionalObject = <const T extends v.ObjectEntries>(
  entries: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<T, string>> | undefined>, undefined> =>
  orNothing(v.object(entries, 'must be an object'));

/** A moment in seconds since the epoch, in milliseconds; 0 is nothing. */
export const seconds = orNothing(
  v.pipe(
    v.union([v.string(), v.number()], 'must be a number of seconds'),
    v.transform(Number),
    v.integer('must be a number of seconds'),
    v.minValue(0, 'must be a number of seconds'),
    v.transform((value) => (value === 0 ? undefined : value * 1000)),
  ),
);
