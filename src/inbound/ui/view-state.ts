import * as v from 'valibot';

/** What a dialog sends: by block, then by input. Inputs that nobody has touched are missing, or empty. */
const StateShape = v.record(v.string(), v.record(v.string(), v.unknown()));

/** Values by the id of their input, as the client says. */
export type FieldValues = ReadonlyMap<string, unknown>;

export function fieldsIn(state: unknown): FieldValues {
  const parsed = v.safeParse(StateShape, state);
  return new Map(parsed.success ? Object.values(parsed.output).flatMap((block) => Object.entries(block)) : []);
}

const InputShape = v.looseObject({ blockId: v.string(), element: v.looseObject({}) });

/** @returns the id of a view's first input, where it has any */
export function firstInputOf(blocks: unknown): string | undefined {
  const inputs = Array.isArray(blocks) ? blocks.filter((block) => v.is(InputShape, block)) : [];
  return inputs[0]?.blockId;
}
