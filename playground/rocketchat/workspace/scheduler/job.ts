/** A job as the scheduler's collection keeps it. Times are milliseconds since the epoch. */
export interface JobDocument {
  readonly _id: string;
  /** `<processor>_<app id>` */
  readonly name: string;
  /** `normal` runs once; `single` repeats, and there is one per name. */
  readonly type: 'normal' | 'single';
  appId: string;
  data: Record<string, unknown>;
  repeatInterval?: string | number;
  nextRunAt: number | null;
  lockedAt: number | null;
  lastRunAt?: number;
  lastFinishedAt?: number;
  failCount?: number;
  failReason?: string;
}

/** The processor's own id: what the app registered, without the app id that the engine appends. */
export const processorOf = ({ name, appId }: JobDocument): string => name.slice(0, -`_${appId}`.length);
