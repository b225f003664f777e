/** Says that something has changed, never what: whoever listens looks again. */
export class Changes {
  private readonly listeners = new Set<() => void>();

  tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** @returns a function that ends the subscription */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
