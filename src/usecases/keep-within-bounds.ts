import { AppError } from '../domain/errors';
import { isWithinBounds, MOST_WRITES } from '../domain/outbox-bounds';
import { unusableAccount } from '../domain/person-search';
import type { Write } from '../domain/write';
import type { Ports } from './ports';
import { abandonWrite } from './settle-write';
import { tellBack } from './tell-of-write';
import { aboutTicket } from './ticket-number';

export type Keeping = Pick<Ports, 'outbox' | 'transcripts' | 'directory' | 'notices' | 'workspace' | 'claims' | 'audit'>;

/**
 * Looks whether a write that was just stored has room. Where it has not, the oldest dead letters fall out, each as soon as its author has got
 * the text back; where that is not enough, the write itself is taken back. Of several at one moment, one too many may be refused, or one
 * letter told twice.
 *
 * @returns all that is in the outbox now
 * @throws AppError `outbox_full`
 */
export async function keepWithinBounds(write: Write, ports: Keeping): Promise<readonly Write[]> {
  let all: readonly Write[] = await ports.outbox.all();
  for (const letter of all.filter(({ givenUpAt }) => givenUpAt !== undefined)) {
    if (isWithinBounds(all)) return all;
    if (await fellOut(letter, ports)) all = all.filter(({ id }) => id !== letter.id);
  }
  if (isWithinBounds(all)) return all;
  await ports.outbox.drop(write.id);
  throw new AppError('outbox_full', { max: String(MOST_WRITES) });
}

/** @returns whether it did: what cannot be given back stays */
async function fellOut(letter: Write, ports: Keeping): Promise<boolean> {
  try {
    const about = await aboutTicket(letter.ticketId, ports);
    await giveBack(letter, 'fell_out', undefined, ports);
    await abandonWrite(letter, new AppError('outbox_full', { max: String(MOST_WRITES) }), ports);
    await ports.audit.note({ what: 'fell_out', ...about, detail: letter.change.type });
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives somebody back what they had typed; a deleted or disabled account has nobody to give it to.
 *
 * @param by user name of who took it out
 * @throws AppError `direct_room_refused` and others when they cannot be written to
 */
export async function giveBack(
  write: Write,
  why: 'dropped' | 'fell_out',
  by: string | undefined,
  ports: Pick<Ports, 'directory' | 'notices' | 'workspace'>,
): Promise<void> {
  const author = write.by && (await ports.directory.byId(write.by.userId));
  if (author && !unusableAccount(author)) await tellBack(write, why, author, ports, by);
}
