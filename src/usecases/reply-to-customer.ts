import { articleText } from '../domain/article-text';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { askQuestion } from './ask-question';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { placeOf } from './place-of';
import type { Place, Ports, Question } from './ports';
import { requireTicketOfRoom } from './ticket-of-room';
import { type Outcome, writeToOtobo } from './write-to-otobo';

/** The rules, and the setting about replies. */
export interface ReplyRules extends ChatRules {
  readonly allowReplies: boolean;
}

/** What somebody is asked before a customer gets to read something. */
export interface ReplyQuestion {
  readonly questionId: string;
  readonly ticketNumber: string;
  /** Login of the customer user, where the ticket has one. */
  readonly customer?: string;
  /** Whether a mail will leave OTOBO; otherwise the customer sees the reply in the customer portal only. */
  readonly mailed: boolean;
  readonly text: string;
}

type AskingPorts = Pick<Ports, 'links' | 'rooms' | 'keys' | 'otobo' | 'grants' | 'questions' | 'time'>;

/**
 * Prepares a reply to the customer of the room's ticket: who wants to send it may, and is asked.
 *
 * @throws AppError `replies_off`, `text_missing`, `text_too_long`, `room_without_ticket`, what `authorise` and OTOBO refuse with
 */
export async function askBeforeReply(
  { user, place, text }: { readonly user: ChatUser; readonly place: Place; readonly text: string },
  { rights, allowReplies }: ReplyRules,
  ports: AskingPorts,
): Promise<ReplyQuestion> {
  if (!allowReplies) throw new AppError('replies_off');
  const typed = articleText(text);
  const { id: ticketId, number: ticketNumber } = await requireTicketOfRoom(place.roomId, ports);
  await authorise(user, 'reply', { ticketId }, rights, ports);
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  const [{ ticket }, mailed] = await Promise.all([ports.otobo.ticket(ticketId), ports.otobo.package.offered()]);
  const about = { type: 'SendReply', ticketId, title: ticket.title, text: typed, mailed } as const;
  const questionId = await askQuestion({ userId: user.id, ...place, about }, ports);
  return { questionId, ticketNumber, mailed, text: typed, ...(ticket.customerUser !== undefined && { customer: ticket.customerUser }) };
}

/**
 * Sends a reply that somebody has said yes to.
 *
 * @param question settled already, so that of several clicks one gets here
 * @throws AppError `replies_off`, what `authorise` and OTOBO refuse with
 */
export async function replyToCustomer(
  asked: Place & { readonly about: Extract<Question['about'], { type: 'SendReply' }> },
  user: ChatUser,
  rules: ReplyRules,
  ports: Ports,
): Promise<Outcome> {
  if (!rules.allowReplies) throw new AppError('replies_off');
  const { ticketId, title, text, mailed } = asked.about;
  // A mail gets OTOBO's own subject, with the ticket's number, of what stands here.
  const change = { type: 'Reply', subject: `Re: ${title}`, body: text, mailed } as const;
  const asking = authorise(user, 'reply', { ticketId }, rules.rights, ports);
  return writeToOtobo({ user, place: placeOf(asked), action: 'reply', ticketId, change }, asking, rules, ports);
}
