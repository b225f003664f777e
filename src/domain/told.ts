import type { Reason } from './errors';
import type { Ticket } from './ticket';

/** What a room is told of: a change of one of these is a line in a message. */
export type ToldFields = Pick<
  Ticket,
  | 'title'
  | 'state'
  | 'stateType'
  | 'queue'
  | 'priority'
  | 'owner'
  | 'responsible'
  | 'customerUser'
  | 'customerId'
  | 'pendingUntil'
  | 'escalatesAt'
>;

/** A message about changes, which is edited while it is young. */
export interface ChangeNotice {
  readonly messageId: string;
  /** When it was posted, in milliseconds since the epoch. */
  readonly at: number;
  /** What the room knew before it. */
  readonly before: ToldFields;
  /** Ids of the articles that it names. */
  readonly articleIds: readonly string[];
  /** User name of who it says has changed the ticket. */
  readonly by?: string;
}

/** Somebody of a ticket who is not in its room. */
export interface MissingPerson {
  /** As OTOBO names them. */
  readonly name: string;
  readonly reason: Reason;
  /** By what they are waited for. */
  readonly keys: readonly string[];
}

/** What a card shows besides the ticket. */
export interface Shown {
  /** Whether a customer may be reading along. */
  readonly guarded: boolean;
  /** Everybody who is missing, whether or not the card may say so. */
  readonly missing: readonly MissingPerson[];
}

/**
 * What a room knows of its ticket: what the card and the messages about changes have said. There is one record for each room that follows a
 * ticket; what the ticket is now is compared with it.
 */
export interface Told {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
  readonly fields: ToldFields;
  /** When the ticket had been changed last, in milliseconds since the epoch on OTOBO's clock; what is older is old news. */
  readonly changedAt?: number;
  /** The newest article that the room knows of; ids of OTOBO's articles rise. Absent while none was seen. */
  readonly articleId?: string;
  /** While none was seen, those made after this are new; milliseconds since the epoch. */
  readonly articlesAfter?: number;
  /** Ids of the users who are known to be agents of the ticket, and nothing else. */
  readonly agents: readonly string[];
  /** Ids of the users who are known to be customers, or to have a mere address in the ticket. */
  readonly others?: readonly string[];
  readonly notice?: ChangeNotice;
  /** Where an agent, and the customer, see the ticket. */
  readonly url?: string;
  readonly customerUrl?: string;
  /** Absent where nobody knows what the card shows, and it is to be made anew. */
  readonly card?: Shown;
}
