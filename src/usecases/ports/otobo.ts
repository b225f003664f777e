import type { Agent, AgentKey, Right } from '../../domain/agent';
import type { Article } from '../../domain/article';
import type { Person } from '../../domain/person';
import type { Ticket } from '../../domain/ticket';
import type { Change, Written } from '../../domain/write';

/** What OTOBO knows of a ticket, as its `TicketGet` says it. */
export interface OtoboTicket {
  readonly ticket: Ticket;
  /** The newest first; only where they were asked for. */
  readonly articles: readonly Article[];
}

/** One line of a list of tickets. */
export type TicketRow = Pick<Ticket, 'id' | 'number' | 'title' | 'queue' | 'state' | 'priority' | 'owner'>;

export interface TicketSearch {
  /** All of them must be found. */
  readonly words?: string;
  /** Login of the owner, or whoever asks. */
  readonly ownedBy?: { readonly login: string } | 'asking';
  /** Only tickets that are not closed. */
  readonly open?: true;
  readonly limit: number;
}

export interface TicketRows {
  readonly rows: readonly TicketRow[];
  /** How many there are altogether, where OTOBO says so. */
  readonly total?: number;
}

/** What an agent may choose from. */
export interface TicketOptions {
  readonly states?: readonly { readonly name: string; readonly type: string }[];
  readonly priorities?: readonly string[];
  readonly queues?: readonly string[];
  readonly types?: readonly string[];
  readonly owners?: readonly Agent[];
}

export interface AccessQuestion {
  readonly right: Right;
  readonly ticketIds?: readonly string[];
  /** Name of a queue, for `create`. */
  readonly queue?: string;
  readonly options?: readonly (keyof TicketOptions)[];
}

export interface AgentAccess {
  readonly agent: Agent;
  /** Ids of the tickets for which the agent has the right. */
  readonly ticketIds: ReadonlySet<string>;
  /** Whether the agent has it in the queue; absent when no queue was asked for. */
  readonly queue?: boolean;
  readonly options: TicketOptions;
  /** The zone that OTOBO writes times in. */
  readonly timeZone?: string;
}

/** Everybody who has to do with a ticket, as the OTOBO package tells it. */
export interface TicketPeople {
  readonly people: readonly Person[];
  readonly peopleComplete: boolean;
  readonly systemAddresses: readonly string[];
  readonly apiUser?: string;
}

/** How OTOBO's own call of the app went. */
export type RoundTrip =
  | { readonly success: true; readonly version: string; readonly milliseconds: number }
  | { readonly success: false; readonly reason: string; readonly message: string };

/** What the OTOBO package adds to the web service. Each gives nothing where the web service does not offer it. */
export interface OtoboPackage {
  /** Whether the web service has the package's operations at all. */
  offered(): Promise<boolean>;
  /** @throws AppError `agent_unknown`, `agent_ambiguous`, `otobo_*` */
  access(agent: AgentKey, question: AccessQuestion): Promise<AgentAccess | undefined>;
  /** With the rights of that agent. @throws AppError `agent_unknown`, `agent_ambiguous`, `otobo_*` */
  search(agent: AgentKey, search: TicketSearch): Promise<TicketRows | undefined>;
  people(ticketId: string): Promise<TicketPeople | undefined>;
  /** Lets OTOBO call the app. */
  health(): Promise<RoundTrip | undefined>;
}

export interface Otobo {
  /** @param articles how many of the newest to bring along @throws AppError `ticket_not_found`, `otobo_*` */
  ticket(ticketId: string, articles?: number): Promise<OtoboTicket>;
  /** @returns the id, or nothing when there is no such ticket (or not for this account) */
  ticketIdOf(ticketNumber: string): Promise<string | undefined>;
  /** With the rights of the service account. */
  search(search: TicketSearch): Promise<TicketRows>;
  /**
   * Writes once; nothing is repeated here.
   *
   * @param mark comes back in the ticket's history, by which `arrived` finds it
   * @throws AppError `otobo_unreachable` where nobody knows whether it was written; `ticket_not_found`, `otobo_denied`,
   * `otobo_value_refused`, `otobo_value_missing`, `otobo_field_missing`, `otobo_*` where it was not; of a mail also `package_missing`,
   * `right_missing`, `agent_unknown`, `agent_ambiguous`, `reply_no_recipient`, `reply_not_sent`
   */
  write(change: Change, mark: string, target: { readonly ticketId?: string; readonly agent?: AgentKey }): Promise<Written>;
  /** Looks whether a write of that mark is there already. Changes of fields leave no mark: they may be written twice without harm. */
  arrived(change: Change, mark: string, ticketId?: string): Promise<Written | undefined>;
  /**
   * Calls an operation with nothing to do, which changes nothing.
   *
   * @returns whether the web service has it where the app looks for it @throws AppError `otobo_*`
   */
  probe(operation: StockOperation): Promise<boolean>;
  /** @returns names of the dynamic fields that tickets have; nothing when there is no ticket to look at */
  fieldNames(): Promise<readonly string[] | undefined>;
  readonly package: OtoboPackage;
}

/** What the app needs of OTOBO's own operations, each under a route of that name. */
export const STOCK_OPERATIONS = ['TicketSearch', 'TicketGet', 'TicketCreate', 'TicketUpdate', 'TicketHistoryGet'] as const;
export type StockOperation = (typeof STOCK_OPERATIONS)[number];
