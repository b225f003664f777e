import type { RequesterService } from './web-service';

/** The invoker behind the button "Open Rocket.Chat room". */
export const OPEN_ROOM = 'OpenRoom';
/** The invoker that tells the app what happened to a ticket. */
export const SYNC_ROOM = 'SyncRoom';
/** The invoker that asks the app whether it is well. */
export const HEALTH = 'Health';

/** The dynamic fields that the app fills. */
export const ROOM_FIELDS = ['RocketChatRoomID', 'RocketChatURL'] as const;

/** What the package tells the app about, as far as the stand-in has it. */
const EVENTS = [
  'TicketCreate',
  'TicketTitleUpdate',
  'TicketQueueUpdate',
  'TicketStateUpdate',
  'TicketPriorityUpdate',
  'TicketOwnerUpdate',
  'TicketResponsibleUpdate',
  'TicketCustomerUpdate',
  'TicketPendingTimeUpdate',
  'TicketTypeUpdate',
  'TicketServiceUpdate',
  'TicketMerge',
  'TicketDelete',
  'EscalationSolutionTimeNotifyBefore',
  'EscalationSolutionTimeStart',
  'EscalationSolutionTimeStop',
  'ArticleCreate',
];

/**
 * The web service that the project's OTOBO package sets up: the button, the events (which the requester's `packageEvents` turns
 * on), and the call behind the operation Health. Room and link are written back into the ticket.
 *
 * @param endpoint the complete address of one of the app's endpoints, `tickets/open`
 * @param secret the app's setting `endpoint_secret`
 */
export function packageService(endpoint: (path: string) => string, secret: string): RequesterService {
  const controller = (path: string) => new URL(endpoint(path)).pathname;
  const writing = { type: 'RocketChat::Ticket', command: 'POST', dynamicFieldList: ROOM_FIELDS } as const;
  const events = EVENTS.map((event) => ({ event, asynchronous: true }));
  return {
    host: new URL(endpoint('health')).origin,
    timeoutMs: 20_000,
    headers: { Authorization: `Bearer ${secret}` },
    invokers: [
      { ...writing, name: OPEN_ROOM, events: [], controller: controller('tickets/open') },
      { ...writing, name: SYNC_ROOM, events, controller: controller('tickets/sync') },
      { name: HEALTH, type: 'Generic::PassThrough', events: [], controller: controller('health'), command: 'GET' },
    ],
  };
}
