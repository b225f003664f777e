import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { carryOutWishes } from '../../usecases/carry-out-wishes';
import type { Wiring } from '../api/endpoint';
import { causeOf } from '../cause-of';
import { transcriptRulesOf } from '../policy';
import { minuteJob } from './minute-job';

/** Goes on with transcripts that people have begun; it is also brought forward when one is begun. */
export function transcriptJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('transcripts', app, wiring, async ({ settings, ports, log, requestId }) => {
    for (const { wish, progress } of await carryOutWishes(transcriptRulesOf(settings), ports)) {
      const { roomId, ticketId } = wish;
      const entry = { msg: `transcript: ${progress.state}`, requestId, roomId, ticketId };
      if (progress.state === 'refused') log.warn({ ...entry, ...causeOf(progress.error) });
      else log.info(entry);
    }
  });
}
