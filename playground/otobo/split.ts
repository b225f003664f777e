import type { Change, Helpdesk } from './helpdesk';
import type { Ticket } from './records';
import { linkTickets } from './ticket-ends';

/**
 * Makes a ticket of its own out of an article, as OTOBO's "Split" does with the form for a new ticket: title, customer and text are taken
 * over, the two are linked, and the old ticket stays as it is.
 *
 * @param articleId the newest article when it is left out
 * @throws when the ticket has no such article
 */
export function splitTicket(helpdesk: Helpdesk, ticket: Ticket, articleId: number | undefined, change: Change): Ticket {
  const article = articleId === undefined ? ticket.articles.at(-1) : ticket.articles.find(({ id }) => id === articleId);
  if (!article) throw new Error(`Ticket ${ticket.id} has no such article.`);
  const { customerUser, customerId, queue, priority } = ticket;
  const part = helpdesk.createTicket({
    title: article.subject || ticket.title,
    queue,
    state: 'new',
    priority,
    owner: change.by.login,
    responsible: change.by.login,
    customerUser,
    customerId,
    by: change.by,
  });
  const { senderType, visibleForCustomer, from, to, cc, subject, body } = article;
  helpdesk.addArticle(part, { channel: 'Phone', senderType, visibleForCustomer, from, to, cc, subject, body }, { by: change.by });
  linkTickets(ticket, part);
  return part;
}
