import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxCall } from './rounds';

/** A sandbox that has not said anything for this long waits for answers. */
const QUIET_MS = 60;

/** A sandbox that has neither asked nor been answered for this long has done its work, what comes after the answer to its caller included. */
const SETTLED_MS = 100;

/**
 * Keeps which calls were made between `begin` and `finish`, and in which order they started and were answered. While it records, replies are
 * held back until the sandbox has gone quiet, and then sent all together: so a call counts as "after" another only when it really had to wait
 * for that one's answer, and not because it came through the pipe a little later.
 */
export class CallRecorder {
  private ticks = 0;
  private calls: { seq: number; method: string; start: number; end: number | undefined }[] | undefined;
  private readonly unanswered = new Set<object>();
  private lastActivity = 0;
  private held: (() => void)[] = [];
  private quiet: NodeJS.Timeout | undefined;

  begin(): void {
    this.calls = [];
  }

  /** @returns what is to be called when the call has been answered */
  started(method: string): () => void {
    const call = { seq: (this.calls?.length ?? 0) + 1, method, start: ++this.ticks, end: undefined as number | undefined };
    this.calls?.push(call);
    this.unanswered.add(call);
    this.wait();
    return () => {
      call.end = ++this.ticks;
      this.unanswered.delete(call);
      this.lastActivity = performance.now();
    };
  }

  /** Resolves when a reply may be sent. */
  async turn(): Promise<void> {
    if (!this.calls) return;
    this.wait();
    await new Promise<void>((resolve) => this.held.push(resolve));
  }

  /** The sandbox is dead: what it asked will not be answered. */
  lost(): void {
    this.unanswered.clear();
  }

  /** Ends the recording when the sandbox has come to rest. @returns the calls in the order in which they came */
  async finish(): Promise<SandboxCall[]> {
    while (this.unanswered.size > 0 || performance.now() - this.lastActivity < SETTLED_MS) await pause(10);
    const calls = this.calls ?? [];
    this.calls = undefined;
    this.release();
    return calls;
  }

  private wait(): void {
    this.lastActivity = performance.now();
    clearTimeout(this.quiet);
    if (this.calls) this.quiet = setTimeout(() => this.release(), QUIET_MS);
  }

  private release(): void {
    clearTimeout(this.quiet);
    const ready = this.held;
    this.held = [];
    for (const send of ready) send();
  }
}
