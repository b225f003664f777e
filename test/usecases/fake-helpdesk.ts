import type { Agent, AgentKey, Right } from '../../src/domain/agent';
import type { Article } from '../../src/domain/article';
import { AppError } from '../../src/domain/errors';
import type { Ticket } from '../../src/domain/ticket';
import type { Attachment, Change, Written } from '../../src/domain/write';
import type {
  AccessQuestion,
  AgentAccess,
  Otobo,
  OtoboTicket,
  RoundTrip,
  StockOperation,
  TicketOptions,
  TicketPeople,
  TicketRows,
  TicketSearch,
} from '../../src/usecases/ports';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A ticket as the fake keeps it. */
export interface FakeTicket {
  ticket: Mutable<Ticket>;
  stateType: string;
  customerUser: string;
  pendingUntil: number | undefined;
  /** Oldest first. */
  articles: (Article & { readonly mark?: string; readonly mailed?: boolean; readonly attachments?: readonly Attachment[] })[];
  roomLink: { readonly roomId: string; readonly url: string } | undefined;
  /** What a creation from the chat left in the dynamic field. */
  createdBy: string | undefined;
  type: string | undefined;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

const AWAY = (): AppError => new AppError('otobo_unreachable');
const DEFAULT_STATES = [
  { name: 'new', type: 'new' },
  { name: 'open', type: 'open' },
  { name: 'pending reminder', type: 'pending reminder' },
  { name: 'pending auto close+', type: 'pending auto' },
  { name: 'closed successful', type: 'closed' },
  { name: 'closed unsuccessful', type: 'closed' },
];

/**
 * An OTOBO in memory behind the port: tickets, and what each agent may do. Give it to a `FakeChat` as its `helpdesk`, or take its port
 * from `otobo()`.
 */
export class FakeHelpdesk {
  readonly agents: Agent[] = [];
  readonly tickets = new Map<string, FakeTicket>();
  states = DEFAULT_STATES;
  priorities = ['1 very low', '2 low', '3 normal', '4 high', '5 very high'];
  queues = ['Raw', 'Support'];
  types = ['Unclassified', 'Incident', 'Request'];
  /** Whether the web service has the package's operations. */
  packageOffered = true;
  /** What the web service lacks of OTOBO's own operations. */
  routesMissing: readonly StockOperation[] = [];
  /** Names of the dynamic fields that tickets have. */
  fields: readonly string[] = ['RocketChatURL', 'RocketChatRoomID'];
  /** Nobody answers. */
  away = false;
  /** What a write that is refused is refused with, while it is set. */
  refusal: AppError | undefined;
  /** The next write takes effect, and its answer is lost. */
  losesAnswer = false;
  people: TicketPeople | undefined;
  roundTrip: RoundTrip = { success: true, version: '0.1.0', milliseconds: 35 };
  /** What was asked and written, in order, such as `access alice note` and `write Note`. */
  readonly calls: string[] = [];
  private readonly rights = new Map<string, readonly Right[]>();
  private newestArticle = 15;

  constructor(private readonly clock: { readonly now: number } = { now: 0 }) {}

  addAgent(login: string, more: Partial<Agent> = {}): Agent {
    const agent = { login, name: `${login.charAt(0).toUpperCase()}${login.slice(1)} Agent`, email: `${login}@corp.test`, ...more };
    this.agents.push(agent);
    return agent;
  }

  /** @param what a ticket's id or a queue's name; no rights take everything away */
  allow(login: string, what: string, ...rights: Right[]): void {
    this.rights.set(`${login} ${what}`, rights);
  }

  addTicket(ticket: Ticket, more: Partial<FakeTicket> = {}): FakeTicket {
    const made: FakeTicket = {
      ticket: { ...ticket },
      stateType: this.stateTypeOf(ticket.state) ?? 'open',
      customerUser: 'cust1',
      pendingUntil: undefined,
      articles: [],
      roomLink: undefined,
      createdBy: undefined,
      type: undefined,
      ...more,
    };
    this.tickets.set(ticket.id, made);
    return made;
  }

  /** The ticket of that id. @throws when there is none */
  ticket(id: string): FakeTicket {
    const found = this.tickets.get(id);
    if (!found) throw new Error(`There is no ticket ${id}.`);
    return found;
  }

  /** @param call runs each call; `FakeChat` counts there, fails, or lets something happen */
  otobo(call: Call = (_name, effect) => Promise.resolve().then(effect), write: Call = call): Otobo {
    const ask = <T>(name: string, effect: () => T): Promise<T> =>
      call(`otobo ${name}`, () => {
        this.calls.push(name);
        if (this.away) throw AWAY();
        return effect();
      });
    return {
      ticket: (id, articles = 0) => ask('ticket', () => this.read(id, articles)),
      ticketIdOf: (number) => ask('ticketIdOf', () => [...this.tickets.values()].find(({ ticket }) => ticket.number === number)?.ticket.id),
      search: (search) => ask('search', () => this.find(search, undefined)),
      write: (change, mark, target) =>
        write(`otobo write ${change.type}`, () => {
          this.calls.push(`write ${change.type}`);
          if (this.away) throw AWAY();
          if (this.refusal) throw this.refusal;
          const written = this.apply(change, mark, target.ticketId);
          if (!this.losesAnswer) return written;
          this.losesAnswer = false;
          throw AWAY();
        }),
      arrived: (change, mark, ticketId) => ask('arrived', () => this.arrived(change, mark, ticketId)),
      probe: (operation) => ask(`probe ${operation}`, () => !this.routesMissing.includes(operation)),
      fieldNames: () => ask('field names', () => (this.tickets.size > 0 ? this.fields : undefined)),
      package: {
        offered: () => ask('offered', () => this.packageOffered),
        access: (key, question) => ask(`access ${keyName(key)} ${question.right}`, () => this.offer(() => this.access(key, question))),
        search: (key, search) => ask('package search', () => this.offer(() => this.find(search, this.agentOf(key)))),
        people: () => ask('people', () => this.offer(() => this.people)),
        health: () => ask('health', () => this.offer(() => this.roundTrip)),
      },
    };
  }

  may(login: string | undefined, what: string, right: Right): boolean {
    const rights = this.rights.get(`${login ?? ''} ${what}`) ?? [];
    return rights.includes(right) || rights.includes('rw');
  }

  private offer<T>(effect: () => T): T | undefined {
    return this.packageOffered ? effect() : undefined;
  }

  private agentOf(key: AgentKey): Agent {
    const found = this.agents.filter(({ login, email }) =>
      'login' in key ? login === key.login : email !== undefined && key.emails.includes(email.toLowerCase()),
    );
    const [agent] = found;
    if (!agent) throw new AppError('agent_unknown');
    if (found.length > 1) throw new AppError('agent_ambiguous');
    return agent;
  }

  private access(key: AgentKey, { right, ticketIds = [], queue, options = [] }: AccessQuestion): AgentAccess {
    const agent = this.agentOf(key);
    const [about] = ticketIds;
    const readable = about === undefined || this.may(agent.login, about, 'ro');
    const all: TicketOptions = {
      states: this.states,
      priorities: this.priorities,
      queues: this.queues,
      types: this.types,
      owners: this.agents,
    };
    return {
      agent,
      ticketIds: new Set(ticketIds.filter((id) => this.tickets.has(id) && this.may(agent.login, id, right))),
      ...(queue !== undefined && { queue: this.queues.includes(queue) && this.may(agent.login, queue, right) }),
      options: readable ? Object.fromEntries(options.map((name) => [name, all[name]])) : {},
      timeZone: 'UTC',
    };
  }

  private read(id: string, articles: number): OtoboTicket {
    const found = this.tickets.get(id);
    if (!found) throw new AppError('ticket_not_found');
    const { ticket, stateType, customerUser, pendingUntil } = found;
    return {
      ticket: { ...ticket, stateType, customerUser, ...(pendingUntil !== undefined && { pendingUntil }) },
      articles: articles > 0 ? [...found.articles].reverse().slice(0, articles) : [],
    };
  }

  private find({ words, ownedBy, open, limit }: TicketSearch, asking: Agent | undefined): TicketRows {
    const owner = ownedBy === 'asking' ? asking?.login : ownedBy?.login;
    const rows = [...this.tickets.values()]
      .filter(({ ticket, stateType, articles }) => {
        const text = [ticket.number, ticket.title, ...articles.map(({ body }) => body)].join('\n').toLowerCase();
        const hit = (words ?? '')
          .toLowerCase()
          .split(/\s+/)
          .every((word) => text.includes(word));
        const visible = asking === undefined || this.may(asking.login, ticket.id, 'ro');
        return hit && visible && (ownedBy === undefined || ticket.owner === owner) && (!open || stateType !== 'closed');
      })
      .map(({ ticket: { id, number, title, ...rest } }) => {
        const { queue, state, priority, owner: login } = rest;
        return {
          id,
          number,
          title,
          ...(queue && { queue }),
          ...(state && { state }),
          ...(priority && { priority }),
          ...(login && { owner: login }),
        };
      });
    return { rows: rows.slice(0, limit), total: rows.length };
  }

  private arrived(change: Change, mark: string, ticketId: string | undefined): Written | undefined {
    const found =
      change.type === 'Create' ? [...this.tickets.values()].find(({ createdBy }) => createdBy === mark) : this.tickets.get(ticketId ?? '');
    if (!found) return undefined;
    const { id, number } = found.ticket;
    if (change.type === 'Create') return { ticketId: id, ticketNumber: number };
    const article = found.articles.find((one) => one.mark === mark);
    return article && { ticketId: id, ticketNumber: number, articleId: article.id };
  }

  private apply(change: Change, mark: string, ticketId: string | undefined): Written {
    if (change.type === 'Create') return this.create(change, mark);
    const found = this.tickets.get(ticketId ?? '');
    if (!found) throw new AppError('ticket_not_found');
    const { id, number } = found.ticket;
    const written = { ticketId: id, ticketNumber: number };
    switch (change.type) {
      case 'Note':
      case 'Reply': {
        const mailed = change.type === 'Reply' && change.mailed;
        const articleId = this.addArticle(found, change, mark, { visible: change.type === 'Reply', mailed, ...attachmentsOf(change) });
        return { ...written, articleId, ...(mailed && { mailedTo: `${found.customerUser}@customer.test` }) };
      }
      case 'Transcript': {
        const { subject, from, visible, content } = change;
        if (!content) throw new Error('A part of a transcript comes without what it says.');
        const { body, attachments } = content;
        const article = { subject, body, ...(from !== undefined && { from }) };
        return { ...written, articleId: this.addArticle(found, article, mark, { visible, mailed: false, attachments }) };
      }
      case 'Fields':
        this.setFields(found, change);
        return written;
      case 'RoomLink':
        found.roomLink = { roomId: change.roomId, url: change.url };
        return written;
    }
  }

  private create(change: Extract<Change, { type: 'Create' }>, mark: string): Written {
    const { title, queue, ticketType, state, priority, owner } = change;
    if (ticketType !== undefined && !this.types.includes(ticketType)) throw refused('Type', ticketType);
    if (!this.queues.includes(queue)) throw refused('Queue', queue);
    if (!this.priorities.includes(priority)) throw refused('Priority', priority);
    const id = String(this.tickets.size + 100);
    const number = `2026112310${id.padStart(6, '0')}`;
    const made = this.addTicket(
      { id, number, title, queue, state, priority, owner: owner ?? 'rcapi' },
      { createdBy: mark, type: ticketType },
    );
    return {
      ticketId: id,
      ticketNumber: number,
      articleId: this.addArticle(made, change, mark, { visible: false, mailed: false, ...attachmentsOf(change) }),
    };
  }

  private setFields(found: FakeTicket, { state, priority, owner, pendingUntil }: Extract<Change, { type: 'Fields' }>): void {
    const stateType = state === undefined ? found.stateType : this.stateTypeOf(state);
    if (stateType === undefined) throw refused('State', state);
    if (priority !== undefined && !this.priorities.includes(priority)) throw refused('Priority', priority);
    if (owner !== undefined && !this.agents.some(({ login }) => login === owner)) throw refused('Owner', owner);
    Object.assign(found.ticket, { ...(state && { state }), ...(priority && { priority }), ...(owner && { owner }) });
    found.stateType = stateType;
    found.pendingUntil = pendingUntil ?? found.pendingUntil;
    this.touch(found);
  }

  /** OTOBO's clock shows seconds. */
  private touch({ ticket }: FakeTicket): void {
    ticket.changedAt = this.clock.now - (this.clock.now % 1000);
  }

  private addArticle(
    found: FakeTicket,
    { from, subject, body }: { readonly from?: string; readonly subject: string; readonly body: string },
    mark: string,
    { visible, mailed, attachments }: { readonly visible: boolean; readonly mailed: boolean; readonly attachments?: readonly Attachment[] },
  ): string {
    const id = String((this.newestArticle += 1));
    this.touch(found);
    const article = { id, from: from ?? 'rcapi', subject, body, visibleForCustomer: visible, at: this.clock.now, mark, mailed };
    found.articles.push({ ...article, ...(attachments && { attachments }) });
    return id;
  }

  private stateTypeOf(state: string | undefined): string | undefined {
    return this.states.find(({ name }) => name === state)?.type;
  }
}

/** Their contents have to be there by now. */
function attachmentsOf(change: Change): { readonly attachments?: readonly Attachment[] } {
  if (!('files' in change)) return {};
  if (!change.attachments) throw new Error('An article comes without what is in its files.');
  return { attachments: change.attachments };
}

function refused(field: string, value: string | undefined): AppError {
  return new AppError('otobo_value_refused', { field, value: value ?? '' });
}

function keyName(key: AgentKey): string {
  return 'login' in key ? key.login : key.emails.join(',');
}
