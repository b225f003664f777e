import { randomUUID } from 'crypto';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { personHeader } from '../domain/person-header';
import { type Action, type Permission, PERMISSIONS } from '../domain/permission';
import { type Change, markOf, type Write, type Written } from '../domain/write';
import type { Grant } from './authorise';
import type { Otobo, Place, Ports } from './ports';
import { settleWrite, type Settling } from './settle-write';

/** From then on only the scheduled job touches a write. */
const MAKER_MS = 60_000;
/**
 * A maker begins to write no later than this. It leaves what is in flight by then, with a log-in before it, time to come to its end before
 * the job looks whether it has arrived.
 */
const MAKER_BEGINS_MS = 20_000;

/** What somebody wants written. */
export interface WriteOrder {
  readonly user: ChatUser;
  readonly place: Place;
  /** The row of the table of rights that it falls under. */
  readonly action: Action;
  /** Absent for a ticket that is only to be created. */
  readonly ticketId?: string;
  readonly change: Change;
}

/**
 * `kept`: OTOBO takes nothing at the moment (`because` says why), or an older write of the same ticket still waits. It is sent later, and
 * the person's right asked for again.
 */
export type Outcome = { readonly kept: false; readonly written: Written } | { readonly kept: true; readonly because?: AppError };

export type Writing = Settling & Pick<Ports, 'otobo' | 'time'>;

/**
 * Writes into OTOBO what somebody is allowed to, through a record that is stored before OTOBO hears of it. If this process dies, or OTOBO
 * is away, the scheduled job goes on with the record.
 *
 * @param asking the question for the person's right, just asked or already answered; it runs while the record is being stored
 * @throws AppError OTOBO's refusal, of the right or of the write; nothing is kept then
 */
export function writeToOtobo(order: WriteOrder, asking: Promise<Grant>, ports: Writing): Promise<Outcome> {
  const write = newWrite(order, ports.time.now());
  return handOver(write, ports.outbox.put(write), asking, ports);
}

/** The same for a write whose record is being stored, or was stored with something else that stands or falls with it. */
export async function handOver(write: Write, storing: Promise<void>, asking: Promise<Grant>, ports: Writing): Promise<Outcome> {
  const [stored, asked] = await Promise.allSettled([storing.then(() => olderThan(write, ports)), asking]);
  if (stored.status === 'rejected') throw stored.reason;
  const older = stored.value;
  try {
    if (asked.status === 'rejected') throw asked.reason;
    if (older.length > 0) await hurry(older, ports);
    if (older.length > 0 || !ports.otobo) return await leave(write, ports);
    const { otobo, time } = ports;
    const signed = { ...write, change: inTheNameOf(asked.value, write.change) };
    const written = await writeOnce(signed, asked.value, write.at + MAKER_BEGINS_MS, { otobo, time });
    await settleWrite(write, written, ports);
    return { kept: false, written };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (mayPass(error)) return leave(write, ports, error);
    await ports.outbox.drop(write.id);
    throw error;
  }
}

/** Leaves a write to the job. Later ones of its ticket see by the attempt that they have to wait. */
async function leave(write: Write, { outbox, time }: Writing, because?: AppError): Promise<Outcome> {
  if (time.now() < write.notBefore) await outbox.update({ ...write, attempts: 1 });
  return { kept: true, ...(because && { because }) };
}

/**
 * OTOBO answers again, so the next run of the job need not wait for the end of a pause that was made while it did not. What its maker has
 * sent may still be on its way, and is left alone.
 */
async function hurry(writes: readonly Write[], { outbox, time }: Writing): Promise<void> {
  const now = time.now();
  const paused = writes.filter(({ attempts, at, notBefore }) => attempts > 0 && now >= at + MAKER_MS && notBefore > now);
  await Promise.all(paused.map((write) => outbox.update({ ...write, notBefore: now })));
}

/** What does not lie in this write, but in OTOBO or in how it is set up: it may work later. */
export function mayPass({ code }: AppError): boolean {
  return code === 'otobo_unreachable' || code === 'otobo_misconfigured' || code === 'otobo_login_failed' || code === 'busy';
}

/**
 * Hands a write to OTOBO. OTOBO refuses addresses that it cannot verify: the article is then written without one, and its subject still
 * names the person.
 *
 * @param until after this nothing is begun, because somebody else may look soon whether it has arrived; milliseconds since the epoch
 * @throws AppError `busy` when it is later than that, and what OTOBO refuses with
 */
export async function writeOnce(
  write: Write,
  grant: Grant | undefined,
  until: number,
  { otobo, time }: Pick<Ports, 'time'> & { readonly otobo: Otobo },
): Promise<Written> {
  const { change, ticketId } = write;
  const target = { ...(ticketId !== undefined && { ticketId }), ...(grant && { agent: grant.key }) };
  const begin = (what: Change): Promise<Written> => {
    if (time.now() > until) throw new AppError('busy');
    return otobo.write(what, markOf(write), target);
  };
  try {
    return await begin(change);
  } catch (error) {
    const refused = error instanceof AppError && error.code === 'otobo_value_refused' && error.details.field === 'From';
    if (!refused || !('from' in change)) throw error;
    const unsigned = { ...change };
    delete unsigned.from;
    return begin(unsigned);
  }
}

/** Puts in who writes. Who somebody is in OTOBO is known from the moment of writing only: when a write was made, OTOBO may have been away. */
export function inTheNameOf({ agent }: Grant, change: Change): Change {
  const from = personHeader(agent);
  switch (change.type) {
    case 'Note':
    case 'Reply':
      return { ...change, ...(from !== undefined && { from }) };
    case 'Create':
      return {
        ...(agent.login !== undefined && { owner: agent.login }),
        ...(agent.email !== undefined && { customer: agent.email }),
        ...change,
        ...(from !== undefined && { from }),
      };
    case 'Fields':
    case 'RoomLink':
      return change;
  }
}

/** @returns what has to arrive before it: writes of one ticket keep their order, and these are none that their makers still work at */
async function olderThan(write: Write, { outbox, time }: Writing): Promise<Write[]> {
  if (write.ticketId === undefined) return [];
  const [all, now] = [await outbox.all(), time.now()];
  return all.filter(
    (older) =>
      older.id !== write.id &&
      older.ticketId === write.ticketId &&
      older.at <= write.at &&
      (older.attempts > 0 || now - older.at > MAKER_BEGINS_MS),
  );
}

/** @param now milliseconds since the epoch @returns the record of a write, which nobody has stored yet */
export function newWrite({ user, place, action, ticketId, change }: WriteOrder, now: number): Write {
  const { right }: Permission = PERMISSIONS[action];
  return {
    id: randomUUID(),
    ...(ticketId !== undefined && { ticketId }),
    change,
    by: { userId: user.id, username: user.username, ...place },
    ...(right !== undefined && { right }),
    at: now,
    notBefore: now + MAKER_MS,
    attempts: 0,
  };
}
