import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { AppError } from '../../domain/errors';
import { deliverOutbox, type Delivery } from '../../usecases/deliver-outbox';
import type { Wiring } from '../api/endpoint';
import { rightsOf } from '../policy';
import { stackOf } from '../stack-of';
import { minuteJob } from './minute-job';

/** Sends what OTOBO did not take at once. */
export function outboxJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('outbox', app, wiring, async ({ settings, ports, log }) => {
    const deliveries = await deliverOutbox(rightsOf(settings), ports);
    for (const delivery of deliveries) log[delivery.outcome === 'sent' ? 'info' : 'warn'](entry(delivery));
  });
}

/** What was written is nobody's business here, only what became of it. */
function entry({ write, outcome, error }: Delivery): Record<string, unknown> {
  return {
    msg: `outbox: ${outcome}`,
    id: write.id,
    change: write.change.type,
    ticketId: write.ticketId,
    by: write.by?.username,
    attempts: write.attempts,
    ...(error !== undefined && causeOf(error)),
  };
}

function causeOf(error: unknown): Record<string, unknown> {
  return error instanceof AppError ? { code: error.code, internal: error.internal } : { error: stackOf(error) };
}
