import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { deliverOutbox, type Delivery } from '../../usecases/deliver-outbox';
import type { Wiring } from '../api/endpoint';
import { causeOf } from '../cause-of';
import { chatRulesOf } from '../policy';
import { minuteJob } from './minute-job';

/** Sends what OTOBO did not take at once. */
export function outboxJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return minuteJob('outbox', app, wiring, async ({ settings, ports, log, requestId }) => {
    const deliveries = await deliverOutbox(chatRulesOf(settings), ports);
    for (const delivery of deliveries) log[delivery.outcome === 'sent' ? 'info' : 'warn']({ ...entry(delivery), requestId });
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
