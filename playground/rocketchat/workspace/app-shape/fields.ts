import { copyOf } from '../copy';

/** A document in the shape in which apps see it. */
export type AppShape = Record<string, unknown>;

/** App's field name → stored field name. */
export type FieldNames = Readonly<Record<string, string>>;

/** A field whose value is made, not copied; `from` names the stored field that it stands for, if there is one. */
export interface MadeField {
  readonly from?: string;
  readonly value: unknown;
}

/**
 * Renames the fields of a stored document. Whatever has no name on the app's side is not lost: it comes along under
 * `_unmappedProperties_`, which is how an app reads a topic or sees that a room is archived.
 */
export function toAppShape(document: object, names: FieldNames, made: Readonly<Record<string, MadeField>> = {}): AppShape {
  const stored: AppShape = { ...copyOf(document) };
  const renamed = Object.entries(names).map(([appName, storedName]) => [appName, stored[storedName]] as const);
  const makers = Object.entries(made);
  const consumed = new Set([...Object.values(names), ...makers.map(([, { from }]) => from)]);
  return {
    ...defined([...renamed, ...makers.map(([appName, { value }]) => [appName, value] as const)]),
    _unmappedProperties_: Object.fromEntries(Object.entries(stored).filter(([name]) => !consumed.has(name))),
  };
}

/** @returns an object of those fields that have a value */
export function defined(fields: Iterable<readonly [string, unknown]>): AppShape {
  return Object.fromEntries([...fields].filter(([, value]) => value !== undefined));
}

/** Drops fields that are undefined or null, the way Rocket.Chat prunes attachments. */
export function withoutEmpty(fields: AppShape): AppShape {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
