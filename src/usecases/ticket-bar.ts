import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { hasLapsed } from '../domain/question-lapse';
import { askQuestion } from './ask-question';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { inTimeToOpen } from './in-time-to-open';
import { peopleOfTicket } from './people-of-ticket';
import type { BarContent, Place, Ports } from './ports';
import { showTicket } from './show-ticket';
import { ticketOfRoom } from './ticket-of-room';

/**
 * Opens the bar about the ticket of a room soon, with what OTOBO has said by then. Whoever may not see the ticket reads that in the bar,
 * because there they look: on a phone, the bar lies over the room. The record of the bar says which room its buttons are about.
 *
 * @param triggerId what the client waits with
 */
export async function openTicketBar(
  { user, place }: { readonly user: ChatUser; readonly place: Place },
  triggerId: string,
  rules: ChatRules,
  ports: Ports,
): Promise<void> {
  const [content, barId] = await Promise.all([
    contentFor(user, place.roomId, rules, ports),
    askQuestion({ userId: user.id, ...place, about: { type: 'LookAt' } }, ports),
  ]);
  await ports.views.open({ id: triggerId, user }, barId, { type: 'TicketBar', content });
}

/** Shows in a bar that is open how things stand now. A bar whose record is gone, or somebody else's, says that it has to be opened again. */
export async function refreshTicketBar(barId: string, triggerId: string, user: ChatUser, rules: ChatRules, ports: Ports): Promise<void> {
  const record = await ports.questions.find(barId);
  const stands = record?.about.type === 'LookAt' && record.userId === user.id && !hasLapsed(record, ports.time.now());
  const content = stands ? await contentFor(user, record.roomId, rules, ports) : refusal(new AppError('view_outdated'));
  await ports.views.update({ id: triggerId, user }, barId, { type: 'TicketBar', content });
}

async function contentFor(user: ChatUser, roomId: string, rules: ChatRules, ports: Ports): Promise<BarContent> {
  const ticket = await ticketOfRoom(roomId, ports);
  if (!ticket) return { type: 'no_ticket' };
  // Asked first and once: the other two believe the answer.
  const allowed = authorise(user, 'show', { ticketId: ticket.id }, rules.rights, ports);
  const asking = allowed.then(() => showTicket(user, { id: ticket.id }, roomId, rules, ports));
  const lookingUp = allowed.then(() => peopleOfTicket(user, { id: ticket.id }, roomId, rules, ports));
  try {
    const [shown, people] = await Promise.all([inTimeToOpen(asking, ports), inTimeToOpen(lookingUp, ports)]);
    return shown ? { type: 'ticket', ...shown, ...(people && { people }) } : { type: 'silence' };
  } catch (error) {
    if (error instanceof AppError) return refusal(error);
    throw error;
  }
}

const refusal = (error: AppError): BarContent => ({ type: 'refusal', error });
