import type { ChatMessage, Speaker } from '../domain/chat-message';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { bears, notingId, type NotingSign } from '../domain/noting';
import { unusableAccount } from '../domain/person-search';
import { markOf, type Write, type Written } from '../domain/write';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import { notedArticle } from './noted-article';
import type { MessageRules } from './message-in-article';
import type { Otobo, Place, Ports } from './ports';
import { requireNotable, seenMessage } from './seen-message';
import { inTurn } from './take-turn';
import { type RoomTicket, ticketOfRoom } from './ticket-of-room';
import { handOver, mayPass, newWrite, type Outcome, unlessAway } from './write-to-otobo';

/** The settings about messages that become notes. */
export interface NotingRules extends ChatRules, MessageRules {
  readonly noteReaction: string;
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

type Looking = Pick<Ports, 'links' | 'rooms' | 'keys' | 'history' | 'directory'>;

/** @returns nothing where the room has no ticket, or there is nobody, or nothing (any more), that bears the sign */
export async function markedMessage(
  { sign, userId, messageId, roomId }: GivenSign,
  { noteReaction }: Pick<NotingRules, 'noteReaction'>,
  ports: Looking,
): Promise<MarkedMessage | undefined> {
  const ticket = await ticketOfRoom(roomId, ports);
  if (!ticket) return undefined;
  const [message, user] = await Promise.all([ports.history.byId(messageId, roomId), ports.directory.byId(userId)]);
  if (!message || !user || unusableAccount(user) || !bears(message, sign, user.username, noteReaction)) return undefined;
  return { user, message, ticket, place: placeOf(message, roomId) };
}

/**
 * The same for a message that somebody has chosen without a sign, and that they must be able to see.
 *
 * @returns nothing where the room has no ticket
 * @throws AppError `member_only`, `message_gone`
 */
export async function chosenMessage(
  user: ChatUser,
  messageId: string,
  roomId: string,
  ports: Omit<Looking, 'directory'>,
): Promise<MarkedMessage | undefined> {
  const [ticket, message] = await Promise.all([ticketOfRoom(roomId, ports), seenMessage(user, messageId, roomId, ports)]);
  return ticket && { user, message, ticket, place: placeOf(message, roomId) };
}

const placeOf = ({ threadId }: ChatMessage, roomId: string): Place => ({ roomId, ...(threadId !== undefined && { threadId }) });

/**
 * Writes a message into its room's ticket, as an internal article of the person who wants it there. It gets there once, whoever wants it, how
 * often and where: its mark is made of ticket and message, only one at a time looks for it and writes, and the record of a write that is under
 * way is looked for before OTOBO is asked, because it goes only after OTOBO has taken it. Where OTOBO cannot be asked, the write is left to
 * the job, which asks before it writes.
 *
 * @throws AppError `message_not_noted`, `text_too_long`, `busy`, what `authorise` and OTOBO refuse with
 */
export async function noteMessage(marked: MarkedMessage, rules: NotingRules, ports: Ports): Promise<Noting> {
  const asking = authorise(marked.user, 'note', { ticketId: marked.ticket.id }, rules.rights, ports);
  await unlessAway(asking);
  return noteOnce(marked, asking, rules, ports);
}

/** A message that somebody wants in a ticket of their choice, whatever room it stands in. */
export interface NoteElsewhere {
  readonly user: ChatUser;
  /** The message's room. */
  readonly place: Place;
  readonly messageId: string;
  readonly ticketId: string;
}

/**
 * The same for a message of any room that the person can see, and a ticket that they have named.
 *
 * @returns the ticket's number, too, where OTOBO could be asked for it
 * @throws AppError `member_only`, `message_gone`, and what `noteMessage` does
 */
export async function noteIntoTicket(
  { user, place, messageId, ticketId }: NoteElsewhere,
  rules: NotingRules,
  ports: Ports,
): Promise<{ readonly noting: Noting; readonly author: Speaker; readonly ticketNumber?: string }> {
  const asking = authorise(user, 'note', { ticketId }, rules.rights, ports);
  await unlessAway(asking);
  const [message, found] = await Promise.all([
    seenMessage(user, messageId, place.roomId, ports),
    ports.otobo && unlessAway(ports.otobo.ticket(ticketId)),
  ]);
  const noting = await noteOnce({ user, message, ticket: { id: ticketId }, place }, asking, rules, ports);
  return { noting, author: message.sender, ...(found && { ticketNumber: found.ticket.number }) };
}

/** @param asking the question for the person's right, just asked */
async function noteOnce(
  { user, message, ticket, place }: Omit<MarkedMessage, 'ticket'> & { readonly ticket: Pick<RoomTicket, 'id'> },
  asking: Promise<Grant>,
  rules: NotingRules,
  ports: Ports,
): Promise<Noting> {
  await requireNotable(message, rules.off, ports);
  const article = await notedArticle(message, place.roomId, user, rules, ports);
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
