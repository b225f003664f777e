import type * as v from 'valibot';
import type { AgentKey } from '../../domain/agent';
import { AppError } from '../../domain/errors';
import type { OtoboPackage, TicketSearch } from '../../usecases/ports';
import { type Ask, probed } from './ask';
import { AccessShape, FoundShape, OPTION_NAMES, PeopleShape, RoundTripShape, toAccess, toPeople, toRoundTrip } from './package-answers';
import { toRow } from './ticket-answers';
import { type Body, type Post, RouteUnknown } from './transport';

/** That OTOBO lacks an operation is believed for this long: somebody may install the package. */
const BELIEVED_MS = 600_000;

/** Routes that the web service lacked when it was last asked, with the time of that (milliseconds since the epoch). Forgotten when the settings change. */
export interface RouteMemory {
  readonly missingRoutes: Map<string, number>;
}

/** How the package is told who is asking. */
export function agentParameters(agent: AgentKey): Body {
  return 'login' in agent ? { Login: agent.login } : { Email: agent.emails };
}

/**
 * The operations of the OTOBO package. Only OTOBO's own word for a route that it does not have counts as "not offered": whoever takes any
 * other failure for that would ask somebody else for rights than OTOBO.
 *
 * @param post the same web service, without anything made of its "no"
 * @param now milliseconds since the epoch
 */
export function packageOperations(ask: Ask, post: Post, memory: RouteMemory, now: () => number): OtoboPackage {
  async function ifOffered<T>(route: string, doing: () => Promise<T>): Promise<T | undefined> {
    const missingSince = memory.missingRoutes.get(route);
    if (missingSince !== undefined && now() - missingSince < BELIEVED_MS) return undefined;
    try {
      return await doing();
    } catch (error) {
      if (!(error instanceof RouteUnknown)) throw error;
      memory.missingRoutes.set(route, now());
      return undefined;
    }
  }
  const askIfOffered = <T>(route: string, body: Body, shape: v.GenericSchema<unknown, T>): Promise<T | undefined> =>
    ifOffered(route, () => ask(route, body, shape));

  return {
    async offered() {
      return (await ifOffered('/AgentAccess', () => probed(post, '/AgentAccess'))) === true;
    },
    async access(agent, question) {
      const { right, ticketIds, queue, options } = question;
      const body = {
        ...agentParameters(agent),
        Permission: right,
        ...(ticketIds && { TicketID: ticketIds }),
        ...(queue !== undefined && { Queue: queue }),
        ...(options && { Options: options.map((option) => OPTION_NAMES[option]) }),
      };
      const access = await askIfOffered('/AgentAccess', body, AccessShape);
      return access && toAccess(access, question);
    },
    async search(agent, search) {
      const found = await askIfOffered('/AgentTicketSearch', { ...agentParameters(agent), ...criteria(search) }, FoundShape);
      return found && { rows: found.Ticket.map(toRow), ...(found.Total !== undefined && { total: found.Total }) };
    },
    async people(ticketId) {
      const people = await askIfOffered('/TicketPeople', { TicketID: ticketId }, PeopleShape);
      return people && toPeople(people);
    },
    async health() {
      // Whoever asks for this has perhaps just installed the package.
      memory.missingRoutes.clear();
      const roundTrip = await askIfOffered('/Health', {}, RoundTripShape);
      return roundTrip && toRoundTrip(roundTrip);
    },
  };
}

function criteria({ words, ownedBy, open, limit }: TicketSearch): Body {
  // The operation knows no other owner than the agent who asks.
  if (ownedBy !== undefined && ownedBy !== 'asking')
    throw new AppError('internal_error', {}, 'AgentTicketSearch cannot look for another owner');
  return {
    ...(words !== undefined && { Fulltext: words }),
    ...(ownedBy && { Owned: 1 }),
    ...(open && { Open: 1 }),
    Limit: limit,
  };
}
