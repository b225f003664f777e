import { AppError } from '../domain/errors';
import type { Link, Room } from '../domain/room';
import { inertLine } from '../text/inert';
import { translator } from '../text/translate';
import type { EventOutcome, Parting } from './answers';
import { noOutcome } from './answers';
import { inClosingTurn } from './closing-turn';
import type { TicketReference } from './complete-ticket';
import type { Ports } from './ports';
import { inTurn } from './take-turn';

/**
 * A ticket was deleted: its room is told, and becomes nobody's. It is neither emptied nor deleted. A ticket that OTOBO still has is not gone,
 * whatever the event is called, and nothing is done then.
 *
 * The index record goes last, because only by it a repeat finds the room again: after a crash the room may be told twice.
 *
 * @throws AppError `ticket_id_missing` for a number alone, which nobody can look up any more; `busy`, `otobo_*`
 */
export async function ticketDeleted(reference: TicketReference, ports: Ports): Promise<EventOutcome> {
  const { id } = reference.ticket;
  if (id === undefined) throw new AppError('ticket_id_missing');
  if (await isStillThere(reference, ports)) return noOutcome('none');
  const { links } = await ports.claims.ofTicket(id);
  const partings = links.map(({ roomId }): Parting => ({ type: 'UnlinkRoom', roomId }));
  if (reference.dryRun) return { ...noOutcome('planned'), partings };
  const done = await inTurn(`ticket-${id}`, ports, () => forget(id, ports));
  if (!done) throw new AppError('busy');
  return { ...noOutcome(links.length > 0 ? 'changed' : 'none'), partings, bereft: true };
}

/** Where there is no OTOBO to ask, a body that names nothing but the id is what OTOBO sends of a ticket that is gone. */
async function isStillThere({ ticket: { id = '', title } }: TicketReference, { otobo }: Ports): Promise<boolean> {
  if (title !== undefined) return true;
  if (!otobo) return false;
  try {
    await otobo.ticket(id);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'ticket_not_found') return false;
    throw error;
  }
}

async function forget(ticketId: string, ports: Ports): Promise<void> {
  const [{ links }, waiting, told] = await Promise.all([
    ports.claims.ofTicket(ticketId),
    ports.waiting.ofTicket(ticketId),
    ports.told.ofTicket(ticketId),
  ]);
  for (const link of links) await release(link, ports);
  await Promise.all([ports.waiting.drop(ticketId, waiting), ...told.map(({ roomId }) => ports.told.drop(ticketId, roomId))]);
  if (links.length > 0)
    await ports.links.drop(
      ticketId,
      links.map(({ roomId }) => roomId),
    );
}

async function release({ ticketId, ticketNumber, roomId, cardId }: Link, ports: Ports): Promise<void> {
  const room = await ports.rooms.byId(roomId);
  if (!room) return;
  if (canBeWrittenIn(room)) {
    const say = translator(await ports.workspace.language());
    await ports.notices.post(roomId, say('deleted.told', { number: inertLine(ticketNumber) }));
    await ports.cards.sayDeleted(cardId, ticketNumber);
  }
  await inClosingTurn(ticketId, ports, () => endClosing(roomId, ports));
  if (room.mark?.ticketId === ticketId) await ports.rooms.removeMark(roomId);
  await ports.audit.note({ what: 'unlinked', ticketNumber, roomId });
}

/** What is closed stays closed; nothing is closed, or deleted, any more. */
async function endClosing(roomId: string, { closings, closingNotices }: Ports): Promise<void> {
  const closing = await closings.ofRoom(roomId);
  if (!closing) return;
  await closings.drop(roomId);
  if (closing.phase === 'announced') await closingNotices.announcementOver(closing, 'cancelled');
}

const canBeWrittenIn = ({ archived, encrypted }: Room): boolean => !archived && !encrypted;
