import type { MemberLists } from './member-lists';

/** Who belongs to a ticket, who of them is in its room, and why the others are not. */
export interface Attendance {
  readonly ticketNumber: string;
  /** Name of the ticket's room; absent where it has none. */
  readonly room?: string;
  readonly members: MemberLists;
  /** User names of everybody in the room; nobody's where who asks is not in it. */
  readonly inside: readonly string[];
  /** Whether these are all; without the OTOBO package only owner, responsible and customer are known. */
  readonly complete: boolean;
}
