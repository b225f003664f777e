import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type IJobContext, type IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { fillAddressBook } from '../../usecases/fill-address-book';
import type { Wiring } from '../api/endpoint';
import { policyOf } from '../policy';

/** Whoever has the logger that belongs to the run. */
type Logging = Pick<IApp, 'getLogger'>;

/**
 * Works at the address book once a minute, one step at a time. Registering it again, which every instance does at every start,
 * neither doubles the job nor moves its next run, and the scheduler runs it on one instance at a time.
 */
export function addressBookJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  const job = {
    id: 'address-book',
    startupSetting: { type: StartupType.RECURRING as const, interval: '1 minute' },
    /** Older engines call `processor` upon the job itself, newer ones upon the app with the logger of the run in it. */
    getLogger: () => app.getLogger(),
    processor(this: Logging, _context: IJobContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
      return runStep({ read, modify, http, persistence, log: this.getLogger() }, wiring);
    },
  };
  return job;
}

async function runStep(accessors: Parameters<Wiring['ports']>[0], wiring: Pick<Wiring, 'settings' | 'ports'>): Promise<void> {
  const { log, read } = accessors;
  try {
    const settings = await wiring.settings(read);
    if (settings.paused) return;
    const ports = wiring.ports(accessors, settings);
    const begun = ports.time.now();
    const { bookRooms: roomIds, bookLimit: limit, acceptUnverified } = settings;
    const pass = await fillAddressBook({ roomIds, limit, acceptUnverified }, policyOf(settings), ports);
    if (pass.completedAt !== undefined && pass.completedAt < begun) return;
    log.info({
      msg: pass.completedAt === undefined ? 'address book: under way' : 'address book: everybody has been met',
      met: pass.met,
      room: pass.roomIds[pass.at],
      tooLarge: pass.tooLarge,
      gone: pass.gone,
    });
  } catch (error) {
    // The next minute tries again.
    log.error({ msg: 'address book: step failed', error: error instanceof Error ? error.stack : String(error) });
  }
}
