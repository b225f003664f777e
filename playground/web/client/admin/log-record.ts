/** What the app logged while it handled one call. */
export interface LogRecord {
  readonly method: string;
  /** In ms. */
  readonly totalTime: number;
  readonly startTime: string;
  readonly entries: readonly { readonly severity: string; readonly args: readonly unknown[] }[];
}
