import { AT_THE_BEGINNING, type Bookmark } from '../domain/bookmark';
import { AppError, ERRORS, type ErrorCode } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { TranscriptPart, TranscriptRecord, TranscriptWish } from '../domain/transcript-record';
import type { Change } from '../domain/write';
import { unusableAccount } from '../domain/person-search';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { type ComposedPart, composePart, type ComposingRules, type Stretch } from './compose-part';
import { placeOf } from './place-of';
import type { Place, Ports } from './ports';
import { bookmarkAt } from './read-on';
import { inTurn } from './take-turn';
import { tellEnd, tellKept, tellProgress, tellRefused } from './tell-of-transcript';
import type { RoomTicket } from './ticket-of-room';
import { handOver, newWrite, type Outcome, ownWrite } from './write-to-otobo';

export interface TranscriptOrder {
  readonly roomId: string;
  readonly ticket: RoomTicket;
  readonly visible: boolean;
  /** Ids of messages. */
  readonly leaveOut: readonly string[];
  /** Who wants it, where; absent when the app itself closes the room. */
  readonly by?: { readonly user: ChatUser; readonly place: Place };
}

/**
 * `under_way`: there is more to do. `on_its_way`: a part waits for OTOBO. `acknowledged` and `nothing_new`: OTOBO has all that is kept of
 * the room. `refused`: OTOBO will not take it; nothing may be removed then.
 */
export type TranscriptProgress =
  { readonly state: 'under_way' | 'on_its_way' | 'acknowledged' | 'nothing_new' } | { readonly state: 'refused'; readonly error: AppError };

export interface TranscriptRules extends ComposingRules {
  readonly chat: ChatRules;
}

/** Whoever waits hears how far it is no more often than this. */
const TELL_EVERY_MS = 5_000;

/**
 * Writes what is new in a room into its ticket, part by part; call it again until it is acknowledged. Safe to repeat: the range of a part,
 * and what it says, are stored before OTOBO hears of it, and OTOBO's having taken it moves the bookmark on, so each message is written once.
 * What a person wants of the same room comes first, and counts. A refusal is reported once: who calls again tries again.
 *
 * Only one works at a room at a time, under a turn of its own, so that it may be called within the turn of the ticket.
 *
 * @param hasTime whether another part may be begun; one takes some seconds, and OTOBO may let it wait for 10 s
 */
export function transcribeRoom(
  order: TranscriptOrder,
  rules: TranscriptRules,
  ports: Ports,
  hasTime: () => boolean,
): Promise<TranscriptProgress> {
  return carryOn(order.roomId, order, rules, ports, hasTime);
}

/** The same for what a person wants of a room, and nothing more. */
export function carryOutWish(roomId: string, rules: TranscriptRules, ports: Ports, hasTime: () => boolean): Promise<TranscriptProgress> {
  return carryOn(roomId, undefined, rules, ports, hasTime);
}

async function carryOn(
  roomId: string,
  order: TranscriptOrder | undefined,
  rules: TranscriptRules,
  ports: Ports,
  hasTime: () => boolean,
): Promise<TranscriptProgress> {
  const working = await inTurn(`transcript-${roomId}`, ports, async () => {
    let told = ports.time.now();
    let [progress, written] = [await step(roomId, order, rules, ports), false];
    while (progress.state === 'under_way' && hasTime()) {
      written = true;
      if (ports.time.now() - told >= TELL_EVERY_MS) {
        await tellProgress(roomId, ports);
        told = ports.time.now();
      }
      progress = await step(roomId, order, rules, ports);
    }
    return written && progress.state === 'nothing_new' ? ({ state: 'acknowledged' } as const) : progress;
  });
  return working?.value ?? { state: 'under_way' };
}

/** One part, or less. The outbox is read before the record: what has left it has been noted in the record. */
async function step(roomId: string, order: TranscriptOrder | undefined, rules: TranscriptRules, ports: Ports): Promise<TranscriptProgress> {
  const { outbox, transcripts, time } = ports;
  const waiting = await outbox.all();
  const [record = { roomId }, wish] = await Promise.all([transcripts.find(roomId), transcripts.wish(roomId)]);
  if (record.refused) return reportRefusal(record, wish, order, ports);
  if (record.part) {
    const { write } = record.part;
    // It was never stored: whoever was about to has died. The job asks whether it has arrived.
    if (!waiting.some(({ id }) => id === write.id)) await outbox.put({ ...write, notBefore: time.now() });
    return { state: 'on_its_way' };
  }
  if (wish) return fulfil(wish, record, rules, ports);
  if (!order) return { state: 'nothing_new' };
  const from = await whereToBegin(roomId, record, ports);
  const { ticket, visible, leaveOut, by } = order;
  const stretch = { roomId, ticket, from, counted: record.acknowledged?.until ?? 0, until: time.now(), leaveOut };
  return (await send(stretch, record, { visible, ...(by && { by }) }, rules, ports)) ?? { state: 'nothing_new' };
}

/**
 * @returns a bookmark before what OTOBO does not have yet. What was said in a linked room before the link is nobody's business there; where
 * nobody has noted when that was, the card says it.
 */
async function whereToBegin(roomId: string, { acknowledged }: Pick<TranscriptRecord, 'acknowledged'>, ports: Ports): Promise<Bookmark> {
  const linkedAt = await whenLinked(roomId, ports);
  if (linkedAt !== undefined && linkedAt > (acknowledged?.to.since ?? 0)) return bookmarkAt(roomId, linkedAt, ports);
  return acknowledged?.to ?? AT_THE_BEGINNING;
}

/** @returns when a room was linked; nothing for a room that the app made */
export async function whenLinked(roomId: string, { links, transcripts, history, time }: Ports): Promise<number | undefined> {
  const link = (await links.ofRoom(roomId)).find(({ origin }) => origin === 'linked');
  if (!link) return undefined;
  const noted = await transcripts.linkedAt(roomId);
  if (noted !== undefined) return noted;
  const at = (await history.byId(link.cardId, roomId))?.at ?? time.now();
  await transcripts.noteLinked(roomId, at);
  return at;
}

async function fulfil(wish: TranscriptWish, record: TranscriptRecord, rules: TranscriptRules, ports: Ports): Promise<TranscriptProgress> {
  const user = await ports.directory.byId(wish.userId);
  if (!user || unusableAccount(user)) {
    await ports.transcripts.dropWish(wish.roomId);
    return { state: 'under_way' };
  }
  const { roomId, ticketId, ticketNumber, from, counted, until, leaveOut, visible } = wish;
  const by = { user, place: placeOf(wish) };
  const stretch = { roomId, ticket: { id: ticketId, number: ticketNumber }, from, counted, until, leaveOut };
  const progress = await send(stretch, record, { visible, by, wish }, rules, ports);
  if (progress) return progress;
  // Told first: to hear it twice is better than never.
  await tellEnd(wish, user, ports);
  await ports.transcripts.dropWish(roomId);
  return { state: 'under_way' };
}

interface Sending {
  readonly visible: boolean;
  readonly by?: { readonly user: ChatUser; readonly place: Place };
  readonly wish?: TranscriptWish;
}

/** @returns nothing when there was nothing to send */
async function send(
  stretch: Stretch,
  record: TranscriptRecord,
  sending: Sending,
  rules: TranscriptRules,
  ports: Ports,
): Promise<TranscriptProgress | undefined> {
  const composed = await composePart(stretch, rules, ports);
  if (!composed) return undefined;
  const part = partOf(composed, stretch, sending, ports.time.now());
  const { roomId } = stretch;
  await ports.transcripts.dropContents(roomId);
  await ports.transcripts.putContent({ ...composed.content, id: part.write.id, roomId });
  await ports.transcripts.write({ ...record, part });
  const { by } = sending;
  const asking = by
    ? authorise(by.user, 'transcript', { ticketId: stretch.ticket.id }, rules.chat.rights, ports)
    : Promise.resolve(undefined);
  let outcome: Outcome;
  try {
    outcome = await handOver(part.write, ports.outbox.put(part.write), asking, rules.chat, ports);
  } catch (error) {
    // It is in the record now, where the next step finds it.
    if (error instanceof AppError) return { state: 'under_way' };
    throw error;
  }
  if (!outcome.kept) return { state: 'under_way' };
  if (sending.wish && by) await tellKept(sending.wish, by.user, outcome, ports);
  return { state: 'on_its_way' };
}

function partOf({ subject, count, to, until }: ComposedPart, { roomId, ticket }: Stretch, sending: Sending, now: number): TranscriptPart {
  const { visible, by, wish } = sending;
  const change: Change = { type: 'Transcript', roomId, subject, visible };
  const write = by ? newWrite({ ...by, action: 'transcript', ticketId: ticket.id, change }, now) : ownWrite(ticket.id, change, now);
  const order = wish && { id: wish.id, done: wish.done + count, articles: wish.articles + 1 };
  return { write, to, until, ...(order && { order }) };
}

/** What a person wanted may be refused for their lack of a right: that is told to them, and whoever closes the room goes on. */
async function reportRefusal(
  { roomId, acknowledged, refused }: TranscriptRecord,
  wish: TranscriptWish | undefined,
  order: TranscriptOrder | undefined,
  ports: Ports,
): Promise<TranscriptProgress> {
  const error = new AppError(codeOf(refused?.code), refused?.details);
  const ofWish = refused?.wishId !== undefined;
  if (wish && wish.id === refused?.wishId) {
    await tellRefused(wish, error, ports);
    await ports.transcripts.dropWish(roomId);
  }
  await ports.transcripts.write({ roomId, ...(acknowledged && { acknowledged }) });
  return ofWish === (order === undefined) ? { state: 'refused', error } : { state: 'under_way' };
}

const codeOf = (code: string | undefined): ErrorCode =>
  code !== undefined && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'internal_error'; // as: it is a key of the table
