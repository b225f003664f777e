import type { RoomOutcome } from './answers';
import { bringIntoStep } from './bring-into-step';
import type { Ports } from './ports';
import type { Policy, TicketRequest } from './ticket-request';

/**
 * The ticket changed: its room follows, if it has one. Newcomers come in; who has no role any more leaves, where the setting says
 * so and the request names everybody.
 */
export function syncRoom(request: TicketRequest, policy: Policy, ports: Ports): Promise<RoomOutcome> {
  return bringIntoStep(request, policy, ports, {
    mayCreate: false,
    mayRemove: policy.removeLeft && request.peopleComplete,
    newsOnly: true,
  });
}
