import type { Change, Helpdesk } from './helpdesk';
import { record } from './history';
import type { Ticket } from './records';

/**
 * Merges a ticket into another one, in OTOBO's order: the articles move with what the history says of them, a note stays behind, the
 * ticket gets the state `merged` and is unlocked, and the event comes last. Of the surviving ticket no event tells.
 *
 * @throws when it is the same ticket
 */
export function mergeTickets(helpdesk: Helpdesk, merged: Ticket, main: Ticket, change: Change): void {
  if (merged.id === main.id) throw new Error('A ticket cannot be merged into itself.');
  const { by } = change;
  main.articles.push(...merged.articles.splice(0));
  const ofArticles = merged.history.filter(({ articleId }) => articleId !== 0);
  for (const entry of ofArticles) merged.history.splice(merged.history.indexOf(entry), 1);
  main.history.push(...ofArticles);
  helpdesk.addArticle(
    merged,
    {
      channel: 'Internal',
      senderType: 'agent',
      visibleForCustomer: true,
      subject: 'Ticket Merged',
      body: `Merged Ticket ${merged.number} to ${main.number}.`,
      contentType: 'text/plain; charset=ascii',
      historyComment: '%%Note',
    },
    change,
  );
  for (const ticket of [merged, main])
    record(helpdesk, ticket, by, 'Merged', `%%${merged.number}%%${merged.id}%%${main.number}%%${main.id}`);
  linkTickets(main, merged);
  helpdesk.touch(main, by);
  helpdesk.set(merged, 'state', 'merged', change);
  helpdesk.set(merged, 'lock', 'unlock', change);
  helpdesk.raise('TicketMerge', change.ticketId ?? merged.id, by, { MainTicketID: main.id });
}

/** Takes a ticket away with everything in it; the event tells its id, and nothing else is left. */
export function deleteTicket(helpdesk: Helpdesk, ticket: Ticket, change: Change): void {
  for (const id of ticket.linked) helpdesk.tickets.get(id)?.linked.delete(ticket.id);
  helpdesk.tickets.delete(ticket.id);
  helpdesk.raise('TicketDelete', change.ticketId ?? ticket.id, change.by);
}

/** As parent and child; which is which does not matter here. */
export function linkTickets(one: Ticket, other: Ticket): void {
  one.linked.add(other.id);
  other.linked.add(one.id);
}
