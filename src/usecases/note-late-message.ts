import { isClosed } from '../domain/closing';
import { ADDENDUM_MS } from './close-room-now';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';

type Noting = Pick<Ports, 'closings' | 'turns' | 'time'>;

/**
 * Somebody has written in a ticket's room. If it is closed, that is added to the transcript a little later, together with what follows
 * until then; a look that is still to come finds it anyway.
 *
 * @throws AppError `busy`
 */
export async function noteLateMessage(roomId: string, ports: Noting): Promise<void> {
  const seen = await ports.closings.ofRoom(roomId);
  if (!seen || !isClosed(seen)) return;
  await inClosingTurn(seen.ticketId, ports, async () => {
    const closing = await ports.closings.ofRoom(roomId);
    const now = ports.time.now();
    if (!closing || !isClosed(closing) || (closing.addendum && closing.dueAt > now)) return;
    const since = closing.addendum ? closing.since : now;
    await ports.closings.write({
      ...closing,
      phase: 'transcript',
      addendum: true,
      since,
      dueAt: now + ADDENDUM_MS,
      revision: closing.revision + 1,
    });
  });
}
