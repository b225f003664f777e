import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import type { Wiring } from '../api/endpoint';
import { dailyJob } from './minute-job';

/** Clears away what is older than the history of who did what is kept. */
export function auditJob(app: IApp, wiring: Pick<Wiring, 'settings' | 'ports'>): IProcessor {
  return dailyJob('audit', app, wiring, ({ ports }) => ports.audit.forgetOld());
}
