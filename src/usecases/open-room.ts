import type { RoomOutcome } from './answers';
import { bringIntoStep } from './bring-into-step';
import type { Ports } from './ports';
import type { Policy, TicketRequest } from './ticket-request';

/** Makes sure that the ticket has its one room, that it is open, and that its people are in it. Nobody is removed by opening. */
export function openRoom(request: TicketRequest, policy: Policy, ports: Ports): Promise<RoomOutcome> {
  return bringIntoStep(request, policy, ports, { mayCreate: true, mayRemove: false, wish: 'open', newsOnly: false });
}
