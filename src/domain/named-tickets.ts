import { type TicketReference, ticketReference, withoutInvisible } from './ticket-reference';

/** What every text has in it that names a ticket: a hook and digits, or a parameter of the address of a ticket's page. */
const TRACE = /Ticket(?: ?# ?\d|(?:ID|Number)=)/i;

const FENCED = /```[\s\S]*?```/g;
const QUOTED = /^[ \t]*>.*$/gm;
const CODE = /`[^`\n]+`/g;

/**
 * What may name a ticket: a link with its label, an address, or a hook and digits that no letter or digit touches. The number after a bare
 * `#` is a channel's, and a number alone is anything. Each part ends where another may begin, so that a text is gone through once.
 */
const CANDIDATE = /\[[^[\]\n]*\]\(https?:\/\/[^\s()<>]+\)|https?:\/\/[^\s()<>|\]]+|(?<![\p{L}\d_])Ticket ?# ?\d{1,50}(?![\p{L}\d_])/giu;

/** Whether it is worth while to look for tickets in a text; it is said of many texts that name none, and of all that name one. */
export function mayNameTicket(text: string): boolean {
  return TRACE.test(withoutInvisible(text));
}

/**
 * Finds the tickets that somebody names in what they write: as `Ticket#2026112310000011`, or by a link to the ticket's page. What they quote,
 * or show as code, they do not name.
 *
 * @param bases where OTOBO is, as for `ticketReference`
 * @returns each once, in the order of the text
 */
export function namedTickets(text: string, bases: readonly string[]): TicketReference[] {
  // A line break, because nothing of a candidate goes over one.
  const own = [FENCED, QUOTED, CODE].reduce((rest, part) => rest.replace(part, '\n'), withoutInvisible(text));
  const references = (own.match(CANDIDATE) ?? []).flatMap((candidate) => {
    const reference = ticketReference(candidate, bases);
    return 'problem' in reference ? [] : [reference];
  });
  const seen = new Map(references.map((reference) => [JSON.stringify(reference), reference]));
  return [...seen.values()];
}
