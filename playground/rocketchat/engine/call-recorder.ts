import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxCall } from './rounds';

/** Calls that have not taken effect after so long without any other may need the replies to others first: an event has another handler. */
const STUCK_MS = 200;

/** A sandbox that has neither asked nor been answered for this long has done its work, what comes after the answer to its caller included. */
const SETTLED_MS = 250;

/**
 * Keeps which calls were made between `begin` and `finish`, and in which order they started and were answered. While it records, replies are
 * held back until all calls have taken effect and the sandbox has gone quiet, and then sent all together: so a call counts as "after" another
 * only when it really had to wait for that one's answer, and not because it came through the pipe a little later, however slow the machine is.
 */
export class CallRecorder {
  private ticks = 0;
  private calls: { seq: number; method: string; start: number; end: number | undefined }[] | undefined;
  private readonly unanswered = new Set<object>();
  private lastActivity = 0;
  private held: (() => void)[] = [];
  private watching = false;

  /** @param roundTrip has the sandbox answer something; whatever it had begun to ask by then comes before the answer */
  constructor(private readonly roundTrip: () => Promise<void>) {}

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
    if (this.calls && !this.watching) void this.releaseWhenQuiet();
  }

  private async releaseWhenQuiet(): Promise<void> {
    this.watching = true;
    while (!(await this.isQuiet())) await pause(5);
    this.watching = false;
    this.release();
  }

  /** What follows from a reply without another call is over by the second answer: the sandbox reads the request for it only then. */
  private async isQuiet(): Promise<boolean> {
    const before = this.lastActivity;
    await this.roundTrip();
    await this.roundTrip();
    if (this.lastActivity !== before) return false;
    return this.held.length === this.unanswered.size || performance.now() - before >= STUCK_MS;
  }

  private release(): void {
    const ready = this.held;
    this.held = [];
    for (const send of ready) send();
  }
}
