import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { withLinks } from '../domain/ticket-links';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Ports, TicketRow, TicketRows, TicketSearch } from './ports';

/** More are not looked at in a chat: better words are the cure. */
const MOST_ROWS = 10;

/** What somebody looks for: words, or their own open tickets. */
export type Wanted = { readonly words: string } | 'own';

export interface FoundTickets extends TicketRows {
  /** With the link where an agent sees the ticket. */
  readonly rows: readonly (TicketRow & { readonly url?: string })[];
}

/**
 * Looks for tickets that the person may read. Where OTOBO decides, it searches with that agent's rights; where a role decides, with those
 * of the service account.
 *
 * @throws AppError `login_unknown` when nobody can say whose tickets are one's own, `package_missing` when the web service can tell who may
 * do what but cannot search for them, what `authorise` refuses with, `otobo_*`
 */
export async function searchTickets(
  sender: ChatUser,
  wanted: Wanted,
  { rights, publicUrl }: Pick<ChatRules, 'rights' | 'publicUrl'>,
  ports: Pick<Ports, 'otobo' | 'grants' | 'rooms'>,
): Promise<FoundTickets> {
  const { byOtobo, key, agent } = await authorise(sender, 'search', {}, rights, ports);
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  const search = (login: string | undefined): TicketSearch => {
    if (wanted !== 'own') return { words: wanted.words, limit: MOST_ROWS };
    if (byOtobo) return { ownedBy: 'asking', open: true, limit: MOST_ROWS };
    if (login === undefined) throw new AppError('login_unknown', { person: sender.username });
    return { ownedBy: { login }, open: true, limit: MOST_ROWS };
  };
  const found = byOtobo ? await ports.otobo.package.search(key, search(agent.login)) : await ports.otobo.search(search(agent.login));
  if (!found) throw new AppError('package_missing', { operation: 'AgentTicketSearch' });
  return { ...found, rows: found.rows.map((row) => withLinks(row, publicUrl)) };
}
