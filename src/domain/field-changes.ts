import type { Ticket } from './ticket';
import type { Change, FieldValues } from './write';

/** OTOBO keeps the end of a waiting time to the minute, and counts it from its own now. */
const SAME_TIME_MS = 2 * 60_000;

const FIELDS = ['state', 'priority', 'owner', 'pendingUntil'] as const;

/**
 * How a change that was kept stands to its ticket now. `arrived`: the ticket has all the new values. `overtaken`: a field has neither the
 * new value nor the one that it had then, so somebody else has changed it meanwhile. `open`: it is still to be made.
 */
export type FieldsStanding = { readonly type: 'arrived' | 'open' } | { readonly type: 'overtaken'; readonly field: keyof FieldValues };

/**
 * @param wanted the new values; the others are left as they are
 * @param was what they were when the change was made; without it nobody can tell whether somebody else has changed them
 */
export function standingOfFields(
  wanted: FieldValues,
  was: FieldValues | undefined,
  now: Pick<Ticket, 'state' | 'priority' | 'owner' | 'pendingUntil'>,
): FieldsStanding {
  const missing = FIELDS.filter((field) => wanted[field] !== undefined && !same(wanted[field], now[field]));
  if (missing.length === 0) return { type: 'arrived' };
  const field = was && missing.find((one) => !same(was[one], now[one]));
  return field === undefined ? { type: 'open' } : { type: 'overtaken', field };
}

function same(one: string | number | undefined, other: string | number | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= SAME_TIME_MS;
  return one === other;
}

/** @returns the values that a change sets, or a ticket has */
export function fieldValuesOf({ state, priority, owner, pendingUntil }: FieldValues): FieldValues {
  return {
    ...(state !== undefined && { state }),
    ...(priority !== undefined && { priority }),
    ...(owner !== undefined && { owner }),
    ...(pendingUntil !== undefined && { pendingUntil }),
  };
}

/** @returns the later of two changes of one ticket, for which what the earlier one sets is what was there before */
export function following(later: Change, earlier: Change): Change {
  if (later.type !== 'Fields' || earlier.type !== 'Fields' || !later.was) return later;
  return { ...later, was: { ...later.was, ...fieldValuesOf(earlier) } };
}
