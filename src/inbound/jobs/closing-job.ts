import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { carryOnClosings, type ClosingStep } from '../../usecases/carry-on-closings';
import { transcribeRoom } from '../../usecases/transcribe-room';
import type { Wiring } from '../api/endpoint';
import { causeOf } from '../cause-of';
import { closingRulesOf } from '../policy';
import { minuteJob } from './minute-job';

/** Carries on the closings of rooms. */
export function closingJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('closing', app, wiring, async ({ settings, ports, log }) => {
    const steps = await carryOnClosings(closingRulesOf(settings), transcribeRoom, ports);
    for (const step of steps) if (step.outcome !== 'waits') log[step.error === undefined ? 'info' : 'warn'](entry(step));
  });
}

function entry({ closing, outcome, error }: ClosingStep): Record<string, unknown> {
  const { ticketId, roomId, terms } = closing;
  return { msg: `closing: ${outcome}`, ticketId, roomId, policy: terms.policy, ...(error !== undefined && causeOf(error)) };
}
