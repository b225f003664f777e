import type { Call } from './authentication';
import { sessionCreate, sessionGet } from './session-operations';
import { ticketCreate } from './ticket-create';
import { ticketGet } from './ticket-get';
import { ticketHistoryGet } from './ticket-history-get';
import { ticketSearch } from './ticket-search';
import { ticketUpdate } from './ticket-update';

/** What a route runs: parameters in, the answer's body out. @throws OperationError */
type Operation = (call: Call) => object;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the web service; `:Name` puts that part of the path into the parameter `Name`. */
  readonly path: string;
  readonly operation: Operation;
}

/** The provider web services of the stand-in, by name. */
export const WEB_SERVICES: Readonly<Record<string, readonly Route[]>> = {
  /** The one that the recordings were made with: an administrator's usual choice of routes. */
  TicketProvider: [
    { method: 'POST', path: '/Session', operation: sessionCreate },
    { method: 'GET', path: '/Session/:SessionID', operation: sessionGet },
    { method: 'POST', path: '/Ticket', operation: ticketCreate },
    { method: 'GET', path: '/Ticket/:TicketID', operation: ticketGet },
    { method: 'GET', path: '/TicketList', operation: ticketGet },
    { method: 'GET', path: '/TicketHistory/:TicketID', operation: ticketHistoryGet },
    { method: 'GET', path: '/Ticket', operation: ticketSearch },
    { method: 'POST', path: '/TicketSearch', operation: ticketSearch },
    { method: 'POST', path: '/TicketGet', operation: ticketGet },
    { method: 'PATCH', path: '/Ticket/:TicketID', operation: ticketUpdate },
  ],
  /** The app's own: POST only, so that credentials stay out of addresses and logs. */
  RocketChat: [
    { method: 'POST', path: '/Session', operation: sessionCreate },
    { method: 'POST', path: '/TicketGet', operation: ticketGet },
    { method: 'POST', path: '/TicketSearch', operation: ticketSearch },
    { method: 'POST', path: '/TicketCreate', operation: ticketCreate },
    { method: 'POST', path: '/TicketUpdate', operation: ticketUpdate },
    { method: 'POST', path: '/TicketHistoryGet', operation: ticketHistoryGet },
  ],
};

/**
 * @param path below the web service, without query
 * @returns the route and what its placeholders stand for, undefined when there is none
 */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = pattern.exec(path);
    if (match && route.method === method) return { operation: route.operation, placeholders: decoded(match.groups ?? {}) };
  }
  return undefined;
}

function decoded(placeholders: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(placeholders).map(([name, value]) => [name, decodeURIComponent(value)]));
}
