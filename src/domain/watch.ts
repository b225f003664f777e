import type { Reminder } from './reminder';

/** One thing that a room is reminded of, once. */
export interface Stage {
  readonly kind: Reminder;
  /** The moment that it is about, in milliseconds since the epoch: the end of the waiting time, the escalation, the last talk. */
  readonly of: number;
  /** How much of the time before an escalation has passed; 100 for everything else. */
  readonly percent: number;
}

/** A stage that the room was reminded of. */
export interface SaidStage extends Stage {
  /** Whether it does not hold any more. */
  readonly over: boolean;
  /** Whether the room's reminder shows it. */
  readonly shown: boolean;
}

/** What the walk remembers of a room that is in step. Nobody else writes it. */
export interface Watch {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
  /** When the room is to be compared with its ticket again; this and all other times in milliseconds since the epoch. */
  readonly compareAt: number;
  /** How often, one time after the other, OTOBO did not know the ticket. */
  readonly unknownTimes: number;
  /** Times of escalation, and since when each is known. */
  readonly escalations: readonly { readonly at: number; readonly since: number }[];
  /** Since when the ticket has been seen open, neither waiting nor closed. */
  readonly openSince?: number;
  /** When somebody said something last, as far as anybody looked. */
  readonly talkedAt?: number;
  /** When the room's messages were looked at. */
  readonly listenedAt?: number;
  readonly said: readonly SaidStage[];
  /** The room's reminder, while something in it holds. */
  readonly messageId?: string;
  /** Before this nobody tries again what could not be said. */
  readonly restUntil?: number;
}

/** So often a room is compared with its ticket, and OTOBO is asked for that. */
export const COMPARED_EVERY_MS = 6 * 3_600_000;
/** What went wrong with one room, or one look, is looked at again after this. */
export const DOUBT_MS = 10 * 60_000;
/** OTOBO gives one answer for "does not exist" and "not for this account": once may be an accident. */
const UNKNOWN_FROM = 2;

/** A room that the walk has not met before: it has only just come into step, so there is nothing to compare yet. */
export function newWatch(room: Pick<Watch, 'ticketId' | 'ticketNumber' | 'roomId'>, now: number): Watch {
  const { ticketId, ticketNumber, roomId } = room;
  return { ticketId, ticketNumber, roomId, compareAt: now + COMPARED_EVERY_MS, unknownTimes: 0, escalations: [], said: [] };
}

/** Whether OTOBO has not known the ticket for more than once. */
export function isUnknown({ unknownTimes }: Watch): boolean {
  return unknownTimes >= UNKNOWN_FROM;
}

/** The watch after OTOBO was asked. @param known whether OTOBO knew the ticket */
export function afterAsking(watch: Watch, known: boolean, now: number): Watch {
  const unknownTimes = known ? 0 : watch.unknownTimes + 1;
  const doubtful = unknownTimes > 0 && unknownTimes < UNKNOWN_FROM;
  return { ...watch, unknownTimes, compareAt: now + (doubtful ? DOUBT_MS : COMPARED_EVERY_MS) };
}
