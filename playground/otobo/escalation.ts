import type { Helpdesk } from './helpdesk';
import { ROOT, stateNamed } from './names';
import type { Ticket } from './records';
import { epochSeconds, timestamp } from './times';

export type EscalationEvent = 'EscalationSolutionTimeNotifyBefore' | 'EscalationSolutionTimeStart' | 'EscalationSolutionTimeStop';

const MINUTE_MS = 60_000;
/** How long before it OTOBO warns; with a real one that is a share of the whole time, by queue, service or SLA. */
const NOTIFY_BEFORE_MS = 60 * MINUTE_MS;
/** The same event comes again after a day (`OTOBOEscalationEvents::DecayTime`). */
const DECAY_MS = 1440 * MINUTE_MS;

/** When the ticket escalates; merged, closed and removed ones do not. */
function escalationOf({ escalatesAt, state }: Ticket): number | undefined {
  return ['merged', 'closed', 'removed'].includes(stateNamed(state).type) ? undefined : escalatesAt;
}

export function isEscalated(ticket: Ticket, now: number): boolean {
  return (escalationOf(ticket) ?? Infinity) <= now;
}

/** The fields that a ticket has only while an escalation is under way. Times of the solution stand for all three kinds. */
export function escalationFields(ticket: Ticket, now: number) {
  const at = escalationOf(ticket);
  if (at === undefined) return {};
  const [seconds, left] = [epochSeconds(at), epochSeconds(at) - epochSeconds(now)];
  return {
    EscalationTime: left,
    EscalationSolutionTime: seconds,
    EscalationDestinationTime: seconds,
    EscalationDestinationDate: timestamp(at),
    EscalationTimeWorkingTime: left,
    SolutionTime: left,
    SolutionTimeDestinationTime: seconds,
    SolutionTimeDestinationDate: timestamp(at),
    SolutionTimeWorkingTime: left,
    ...(left <= 0 && { SolutionTimeEscalation: 1 }),
    ...(left > 0 && left * 1000 <= NOTIFY_BEFORE_MS && { SolutionTimeNotification: 1 }),
  };
}

/** What OTOBO's daemon does every few minutes: it tells of tickets that have escalated, and of those that soon will. */
export function checkEscalations(helpdesk: Helpdesk): void {
  const now = helpdesk.time.now();
  for (const ticket of helpdesk.tickets.values()) {
    const at = escalationOf(ticket);
    if (at === undefined || at - now > NOTIFY_BEFORE_MS) continue;
    const event = at <= now ? 'EscalationSolutionTimeStart' : 'EscalationSolutionTimeNotifyBefore';
    const before = [...ticket.history].reverse().find(({ type }) => type === event);
    if (before && now - before.createdAt <= DECAY_MS) continue;
    helpdesk.escalationEvent(ticket, event, helpdesk.agent(ROOT));
  }
}
