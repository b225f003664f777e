import { randomUUID } from 'crypto';
import { AppError } from '../domain/errors';
import { meets, type OpenRule } from '../domain/open-rules';
import type { RoomOutcome } from './answers';
import { bringIntoStep } from './bring-into-step';
import { completeTicket } from './complete-ticket';
import type { Ports, RuleOpening } from './ports';
import { inTurn } from './take-turn';
import type { Policy, TicketRequest } from './ticket-request';
import { ownRoomLinkWrite } from './write-room-link';

const HOUR_MS = 3_600_000;

export interface RuleOpeningRules {
  readonly rules: readonly OpenRule[];
  /** How many rooms rules may open in an hour. */
  readonly cap: number;
}

interface Rules {
  readonly policy: Policy;
  readonly opening: RuleOpeningRules;
  readonly publicUrl?: string;
}

/**
 * Opens the room of a ticket that has none and meets a rule. Nobody has asked for it: who caused the event is no candidate for owning the
 * room, is not told who is missing, and nothing is refused because a person waits for an answer.
 *
 * An event may be late: what it says is not believed where OTOBO can be asked, so that no ticket gets a room that is closed, merged or gone
 * by now.
 *
 * @param toldByRequest whether what is known of the ticket is what the request said; else OTOBO has only just said it
 * @returns nothing when no rule is met
 * @throws AppError `open_cap`; nothing is made then
 */
export async function openByRule(
  request: TicketRequest,
  toldByRequest: boolean,
  { policy, opening, publicUrl }: Rules,
  ports: Ports,
): Promise<RoomOutcome | undefined> {
  if (!meets(opening.rules, request.ticket)) return undefined;
  const { id, number } = request.ticket;
  const asked = toldByRequest && ports.otobo !== undefined;
  const current = asked ? await completeTicket({ ...request, ticket: { id, number } }, publicUrl, ports) : request;
  if (!meets(opening.rules, current.ticket)) return undefined;
  return withinCap(opening.cap, current, ports, () => open(current, policy, ports));
}

async function open(request: TicketRequest, policy: Policy, ports: Ports): Promise<RoomOutcome> {
  const outcome = await bringIntoStep(withoutActor(request), policy, ports, { mayCreate: true, mayRemove: false, newsOnly: false });
  const { result, room } = outcome;
  // Not every invoker of OTOBO's writes what the answer says into the ticket.
  if (result === 'created' && room?.id !== undefined && ports.otobo)
    await ports.outbox.put(await ownRoomLinkWrite(request.ticket.id, { ...room, id: room.id }, ports));
  return outcome;
}

function withoutActor(request: TicketRequest): TicketRequest {
  const nobody: { -readonly [K in keyof TicketRequest]: TicketRequest[K] } = { ...request };
  delete nobody.actor;
  delete nobody.actorUser;
  return nobody;
}

/**
 * An opening is written down before the room is made, by one at a time, so that no more get through than may. One that makes no room is taken
 * back; one that dies counts for an hour.
 *
 * @throws AppError `open_cap`; `busy` when others are at it all the time
 */
async function withinCap(
  cap: number,
  { dryRun }: TicketRequest,
  ports: Pick<Ports, 'openings' | 'turns' | 'time'>,
  act: () => Promise<RoomOutcome>,
): Promise<RoomOutcome> {
  const mine: RuleOpening = { nonce: randomUUID(), at: ports.time.now() };
  if (dryRun) {
    await requireBelow(cap, mine.at, ports);
    return act();
  }
  const reserved = await inTurn('rule-openings', ports, async () => {
    const old = await requireBelow(cap, mine.at, ports);
    await ports.openings.put(mine);
    if (old.length > 0) await ports.openings.drop(old.map(({ nonce }) => nonce));
  });
  if (!reserved) throw new AppError('busy');
  let made = false;
  try {
    const outcome = await act();
    made = outcome.result === 'created';
    return outcome;
  } finally {
    if (!made) await ports.openings.drop([mine.nonce]);
  }
}

/** @returns those that are more than an hour old and do not count any more */
async function requireBelow(cap: number, now: number, { openings }: Pick<Ports, 'openings'>): Promise<RuleOpening[]> {
  const all = await openings.all();
  const old = all.filter(({ at }) => at <= now - HOUR_MS);
  if (all.length - old.length >= cap) throw new AppError('open_cap', { cap: String(cap) });
  return old;
}
