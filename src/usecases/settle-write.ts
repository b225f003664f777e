import type { Audited } from '../domain/audit';
import { further } from '../domain/bookmark';
import type { AppError } from '../domain/errors';
import { fieldValuesOf } from '../domain/field-changes';
import type { Change, Write, Written } from '../domain/write';
import type { ChatRules } from './chat-rules';
import { followTicket } from './follow-ticket';
import type { Ports } from './ports';

/**
 * What follows when OTOBO has taken a write, whoever handed it over. The record goes after everything that a repeat would need it for: until
 * then the job finds by the mark that the write has arrived, and comes back here. That an article is the app's own is noted before, so that
 * whoever sees neither the record nor the note sees no article of that write either. After a crash in between the history may name the write
 * twice. What changed the ticket is then told in its room; when that does not work, OTOBO's own event brings it.
 *
 * @returns why the room could not be told, if it could not
 */
export async function settleWrite(
  write: Write,
  { articleId, ticketNumber }: Written,
  rules: ChatRules,
  ports: Ports,
): Promise<{ readonly error: unknown } | undefined> {
  const { ticketId, by, change } = write;
  await Promise.all([
    ...(ticketId !== undefined && articleId !== undefined ? [ports.ownArticles.note(ticketId, articleId)] : []),
    ports.audit.note({ ...auditedOf(change), ticketNumber, ...(by && { by: by.username, roomId: by.roomId }) }),
  ]);
  await partTaken(write, ports);
  await ports.outbox.drop(write.id);
  if (ticketId === undefined || change.type !== 'Fields') return undefined;
  try {
    await followTicket(ticketId, by?.username, rules, ports);
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Names of fields, and none of the values: those may stand as somebody typed them. */
function auditedOf(change: Change): { readonly what: Audited; readonly detail?: string } {
  switch (change.type) {
    case 'Note':
      return { what: 'noted' };
    case 'Reply':
      return { what: 'replied' };
    case 'Transcript':
      return { what: 'exported' };
    case 'Create':
      return { what: 'created' };
    case 'RoomLink':
      return { what: 'addressed' };
    case 'Fields':
      return { what: 'changed', detail: Object.keys(fieldValuesOf(change)).join(', ') };
  }
}

/**
 * What follows when a write will never reach OTOBO: refused, given up, dropped. The record goes last here, too.
 *
 * @param because why
 */
export async function abandonWrite(
  write: Write,
  because: Pick<AppError, 'code' | 'details'>,
  { outbox, transcripts }: Pick<Ports, 'outbox' | 'transcripts'>,
): Promise<void> {
  if (write.change.type === 'Transcript') {
    const { roomId } = write.change;
    const record = await transcripts.find(roomId);
    if (record?.part?.write.id === write.id) {
      const { acknowledged, part } = record;
      const refused = { code: because.code, details: because.details, ...(part.order && { wishId: part.order.id }) };
      await transcripts.write({ roomId, ...(acknowledged && { acknowledged }), refused });
      await transcripts.dropContents(roomId);
    }
  }
  await outbox.drop(write.id);
}

/** The transcript goes on behind this part; what it said is in the ticket now. Doing it twice changes nothing. */
async function partTaken({ id, change }: Write, { transcripts }: Pick<Ports, 'transcripts'>): Promise<void> {
  if (change.type !== 'Transcript') return;
  const { roomId } = change;
  const record = await transcripts.find(roomId);
  const part = record?.part;
  if (part?.write.id !== id) {
    // Noted already, by somebody who died right after.
    if (!part) await transcripts.dropContents(roomId);
    return;
  }
  const { to, until, order } = part;
  if (order) {
    const wish = await transcripts.wish(roomId);
    const { done, articles } = order;
    if (wish?.id === order.id) await transcripts.writeWish({ ...wish, from: to, counted: until, done, articles });
  }
  const { acknowledged } = record ?? {};
  const reached = acknowledged ? further(acknowledged.to, to) : to;
  await transcripts.write({ roomId, acknowledged: { to: reached, until: Math.max(acknowledged?.until ?? 0, until) } });
  await transcripts.dropContents(roomId);
}
