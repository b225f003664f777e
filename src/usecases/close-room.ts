import type { RoomOutcome } from './answers';
import { bringIntoStep } from './bring-into-step';
import type { Ports } from './ports';
import type { Policy, TicketRequest } from './ticket-request';

/**
 * The room of the ticket is to be closed, whatever the ticket's state is: it is announced, or under way already. Nobody comes in, and nobody
 * goes yet. A room that somebody linked is refused.
 */
export function closeRoom(request: TicketRequest, policy: Policy, ports: Ports): Promise<RoomOutcome> {
  return bringIntoStep(request, policy, ports, { mayCreate: false, mayRemove: false, newsOnly: false, wish: 'close' });
}
