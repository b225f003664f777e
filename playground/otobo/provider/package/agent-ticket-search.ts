import { maySee } from '../../access';
import { stateNamed } from '../../names';
import { flag, text } from '../../parameters';
import type { Ticket } from '../../records';
import { ticketFields } from '../../ticket-fields';
import { invalid } from '../answer';
import type { Call } from '../authentication';
import { identity, namedAgent } from './named-agent';

const OPERATION = 'AgentTicketSearch';
const USUAL_LIMIT = 20;
const HIGHEST_LIMIT = 100;
/** The types of state of which OTOBO says "open". */
const OPEN = ['new', 'open', 'pending reminder', 'pending auto'];

/** The tickets that an agent sees and that meet the criteria, last changed first. `Total` counts those beyond the limit, too. */
export function agentTicketSearch(call: Call) {
  const agent = namedAgent(OPERATION, call);
  const { helpdesk, parameters } = call;
  const limit = Number(text(parameters, 'Limit') ?? USUAL_LIMIT);
  if (!Number.isInteger(limit) || limit < 1) throw invalid(OPERATION, 'Limit');
  const words = (text(parameters, 'Fulltext') ?? '').toLowerCase().split(/\s+/);
  const hits = [...helpdesk.tickets.values()]
    .filter((ticket) => maySee({ agent }, ticket))
    .filter((ticket) => !flag(parameters, 'Owned') || ticket.owner === agent.login)
    .filter((ticket) => !flag(parameters, 'Open') || OPEN.includes(stateNamed(ticket.state).type))
    .filter((ticket) => words.every((word) => wording(ticket).includes(word)))
    .sort((a, b) => b.changedAt - a.changedAt || b.id - a.id);
  const { Login, Name } = identity(agent);
  return {
    Login,
    Name,
    Total: hits.length,
    Ticket: hits.slice(0, Math.min(limit, HIGHEST_LIMIT)).map((ticket) => {
      const { TicketID, TicketNumber, Title, Queue, State, StateType, Priority, Owner, Changed } = ticketFields(helpdesk, ticket);
      return { TicketID, TicketNumber, Title, Queue, State, StateType, Priority, Owner, Changed };
    }),
  };
}

/** All that a search for words looks through, in lower case. */
function wording({ number, title, articles }: Ticket): string {
  const texts = articles.flatMap(({ from, to, cc, subject, body }) => [from, to, cc, subject, body]);
  return [number, title, ...texts].join('\n').toLowerCase();
}
