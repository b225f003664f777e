import type { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type IJobContext, type IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import type { Settings } from '../../settings/snapshot';
import type { Ports } from '../../usecases/ports';
import type { Wiring } from '../api/endpoint';
import { stackOf } from '../stack-of';

/** What a run of a job works with. */
export interface JobRun {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly log: ILogger;
}

/** Whoever has the logger that belongs to the run. */
type Logging = Pick<IApp, 'getLogger'>;

/**
 * Something that is done every minute, on one instance at a time. Registering it again, which every instance does at every start, neither
 * doubles it nor moves its next run. What fails is tried again by the next run; while the app is paused nothing is done.
 *
 * @param id also what the log calls it
 */
export function minuteJob(
  id: string,
  app: IApp,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
  run: (call: JobRun) => Promise<void>,
): IProcessor {
  const job = {
    id,
    startupSetting: { type: StartupType.RECURRING as const, interval: '1 minute' },
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
      try {
        const settings = await wiring.settings(read);
        if (settings.paused) return;
        await run({ settings, ports: wiring.ports({ read, modify, http, persistence, log }, settings), log });
      } catch (error) {
        log.error({ msg: `${id}: run failed`, error: stackOf(error) });
      }
    },
  };
  return job;
}
