import type { Time } from './records';

/** Work for later, on the playground's clock: it is due when real time has passed or the clock was moved forward. */
export class Later {
  private readonly waiting = new Set<{ readonly due: number; readonly work: () => void }>();
  private readonly unsubscribe: () => void;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly time: Time) {
    this.unsubscribe = time.onAdvance(() => this.runDue());
  }

  /** @param ms from now */
  in(ms: number, work: () => void): void {
    this.waiting.add({ due: this.time.now() + ms, work });
    this.wakeUp();
  }

  /** Forgets what is waiting. */
  stop(): void {
    this.unsubscribe();
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private runDue(): void {
    const now = this.time.now();
    const due = [...this.waiting].filter((one) => one.due <= now).sort((a, b) => a.due - b.due);
    for (const one of due) {
      this.waiting.delete(one);
      one.work();
    }
    this.wakeUp();
  }

  private wakeUp(): void {
    clearTimeout(this.timer);
    if (this.waiting.size === 0) return;
    const next = Math.min(...[...this.waiting].map(({ due }) => due));
    this.timer = setTimeout(() => this.runDue(), Math.max(0, next - this.time.now()));
    this.timer.unref();
  }
}
