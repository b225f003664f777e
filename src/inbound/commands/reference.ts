import { AppError } from '../../domain/errors';
import { shorten } from '../../domain/shorten';
import { type TicketReference, ticketReference } from '../../domain/ticket-reference';
import { ticketAddresses } from '../../settings/addresses';
import type { CommandCall } from './command';

const LONGEST_TEXT = 80;

/**
 * @returns the ticket that the words name, all of them together; nothing without words: then the ticket of the room is meant
 * @throws AppError `reference_unclear`, `link_elsewhere`, `link_no_ticket`
 */
export function referenceIn({ words, settings }: Pick<CommandCall, 'words' | 'settings'>): TicketReference | undefined {
  if (words.length === 0) return undefined;
  const bases = ticketAddresses(settings);
  const reference = ticketReference(words.join(' '), bases);
  if (!('problem' in reference)) return reference;
  const [address] = bases;
  switch (reference.problem) {
    case 'no_reference':
      throw new AppError('reference_unclear', { text: shorten(reference.text, LONGEST_TEXT) });
    case 'elsewhere':
      throw address === undefined ? new AppError('otobo_not_configured') : new AppError('link_elsewhere', { address });
    case 'no_ticket':
      throw new AppError('link_no_ticket');
  }
}
