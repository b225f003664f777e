import type { Closing } from '../domain/closing';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { authorise, requireMember, type RightsPolicy } from './authorise';
import { stopped } from './cancel-closing';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';

type Stopping = Pick<Ports, 'closings' | 'closingNotices' | 'turns' | 'time' | 'rooms' | 'otobo' | 'grants' | 'audit'>;

/**
 * Somebody stops a closing that was announced; it stays stopped until the ticket is not closed any more. The record goes first: who clicks
 * again after a crash only lets the announcement say who it was.
 *
 * @param roomId where the button stands
 * @throws AppError `closing_settled`, `member_only`, `busy`, what `authorise` refuses with
 */
export async function stopClosing(by: ChatUser, roomId: string, policy: RightsPolicy, ports: Stopping): Promise<void> {
  const { ticketId } = await toBeStopped(roomId, ports);
  await authorise(by, 'stop_closing', { ticketId }, policy, ports);
  await requireMember(by, roomId, ports);
  await inClosingTurn(ticketId, ports, async () => {
    const closing = await toBeStopped(roomId, ports);
    const done = closing.phase === 'stopped' ? closing : stopped(closing, ports.time.now(), by.username);
    if (closing.phase !== 'stopped') await ports.closings.write(done);
    await Promise.all([
      ports.closingNotices.announcementOver(done, 'stopped'),
      ports.audit.note({ what: 'stopped', ticketNumber: done.ticketNumber, roomId, by: by.username }),
    ]);
  });
}

async function toBeStopped(roomId: string, { closings }: Stopping): Promise<Closing> {
  const closing = await closings.ofRoom(roomId);
  const open = closing?.phase === 'announced' || (closing?.phase === 'stopped' && closing.stoppedBy !== undefined);
  if (!open) throw new AppError('closing_settled');
  return closing;
}
