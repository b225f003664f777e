import { AppError } from '../domain/errors';
import type { FindingCode } from '../domain/finding';

/** One step of the check. */
export interface Finding {
  readonly code: FindingCode;
  /** Fill the placeholders of its sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Which of several sentences it is. */
  readonly choice?: string;
  /** Says in its own sentence what went wrong. */
  readonly error?: AppError;
}

/** @returns what turns an error of the table into a finding; any other error is a defect, and goes on */
export function failedAs(code: FindingCode): (error: unknown) => Finding {
  return (error) => {
    if (!(error instanceof AppError)) throw error;
    return { code, error };
  };
}
