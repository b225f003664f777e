import { bringIntoStep } from './bring-into-step';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import { NEWEST_ARTICLES } from './look-aside';
import type { Ports } from './ports';

/**
 * Reads a ticket again that was changed from the chat, and brings its room into step, if it has one: the change is told with the name of who
 * made it, and OTOBO's own event finds nothing new.
 *
 * @param changedBy user name
 * @throws AppError `otobo_*`, `ticket_not_found`, `busy`, and what keeps the room from being changed
 */
export async function followTicket(ticketId: string, changedBy: string | undefined, rules: ChatRules, ports: Ports): Promise<void> {
  const request = await completeTicket(ticketById(ticketId), rules.publicUrl, ports, { articles: NEWEST_ARTICLES });
  const { policy } = rules;
  await bringIntoStep({ ...request, ...(changedBy !== undefined && { changedBy }) }, policy, ports, {
    mayCreate: false,
    mayRemove: policy.removeLeft && request.peopleComplete,
    newsOnly: true,
  });
}
