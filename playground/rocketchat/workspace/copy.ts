import { isDate } from 'node:util/types';

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/**
 * A deep copy of a document: objects, lists and dates. Not `structuredClone`, whose dates and objects are strangers to the code
 * that runs inside a test runner's own context, so that comparing them there compares nothing.
 */
export function copyOf<Value>(value: Value): Value {
  // Each branch copies what it found to the same kind of value, which the compiler cannot follow through a type parameter.
  if (isDate(value)) return new Date(value.getTime()) as Value;
  if (isList(value)) return value.map(copyOf) as Value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf<unknown>(field)])) as Value;
}
