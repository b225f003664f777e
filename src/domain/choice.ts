import { AppError } from './errors';

/** What a typed word means among values: one of them, or none, with those that may have been meant first. */
export type Choice = { readonly value: string } | { readonly offered: readonly string[] };

/** From the strictest reading to the loosest: `4 high` is meant by `4 HIGH`, `high`, `4` and `hi`. */
const READINGS: readonly ((value: string, typed: string) => boolean)[] = [
  (value, typed) => value === typed,
  (value, typed) => withoutNumber(value) === typed,
  (value, typed) => value.startsWith(typed),
  (value, typed) => withoutNumber(value).startsWith(typed),
  (value, typed) => value.split(' ').some((word) => word.startsWith(typed)),
];

/**
 * Finds the value that was meant, whatever its case: exactly, or by how it begins. The first reading under which there is just one counts;
 * where a reading leaves several, nobody knows which.
 *
 * @param typed what somebody typed, not empty
 */
export function choose(typed: string, values: readonly string[]): Choice {
  const wanted = typed.trim().toLowerCase();
  for (const reads of READINGS) {
    const found = values.filter((value) => reads(value.toLowerCase(), wanted));
    const [only] = found;
    if (only !== undefined && found.length === 1) return { value: only };
    if (found.length > 1) return { offered: [...found, ...values.filter((value) => !found.includes(value))] };
  }
  return { offered: values };
}

/**
 * The value that somebody typed, where it is known what they may choose; else as they typed it.
 *
 * @param field names it in the error
 * @throws AppError `value_unknown`
 */
export function valueMeant(field: 'state' | 'priority' | 'queue' | 'type', typed: string, allowed: readonly string[] | undefined): string {
  if (!allowed) return typed;
  const choice = choose(typed, allowed);
  if ('value' in choice) return choice.value;
  throw new AppError('value_unknown', { field, value: typed, offered: choice.offered.join(', ') });
}

const withoutNumber = (value: string): string => value.replace(/^\d+ /, '');
