import type { AppHost } from '../seam';

/** An event that did not reach the apps, and why. */
export interface LostEvent {
  readonly event: string;
  readonly error: unknown;
}

/**
 * Tells the apps what happened, after it happened: a server does not wait for them, and what they throw changes nothing.
 * Only the events that come after the fact exist here; an app cannot prevent or change anything in the playground.
 */
export class Events {
  /** Events whose delivery failed, for whoever wants to look. */
  readonly lost: LostEvent[] = [];
  private host: AppHost | undefined;
  private readonly underWay = new Set<Promise<void>>();

  attach(host: AppHost): void {
    this.host = host;
  }

  /** @param payload in the shape in which an app gets it */
  emit(event: string, payload: unknown): void {
    const { host } = this;
    if (!host) return;
    const delivery = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => host.notify(event, payload))
      .catch((error: unknown) => void this.lost.push({ event, error }))
      .finally(() => this.underWay.delete(delivery));
    this.underWay.add(delivery);
  }

  /** Resolves when no delivery is under way, those included that the deliveries themselves caused. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }
}
