import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { following, standingOfFields } from '../domain/field-changes';
import { afterFailure, askedPauseEnds, isOutage } from '../domain/outbox-pauses';
import { unusableAccount } from '../domain/person-search';
import { type Change, failureOf, MAKER_MS, markOf, type Write, type Written } from '../domain/write';
import { type Grant, requireRight } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Otobo, Ports } from './ports';
import { abandonWrite, settleWrite } from './settle-write';
import { tellGivenUp, tellLost, tellSent } from './tell-of-write';
import { aboutTicket } from './ticket-number';
import { ticketOfRoom } from './ticket-of-room';
import { inTheNameOf, mayPass, writeOnce } from './write-to-otobo';

/** Half of what the engine gives a job before it gives the job up. */
const BEGINS_MS = 15_000;
/** Nothing is written later than this, so that no run writes while the next one, a minute after it, looks what has arrived. */
const WRITES_MS = 30_000;
/** So many tickets are worked at side by side. */
const LANES = 5;
/** So many writes a run takes up, so that an OTOBO that is back after long gets them in portions. */
const MOST_PER_RUN = 100;

/**
 * What became of a write: `sent` and `refused` are settled, `stays` is tried again, `given_up` is a dead letter now, `dropped` has nobody
 * left to write it, or is not true any more.
 */
export interface Delivery {
  readonly write: Write;
  readonly outcome: 'sent' | 'refused' | 'stays' | 'given_up' | 'dropped';
  readonly error?: unknown;
}

type Connected = Ports & { readonly otobo: Otobo };

type DueNow = (write: Write, now: number) => boolean;

/**
 * One run of the scheduled job: hands to OTOBO what is due, the oldest first. Tickets are worked at side by side, writes of one ticket one
 * after the other; one that stays holds up those behind it. OTOBO is asked for each whether it has arrived already, and the person's right
 * is asked for again. A run ends early when OTOBO is away, or does not let the app in; where OTOBO answers, what waits only because it did
 * not is taken up, too, whatever its pause. While OTOBO asks not to be called, nothing is.
 *
 * @returns what was tried
 */
export async function deliverOutbox(rules: ChatRules, ports: Ports): Promise<Delivery[]> {
  const { otobo, time } = ports;
  if (!otobo) return [];
  const begun = time.now();
  const waiting = (await ports.outbox.all()).filter(({ givenUpAt }) => givenUpAt === undefined);
  if (waiting.some((write) => askedPauseEnds(write) > begun)) return [];
  const lanes = byTicket(waiting);
  const done: Delivery[] = [];
  let tried = 0;
  let closed = false;

  async function workAt(lane: Write[], isDue: DueNow, reached: Otobo): Promise<void> {
    for (let write = lane[0]; write; write = lane[0]) {
      if (closed || tried >= MOST_PER_RUN || time.now() - begun > BEGINS_MS || !isDue(write, time.now())) return;
      tried += 1;
      const delivery = await deliver(lane, begun + WRITES_MS, rules, { ...ports, otobo: reached });
      if (delivery) done.push(delivery);
      closed ||= isClosedDoor(delivery?.error);
      if (delivery?.outcome === 'stays') {
        // Not looked at again by this run, nor what is behind it.
        lane.length = 0;
        return;
      }
      lane.shift();
    }
  }

  async function work(isDue: DueNow, reached: Otobo): Promise<void> {
    const left = [...lanes];
    const worker = async (): Promise<void> => {
      for (let lane = left.shift(); lane; lane = left.shift()) await workAt(lane, isDue, reached);
    };
    await Promise.all(Array.from({ length: LANES }, worker));
  }

  await work((write, now) => write.notBefore <= now, otobo);
  if (done.some(({ outcome }) => outcome === 'sent'))
    await work((write, now) => write.notBefore <= now || waitsForAnAnswer(write, now), otobo);
  return done;
}

/** OTOBO does not answer, or does not let the app in: whoever knocks again only makes it worse. */
function isClosedDoor(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'otobo_unreachable' || error.code === 'otobo_login_failed');
}

/** Its pause was made while OTOBO did not answer. What its maker has sent may still be on its way, and is left alone. */
function waitsForAnAnswer({ failure, at }: Write, now: number): boolean {
  return failure !== undefined && isOutage(failure) && now >= at + MAKER_MS;
}

/** A creation has no ticket yet, and waits for nobody. */
function byTicket(writes: readonly Write[]): Write[][] {
  const lanes = new Map<string, Write[]>();
  for (const write of writes) {
    const name = write.ticketId ?? `new ${write.id}`;
    const lane = lanes.get(name) ?? [];
    lane.push(write);
    lanes.set(name, lane);
  }
  return [...lanes.values()];
}

/** @returns what became of the first one; nothing when an admin has dropped it since the run began */
async function deliver(
  [first, ...behind]: readonly Write[],
  writesUntil: number,
  rules: ChatRules,
  ports: Connected,
): Promise<Delivery | undefined> {
  const { outbox } = ports;
  const write = first && (await outbox.find(first.id));
  if (!write) return undefined;
  const user = write.by && (await ports.directory.byId(write.by.userId));
  if ((write.by && (!user || unusableAccount(user))) || !(await isStillTrue(write, ports))) {
    await abandonWrite(write, { code: 'sender_refused', details: {} }, ports);
    return { write, outcome: 'dropped' };
  }
  const { written, error } = await attempt(arrivedOrWritten(write, user, writesUntil, rules, ports));
  if (written) {
    await carryOver(write, behind, ports);
    const untold = await settleWrite(write, written, rules, ports);
    return { write, outcome: 'sent', ...untold, ...(user && (await failureOfTelling(tellSent(write, written, user, ports)))) };
  }
  // Told first: what somebody typed may be told twice, but never lost.
  if (error instanceof AppError && !mayPass(error) && !(user && (await failureOfTelling(tellLost(write, error, user, ports))))) {
    await abandonWrite(write, error, ports);
    return { write, outcome: 'refused', error };
  }
  return keep(write, error, user, ports);
}

/** What the app itself has changed was changed by nobody else: those behind it are to find it so. Before its record goes, so that it is not left out. */
async function carryOver({ change }: Write, behind: readonly Write[], { outbox }: Pick<Ports, 'outbox'>): Promise<void> {
  await Promise.all(
    behind.map(async ({ id }) => {
      const later = await outbox.find(id);
      const followed = later && following(later.change, change);
      if (later && followed && followed !== later.change) await outbox.update({ ...later, change: followed });
    }),
  );
}

/**
 * For a later run, or as a dead letter. Whoever wrote a dead letter is told first: twice after a crash, rather than never. Where they cannot
 * be told, it is kept for the admins all the same.
 */
async function keep(write: Write, error: unknown, user: ChatUser | undefined, ports: Ports): Promise<Delivery> {
  const failure = failureOf(error instanceof AppError ? error : undefined, ports.time.now());
  const kept = afterFailure(write, failure, ports.random());
  const givenUp = kept.givenUpAt !== undefined;
  if (givenUp && user) await failureOfTelling(tellGivenUp(write, failure, user, ports));
  await ports.outbox.update(kept);
  if (givenUp) await ports.audit.note({ what: 'given_up', ...(await aboutTicket(write.ticketId, ports)), detail: write.change.type });
  return { write: kept, outcome: givenUp ? 'given_up' : 'stays', error };
}

/** Where the ticket's room is may have changed while the write waited, or its link was never made: then OTOBO is not to hear of it. */
async function isStillTrue({ change, ticketId }: Write, ports: Ports): Promise<boolean> {
  if (change.type !== 'RoomLink' || ticketId === undefined) return true;
  if (change.roomId === '') return (await ports.claims.ofTicket(ticketId)).links.length === 0;
  return (await ticketOfRoom(change.roomId, ports))?.id === ticketId;
}

function attempt(writing: Promise<Written>): Promise<{ readonly written?: Written; readonly error?: unknown }> {
  return writing.then(
    (written) => ({ written }),
    (error: unknown) => ({ error }),
  );
}

function failureOfTelling(telling: Promise<void>): Promise<{ readonly error: unknown } | undefined> {
  return telling.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
}

/** What has arrived already needs no right any more: it was there when OTOBO took it. */
async function arrivedOrWritten(
  write: Write,
  user: ChatUser | undefined,
  writesUntil: number,
  { rights }: ChatRules,
  ports: Connected,
): Promise<Written> {
  const { otobo } = ports;
  const { arrived, overtaken } = await standing(write, otobo);
  if (arrived) return arrived;
  const grant = user && write.right && (await requireRight(user, write.right, targetOf(write), rights, ports));
  // Not before the right: it says what the ticket has now.
  if (overtaken) throw overtaken;
  return writeOnce({ ...write, change: named(grant, write.change) }, grant, writesUntil, ports);
}

/** Fields leave no mark: what the ticket has now tells whether they have arrived, or whether somebody else was there meanwhile. */
async function standing(
  { change, ticketId, ...write }: Write,
  otobo: Otobo,
): Promise<{ readonly arrived?: Written; readonly overtaken?: AppError }> {
  if (change.type !== 'Fields' || ticketId === undefined) {
    const arrived = await otobo.arrived(change, markOf(write), ticketId);
    return arrived ? { arrived } : {};
  }
  const { ticket } = await otobo.ticket(ticketId);
  const found = standingOfFields(change, change.was, ticket);
  switch (found.type) {
    case 'arrived':
      return { arrived: { ticketId, ticketNumber: ticket.number } };
    case 'open':
      return {};
    case 'overtaken': {
      const { field } = found;
      const is = (field === 'pendingUntil' ? undefined : ticket[field]) ?? 'none';
      return { overtaken: new AppError('changed_meanwhile', { field, is }) };
    }
  }
}

const named = (grant: Grant | undefined, change: Change): Change => (grant ? inTheNameOf(grant, change) : change);

function targetOf({ ticketId, change }: Write): { readonly ticketId?: string; readonly queue?: string } {
  if (change.type === 'Create') return { queue: change.queue };
  return ticketId === undefined ? {} : { ticketId };
}
