/** A requester web service: what OTOBO calls, when, and with what. The names are those of OTOBO's own configuration. */
export interface RequesterService {
  /** Scheme, host, port and the part of the path that all invokers share. */
  readonly host: string;
  readonly timeoutMs: number;
  readonly authentication?: { readonly user: string; readonly password: string };
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Error handling `RequestRetry`; without it a failure is final. */
  readonly retry?: Retry;
  readonly invokers: readonly Invoker[];
}

export interface Retry {
  /** The pause before the first repetition, in ms. */
  readonly startMs: number;
  /** Each further pause is this many times longer. */
  readonly factor: number;
  /** Repetitions, not counting the first try. */
  readonly countMax: number;
}

export interface Invoker {
  readonly name: string;
  readonly type: 'Generic::PassThrough' | 'Ticket::TicketCreate' | 'Ticket::TicketUpdate' | 'RocketChat::Ticket';
  readonly events: readonly Trigger[];
  /** Path below the host; `:Name` is replaced by that value of the body, which is then left out of it. */
  readonly controller: string;
  readonly command: 'GET' | 'POST' | 'PUT';
  /** Sent besides the service's headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How many articles are sent, newest first; with this set, `Article` is a list, otherwise one object. */
  readonly countLastArticle?: number;
  readonly requestTicketFields?: readonly string[];
  readonly requestArticleFields?: readonly string[];
  readonly requestDynamicFieldsTicket?: readonly string[];
  /** The dynamic fields that the answer may write into the ticket. */
  readonly dynamicFieldList?: readonly string[];
}

export interface Trigger {
  readonly event: string;
  /** Later through the daemon instead of within the agent's request. */
  readonly asynchronous: boolean;
  /** Only for tickets of this queue. */
  readonly queue?: string;
}
