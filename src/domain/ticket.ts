/** A ticket, as far as a room needs to know it. Optional fields are those OTOBO's invokers may leave out. */
export interface Ticket {
  /** OTOBO's internal id, digits. */
  readonly id: string;
  /** The number people use, such as `2026112310000011`. */
  readonly number: string;
  readonly title: string;
  readonly queue?: string;
  readonly state?: string;
  /** `new`, `open`, `pending reminder`, `closed`, `merged` …: what a state means, whatever an OTOBO calls it. */
  readonly stateType?: string;
  readonly priority?: string;
  readonly type?: string;
  readonly service?: string;
  /** Login of the ticket's owner. */
  readonly owner?: string;
  /** Login of the responsible agent. */
  readonly responsible?: string;
  /** Login of the customer user. */
  readonly customerUser?: string;
  /** The customer's company. */
  readonly customerId?: string;
  /** When it was changed last, in milliseconds since the epoch; OTOBO knows it to the second. */
  readonly changedAt?: number;
  /** When a pending state ends, in milliseconds since the epoch. OTOBO keeps the time of a state that was left. */
  readonly pendingUntil?: number;
  /** When the next escalation comes, in milliseconds since the epoch; absent where none is running. */
  readonly escalatesAt?: number;
  /** Where an agent sees the ticket; absent when OTOBO's address is not known. */
  readonly url?: string;
  /** Where the customer sees it. */
  readonly customerUrl?: string;
}
