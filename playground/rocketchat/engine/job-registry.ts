import type { IOnetimeSchedule, IProcessor, IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge';
import type { Channel } from './channel';

/** What the engine hands over as a processor: its own wrapper around the app's, which takes the job's data. */
type RunProcessor = (jobData: Record<string, unknown>) => Promise<void>;

/** What was scheduled, or nothing where nothing was: the engine types it with `void`. */
type ScheduledIds<Ids extends string | string[]> = Ids extends string[]
  ? ReturnType<SchedulerBridge['doRegisterProcessors']>
  : ReturnType<SchedulerBridge['doScheduleOnce']>;

/** Jobs are kept by the workspace, for all engine processes; the code that runs them stays here. */
export class JobRegistry extends SchedulerBridge {
  private readonly processors = new Map<string, RunProcessor>();

  constructor(private readonly channel: Channel) {
    super();
  }

  /** Runs a job's code in this process; rejects with what the processor threw. */
  async run(appId: string, processorId: string, data: Record<string, unknown>): Promise<void> {
    const processor = this.processors.get(engineId(processorId, appId));
    if (!processor) throw new Error(`No processor ${processorId} of app ${appId} is registered.`);
    await processor(data);
  }

  protected override registerProcessors(processors: IProcessor[], appId: string): ScheduledIds<string[]> {
    for (const entry of processors) {
      // as: typed as the app's processor, it really is the engine's wrapper around that
      const run = entry.processor.bind(entry) as unknown as RunProcessor;
      this.processors.set(engineId(entry.id, appId), run);
    }
    const withoutCode = processors.map(({ id, startupSetting }) => ({ id, startupSetting }));
    return this.channel.call('scheduler', 'registerProcessors', [withoutCode, appId]) as ScheduledIds<string[]>; // as: the bridge's contract
  }

  protected override scheduleOnce(job: IOnetimeSchedule, appId: string): ScheduledIds<string> {
    return this.channel.call('scheduler', 'scheduleOnce', [job, appId]) as ScheduledIds<string>; // as: the bridge's contract
  }

  protected override scheduleRecurring(job: IRecurringSchedule, appId: string): ScheduledIds<string> {
    return this.channel.call('scheduler', 'scheduleRecurring', [job, appId]) as ScheduledIds<string>; // as: the bridge's contract
  }

  protected override async cancelJob(jobId: string, appId: string): Promise<void> {
    await this.channel.call('scheduler', 'cancelJob', [jobId, appId]);
  }

  /** Public, because the engine calls it directly when it cleans an app up. */
  override async cancelAllJobs(appId: string): Promise<void> {
    await this.channel.call('scheduler', 'cancelAllJobs', [appId]);
  }
}

/** The engine appends the app's id to a processor's id before it reaches a bridge. */
function engineId(processorId: string, appId: string): string {
  return processorId.includes(`_${appId}`) ? processorId : `${processorId}_${appId}`;
}
