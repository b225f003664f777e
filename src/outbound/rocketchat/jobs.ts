import type { Jobs } from '../../usecases/ports';
import type { Accessors } from './accessors';

/** The app's jobs run each minute by themselves: where the server does not take this, they only run later. */
export function jobs({ modify, log }: Pick<Accessors, 'modify' | 'log'>): Jobs {
  return {
    async runSoon(job) {
      try {
        await modify.getScheduler().scheduleOnce({ id: job, when: new Date() });
      } catch (error) {
        log.warn({ msg: 'a job was not brought forward', job, error: String(error) });
      }
    },
  };
}
