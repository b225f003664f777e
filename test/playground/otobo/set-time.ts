import type { Time } from '../../../playground/otobo/records';

/** A clock that stands still until it is set, so that recorded times can be lived through again. */
export class SetTime implements Time {
  private readonly listeners = new Set<(offsetMs: number) => void>();

  /** @param time by day and clock, UTC: `2026-11-23 01:16:29` */
  constructor(private time: string) {}

  now(): number {
    return Date.parse(`${this.time.replace(' ', 'T')}Z`);
  }

  set(time: string): void {
    this.time = time;
    for (const listener of this.listeners) listener(0);
  }

  onAdvance(listener: (offsetMs: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
