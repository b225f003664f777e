import { type Closing, type ClosingTerms, isClosed } from './closing';
import type { Person } from './person';
import type { Ticket } from './ticket';

/**
 * What somebody wants of the room, whatever the ticket's state says. `close`: it is to be closed. `open`: it is to be there to go into.
 * `reopen`: no closing is to go on.
 */
export type ClosingWish = 'close' | 'open' | 'reopen';

export type ClosingAction =
  | {
      readonly type: 'BeginClosing';
      readonly roomId: string;
      readonly terms: ClosingTerms;
      /** How long it is announced before, in milliseconds. */
      readonly delay: number;
      /** Whether it begins although somebody has stopped an earlier one. */
      readonly again: boolean;
      /** Whether the ticket is not closed, or nobody knows. */
      readonly whateverState: boolean;
    }
  /** A closing that has only been announced, or was stopped, is forgotten. */
  | { readonly type: 'CancelClosing'; readonly roomId: string; readonly keepOpen: boolean }
  /** `keptOut`: people who are not brought back. */
  | { readonly type: 'Reopen'; readonly roomId: string; readonly keepOpen: boolean; readonly keptOut: readonly Person[] }
  /** The room of a closed ticket was asked for, so the state alone does not close it. */
  | { readonly type: 'KeepOpen'; readonly roomId: string; readonly terms: ClosingTerms };

export interface ClosingInput {
  readonly ticket: Pick<Ticket, 'stateType' | 'changedAt'>;
  readonly roomId: string;
  readonly closing?: Closing;
  readonly wish?: ClosingWish;
  readonly terms: ClosingTerms;
  readonly delay: number;
  /** Whether this request has made the room. */
  readonly mine: boolean;
  readonly keptOut: readonly Person[];
}

export interface ClosingPlan {
  readonly actions: readonly ClosingAction[];
  /** Whether nothing else is to be done to the room: it is closed, or about to be. */
  readonly leaveAlone: boolean;
}

/** Types of states in which a ticket is over. */
const OVER: readonly string[] = ['closed', 'merged', 'removed'];

/** @returns nothing when it is not known what the ticket's state means */
function isOver({ stateType }: Pick<Ticket, 'stateType'>): boolean | undefined {
  return stateType === undefined ? undefined : OVER.includes(stateType);
}

/**
 * What must change so that the room of a ticket that is closed is closed, and that of one that is not is open; for rooms that the app made.
 * A state whose meaning is not known decides nothing.
 */
export function planClosing(input: ClosingInput): ClosingPlan {
  const action = actionFor(input);
  const { closing, wish } = input;
  const busy = closing !== undefined && isInForce(closing) && closing.phase !== 'announced';
  return { actions: action ? [action] : [], leaveAlone: wish === 'close' || busy };
}

/** Whether a closing is under way or done. One that was stopped, or is only brought to its end, is not. */
export function isInForce({ phase, cancelled }: Pick<Closing, 'phase' | 'cancelled'>): boolean {
  return phase !== 'stopped' && cancelled !== true;
}

function actionFor(input: ClosingInput): ClosingAction | undefined {
  const { ticket, closing, wish } = input;
  const over = isOldNews(ticket, closing) ? undefined : isOver(ticket);
  if (wish === 'close') return closing && isInForce(closing) && !isSettledByState(closing, over) ? undefined : begin(input, over);
  if (!closing || !isInForce(closing)) return withoutClosing(input, over);
  const reopened = over === false && closing.whateverState !== true;
  const wanted = wish === 'reopen' || (wish === 'open' && isClosed(closing));
  if (reopened || wanted) return callOff(input, closing, over !== false);
  return isSettledByState(closing, over) ? begin(input, over) : undefined;
}

/** What comes late says nothing of how the ticket is now. */
function isOldNews({ changedAt }: Pick<Ticket, 'changedAt'>, closing: Closing | undefined): boolean {
  return changedAt !== undefined && closing?.changedAt !== undefined && changedAt < closing.changedAt;
}

function withoutClosing(input: ClosingInput, over: boolean | undefined): ClosingAction | undefined {
  const { closing, wish, roomId, terms, mine } = input;
  if (closing?.phase === 'stopped') return over === false ? { type: 'CancelClosing', roomId, keepOpen: false } : undefined;
  if (!over) return undefined;
  if (wish === undefined) return begin(input, over);
  return wish === 'open' && mine ? { type: 'KeepOpen', roomId, terms } : undefined;
}

/** A closing that was begun whatever the state goes on like any other as soon as the ticket is closed. */
function isSettledByState({ whateverState }: Closing, over: boolean | undefined): boolean {
  return whateverState === true && over === true;
}

function begin({ roomId, terms, delay, wish }: ClosingInput, over: boolean | undefined): ClosingAction {
  return { type: 'BeginClosing', roomId, terms, delay, again: wish === 'close', whateverState: over !== true };
}

function callOff({ roomId, keptOut }: ClosingInput, { phase }: Closing, keepOpen: boolean): ClosingAction {
  return phase === 'announced' ? { type: 'CancelClosing', roomId, keepOpen } : { type: 'Reopen', roomId, keepOpen, keptOut };
}
