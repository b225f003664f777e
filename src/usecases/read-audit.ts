import type { AuditEntry } from '../domain/audit';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { TicketReference } from '../domain/ticket-reference';
import { authorise, type RightsPolicy } from './authorise';
import type { Ports } from './ports';
import { knownNumber } from './ticket-number';

/** More lines than these nobody reads. */
const MOST_SHOWN = 20;

export interface ShownAudit {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** Of the ticket that was asked about. */
  readonly ticketNumber?: string;
}

/**
 * What was done from the chat lately.
 *
 * @param reference without one everything is meant, not the ticket of the room
 * @throws AppError `admin_only`, `ticket_not_found`, `otobo_*` where only OTOBO knows the number behind an id
 */
export async function readAudit(
  admin: ChatUser,
  reference: TicketReference | undefined,
  policy: RightsPolicy,
  ports: Pick<Ports, 'audit' | 'claims' | 'otobo' | 'grants' | 'rooms'>,
): Promise<ShownAudit> {
  await authorise(admin, 'admin', {}, policy, ports);
  const ticketNumber = reference && (await numberOf(reference, ports));
  const about = ticketNumber === undefined ? {} : { ticketNumber };
  return { entries: await ports.audit.recent({ ...about, limit: MOST_SHOWN }), ...about };
}

async function numberOf(reference: TicketReference, ports: Pick<Ports, 'claims' | 'otobo'>): Promise<string> {
  if ('number' in reference) return reference.number;
  const known = await knownNumber(reference.id, ports);
  if (known !== undefined) return known;
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  return (await ports.otobo.ticket(reference.id)).ticket.number;
}
