import type { Call } from './authentication';
import { agentAccess } from './package/agent-access';
import { agentTicketSearch } from './package/agent-ticket-search';
import { health } from './package/health';
import { reply } from './package/reply';
import { ticketPeople } from './package/ticket-people';
import { sessionCreate, sessionGet } from './session-operations';
import { ticketCreate } from './ticket-create';
import { ticketGet } from './ticket-get';
import { ticketHistoryGet } from './ticket-history-get';
import { ticketSearch } from './ticket-search';
import { ticketUpdate } from './ticket-update';

/** What a route runs: parameters in, the answer's body out. @throws OperationError */
type Operation = (call: Call) => object | Promise<object>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the web service; `:Name` puts that part of the path into the parameter `Name`. */
  readonly path: string;
  readonly operation: Operation;
  /** It changes something when it does not answer with an error. */
  readonly writes?: true;
}

/** What the project's OTOBO package adds to the app's web service. */
export const PACKAGE_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/AgentAccess', operation: agentAccess },
  { method: 'POST', path: '/AgentTicketSearch', operation: agentTicketSearch },
  { method: 'POST', path: '/TicketPeople', operation: ticketPeople },
  { method: 'POST', path: '/Reply', operation: reply, writes: true },
  { method: 'POST', path: '/Health', operation: health },
];

/** The provider web services of the stand-in, by name. */
export const WEB_SERVICES: Readonly<Record<string, readonly Route[]>> = {
  /** The one that the recordings were made with: an administrator's usual choice of routes. */
  TicketProvider: [
    { method: 'POST', path: '/Session', operation: sessionCreate },
    { method: 'GET', path: '/Session/:SessionID', operation: sessionGet },
    { method: 'POST', path: '/Ticket', operation: ticketCreate, writes: true },
    { method: 'GET', path: '/Ticket/:TicketID', operation: ticketGet },
    { method: 'GET', path: '/TicketList', operation: ticketGet },
    { method: 'GET', path: '/TicketHistory/:TicketID', operation: ticketHistoryGet },
    { method: 'GET', path: '/Ticket', operation: ticketSearch },
    { method: 'POST', path: '/TicketSearch', operation: ticketSearch },
    { method: 'POST', path: '/TicketGet', operation: ticketGet },
    { method: 'PATCH', path: '/Ticket/:TicketID', operation: ticketUpdate, writes: true },
  ],
  /** The app's own: POST only, so that credentials stay out of addresses and logs. */
  RocketChat: [
    { method: 'POST', path: '/Session', operation: sessionCreate },
    { method: 'POST', path: '/TicketGet', operation: ticketGet },
    { method: 'POST', path: '/TicketSearch', operation: ticketSearch },
    { method: 'POST', path: '/TicketCreate', operation: ticketCreate, writes: true },
    { method: 'POST', path: '/TicketUpdate', operation: ticketUpdate, writes: true },
    { method: 'POST', path: '/TicketHistoryGet', operation: ticketHistoryGet },
    ...PACKAGE_ROUTES,
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
    if (match && route.method === method) return { route, placeholders: decoded(match.groups ?? {}) };
  }
  return undefined;
}

function decoded(placeholders: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(placeholders).map(([name, value]) => [name, decodeURIComponent(value)]));
}
