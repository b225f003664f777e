import type { Helpdesk, TicketEvent } from '../helpdesk';
import type { Later } from '../later';
import { ROOT } from '../names';
import { groups, group, isGroup, text } from '../parameters';
import type { Ticket } from '../records';
import { packageBody } from './package-body';
import { send, type InvokerResult } from './send';
import { target } from './target';
import { ticketBody } from './ticket-body';
import type { Invoker, RequesterService } from './web-service';

/** What the daemon takes to pick up an asynchronous event, in ms (measured: 0.6 to 2 s). */
const DAEMON_MS = 600;
/** How many deliveries are remembered. */
const REMEMBERED = 200;

/** What the ticket invokers say of a ticket that is gone. */
const NO_ACCESS: InvokerResult = { Success: 0, Data: null, ErrorMessage: 'User does not have access to the ticket!' };

/** One request that was sent, and what came of it. */
export interface Delivery {
  /** By the playground's clock, in ms since the epoch. */
  readonly at: number;
  readonly invoker: string;
  readonly url: string;
  readonly body: string;
  readonly result: InvokerResult;
}

/** The part of OTOBO that calls other systems when something happens to a ticket. */
export class Requester {
  readonly services: RequesterService[] = [];
  /** The last requests, oldest first. */
  readonly deliveries: Delivery[] = [];
  /** Where people's browsers find this OTOBO, without trailing slash. */
  publicUrl = '';
  /** Whether events of tickets run the package's invokers, as those of other web services. */
  packageEvents = false;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly helpdesk: Helpdesk,
    private readonly later: Later,
  ) {}

  /** Runs what is to happen on these events; resolves when the synchronous invokers have their answers. */
  async react(events: readonly TicketEvent[]): Promise<void> {
    for (const event of events) {
      for (const [service, invoker, trigger] of this.triggered(event)) {
        const run = () => this.track(this.invoke(service, invoker, event));
        if (trigger.asynchronous) this.later.in(DAEMON_MS, () => void run());
        else await run();
      }
    }
  }

  /**
   * Runs one invoker now, as an agent's click does.
   *
   * @throws when no service has an invoker of that name
   */
  async run(invokerName: string, event: TicketEvent): Promise<InvokerResult> {
    for (const service of this.services) {
      const invoker = service.invokers.find(({ name }) => name === invokerName);
      if (invoker) return this.track(this.invoke(service, invoker, event));
    }
    throw new Error(`There is no invoker "${invokerName}".`);
  }

  /** Resolves when no request is under way. What waits for the clock is not waited for. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private triggered(event: TicketEvent) {
    const queue = this.ticketOf(event)?.queue;
    return this.services.flatMap((service) =>
      service.invokers
        .filter((invoker) => this.listens(invoker))
        .flatMap((invoker) =>
          invoker.events
            .filter((trigger) => trigger.event === event.event && (trigger.queue === undefined || trigger.queue === queue))
            .map((trigger) => [service, invoker, trigger] as const),
        ),
    );
  }

  private listens({ type }: Invoker): boolean {
    return type !== 'RocketChat::Ticket' || this.packageEvents;
  }

  private async invoke(service: RequesterService, invoker: Invoker, event: TicketEvent): Promise<InvokerResult> {
    const content = this.bodyOf(invoker, event);
    if (!content) return NO_ACCESS;
    const { path, body } = target(invoker.controller, content);
    return this.attempt(service, invoker, event, path, invoker.command === 'GET' ? '' : JSON.stringify(body), 0);
  }

  private async attempt(service: RequesterService, invoker: Invoker, event: TicketEvent, path: string, body: string, repetition: number) {
    const at = this.helpdesk.time.now();
    const result = await send(service, invoker, path, body);
    this.deliveries.push({ at, invoker: invoker.name, url: service.host + path, body, result });
    this.deliveries.splice(0, this.deliveries.length - REMEMBERED);
    if (result.Success) {
      const ticket = this.ticketOf(event);
      if (ticket) await this.writeBack(invoker, ticket, result.Data);
    } else if (service.retry && repetition < service.retry.countMax) {
      const pause = service.retry.startMs * service.retry.factor ** repetition;
      this.later.in(pause, () => void this.track(this.attempt(service, invoker, event, path, body, repetition + 1)));
    }
    return result;
  }

  /** The answer's `Ticket.DynamicField` goes into the ticket, as far as the invoker lists the fields; root@localhost writes it. */
  private async writeBack(invoker: Invoker, ticket: Ticket, data: unknown): Promise<void> {
    const answer = isGroup(data) ? (group(data, 'Ticket') ?? {}) : {};
    for (const field of groups(answer, 'DynamicField')) {
      const name = text(field, 'Name') ?? '';
      if (!invoker.dynamicFieldList?.includes(name)) continue;
      this.helpdesk.setDynamicField(ticket, name, text(field, 'Value') ?? null, { by: this.helpdesk.agent(ROOT) });
    }
    await this.react(this.helpdesk.takeEvents());
  }

  /** @returns nothing where the invoker gives up before anything is sent, because the ticket is gone */
  private bodyOf(invoker: Invoker, event: TicketEvent): Record<string, unknown> | undefined {
    const ticket = this.ticketOf(event);
    switch (invoker.type) {
      case 'Generic::PassThrough':
        return { Event: event.event, ...event.eventData };
      case 'Ticket::TicketCreate':
      case 'Ticket::TicketUpdate':
        return ticket && ticketBody(this.helpdesk, ticket, invoker, event);
      case 'RocketChat::Ticket':
        return packageBody(this.helpdesk, ticket, event, this.publicUrl);
    }
  }

  private ticketOf({ eventData }: TicketEvent): Ticket | undefined {
    return this.helpdesk.tickets.get(Number(eventData.TicketID));
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    return work.finally(() => this.underWay.delete(work));
  }
}
