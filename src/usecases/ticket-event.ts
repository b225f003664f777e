import type { RuleOpeningRules } from './open-by-rule';
import { openByRule } from './open-by-rule';
import type { EventOutcome } from './answers';
import { completeTicket, type Needs, type TicketReference } from './complete-ticket';
import { NEWEST_ARTICLES } from './look-aside';
import { followMerge } from './merge-rooms';
import type { Ports } from './ports';
import { syncRoom } from './sync-room';
import { ticketDeleted } from './ticket-deleted';
import type { Policy } from './ticket-request';

/** What the settings say about events of tickets. */
export interface EventRules {
  readonly policy: Policy;
  readonly opening: RuleOpeningRules;
  /** Where people's browsers find OTOBO. */
  readonly publicUrl?: string;
}

/**
 * Something happened to a ticket. What its event is called matters only where a ticket ends, by being deleted or merged: of these OTOBO tells
 * once, and afterwards the ticket does not show it. Everything else is read off the ticket as it is now: its room follows, or it gets one.
 *
 * @throws AppError what keeps the request from being completed; `open_cap`, `busy`, `otobo_*`
 */
export async function followEvent(reference: TicketReference, rules: EventRules, ports: Ports): Promise<EventOutcome> {
  if (reference.event === 'TicketDelete') return ticketDeleted(reference, ports);
  const request = await completeTicket(reference, rules.publicUrl, ports, EVENT_NEEDS);
  const merge = request.event === 'TicketMerge' ? await followMerge(request, rules, ports) : undefined;
  if (merge) return merge;
  const outcome = await syncRoom(request, rules.policy, ports);
  const opened = outcome.room || outcome.refusal ? undefined : await openByRule(request, saysItself(reference), rules, ports);
  return { outcome: opened ?? outcome, partings: [], bereft: false };
}

/** What a room follows, and may be told. */
const EVENT_NEEDS: Needs = { fields: ['stateType'], articles: NEWEST_ARTICLES };

/** Whether the request told the ticket; otherwise it has just been read from OTOBO. */
const saysItself = ({ ticket }: TicketReference): boolean => ticket.number !== undefined && ticket.title !== undefined;
