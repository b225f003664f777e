import * as v from 'valibot';

/**
 * Values as OTOBO writes them, in its requests and in its answers: flags as 0 and 1, null, `""`, `{}` or `[]` for "nothing", and a single
 * value where a list of one was meant (that is what XSLT mapping makes of it).
 */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** A value that may be missing; nothing in any spelling is the same as missing. */
export const orNothing = <const T extends v.GenericSchema<unknown, unknown>>(
  schema: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<T> | undefined>, undefined> =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (isNothing(value) ? undefined : value)),
      v.optional(schema),
    ),
  );

/** Yes or no; nothing is no. */
export const flag = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (isNothing(value) ? false : value)),
    v.union([v.boolean(), v.picklist([0, 1, '0', '1', 'true', 'false'])], 'must be true or false (or 1 or 0)'),
    v.transform((value) => [true, 1, '1', 'true'].includes(value)),
  ),
  false,
);

/** A list; one value counts as a list of one, nothing as an empty list. */
export const list = <const T extends v.GenericSchema<unknown, unknown>>(
  item: T,
): v.OptionalSchema<v.GenericSchema<unknown, v.InferOutput<T>[]>, null> =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (isNothing(value) ? [] : Array.isArray(value) ? (value as unknown[]) : [value])), // as: isArray gives any[]
      v.array(item),
    ),
    null,
  );
