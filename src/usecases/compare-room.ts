import { AppError } from '../domain/errors';
import type { RoomAction } from '../domain/room-action';
import type { Told } from '../domain/told';
import type { RoomOutcome } from './answers';
import { completeTicket, ticketById } from './complete-ticket';
import { NEWEST_ARTICLES } from './look-aside';
import type { Ports } from './ports';
import { syncRoom } from './sync-room';
import { inTurn } from './take-turn';
import type { Policy } from './ticket-request';
import { mayPass } from './write-to-otobo';

export interface ComparingRules {
  readonly policy: Policy;
  /** Where people's browsers find OTOBO. */
  readonly publicUrl?: string;
}

/**
 * `differed`: it was put right. `left`: the room is gone, or the ticket's no more, and is not followed any longer. `unknown`: OTOBO does not
 * know the ticket, or does not let the app's account see it. `away`: OTOBO cannot be asked now.
 */
export type Comparison =
  | { readonly result: 'same' | 'left' | 'unknown' | 'away' }
  | { readonly result: 'differed'; readonly actions: readonly RoomAction['type'][] }
  | { readonly result: 'failed'; readonly error: unknown };

/** Reads the room's ticket again from OTOBO, and brings the room into step with it, as an event would have. Nothing is thrown. */
export async function compareRoom(told: Told, rules: ComparingRules, ports: Ports): Promise<Comparison> {
  try {
    const request = await completeTicket(ticketById(told.ticketId), rules.publicUrl, ports, { articles: NEWEST_ARTICLES });
    const outcome = await syncRoom(request, rules.policy, ports);
    if (await hasLeft(told, outcome, ports)) return { result: 'left' };
    if (outcome.refusal) return { result: 'failed', error: outcome.refusal };
    // That the app takes down what there is to know changes nothing in the room.
    const actions = outcome.actions.map(({ type }) => type).filter((type) => type !== 'RememberTold');
    return actions.length > 0 ? { result: 'differed', actions } : { result: 'same' };
  } catch (error) {
    if (error instanceof AppError && error.code === 'ticket_not_found') return { result: 'unknown' };
    // What others do to the same room at this moment has nothing to do with OTOBO.
    if (error instanceof AppError && error.code !== 'busy' && mayPass(error)) return { result: 'away' };
    return { result: 'failed', error };
  }
}

/**
 * Takes down that the room is not followed any more, where its index record has gone or the room has. Looked at again when it is this
 * one's turn: whoever links it meanwhile writes anew what the room knows.
 */
async function hasLeft({ ticketId, roomId }: Told, { result, room }: RoomOutcome, ports: Ports): Promise<boolean> {
  const elsewhere = result === 'none' || (room?.id !== undefined && room.id !== roomId);
  const isLinked = async (): Promise<boolean> => (await ports.links.ofRoom(roomId)).some((link) => link.ticketId === ticketId);
  if (!elsewhere && (await isLinked())) return false;
  const dropped = await inTurn(`ticket-${ticketId}`, ports, async () => {
    if (!elsewhere && (await isLinked())) return false;
    await ports.told.drop(ticketId, roomId);
    return true;
  });
  return dropped?.value ?? false;
}
