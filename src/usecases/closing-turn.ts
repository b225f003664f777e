import { AppError } from '../domain/errors';
import type { Ports } from './ports';
import { inTurn } from './take-turn';

type Taking = Pick<Ports, 'turns' | 'time'>;

/**
 * Does something with the closing of a ticket's room, alone. It is a turn of its own within that of the ticket: who brings a room into step
 * may be alone at the ticket already.
 *
 * @throws AppError `busy` when others were at work all the time
 */
export async function inClosingTurn<T>(ticketId: string, ports: Taking, act: () => Promise<T>): Promise<T> {
  return alone(`closing-${ticketId}`, ports, act);
}

/** The same for what nobody may be telling the room meanwhile. Always the ticket first, so that no two wait for each other. */
export async function inTicketAndClosingTurn<T>(ticketId: string, ports: Taking, act: () => Promise<T>): Promise<T> {
  return alone(`ticket-${ticketId}`, ports, () => inClosingTurn(ticketId, ports, act));
}

async function alone<T>(subject: string, ports: Taking, act: () => Promise<T>): Promise<T> {
  const done = await inTurn(subject, ports, act);
  if (!done) throw new AppError('busy');
  return done.value;
}
