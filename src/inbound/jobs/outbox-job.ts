import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { type IJobContext, type IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { AppError } from '../../domain/errors';
import { deliverOutbox, type Delivery } from '../../usecases/deliver-outbox';
import type { Wiring } from '../api/endpoint';
import { rightsOf } from '../policy';

/** Whoever has the logger that belongs to the run. */
type Logging = Pick<IApp, 'getLogger'>;

/** Sends what OTOBO did not take at once, every minute. The scheduler runs it on one instance at a time. */
export function outboxJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  const job = {
    id: 'outbox',
    startupSetting: { type: StartupType.RECURRING as const, interval: '1 minute' },
    /** Older engines call `processor` upon the job itself, newer ones upon the app with the logger of the run in it. */
    getLogger: () => app.getLogger(),
    processor(this: Logging, _context: IJobContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
      return deliver({ read, modify, http, persistence, log: this.getLogger() }, wiring);
    },
  };
  return job;
}

async function deliver(accessors: Parameters<Wiring['ports']>[0], wiring: Pick<Wiring, 'settings' | 'ports'>): Promise<void> {
  const { log, read } = accessors;
  try {
    const settings = await wiring.settings(read);
    if (settings.paused) return;
    const deliveries = await deliverOutbox(rightsOf(settings), wiring.ports(accessors, settings));
    for (const delivery of deliveries) log[delivery.outcome === 'sent' ? 'info' : 'warn'](entry(delivery));
  } catch (error) {
    // The next minute tries again.
    log.error({ msg: 'outbox: run failed', error: error instanceof Error ? error.stack : String(error) });
  }
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
  if (error instanceof AppError) return { code: error.code, internal: error.internal };
  return { error: error instanceof Error ? error.stack : String(error) };
}
