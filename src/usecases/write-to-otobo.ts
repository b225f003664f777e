import { randomUUID } from 'crypto';
import { AppError } from '../domain/errors';
import { following } from '../domain/field-changes';
import type { ChatUser } from '../domain/member';
import { personHeader } from '../domain/person-header';
import { type Action, type Permission, PERMISSIONS } from '../domain/permission';
import { afterFailure, askedPauseEnds } from '../domain/outbox-pauses';
import { type Change, failureOf, MAKER_MS, markOf, type Write, type Written } from '../domain/write';
import type { Grant } from './authorise';
import { keepWithinBounds } from './keep-within-bounds';
import type { ChatRules } from './chat-rules';
import type { Otobo, Place, Ports } from './ports';
import { abandonWrite, settleWrite } from './settle-write';
import { withContent } from './with-content';

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

/**
 * Writes into OTOBO what somebody is allowed to, through a record that is stored before OTOBO hears of it. If this process dies, or OTOBO
 * is away, the scheduled job goes on with the record.
 *
 * @param asking the question for the person's right, just asked or already answered; it runs while the record is being stored
 * @throws AppError OTOBO's refusal, of the right or of the write, or `outbox_full`; nothing is kept then
 */
export function writeToOtobo(order: WriteOrder, asking: Promise<Grant>, rules: ChatRules, ports: Ports): Promise<Outcome> {
  const write = newWrite(order, ports.time.now());
  return handOver(write, ports.outbox.put(write), asking, rules, ports);
}

/**
 * The same for a write whose record is being stored, or was stored with something else that stands or falls with it.
 *
 * @param asking gives nothing where the app itself writes
 */
export async function handOver(
  write: Write,
  storing: Promise<void>,
  asking: Promise<Grant | undefined>,
  rules: ChatRules,
  ports: Ports,
): Promise<Outcome> {
  const [stored, asked] = await Promise.allSettled([storing.then(() => olderThan(write, ports)), asking]);
  if (stored.status === 'rejected') throw stored.reason;
  const older = stored.value;
  try {
    if (asked.status === 'rejected') throw asked.reason;
    if (older.length > 0) await hurry(older, ports);
    if (older.length > 0 || !ports.otobo) return await leave({ ...write, change: afterAll(older, write.change) }, ports);
    const { otobo } = ports;
    const signed = { ...write, change: asked.value ? inTheNameOf(asked.value, write.change) : write.change };
    const written = await writeOnce(signed, asked.value, write.at + MAKER_BEGINS_MS, { ...ports, otobo });
    await settleWrite(write, written, rules, ports);
    return { kept: false, written };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (mayPass(error)) return leave(write, ports, error);
    await abandonWrite(write, error, ports);
    throw error;
  }
}

/** Leaves a write to the job. Later ones of its ticket see by the attempt that they have to wait. */
async function leave(write: Write, { outbox, time, random }: Ports, because?: AppError): Promise<Outcome> {
  const now = time.now();
  if (now < write.notBefore) {
    const left = because ? afterFailure(write, failureOf(because, now), random()) : { ...write, attempts: 1 };
    // However short the first pause: until then it is the maker's.
    await outbox.update({ ...left, notBefore: Math.max(write.notBefore, askedPauseEnds(left)) });
  }
  return { kept: true, ...(because && { because }) };
}

const afterAll = (older: readonly Write[], change: Change): Change =>
  older.reduce((later, { change: earlier }) => following(later, earlier), change);

/**
 * OTOBO answers again, so the next run of the job need not wait for the end of a pause that was made while it did not. What its maker has
 * sent may still be on its way, and is left alone.
 */
async function hurry(writes: readonly Write[], { outbox, time }: Ports): Promise<void> {
  const now = time.now();
  const paused = writes.filter(({ attempts, at, notBefore }) => attempts > 0 && now >= at + MAKER_MS && notBefore > now);
  await Promise.all(paused.map((write) => outbox.update({ ...write, notBefore: now })));
}

/** What does not lie in this write, but in OTOBO or in how it is set up: it may work later. */
export function mayPass({ code }: AppError): boolean {
  return code === 'otobo_unreachable' || code === 'otobo_misconfigured' || code === 'otobo_login_failed' || code === 'busy';
}

/** Whoever may not do something is to hear that first; while OTOBO is away, nobody knows. @throws AppError what does not pass by itself */
export async function unlessAway<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AppError && mayPass(error)) return undefined;
    throw error;
  }
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
  { otobo, time, ...ports }: Pick<Ports, 'time' | 'transcripts' | 'files'> & { readonly otobo: Otobo },
): Promise<Written> {
  const { ticketId } = write;
  const change = await withContent(write, ports);
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
    case 'Transcript':
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

/**
 * @returns what has to arrive before it: writes of one ticket keep their order, and these are neither dead letters nor what their makers
 * still work at
 * @throws AppError `outbox_full`
 */
async function olderThan(write: Write, ports: Ports): Promise<Write[]> {
  const all = await keepWithinBounds(write, ports);
  if (write.ticketId === undefined) return [];
  const now = ports.time.now();
  return all.filter(
    (older) =>
      older.id !== write.id &&
      older.ticketId === write.ticketId &&
      older.at <= write.at &&
      older.givenUpAt === undefined &&
      (older.attempts > 0 || now - older.at > MAKER_BEGINS_MS),
  );
}

/** @param now milliseconds since the epoch @returns the record of a write, which nobody has stored yet */
export function newWrite({ user, place, action, ticketId, change }: WriteOrder, now: number): Write {
  const { right }: Permission = PERMISSIONS[action];
  return {
    ...ownWrite(ticketId, change, now),
    by: { userId: user.id, username: user.username, ...place },
    ...(right !== undefined && { right }),
  };
}

/** The same for what the app itself writes. */
export function ownWrite(ticketId: string | undefined, change: Change, now: number): Write {
  return {
    id: randomUUID(),
    ...(ticketId !== undefined && { ticketId }),
    change,
    at: now,
    notBefore: now + MAKER_MS,
    attempts: 0,
  };
}
