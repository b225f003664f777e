import type { AppHost } from '../../seam';
import { copyOf } from '../copy';
import { objectId } from '../ids';
import type { Server } from '../server';
import { dueAt, nextRun } from './intervals';
import { type JobDocument, processorOf } from './job';

/** Rocket.Chat leaves Agenda's `processEvery` at its default: this often it looks for jobs, and locks what is due until its next look. */
export const SCAN_INTERVAL_MS = 5_000;

/** What an app registers; the function itself stays in its process. */
export interface Processor {
  id: string;
  startupSetting?:
    | { type: 'onetime'; when: Date | string; data?: Record<string, unknown> }
    | { type: 'recurring'; interval: string | number; skipImmediate?: boolean; data?: Record<string, unknown> };
}

export interface OnetimeSchedule {
  id: string;
  when: Date | string;
  data?: Record<string, unknown>;
}

export interface RecurringSchedule {
  id: string;
  interval: string | number;
  skipImmediate?: boolean;
  data?: Record<string, unknown>;
}

/**
 * Rocket.Chat's scheduler, which is Agenda over one collection that all instances share. A look at the collection every five
 * seconds locks what is due before the next look; a locked job runs at its time even if it is cancelled meanwhile. One job of a
 * name runs at a time. When time has jumped, a repeated job runs once, not once for each time it missed.
 */
export class Scheduler {
  private readonly jobs = new Map<string, JobDocument>();
  private readonly processors = new Set<string>();
  private readonly locked: JobDocument[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private host: AppHost | undefined;
  private nextScanAt: number;
  private timer: NodeJS.Timeout | undefined;
  private readonly endSubscription: () => void;

  constructor(private readonly server: Server) {
    this.nextScanAt = this.now;
    this.endSubscription = server.clock.onAdvance(() => this.tick());
  }

  attach(host: AppHost): void {
    this.host = host;
    this.tick();
  }

  /** @returns ids of the jobs that the startup settings scheduled, if there were any */
  registerProcessors(processors: readonly Processor[], appId: string): string[] | undefined {
    for (const { id } of processors) this.processors.add(id);
    const ids = processors.flatMap(({ id, startupSetting: startup }) => {
      if (!startup) return [];
      if (startup.type === 'recurring') return this.scheduleRecurring({ ...startup, id }, appId);
      const isScheduled = this.all().some((job) => job.name === id && job.type === 'normal');
      return isScheduled ? [] : (this.scheduleOnce({ ...startup, id }, appId) ?? []);
    });
    this.tick();
    return ids.length > 0 ? ids : undefined;
  }

  /** @returns the job's id, or undefined when `when` means nothing: such errors are only logged by a server */
  scheduleOnce({ id, when, data }: OnetimeSchedule, appId: string): string | undefined {
    const nextRunAt = dueAt(when, this.now);
    if (nextRunAt === undefined) return undefined;
    const job: JobDocument = {
      _id: objectId(),
      name: id,
      type: 'normal',
      appId,
      data: copyOf(data ?? {}),
      nextRunAt,
      lockedAt: null,
    };
    this.jobs.set(job._id, job);
    this.tick();
    return job._id;
  }

  /**
   * Schedules a repeated job, or renews the one of that name. A renewal never makes it run at once, and one whose first run lies
   * ahead (cron, `skipImmediate`) moves the next run: whoever renews it more often than its interval keeps it from running.
   * @returns the job's id
   */
  scheduleRecurring({ id, interval, skipImmediate = false, data }: RecurringSchedule, appId: string): string {
    const existing = this.all().find((job) => job.name === id && job.type === 'single');
    const nextRunAt = nextRun(interval, this.now, skipImmediate ? this.now : undefined) ?? null;
    const job: JobDocument = existing ?? { _id: objectId(), name: id, type: 'single', appId, data: {}, nextRunAt, lockedAt: null };
    Object.assign(job, { data: copyOf(data ?? {}), repeatInterval: interval });
    if (nextRunAt !== null && nextRunAt > this.now) job.nextRunAt = nextRunAt;
    this.jobs.set(job._id, job);
    this.tick();
    return job._id;
  }

  /** @param idOrName a job's id or name, with or without the app id that the engine appends to either */
  cancelJob(idOrName: string): void {
    const [id = ''] = idOrName.split('_');
    if (/^[0-9a-f]{24}$/.test(id)) this.jobs.delete(id);
    else this.cancel((job) => job.name === idOrName);
  }

  cancelAllJobs(appId: string): void {
    this.cancel((job) => job.name.endsWith(`_${appId}`));
  }

  all(): JobDocument[] {
    return [...this.jobs.values()];
  }

  /** Resolves when nothing is running and nothing is due that could run. */
  async settled(): Promise<void> {
    this.tick();
    while (this.running.size > 0) {
      await Promise.all(this.running.values());
      this.tick();
    }
  }

  /** Starts no more jobs. Those that run are not interrupted. */
  close(): void {
    this.host = undefined;
    this.endSubscription();
    clearTimeout(this.timer);
  }

  private get now(): number {
    return this.server.clock.now();
  }

  private cancel(matches: (job: JobDocument) => boolean): void {
    for (const job of this.all().filter(matches)) this.jobs.delete(job._id);
  }

  /** Everything that may have become due is looked at here: after a change, when time moved, and when a timer says so. */
  private tick(): void {
    if (!this.host) return;
    const { now } = this;
    if (now >= this.nextScanAt) this.nextScanAt = now + SCAN_INTERVAL_MS;
    const lockable = (job: JobDocument): boolean => job.lockedAt === null && job.nextRunAt !== null && job.nextRunAt < this.nextScanAt;
    for (const job of this.all().filter((candidate) => this.processors.has(candidate.name) && lockable(candidate))) {
      job.lockedAt = now;
      this.locked.push(job);
    }
    this.locked.sort((one, other) => (one.nextRunAt ?? 0) - (other.nextRunAt ?? 0));
    this.runDue(this.host);
    const ahead = this.locked.flatMap(({ nextRunAt }) => (nextRunAt !== null && nextRunAt > now ? [nextRunAt] : []));
    this.wakeUpAt(Math.min(this.nextScanAt, ...ahead));
  }

  private runDue(host: AppHost): void {
    for (const job of [...this.locked]) {
      if ((job.nextRunAt ?? 0) > this.now || this.running.has(job.name)) continue;
      this.locked.splice(this.locked.indexOf(job), 1);
      const run = this.run(job, host).finally(() => {
        this.running.delete(job.name);
        this.tick();
      });
      this.running.set(job.name, run);
    }
  }

  private async run(job: JobDocument, host: AppHost): Promise<void> {
    job.lastRunAt = this.now;
    const { repeatInterval } = job;
    job.nextRunAt = repeatInterval === undefined ? null : (nextRun(repeatInterval, this.now, this.now) ?? null);
    try {
      await host.runJob(job.appId, processorOf(job), { ...copyOf(job.data), jobId: job._id });
      if (job.type === 'normal') this.jobs.delete(job._id);
    } catch (error) {
      // A failed job is kept with its reason and, if it runs only once, never tried again.
      job.failCount = (job.failCount ?? 0) + 1;
      job.failReason = error instanceof Error ? error.message : String(error);
    }
    job.lastFinishedAt = this.now;
    job.lockedAt = null;
  }

  private wakeUpAt(time: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tick(), Math.max(0, time - this.now));
    // A pending look at the collection is no reason for a process to stay alive.
    this.timer.unref();
  }
}
