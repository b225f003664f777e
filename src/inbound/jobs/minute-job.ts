import type { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type IJobContext, type IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { randomUUID } from 'crypto';
import type { Settings } from '../../settings/snapshot';
import type { Ports } from '../../usecases/ports';
import type { Wiring } from '../api/endpoint';
import { stackOf } from '../stack-of';

/** What a run of a job works with. */
export interface JobRun {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly log: ILogger;
  /** Of this run. */
  readonly requestId: string;
}

/** Whoever has the logger that belongs to the run. */
type Logging = Pick<IApp, 'getLogger'>;

type Run = (call: JobRun) => Promise<void>;
type JobWiring = Pick<Wiring, 'settings' | 'ports'>;

/** @param id also what the log calls it @returns something that is done every minute */
export function minuteJob(id: string, app: IApp, wiring: JobWiring, run: Run): IProcessor {
  return recurringJob(id, '1 minute', app, wiring, run);
}

/** @param id also what the log calls it @returns something that is done every day */
export function dailyJob(id: string, app: IApp, wiring: JobWiring, run: Run): IProcessor {
  return recurringJob(id, '1 day', app, wiring, run);
}

/**
 * Something that is done again and again, on one instance at a time. Registering it again, which every instance does at every start,
 * neither doubles it nor moves its next run. What fails is tried again by the next run; while the app is paused nothing is done.
 */
function recurringJob(id: string, interval: string, app: IApp, wiring: JobWiring, run: Run): IProcessor {
  const job = {
    id,
    startupSetting: { type: StartupType.RECURRING as const, interval },
    /** Older engines call `processor` upon the job itself, newer ones upon the app with the logger of the run in it. */
    getLogger: () => app.getLogger(),
    async processor(
      this: Logging,
      _context: IJobContext,
      read: IRead,
      modify: IModify,
      http: IHttp,
      persistence: IPersistence,
    ): Promise<void> {
      const log = this.getLogger();
      const requestId = randomUUID();
      try {
        const settings = await wiring.settings(read);
        if (settings.paused) return;
        await run({ settings, ports: wiring.ports({ read, modify, http, persistence, log }, settings, requestId), log, requestId });
      } catch (error) {
        log.error({ msg: `${id}: run failed`, requestId, error: stackOf(error) });
      }
    },
  };
  return job;
}
