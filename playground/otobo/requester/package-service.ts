import type { RequesterService } from './web-service';

/** The invoker behind the button "Open Rocket.Chat room". */
export const OPEN_ROOM = 'OpenRoom';

/** The dynamic fields that the app fills. */
export const ROOM_FIELDS = ['RocketChatRoomID', 'RocketChatURL'] as const;

/**
 * The web service that the project's OTOBO package sets up: the button, with the room link written back into the ticket.
 *
 * @param openUrl the app's endpoint `tickets/open`, complete
 * @param secret the app's setting `endpoint_secret`
 */
export function packageService(openUrl: string, secret: string): RequesterService {
  const { origin, pathname } = new URL(openUrl);
  return {
    host: origin,
    timeoutMs: 20_000,
    headers: { Authorization: `Bearer ${secret}` },
    invokers: [
      { name: OPEN_ROOM, type: 'RocketChat::Ticket', events: [], controller: pathname, command: 'POST', dynamicFieldList: ROOM_FIELDS },
    ],
  };
}
