import { shorten } from '../../domain/shorten';
import type { Ticket } from '../../domain/ticket';
import { inertLine, link } from '../../text/inert';
import type { Translate } from '../../text/translate';

const MAX_TITLE = 200;

/** A ticket's title, shortened where it is endless. */
export function shortTitle({ title }: Ticket): string {
  return shorten(title, MAX_TITLE);
}

/** The room's topic: the number and what it is about. */
export function topic(ticket: Ticket): string {
  return inertLine(`${ticket.number} ${shortTitle(ticket)}`);
}

/** The line above the messages: number, title and where the ticket is. */
export function announcement(ticket: Ticket, translate: Translate): string {
  const text = inertLine(translate('room.announcement', { number: ticket.number, title: shortTitle(ticket) }));
  return ticket.url ? `${text} ${link(translate('card.open_agent'), ticket.url)}` : text;
}
