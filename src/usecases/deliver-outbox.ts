import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { pauseAfter } from '../domain/outbox-pauses';
import { unusableAccount } from '../domain/person-search';
import { type Change, markOf, type Write, type Written } from '../domain/write';
import { type Grant, requireRight, type RightsPolicy } from './authorise';
import type { Otobo, Ports } from './ports';
import { settleWrite, type Settling } from './settle-write';
import { tellLost, tellSent } from './tell-of-write';
import { ticketOfRoom } from './ticket-of-room';
import { inTheNameOf, mayPass, writeOnce } from './write-to-otobo';

/** Half of what the engine gives a job before it gives the job up. */
const BEGINS_MS = 15_000;
/** Nothing is written later than this, so that no run writes while the next one, a minute after it, looks what has arrived. */
const WRITES_MS = 30_000;
/** So many tickets are worked at side by side. */
const LANES = 5;

/** What became of a write: `sent` and `refused` are settled, `stays` is tried again, `dropped` has nobody left to write it, or is not true any more. */
export interface Delivery {
  readonly write: Write;
  readonly outcome: 'sent' | 'refused' | 'stays' | 'dropped';
  readonly error?: unknown;
}

type Delivering = Settling &
  Pick<Ports, 'otobo' | 'grants' | 'rooms' | 'directory' | 'notices' | 'workspace' | 'time' | 'links' | 'claims' | 'keys'>;

/**
 * One run of the scheduled job: hands to OTOBO what is due, the oldest first. Tickets are worked at side by side, writes of one ticket one
 * after the other; one that stays holds up those behind it. OTOBO is asked for each whether it has arrived already, and the person's right
 * is asked for again.
 *
 * @returns what was tried
 */
export async function deliverOutbox(policy: RightsPolicy, ports: Delivering): Promise<Delivery[]> {
  const { otobo, time } = ports;
  if (!otobo) return [];
  const begun = time.now();
  const lanes = byTicket(await ports.outbox.all());
  const done: Delivery[] = [];
  let away = false;

  async function workAt(lane: readonly Write[], reached: Otobo): Promise<void> {
    for (const write of lane) {
      if (away || write.notBefore > time.now() || time.now() - begun > BEGINS_MS) return;
      const delivery = await deliver(write, begun + WRITES_MS, policy, { ...ports, otobo: reached });
      done.push(delivery);
      away ||= delivery.error instanceof AppError && delivery.error.code === 'otobo_unreachable';
      if (delivery.outcome === 'stays') return;
    }
  }

  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) await workAt(lane, otobo);
  };
  await Promise.all(Array.from({ length: LANES }, worker));
  return done;
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

async function deliver(
  write: Write,
  writesUntil: number,
  policy: RightsPolicy,
  ports: Delivering & { readonly otobo: Otobo },
): Promise<Delivery> {
  const { outbox, time } = ports;
  const user = write.by && (await ports.directory.byId(write.by.userId));
  if ((write.by && (!user || unusableAccount(user))) || !(await isStillTrue(write, ports))) {
    await outbox.drop(write.id);
    return { write, outcome: 'dropped' };
  }
  const { written, error } = await attempt(arrivedOrWritten(write, user, writesUntil, policy, ports));
  if (written) {
    await settleWrite(write, written, ports);
    return { write, outcome: 'sent', ...(user && (await failureOf(tellSent(write, written, user, ports)))) };
  }
  // Told first: what somebody typed may be told twice, but never lost.
  if (error instanceof AppError && !mayPass(error) && !(user && (await failureOf(tellLost(write, error, user, ports))))) {
    await outbox.drop(write.id);
    return { write, outcome: 'refused', error };
  }
  const attempts = write.attempts + 1;
  await outbox.update({ ...write, attempts, notBefore: time.now() + pauseAfter(attempts) });
  return { write, outcome: 'stays', error };
}

/** Where the ticket's room is may have changed while the write waited, or its link was never made: then OTOBO is not to hear of it. */
async function isStillTrue({ change, ticketId }: Write, ports: Delivering): Promise<boolean> {
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

function failureOf(telling: Promise<void>): Promise<{ readonly error: unknown } | undefined> {
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
  policy: RightsPolicy,
  ports: Delivering & { readonly otobo: Otobo },
): Promise<Written> {
  const { otobo, time } = ports;
  const arrived = await otobo.arrived(write.change, markOf(write), write.ticketId);
  if (arrived) return arrived;
  const grant = user && write.right && (await requireRight(user, write.right, targetOf(write), policy, ports));
  return writeOnce({ ...write, change: named(grant, write.change) }, grant, writesUntil, { otobo, time });
}

const named = (grant: Grant | undefined, change: Change): Change => (grant ? inTheNameOf(grant, change) : change);

function targetOf({ ticketId, change }: Write): { readonly ticketId?: string; readonly queue?: string } {
  if (change.type === 'Create') return { queue: change.queue };
  return ticketId === undefined ? {} : { ticketId };
}
