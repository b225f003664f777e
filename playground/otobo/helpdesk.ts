import { Changes } from '../changes';
import { type EscalationEvent, isEscalated } from './escalation';
import { addArticle, type ArticleDraft } from './articles';
import { describeChange, record } from './history';
import { stateNamed } from './names';
import type { Agent, Article, CustomerUser, DynamicField, FieldValue, Mail, Queue, Ticket, Time } from './records';
import { ticketNumber } from './ticket-number';
import { ticketFields } from './ticket-fields';
import { timestamp } from './times';

/** Something happened to a ticket: OTOBO's event name, and what its handlers are told. */
export interface TicketEvent {
  readonly event: string;
  /** `TicketID` is a string or a number, as the caller gave it: OTOBO hands it on unchanged. */
  readonly eventData: Readonly<Record<string, unknown>> & { readonly TicketID: string | number };
  /** Who did it. */
  readonly actor?: Agent;
}

/** Who changes a ticket, and how the change names it. */
export interface Change {
  readonly by: Agent;
  /** As the request gave it; the ticket's own number when a person changes it. */
  readonly ticketId?: string | number;
}

export interface TicketDraft {
  readonly title: string;
  readonly queue: string;
  /** `Unclassified` by default. */
  readonly type?: string;
  readonly state: string;
  readonly priority: string;
  readonly owner: string;
  readonly responsible: string;
  readonly customerId?: string;
  readonly customerUser?: string;
  readonly by: Agent;
}

/** The fields of a ticket that are set one by one. */
export type SettableField = 'title' | 'queue' | 'state' | 'priority' | 'lock' | 'owner' | 'responsible' | 'type' | 'service';

const EVENTS = {
  title: 'TicketTitleUpdate',
  queue: 'TicketQueueUpdate',
  state: 'TicketStateUpdate',
  priority: 'TicketPriorityUpdate',
  lock: 'TicketLockUpdate',
  owner: 'TicketOwnerUpdate',
  responsible: 'TicketResponsibleUpdate',
  type: 'TicketTypeUpdate',
  service: 'TicketServiceUpdate',
} as const satisfies Record<SettableField, string>;

/** The tickets, people and queues of one OTOBO, in memory. */
export class Helpdesk {
  readonly agents: Agent[] = [];
  readonly customerUsers: CustomerUser[] = [];
  readonly queues: Queue[] = [];
  readonly dynamicFields: DynamicField[] = [];
  /** Ticket types that web services take, and whether anybody is shown them (OTOBO's setting `Ticket::Type`). */
  readonly types = ['Unclassified'];
  typesShown = false;
  readonly tickets = new Map<number, Ticket>();
  /** What was sent, oldest first. Only what `mailArticle` sends is here: other articles never leave OTOBO. */
  readonly mails: Mail[] = [];
  /** Told of everything that happens to a ticket. */
  readonly changes = new Changes();
  nextTicketId = 1;
  nextArticleId = 1;
  private readonly ticketsOfDay = new Map<string, number>();
  private events: TicketEvent[] = [];

  constructor(readonly time: Time) {}

  /** The agent of that login. @throws when there is none */
  agent(login: string): Agent {
    const agent = this.agents.find((one) => one.login === login);
    if (!agent) throw new Error(`There is no agent "${login}".`);
    return agent;
  }

  /** The queue of that name. @throws when there is none */
  queue(name: string): Queue {
    const queue = this.queues.find((one) => one.name === name);
    if (!queue) throw new Error(`There is no queue "${name}".`);
    return queue;
  }

  /** The ticket of that id. @throws when there is none */
  ticket(id: number): Ticket {
    const ticket = this.tickets.get(id);
    if (!ticket) throw new Error(`There is no ticket ${id}.`);
    return ticket;
  }

  createTicket(draft: TicketDraft): Ticket {
    const now = this.time.now();
    const ticket: Ticket = {
      id: this.nextTicketId++,
      number: this.nextNumber(now),
      title: draft.title,
      queue: this.queue(draft.queue).name,
      state: stateNamed(draft.state).name,
      priority: draft.priority,
      lock: 'unlock',
      owner: this.agent(draft.owner).login,
      responsible: this.agent(draft.responsible).login,
      customerId: draft.customerId ?? '',
      customerUser: draft.customerUser ?? '',
      createdAt: now,
      createdBy: draft.by.id,
      changedAt: now,
      changedBy: draft.by.id,
      unlockTimeoutFrom: now,
      type: draft.type ?? 'Unclassified',
      service: '',
      linked: new Set(),
      dynamicFields: new Map(),
      articles: [],
      history: [],
    };
    this.tickets.set(ticket.id, ticket);
    const { number, queue, priority, state, id, customerId, customerUser } = ticket;
    record(this, ticket, draft.by, 'NewTicket', `%%${number}%%${queue}%%${priority}%%${state}%%${id}`);
    this.raise('TicketCreate', id, draft.by);
    if (customerUser) {
      record(this, ticket, draft.by, 'CustomerUpdate', `%%CustomerID=${customerId};CustomerUser=${customerUser};`);
      this.raise('TicketCustomerUpdate', id, draft.by, { TicketCreated: 1 });
    }
    return ticket;
  }

  /**
   * Sets one field, with its history entry and event; nothing happens when it has that value already.
   *
   * @throws when a queue, agent, state, priority or lock of that name does not exist; nothing has changed then
   */
  set(ticket: Ticket, field: SettableField, value: string, change: Change): void {
    if (ticket[field] === value) return;
    const after: Ticket = { ...ticket, [field]: value };
    const entry = describeChange(this, ticket, after, field);
    const old = field === 'state' || field === 'queue' ? { OldTicketData: ticketFields(this, ticket) } : {};
    const wasEscalated = isEscalated(ticket, this.time.now());
    Object.assign(ticket, after);
    this.touch(ticket, change.by);
    record(this, ticket, change.by, ...entry);
    this.raise(EVENTS[field], change.ticketId ?? ticket.id, change.by, old);
    if (wasEscalated && !isEscalated(ticket, this.time.now())) this.escalationEvent(ticket, 'EscalationSolutionTimeStop', change.by, old);
  }

  /** @param value null empties the field */
  setDynamicField(ticket: Ticket, name: string, value: FieldValue, change: Change): void {
    const old = ticket.dynamicFields.get(name) ?? null;
    if (old === value) return;
    ticket.dynamicFields.set(name, value);
    this.touch(ticket, change.by);
    record(this, ticket, change.by, 'TicketDynamicFieldUpdate', `%%FieldName%%${name}%%Value%%${value ?? ''}%%OldValue%%${old ?? ''}`);
    const eventData = { FieldName: name, Value: value, OldValue: old, UserID: change.by.id };
    this.raise(`TicketDynamicFieldUpdate_${name}`, change.ticketId ?? ticket.id, change.by, eventData);
  }

  /** @param until in ms since the epoch */
  setPendingTime(ticket: Ticket, until: number, change: Change): void {
    ticket.pendingUntil = until;
    this.touch(ticket, change.by);
    record(this, ticket, change.by, 'SetPendingTime', `%%${timestamp(until).slice(0, 16)}`);
    this.raise('TicketPendingTimeUpdate', change.ticketId ?? ticket.id, change.by);
  }

  setCustomer(ticket: Ticket, customerUser: string, customerId: string, change: Change): void {
    ticket.customerUser = customerUser;
    ticket.customerId = customerId;
    this.touch(ticket, change.by);
    record(this, ticket, change.by, 'CustomerUpdate', `%%CustomerID=${customerId};CustomerUser=${customerUser};`);
    this.raise('TicketCustomerUpdate', change.ticketId ?? ticket.id, change.by, { TicketCreated: 0 });
  }

  addArticle(ticket: Ticket, draft: ArticleDraft, change: Change): Article {
    const article = addArticle(this, ticket, draft, change.by);
    this.raise('ArticleCreate', change.ticketId ?? ticket.id, change.by, { ArticleID: article.id });
    return article;
  }

  /** An event of escalation, which OTOBO writes into the history, too. */
  escalationEvent(ticket: Ticket, event: EscalationEvent, by: Agent, eventData: Record<string, unknown> = {}): void {
    record(this, ticket, by, event, `%%${event}%%triggered`);
    this.raise(event, ticket.id, by, eventData);
  }

  /** A change of the ticket itself: its time and author. */
  touch(ticket: Ticket, by: Agent): void {
    ticket.changedAt = this.time.now();
    ticket.changedBy = by.id;
  }

  /** The events since the last call. OTOBO runs their handlers when a request has done all its changes. */
  takeEvents(): TicketEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }

  /** @param ticketId as the caller gave it */
  raise(event: string, ticketId: string | number, actor: Agent, eventData: Record<string, unknown> = {}): void {
    this.events.push({ event, actor, eventData: { ...eventData, TicketID: ticketId } });
    this.changes.tell();
  }

  private nextNumber(now: number): string {
    const day = timestamp(now).slice(0, 10).replaceAll('-', '');
    const count = (this.ticketsOfDay.get(day) ?? 0) + 1;
    this.ticketsOfDay.set(day, count);
    return ticketNumber(day, count);
  }
}
