import { FOR_CUSTOMERS } from './change-plan';
import type { Ticket } from './ticket';
import type { MissingPerson, Told } from './told';

/** What the card of a ticket's room says; in a guarded room it has nothing internal. */
export interface Card {
  /** Without the fields that are not for everybody who may read it. */
  readonly ticket: Ticket;
  readonly guarded: boolean;
  /** People who are not in the room, for colleagues only. */
  readonly missing: readonly Pick<MissingPerson, 'name' | 'reason'>[];
  /** User name of who linked the room; absent for a room that the app made, and where the card that stands there says it. */
  readonly linkedBy?: string;
  /** Whether the room is closed: then nothing is to be done about the ticket from here. */
  readonly closed?: true;
}

/** The card says what the room knows, and nothing else. Where nobody has decided what may be shown there, it is what anybody may read. */
export function cardOf(told: Told): Card {
  const { ticketId: id, ticketNumber: number, fields, url, customerUrl, card } = told;
  const { guarded, missing } = card ?? { guarded: true, missing: [] };
  // as: the title is among what customers may read
  const open = Object.fromEntries(Object.entries(fields).filter(([field]) => FOR_CUSTOMERS.some((one) => one === field))) as Pick<
    Ticket,
    'title' | 'state' | 'queue'
  >;
  return {
    ticket: {
      id,
      number,
      ...(guarded ? open : fields),
      ...(url !== undefined && { url }),
      ...(customerUrl !== undefined && { customerUrl }),
    },
    guarded,
    missing: guarded ? [] : missing.map(({ name, reason }) => ({ name, reason })),
  };
}

/** The card of a closed room. Nobody keeps it up to date, so it has only what anybody may read. */
export function closedCardOf(told: Told): Card {
  return { ...cardOf({ ...told, card: { guarded: true, missing: [] } }), closed: true };
}

/** The same where the card shows something else: it is made anew when the room is next brought into step. */
export function withCardUnknown(told: Told): Told {
  const known: { -readonly [K in keyof Told]: Told[K] } = { ...told };
  delete known.card;
  return known;
}
