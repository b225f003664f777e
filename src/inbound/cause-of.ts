import { AppError } from '../domain/errors';
import { stackOf } from './stack-of';

/** Why something did not work, for the log: the code of an error of the table, and of any other where it came from. */
export function causeOf(error: unknown): Record<string, unknown> {
  return error instanceof AppError ? { code: error.code, internal: error.internal } : { error: stackOf(error) };
}
