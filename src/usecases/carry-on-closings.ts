import { type Closing, isActive, isClosed } from '../domain/closing';
import type { AppError } from '../domain/errors';
import { announce } from './begin-closing';
import { closeRoomNow } from './close-room-now';
import { inClosingTurn, inTicketAndClosingTurn } from './closing-turn';
import { deleteTicketRoom } from './delete-ticket-room';
import type { Ports } from './ports';
import type { transcribeRoom, TranscriptRules } from './transcribe-room';

/** Half of what the engine gives a job before it gives the job up. */
const BEGINS_MS = 15_000;
/** So many rooms are worked at side by side. */
const LANES = 5;
/** What OTOBO has refused is tried again after this: an admin may have put it right. */
const REFUSED_PAUSE_MS = 3_600_000;

export interface CarryingRules {
  readonly transcript: TranscriptRules;
  /** How long a closing is announced before it comes, in milliseconds. */
  readonly closeDelay: number;
}

/** What a run has done with one closing. `error`: what kept it from going on. */
export interface ClosingStep {
  readonly closing: Closing;
  readonly outcome: 'waits' | 'under_way' | 'refused' | 'closed' | 'ended' | 'deleted' | 'failed';
  readonly error?: unknown;
}

type Outcome = Omit<ClosingStep, 'closing'>;

/**
 * One run of the scheduled job: takes each closing that is due as far as it comes, some side by side, and deletes the rooms whose time has
 * come. Whoever runs it knows nothing of earlier runs: each step looks at the record, acts, and advances the record then, so that after a
 * crash a step is done again and none is left out. Nobody is taken out and nothing deleted before OTOBO has the transcript.
 *
 * @param transcribe writes what was said into the ticket, step by step
 */
export async function carryOnClosings(rules: CarryingRules, transcribe: typeof transcribeRoom, ports: Ports): Promise<ClosingStep[]> {
  const begun = ports.time.now();
  const hasTime = (): boolean => ports.time.now() - begun < BEGINS_MS;
  const run: Run = { rules, transcribe, ports, hasTime };
  const [active, deleting] = await Promise.all([ports.closings.active(), ports.closings.deleting()]);
  const isDue = ({ dueAt, deleteAt = 0 }: Closing): boolean => dueAt <= begun && deleteAt <= begun;
  const work = [
    ...active.filter(isWork(begun)).map((closing) => ({ closing, step: carryOn })),
    ...deleting.filter(isDue).map((closing) => ({ closing, step: deleteWhenWritten })),
  ];
  const done: ClosingStep[] = [];
  const lane = async (): Promise<void> => {
    for (let next = work.shift(); next && hasTime(); next = work.shift()) {
      const { closing, step } = next;
      // One room that cannot be worked at does not hold up the others; the next minute tries again.
      const outcome = await step(closing, run).catch((error: unknown): Outcome => ({ outcome: 'failed', error }));
      done.push({ closing, ...outcome });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

interface Run {
  readonly rules: CarryingRules;
  readonly transcribe: typeof transcribeRoom;
  readonly ports: Ports;
  readonly hasTime: () => boolean;
}

const WAITS: Outcome = { outcome: 'waits' };

/** Before its time comes there is nothing to do about a closing, unless nobody has been told of it. */
function isWork(now: number): (closing: Closing) => boolean {
  return ({ phase, dueAt, noticeId }) => dueAt <= now || (phase === 'announced' && noticeId === undefined);
}

async function carryOn({ ticketId, roomId }: Closing, run: Run): Promise<Outcome> {
  const { ports, rules } = run;
  const ready = await inClosingTurn(ticketId, ports, () => makeReady(roomId, rules.closeDelay, ports));
  if (!ready) return WAITS;
  const progress = await transcript(ready, run);
  if (progress.state === 'refused') return refused(ready, progress.error, ports);
  if (progress.state !== 'acknowledged' && progress.state !== 'nothing_new') return { outcome: 'under_way' };
  return inTicketAndClosingTurn(ticketId, ports, async () => {
    const current = await unchanged(ready, ports);
    if (!current) return WAITS;
    if (current.cancelled) {
      await ports.closings.drop(roomId);
      return { outcome: 'ended' };
    }
    if (isClosed(current)) {
      await ports.closings.write(settled(current, ports.time.now()));
      return { outcome: 'ended' };
    }
    await closeRoomNow(current, ports);
    return { outcome: 'closed' };
  });
}

function transcript(
  { roomId, ticketId, ticketNumber }: Closing,
  { transcribe, rules, ports, hasTime }: Run,
): ReturnType<typeof transcribeRoom> {
  return transcribe(
    { roomId, ticket: { id: ticketId, number: ticketNumber }, visible: false, leaveOut: [] },
    rules.transcript,
    ports,
    hasTime,
  );
}

/** @returns the closing whose transcript is to be written now, if there is one */
async function makeReady(roomId: string, closeDelay: number, ports: Ports): Promise<Closing | undefined> {
  const { closings, closingNotices, time } = ports;
  const [closing, room, links] = await Promise.all([closings.ofRoom(roomId), ports.rooms.byId(roomId), ports.links.ofRoom(roomId)]);
  if (!closing) return undefined;
  // A room that is gone, or that belongs to people, is not closed.
  if (!room || links.some(({ origin }) => origin === 'linked')) {
    await closings.drop(roomId);
    return undefined;
  }
  // Nothing can be said in it, and an app cannot bring it back.
  if (room.archived) return undefined;
  if (!isActive(closing)) {
    // A crash has left an older record, by which it was found.
    await closings.write(closing);
    return undefined;
  }
  const now = time.now();
  if (closing.phase === 'announced' && closing.noticeId === undefined) {
    await announce({ ...closing, dueAt: now + closeDelay }, ports);
    return undefined;
  }
  if (closing.dueAt > now) return undefined;
  if (closing.phase === 'transcript') return closing;
  const begun: Closing = { ...closing, phase: 'transcript', since: now, revision: closing.revision + 1 };
  await closingNotices.announcementOver(begun, 'begun');
  await closings.write(begun);
  return begun;
}

/** @returns the record, unless something has happened to it since it was looked at */
async function unchanged({ roomId, revision }: Closing, { closings }: Pick<Ports, 'closings'>): Promise<Closing | undefined> {
  const current = await closings.ofRoom(roomId);
  return current?.revision === revision ? current : undefined;
}

/** All that was said in the closed room is in the ticket. */
function settled(closing: Closing, now: number): Closing {
  const done: Closing & { addendum?: true; refusal?: string } = {
    ...closing,
    phase: 'closed',
    since: now,
    dueAt: now,
    revision: closing.revision + 1,
  };
  delete done.addendum;
  delete done.refusal;
  return done;
}

/** The room is told once, and nothing is done to it. What is only brought to its end ends here. */
async function refused(closing: Closing, error: AppError, ports: Ports): Promise<Outcome> {
  return inClosingTurn(closing.ticketId, ports, async () => {
    const current = await unchanged(closing, ports);
    if (!current) return WAITS;
    if (current.cancelled) {
      await ports.closings.drop(current.roomId);
      return { outcome: 'ended' };
    }
    if (current.refusal === undefined) await ports.closingNotices.refused(current, error);
    const dueAt = ports.time.now() + REFUSED_PAUSE_MS;
    await ports.closings.write({ ...current, refusal: error.code, dueAt, revision: current.revision + 1 });
    return { outcome: 'refused', error };
  });
}

/** A closed room goes only when everything in it is in the ticket; what has just been written into it is looked after once more. */
async function deleteWhenWritten(listed: Closing, run: Run): Promise<Outcome> {
  const { ports } = run;
  const closing = await ports.closings.ofRoom(listed.roomId);
  if (closing?.phase !== 'closed' || closing.deleteAt === undefined) return WAITS;
  if (await ports.rooms.byId(closing.roomId)) {
    const progress = await transcript(closing, run);
    if (progress.state === 'refused') return refused(closing, progress.error, ports);
    if (progress.state !== 'nothing_new') return { outcome: 'under_way' };
  }
  return inTicketAndClosingTurn(closing.ticketId, ports, async () => {
    const current = await unchanged(closing, ports);
    if (!current) return WAITS;
    await deleteTicketRoom(current, ports);
    return { outcome: 'deleted' };
  });
}
