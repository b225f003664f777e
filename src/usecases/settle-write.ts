import type { Write, Written } from '../domain/write';
import type { Ports } from './ports';

export type Settling = Pick<Ports, 'outbox' | 'ownArticles'>;

/**
 * What follows when OTOBO has taken a write, whoever handed it over. The record goes last: until then the job finds by the mark that the
 * write has arrived, and comes back here. That an article is the app's own is noted before, so that whoever sees neither the record nor the
 * note sees no article of that write either.
 */
export async function settleWrite(write: Write, { articleId }: Written, { outbox, ownArticles }: Settling): Promise<void> {
  if (write.ticketId !== undefined && articleId !== undefined) await ownArticles.note(write.ticketId, articleId);
  await outbox.drop(write.id);
}
