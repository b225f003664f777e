import type { ChatMessage, OffTheRecord } from '../domain/chat-message';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { bears, notingId, type NotingSign, unnotable } from '../domain/noting';
import { unusableAccount } from '../domain/person-search';
import { markOf, type Write, type Written } from '../domain/write';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import { notedArticle } from './noted-article';
import type { Otobo, Place, Ports } from './ports';
import { inTurn } from './take-turn';
import { type RoomTicket, ticketOfRoom } from './ticket-of-room';
import { handOver, mayPass, newWrite, type Outcome } from './write-to-otobo';

/** The settings about messages that become notes. */
export interface NotingRules extends ChatRules, OffTheRecord {
  readonly noteReaction: string;
  /** The zone that OTOBO writes times in. */
  readonly otoboTimeZone: string;
}

/** Somebody is said to have given a message a sign; ids only, the rest is read. */
export interface GivenSign {
  readonly sign: NotingSign;
  readonly userId: string;
  readonly messageId: string;
  readonly roomId: string;
}

/** A message of a ticket's room, and who wants it noted. */
export interface MarkedMessage {
  readonly user: ChatUser;
  readonly message: ChatMessage;
  readonly ticket: RoomTicket;
  /** Where the message stands. */
  readonly place: Place;
}

/** `there`: somebody has had the same message noted before. `kept`: it waits to be sent to OTOBO. */
export type Noting = { readonly type: 'noted'; readonly outcome: Outcome } | { readonly type: 'there'; readonly kept: boolean };

type Looking = Pick<Ports, 'links' | 'rooms' | 'keys' | 'messages' | 'directory'>;

/** @returns nothing where the room has no ticket, or there is nobody, or nothing (any more), that bears the sign */
export async function markedMessage(
  { sign, userId, messageId, roomId }: GivenSign,
  { noteReaction }: Pick<NotingRules, 'noteReaction'>,
  ports: Looking,
): Promise<MarkedMessage | undefined> {
  const ticket = await ticketOfRoom(roomId, ports);
  if (!ticket) return undefined;
  const [message, user] = await Promise.all([ports.messages.find(messageId, roomId), ports.directory.byId(userId)]);
  if (!message || !user || unusableAccount(user) || !bears(message, sign, user.username, noteReaction)) return undefined;
  const { threadId } = message;
  return { user, message, ticket, place: { roomId, ...(threadId !== undefined && { threadId }) } };
}

/**
 * Writes a message into its room's ticket, as an internal article of the person who wants it there. It gets there once, whoever wants it, how
 * often and where: its mark is made of ticket and message, only one at a time looks for it and writes, and the record of a write that is under
 * way is looked for before OTOBO is asked, because it goes only after OTOBO has taken it. Where OTOBO cannot be asked, the write is left to
 * the job, which asks before it writes.
 *
 * @throws AppError `message_not_noted`, `text_too_long`, `busy`, what `authorise` and OTOBO refuse with
 */
export async function noteMessage(marked: MarkedMessage, rules: NotingRules, ports: Ports): Promise<Noting> {
  const { user, message, ticket, place } = marked;
  const asking = authorise(user, 'note', { ticketId: ticket.id }, rules.rights, ports);
  // Whoever may not write hears that first; while OTOBO is away, nobody knows.
  await asking.catch((error: unknown) => {
    if (!(error instanceof AppError && mayPass(error))) throw error;
  });
  const reason = unnotable(message, (await ports.workspace.appUser()).id, rules);
  if (reason) throw new AppError('message_not_noted', { reason });
  const article = await notedArticle(message, user, rules.otoboTimeZone, ports);
  const order = { user, place, action: 'note', ticketId: ticket.id, change: { type: 'Note', ...article } } as const;
  const done = await inTurn(`note-${message.id}`, ports, () => {
    const write = { ...newWrite(order, ports.time.now()), id: notingId(ticket.id, message.id) };
    return writeOnlyOnce(write, asking, rules, ports);
  });
  if (!done) throw new AppError('busy');
  return done.value;
}

async function writeOnlyOnce(write: Write, asking: Promise<Grant>, rules: ChatRules, ports: Ports): Promise<Noting> {
  const { otobo, outbox } = ports;
  if (!otobo) throw new AppError('otobo_not_configured');
  const record = await outbox.find(write.id);
  if (record && record.givenUpAt === undefined) return { type: 'there', kept: true };
  const { arrived, away } = await arrival(write, otobo);
  if (arrived) return { type: 'there', kept: false };
  // A dead letter of the same message comes to life again.
  const storing = record ? outbox.update(write) : outbox.put(write);
  return { type: 'noted', outcome: await handOver(write, storing, away ? Promise.reject(away) : asking, rules, ports) };
}

/** Whether a write has arrived before; `away` when nobody can tell. */
async function arrival(write: Write, otobo: Otobo): Promise<{ readonly arrived?: Written | undefined; readonly away?: AppError }> {
  try {
    return { arrived: await otobo.arrived(write.change, markOf(write), write.ticketId) };
  } catch (error) {
    if (error instanceof AppError && mayPass(error)) return { away: error };
    throw error;
  }
}
