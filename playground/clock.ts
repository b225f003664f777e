/**
 * The playground's time: the machine's, plus an offset that can be moved forward. Everything in the playground that asks
 * for the time asks here, so that "an hour passes" takes no hour.
 */
export class Clock {
  private offset = 0;
  private readonly listeners = new Set<(offsetMs: number) => void>();

  /** @returns milliseconds since the epoch, as the playground sees it */
  now(): number {
    return Date.now() + this.offset;
  }

  /** How far the playground is ahead of the machine, in milliseconds. */
  get offsetMs(): number {
    return this.offset;
  }

  /** @param ms how far to move the time forward; negative values are refused, because nothing here runs backwards */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`The clock only moves forward, not by ${ms} ms.`);
    this.offset += ms;
    for (const listener of this.listeners) listener(this.offset);
  }

  /** @returns a function that ends the subscription */
  onAdvance(listener: (offsetMs: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
