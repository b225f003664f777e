import { type Closing, isClosed } from '../domain/closing';
import type { ClosingAction } from '../domain/closing-plan';
import { mayBePerson } from '../domain/participants';
import type { Person } from '../domain/person';
import { unusableAccount } from '../domain/person-search';
import type { Ticket } from '../domain/ticket';
import { stopped } from './cancel-closing';
import { inClosingTurn } from './closing-turn';
import type { Ports } from './ports';

type Reopening = Pick<Ports, 'closings' | 'closingNotices' | 'turns' | 'time' | 'rooms' | 'directory' | 'consents' | 'audit'>;
type Reopen = Extract<ClosingAction, { type: 'Reopen' }>;

/**
 * Opens a closed room again: people can write, and who was taken out is brought back. A closing whose transcript is on its way is called
 * off; what is begun of the transcript comes to its end. The record goes last, because everything before it may be done twice. The card says
 * so when the room is next brought into step, because nobody knows what it shows.
 *
 * @throws AppError `busy`
 */
export function reopenRoom({ id }: Pick<Ticket, 'id'>, { roomId, keepOpen, keptOut }: Reopen, ports: Reopening): Promise<void> {
  return inClosingTurn(id, ports, async () => {
    const closing = await ports.closings.ofRoom(roomId);
    if (closing?.phase !== 'transcript' && closing?.phase !== 'closed') return;
    if (closing.terms.policy !== 'nothing') await undo(closing, keptOut, ports);
    if (isClosed(closing)) {
      const { ticketNumber } = closing;
      await Promise.all([ports.closingNotices.reopened(closing), ports.audit.note({ what: 'reopened', ticketNumber, roomId })]);
    } else if (closing.noticeId !== undefined) await ports.closingNotices.announcementOver(closing, 'cancelled');
    await forget(closing, keepOpen, ports);
  });
}

/** A crash may have left a room half closed. */
async function undo(closing: Closing, keptOut: readonly Person[], { rooms, directory, consents }: Reopening): Promise<void> {
  const { roomId, removed } = closing;
  await rooms.setReadOnly(roomId, false);
  const [users, asked] = await Promise.all([Promise.all(removed.map((id) => directory.byId(id))), consents.ofRoom(roomId)]);
  const back = users.flatMap((user) => {
    if (!user || unusableAccount(user) !== undefined || asked.includes(user.id)) return [];
    return keptOut.some((person) => mayBePerson(person, user)) ? [] : [user.username];
  });
  if (back.length > 0) await rooms.addMembers(roomId, back);
}

async function forget(closing: Closing, keepOpen: boolean, { closings, time }: Reopening): Promise<void> {
  if (keepOpen) await closings.write(stopped(closing, time.now()));
  else if (isClosed(closing)) await closings.drop(closing.roomId);
  else await closings.write({ ...closing, cancelled: true, removed: [], revision: closing.revision + 1 });
}
