import type { Closing } from '../domain/closing';
import type { ClosingAction } from '../domain/closing-plan';
import type { Ticket } from '../domain/ticket';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';

type Cancelling = Pick<Ports, 'closings' | 'closingNotices' | 'turns' | 'time'>;
type Action<T extends ClosingAction['type']> = Extract<ClosingAction, { type: T }>;

/**
 * Calls off a closing that was only announced, or forgets that one was stopped. The record goes first: after a crash an announcement may
 * still stand there, but nothing comes of it.
 *
 * @throws AppError `busy`
 */
export function cancelClosing(
  { id }: Pick<Ticket, 'id'>,
  { roomId, keepOpen: stays }: Action<'CancelClosing'>,
  ports: Cancelling,
): Promise<void> {
  return inClosingTurn(id, ports, async () => {
    const closing = await ports.closings.ofRoom(roomId);
    if (closing?.phase !== 'announced' && closing?.phase !== 'stopped') return;
    if (stays) await ports.closings.write(stopped(closing, ports.time.now()));
    else await ports.closings.drop(roomId);
    if (closing.phase === 'announced') await ports.closingNotices.announcementOver(closing, 'cancelled');
  });
}

/**
 * Takes down that the room of a closed ticket is to be open, unless something is known of it already.
 *
 * @throws AppError `busy`
 */
export function keepOpen(
  { id, number }: Pick<Ticket, 'id' | 'number'>,
  { roomId, terms }: Action<'KeepOpen'>,
  ports: Cancelling,
): Promise<void> {
  return inClosingTurn(id, ports, async () => {
    if (await ports.closings.ofRoom(roomId)) return;
    const now = ports.time.now();
    const closing = { ticketId: id, ticketNumber: number, roomId, terms, revision: 1, since: now, dueAt: now, removed: [] };
    await ports.closings.write({ ...closing, phase: 'stopped' });
  });
}

/** @returns the record of a closing that is not to go on although the ticket is closed */
export function stopped(
  { ticketId, ticketNumber, roomId, terms, revision, url, noticeId }: Closing,
  now: number,
  stoppedBy?: string,
): Closing {
  return {
    ticketId,
    ticketNumber,
    ...(url !== undefined && { url }),
    roomId,
    phase: 'stopped',
    terms,
    revision: revision + 1,
    since: now,
    dueAt: now,
    ...(noticeId !== undefined && { noticeId }),
    ...(stoppedBy !== undefined && { stoppedBy }),
    removed: [],
  };
}
