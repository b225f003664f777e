import type { Closing } from '../domain/closing';
import type { ClosingWish } from '../domain/closing-plan';
import { AppError } from '../domain/errors';
import type { RoomOutcome } from './answers';
import { bringIntoStep } from './bring-into-step';
import { changeTicket, type TicketChange, type Wanted } from './change-ticket';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import type { Ports } from './ports';
import { requireTicketOfRoom } from './ticket-of-room';

/**
 * What became of the ticket, and of its room. `linked`: the room stays, because people made it. `later`: it follows when OTOBO has taken the
 * new state. `closing`: it is being closed, or is. `open`: no closing goes on any more. `as_it_was`: it was open. With a refusal the state is
 * set, and the room could not follow.
 */
export interface ByHand {
  readonly change: TicketChange;
  readonly room: 'linked' | 'later' | 'closing' | 'open' | 'as_it_was';
  readonly closing?: Closing;
  readonly refusal?: AppError;
}

/**
 * Somebody closes the room's ticket: its state is set, and the room closed with it, although somebody may have stopped that before.
 *
 * @throws AppError what `changeTicket` refuses with
 */
export function closeByHand(wanted: Wanted, rules: ChatRules, ports: Ports): Promise<ByHand> {
  return withRoom(wanted, 'close', rules, ports);
}

/** Somebody opens the room's ticket again, and the room with it. @throws AppError what `changeTicket` refuses with */
export function reopenByHand(wanted: Wanted, rules: ChatRules, ports: Ports): Promise<ByHand> {
  return withRoom(wanted, 'reopen', rules, ports);
}

async function withRoom(wanted: Wanted, wish: ClosingWish, rules: ChatRules, ports: Ports): Promise<ByHand> {
  const { roomId } = wanted.place;
  const [links, before] = await Promise.all([ports.links.ofRoom(roomId), ports.closings.ofRoom(roomId)]);
  const change = await changeTicket(wanted, rules, ports);
  if (links.some(({ origin }) => origin === 'linked')) return { change, room: 'linked' };
  if (change.outcome?.kept) return { change, room: 'later' };
  try {
    const outcome = await follow(roomId, wish, rules, ports);
    if (outcome.refusal) throw outcome.refusal;
    if (wish === 'reopen') return { change, room: before && before.phase !== 'stopped' ? 'open' : 'as_it_was' };
    const closing = await ports.closings.ofRoom(roomId);
    return { change, room: 'closing', ...(closing && { closing }) };
  } catch (error) {
    // The ticket has its new state, and whoever asked is to know both.
    if (!(error instanceof AppError)) throw error;
    return { change, room: 'as_it_was', refusal: error };
  }
}

async function follow(roomId: string, wish: ClosingWish, { policy, publicUrl }: ChatRules, ports: Ports): Promise<RoomOutcome> {
  const { id } = await requireTicketOfRoom(roomId, ports);
  const request = await completeTicket(ticketById(id), publicUrl, ports);
  return bringIntoStep(request, policy, ports, { mayCreate: false, mayRemove: false, newsOnly: false, wish });
}
