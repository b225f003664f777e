import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { type WalkEvent, walkRooms } from '../../usecases/walk-rooms';
import type { Wiring } from '../api/endpoint';
import { causeOf } from '../cause-of';
import { walkRulesOf } from '../policy';
import { type JobRun, minuteJob } from './minute-job';

/** Goes over the rooms that follow tickets: puts right what differs, and reminds of what is due. */
export function roomsJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('rooms', app, wiring, async ({ settings, ports, log }) => {
    const { events, unreminded, round } = await walkRooms(walkRulesOf(settings), ports);
    for (const event of events) report(event, log);
    for (const { room, error } of unreminded) log.warn({ msg: 'rooms: not reminded', ...room, ...causeOf(error) });
    if (round) log.info({ msg: 'rooms: all compared with their tickets', ...round });
  });
}

function report({ room, comparison }: WalkEvent, log: JobRun['log']): void {
  if (comparison.result === 'differed') log.info({ msg: 'rooms: put right', ...room, actions: comparison.actions });
  if (comparison.result === 'failed') log.warn({ msg: 'rooms: not put right', ...room, ...causeOf(comparison.error) });
  if (comparison.result === 'unknown') log.warn({ msg: 'rooms: OTOBO does not know the ticket', ...room });
  if (comparison.result === 'left') log.info({ msg: 'rooms: not followed any more', ...room });
}
