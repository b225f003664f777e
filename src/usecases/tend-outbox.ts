import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { beginningWith, enoughCharacters } from '../domain/outbox-ids';
import { type Change, type Failure, MAKER_MS, type Write } from '../domain/write';
import { authorise, type RightsPolicy } from './authorise';
import { giveBack } from './keep-within-bounds';
import type { Ports } from './ports';
import { abandonWrite } from './settle-write';
import { aboutTicket, knownNumber } from './ticket-number';

/** More lines than these nobody reads. */
const MOST_SHOWN = 10;

/** What an admin may know of a write: nothing of what somebody wrote, apart from how much it is. */
export interface ShownWrite {
  /** As much of the id as tells it apart from all others. */
  readonly id: string;
  readonly kind: Change['type'];
  /** How many characters somebody has written; absent where they have only chosen something. */
  readonly characters?: number;
  readonly ticketId?: string;
  readonly ticketNumber?: string;
  /** User name; absent where the app itself writes. */
  readonly by?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly tries: number;
  /** When it is tried next, in milliseconds since the epoch; absent for a dead letter. */
  readonly next?: number;
  readonly givenUpAt?: number;
  readonly failure?: Failure;
}

export interface ShownOutbox {
  readonly waiting: number;
  readonly dead: number;
  /** Dead letters first, then the oldest. */
  readonly shown: readonly ShownWrite[];
  readonly more: number;
}

type Tending = Pick<
  Ports,
  'outbox' | 'transcripts' | 'claims' | 'directory' | 'notices' | 'workspace' | 'audit' | 'time' | 'otobo' | 'grants' | 'rooms'
>;

/** @throws AppError `admin_only` */
export async function listOutbox(admin: ChatUser, policy: RightsPolicy, ports: Tending): Promise<ShownOutbox> {
  await authorise(admin, 'admin', {}, policy, ports);
  const all = await ports.outbox.all();
  const [dead, waiting] = [all.filter(isDead), all.filter((write) => !isDead(write))];
  const shown = [...dead, ...waiting].slice(0, MOST_SHOWN);
  const characters = enoughCharacters(all.map(({ id }) => id));
  return {
    waiting: waiting.length,
    dead: dead.length,
    shown: await Promise.all(shown.map(async (write) => toShown(write, characters, await knownNumber(write.ticketId, ports)))),
    more: all.length - shown.length,
  };
}

const isDead = ({ givenUpAt }: Write): boolean => givenUpAt !== undefined;

function toShown(
  { id, change, ticketId, by, at, attempts, notBefore, givenUpAt, failure }: Write,
  length: number,
  ticketNumber?: string,
): ShownWrite {
  const characters = charactersIn(change);
  return {
    id: id.slice(0, length),
    kind: change.type,
    ...(characters !== undefined && { characters }),
    ...(ticketId !== undefined && { ticketId }),
    ...(ticketNumber !== undefined && { ticketNumber }),
    ...(by && { by: by.username }),
    at,
    tries: attempts,
    ...(givenUpAt === undefined ? { next: notBefore } : { givenUpAt }),
    ...(failure && { failure }),
  };
}

function charactersIn(change: Change): number | undefined {
  switch (change.type) {
    case 'Note':
    case 'Reply':
      return change.body.length;
    case 'Create':
      return change.title.length;
    case 'Fields':
    case 'RoomLink':
    case 'Transcript':
      return undefined;
  }
}

/**
 * Lets the next run of the job try again what waits or was given up, as if it were for the first time. What is still its maker's is left to
 * its maker.
 *
 * @param typed the beginning of an id; without it everything
 * @returns how many
 * @throws AppError `admin_only`, `outbox_item_unknown`
 */
export async function retryWrites(admin: ChatUser, typed: string | undefined, policy: RightsPolicy, ports: Tending): Promise<number> {
  await authorise(admin, 'admin', {}, policy, ports);
  const all = await ports.outbox.all();
  const chosen = typed === undefined ? all : [theOne(typed, all)];
  const now = ports.time.now();
  await Promise.all(chosen.map((write) => ports.outbox.update(anew(write, now))));
  const [first] = chosen;
  if (typed === undefined) await ports.audit.note({ what: 'retried', by: admin.username, detail: String(chosen.length) });
  else if (first) await noteAbout('retried', first, admin, ports);
  return chosen.length;
}

/** One try is left in the count: later writes of the ticket see by it that they have to wait. */
function anew(write: Write, now: number): Write {
  const fresh = { ...write, notBefore: Math.max(now, write.at + MAKER_MS), attempts: Math.min(write.attempts, 1) };
  delete fresh.wrong;
  delete fresh.failure;
  delete fresh.givenUpAt;
  return fresh;
}

async function noteAbout(
  what: 'retried' | 'dropped',
  { ticketId, change }: Write,
  { username: by }: ChatUser,
  ports: Tending,
): Promise<void> {
  await ports.audit.note({ what, ...(await aboutTicket(ticketId, ports)), by, detail: change.type });
}

/**
 * Takes out what waits or was given up; whoever wrote it gets it back first. What the job has just begun may still arrive.
 *
 * @param typed the beginning of an id
 * @returns what it was
 * @throws AppError `admin_only`, `outbox_item_unknown`, `outbox_author_untold`: nothing is taken out then
 */
export async function dropWrite(admin: ChatUser, typed: string, policy: RightsPolicy, ports: Tending): Promise<Write> {
  await authorise(admin, 'admin', {}, policy, ports);
  const write = theOne(typed, await ports.outbox.all());
  try {
    await giveBack(write, 'dropped', admin.username, ports);
  } catch (error) {
    const internal = error instanceof AppError ? error.internal : String(error);
    throw new AppError('outbox_author_untold', { user: write.by?.username ?? '' }, internal);
  }
  await abandonWrite(write, new AppError('write_dropped', { admin: admin.username }), ports);
  await noteAbout('dropped', write, admin, ports);
  return write;
}

function theOne(typed: string, all: readonly Write[]): Write {
  const found = beginningWith(typed, all);
  const [one, another] = found;
  if (one && !another) return one;
  throw new AppError('outbox_item_unknown', { id: typed, count: one ? String(found.length) : 'none' });
}
