import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { fillAddressBook } from '../../usecases/fill-address-book';
import type { Wiring } from '../api/endpoint';
import { policyOf } from '../policy';
import { minuteJob } from './minute-job';

/** Works at the address book, one step at a time. */
export function addressBookJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('address-book', app, wiring, async ({ settings, ports, log }) => {
    const begun = ports.time.now();
    const { bookRooms: roomIds, bookLimit: limit, acceptUnverified } = settings;
    const pass = await fillAddressBook({ roomIds, limit, acceptUnverified }, policyOf(settings), ports);
    if (pass.completedAt !== undefined && pass.completedAt < begun) return;
    log.info({
      msg: pass.completedAt === undefined ? 'address-book: under way' : 'address-book: everybody has been met',
      met: pass.met,
      room: pass.roomIds[pass.at],
      tooLarge: pass.tooLarge,
      gone: pass.gone,
    });
  });
}
