import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { FoundTickets } from '../../usecases/search-tickets';
import { numberLink, titleLine } from '../../text/ticket-text';

/** Tickets, two short lines each, and how many there are altogether. */
export function rowsText({ rows, total }: FoundTickets, say: Translate): string {
  const count = total ?? rows.length;
  const lines = rows.flatMap((row) => [`${numberLink(row, say)} ${titleLine(row.title)}`, ...facts([row.state, row.queue, row.owner])]);
  return [say('search.found', { shown: rows.length, count }), ...lines].join('\n');
}

function facts(values: readonly (string | undefined)[]): string[] {
  const known = values.filter((value): value is string => Boolean(value)).map(inertLine);
  return known.length > 0 ? [`> ${known.join(' · ')}`] : [];
}
