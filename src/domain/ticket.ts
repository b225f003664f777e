/** A ticket, as far as a room needs to know it. Optional fields are those OTOBO's invokers may leave out. */
export interface Ticket {
  /** OTOBO's internal id, digits. */
  readonly id: string;
  /** The number people use, such as `2026112310000011`. */
  readonly number: string;
  readonly title: string;
  readonly queue?: string;
  readonly state?: string;
  readonly priority?: string;
  /** Login of the ticket's owner. */
  readonly owner?: string;
  /** Login of the responsible agent. */
  readonly responsible?: string;
  /** Where an agent sees the ticket; absent when OTOBO's address is not known. */
  readonly url?: string;
  /** Where the customer sees it. */
  readonly customerUrl?: string;
}
