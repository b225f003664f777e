import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../domain/errors';
import type { OtoboAccess } from '../../settings/snapshot';
import type { Otobo } from '../../usecases/ports';
import { asking, probed } from './ask';
import { packageOperations, type RouteMemory } from './package-operations';
import { searchTickets } from './search';
import { type SessionMemory, withSession } from './session';
import { OneTicketShape, TicketIdsShape, toTicket } from './ticket-answers';
import { RouteUnknown, transport } from './transport';
import { writing } from './writing';

export type OtoboMemory = SessionMemory & RouteMemory;

/**
 * The operations of OTOBO's web service that the app uses. Credentials travel in bodies, never in addresses.
 *
 * @param timeZone the zone that OTOBO writes times in
 * @param now milliseconds since the epoch
 */
export function otoboClient(http: IHttp, access: OtoboAccess, timeZone: string, memory: OtoboMemory, now: () => number): Otobo {
  const post = withSession(transport(http, access, now), access, memory);
  const ask = asking(post, access.webservice);
  return {
    async ticket(ticketId, articles = 0) {
      // OTOBO puts the newest first only where there is a limit.
      const wanted = articles > 0 ? { AllArticles: 1, ArticleOrder: 'DESC', ArticleLimit: articles } : {};
      const { Ticket: tickets } = await ask('/TicketGet', { TicketID: ticketId, ...wanted }, OneTicketShape);
      const [found] = tickets;
      if (!found) throw new AppError('ticket_not_found');
      return toTicket(found, timeZone);
    },
    async ticketIdOf(ticketNumber) {
      const { TicketID: ids } = await ask('/TicketSearch', { TicketNumber: ticketNumber }, TicketIdsShape);
      return ids.length === 1 ? ids[0] : undefined;
    },
    search: (search) => searchTickets(ask, search, access.login),
    ...writing(ask, now),
    async probe(operation) {
      try {
        // A search without anything to look for would find everything.
        return await probed(post, `/${operation}`, operation === 'TicketSearch' ? { TicketNumber: '0' } : {});
      } catch (error) {
        if (error instanceof RouteUnknown) return false;
        throw error;
      }
    },
    async fieldNames() {
      const { TicketID: ids } = await ask('/TicketSearch', { Limit: 1 }, TicketIdsShape);
      if (ids.length === 0) return undefined;
      const { Ticket: tickets } = await ask('/TicketGet', { TicketID: ids, DynamicFields: 1 }, OneTicketShape);
      return tickets.flatMap(({ DynamicField: fields }) => fields.map(({ Name: name }) => name));
    },
    package: packageOperations(ask, post, memory, now),
  };
}
