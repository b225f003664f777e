import { AppError } from '../../domain/errors';

/** An accessor whose permission is missing does not throw: it answers with nothing, or an id that reads "undefined" or "null". */
export function grantedId(id: string, permission: string): string {
  if (id === '' || id === 'undefined' || id === 'null') throw new AppError('permission_missing', { permission });
  return id;
}

/** The same for lists. */
export function grantedList<T>(list: readonly T[] | undefined | null, permission: string): readonly T[] {
  if (!list) throw new AppError('permission_missing', { permission });
  return list;
}
