/**
 * The seam between the two halves of the playground's Rocket.Chat: the engine processes (real AppManager, real sandbox), and
 * the workspace (users, rooms, messages, … in memory) that all of them share. Values that cross it are structured-cloneable,
 * because an engine runs in a process of its own.
 */

/** The engine's bridges by the name of their accessor without `get` and `Bridge`, first letter in lower case: `room`, `message`, `persistence`, `serverSetting`, … */
export type BridgeName = string;

/** What the workspace offers to engine processes. */
export interface BridgeTarget {
  /**
   * One call of a bridge, as the engine makes it on its bridge classes (`create`, `getById`, …; without the `do` prefix, after
   * the engine's own permission check), with the arguments the engine passes (the app id last, where it passes one).
   * A call that the playground does not model rejects with an error that says so.
   */
  bridgeCall(bridge: BridgeName, method: string, args: unknown[]): Promise<unknown>;
}

/** What the workspace asks of the engine processes. */
export interface AppHost {
  /** An event of the workspace, for one engine process, in the engine's words: `IPostUserCreated` and its payload. */
  notify(event: string, payload: unknown): Promise<void>;
  /** A due job, for one engine process: `processorId` as registered (without app id), and the job's data. Rejects when the processor threw. */
  runJob(appId: string, processorId: string, data: Record<string, unknown>): Promise<void>;
}
