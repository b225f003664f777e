import * as v from 'valibot';

/**
 * Values as OTOBO's invokers write them: ids and numbers as text or number, flags as 0 and 1, `{}` or null for "empty", and a
 * single object where a list of one was meant (that is what XSLT mapping makes of it).
 */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

const absentWhenEmpty = (value: unknown): unknown => (isEmpty(value) ? undefined : value);

/** A value that may be missing; emptiness in any spelling is the same as missing. */
const orAbsent = <const T extends v.GenericSchema<unknown, unknown>>(
  schema: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<T> | undefined>, undefined> =>
  v.optional(v.pipe(v.unknown(), v.transform(absentWhenEmpty), v.optional(schema)));

/** Text of one or more characters, trimmed; absent when empty. */
export const text = orAbsent(
  v.pipe(
    v.union([v.string(), v.number()], 'must be text'),
    v.transform((value) => String(value).trim()),
    v.transform((value) => (value === '' ? undefined : value)),
  ),
);

/** An id of OTOBO's: digits. */
export const id = orAbsent(
  v.pipe(
    v.union([v.string(), v.number()], 'must be an id (digits)'),
    v.transform((value) => String(value).trim()),
    v.regex(/^[0-9]{1,19}$/, 'must be an id (digits)'),
  ),
);

/** Yes or no; absent is no. */
export const flag = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => absentWhenEmpty(value) ?? false),
    v.union([v.boolean(), v.picklist([0, 1, '0', '1', 'true', 'false'])], 'must be true or false (or 1 or 0)'),
    v.transform((value) => [true, 1, '1', 'true'].includes(value)),
  ),
  false,
);

/** An address that a browser may open. */
export const webAddress = orAbsent(
  v.pipe(v.string('must be an http or https address'), v.trim(), v.regex(/^https?:\/\/[^\s]+$/i, 'must be an http or https address')),
);

/** A list; a single value counts as a list of one, emptiness in all its spellings as an empty list. */
export const list = <const T extends v.GenericSchema<unknown, unknown>>(
  item: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<T>[]>, null> =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (isEmpty(value) ? [] : Array.isArray(value) ? (value as unknown[]) : [value])),
      v.array(item),
    ),
    null,
  );

/** An object, or nothing where it is empty. */
export const optionalObject = <const T extends v.ObjectEntries>(
  entries: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<T, string>> | undefined>, undefined> =>
  orAbsent(v.object(entries, 'must be an object'));
