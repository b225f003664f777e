import { databaseTurn } from '../hooks';
import type { OnetimeSchedule, Processor, RecurringSchedule, Scheduler } from '../scheduler';
import type { BridgeMethods } from './table';

export function schedulerBridge(scheduler: Scheduler): BridgeMethods {
  const afterTurn = async <Result>(act: () => Result): Promise<Result> => {
    await databaseTurn();
    return act();
  };
  return {
    registerProcessors: (processors: Processor[], appId: string) => afterTurn(() => scheduler.registerProcessors(processors, appId)),
    scheduleOnce: (job: OnetimeSchedule, appId: string) => afterTurn(() => scheduler.scheduleOnce(job, appId)),
    scheduleRecurring: (job: RecurringSchedule, appId: string) => afterTurn(() => scheduler.scheduleRecurring(job, appId)),
    cancelJob: (idOrName: string) => afterTurn(() => scheduler.cancelJob(idOrName)),
    cancelAllJobs: (appId: string) => afterTurn(() => scheduler.cancelAllJobs(appId)),
  };
}
