import type { Closing } from '../domain/closing';
import { type ClosingAction, isInForce } from '../domain/closing-plan';
import type { Ticket } from '../domain/ticket';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';

type Beginning = Pick<Ports, 'closings' | 'closingNotices' | 'turns' | 'time'>;
type ClosingTicket = Pick<Ticket, 'id' | 'number' | 'url' | 'changedAt'>;
type BeginClosing = Extract<ClosingAction, { type: 'BeginClosing' }>;

/**
 * Begins to close a room: it is announced in it, or, without a delay, the scheduled job goes on at once. Safe to repeat: a closing that is
 * under way, or done, stays as it is. The record goes first; where nobody has been told after a crash, the job tells them.
 *
 * @throws AppError `busy`
 */
export function beginClosing(ticket: ClosingTicket, order: BeginClosing, ports: Beginning): Promise<void> {
  return inClosingTurn(ticket.id, ports, async () => {
    const known = await ports.closings.ofRoom(order.roomId);
    if (known && isInForce(known)) return settledByState(known, order, ports);
    if (known?.phase === 'stopped' && !order.again) return;
    const closing = newClosing(ticket, order, known, ports.time.now());
    await ports.closings.write(closing);
    if (closing.phase === 'announced') await announce(closing, ports);
  });
}

/** Tells the room that it will be closed, and takes down what told it. */
export async function announce(closing: Closing, { closings, closingNotices }: Pick<Ports, 'closings' | 'closingNotices'>): Promise<void> {
  const noticeId = await closingNotices.announce(closing);
  await closings.write({ ...closing, noticeId, revision: closing.revision + 1 });
}

/** What was begun whatever the ticket's state was goes on because of the state, and ends with it. */
async function settledByState(known: Closing, { whateverState }: BeginClosing, { closings }: Beginning): Promise<void> {
  if (known.whateverState !== true || whateverState) return;
  const settled = { ...known, revision: known.revision + 1 };
  delete settled.whateverState;
  await closings.write(settled);
}

function newClosing(
  { id, number, url, changedAt }: ClosingTicket,
  { roomId, terms, delay, whateverState }: BeginClosing,
  known: Closing | undefined,
  now: number,
): Closing {
  return {
    ticketId: id,
    ticketNumber: number,
    ...(url !== undefined && { url }),
    roomId,
    phase: delay > 0 ? 'announced' : 'transcript',
    terms,
    revision: (known?.revision ?? 0) + 1,
    ...(changedAt !== undefined && { changedAt }),
    since: now,
    dueAt: now + delay,
    ...(whateverState && { whateverState }),
    removed: [],
  };
}
