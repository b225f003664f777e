import { AppError } from '../domain/errors';
import type { Observation } from '../domain/observation';
import { planRoom, type PlanInput, type RoomAction, type RoomPlan } from '../domain/room-plan';
import type { RoomOutcome } from './answers';
import { applyActions } from './apply-actions';
import { findParticipants } from './find-participants';
import { observeCreated, observeRoom, type Sight } from './observe-room';
import { AttemptLog } from './attempt-log';
import type { Creation, Ports } from './ports';
import { admissionRules, type Policy, slugsFor, type TicketRequest } from './ticket-request';

/** Every turn either ends the request or learns something; more than this means that others keep changing the same room. */
const MAX_TURNS = 12;
/** A room this young may still be getting its first members from the request that created it. */
const SETTLING_MS = 10_000;
const SETTLING_PAUSE_MS = 500;
/** What the server may have done differently than it was told. */
const LOOK_AGAIN: readonly RoomAction['type'][] = ['CreateRoom', 'AddMembers', 'DeleteDuplicate'];

/** What a request may do besides bringing people in and repairing. */
export type Allowed = Pick<PlanInput, 'mayCreate' | 'mayRemove'>;

/**
 * Brings a ticket's room into step with the ticket. Safe to repeat, and to run twice at the same time on two machines: it looks,
 * plans, acts, and looks again until there is nothing left to do.
 *
 * @throws AppError for what is not the ticket's fault (OTOBO or workspace not usable, busy)
 */
export async function bringIntoStep(request: TicketRequest, policy: Policy, ports: Ports, allowed: Allowed): Promise<RoomOutcome> {
  const slugs = slugsFor(request.ticket, policy);
  const admission = admissionRules(request, policy);
  const [first, everybody, actors, appUser] = await Promise.all([
    observeRoom(request.ticket.id, slugs, ports),
    findParticipants(request.people, policy.recognition, ports, admission, request.ticket.queue),
    findParticipants(request.actor ? [request.actor] : [], policy.recognition, ports),
    ports.workspace.appUser(),
  ]);
  const actor = actors[0];
  const base = {
    ticket: request.ticket,
    slugs,
    participants: everybody,
    ...(actor && { actor }),
    appUser,
    policy: { ...policy, admission },
    recognition: policy.recognition,
    peopleComplete: request.peopleComplete,
    ...allowed,
  };

  let sight: Sight = first;
  const attempt = new AttemptLog();
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const input: PlanInput = { ...base, seen: sight.seen, keys: sight.keys, now: ports.time.now(), attempt: attempt.state };
    const plan = planRoom(input);
    if (request.dryRun) return attempt.answerDry(plan, input);
    if (turn === 0 && mayBeSettling(plan, input)) {
      await ports.time.pause(SETTLING_PAUSE_MS);
      sight = await observeRoom(request.ticket.id, slugs, ports);
      continue;
    }
    const creation = await applyActions(plan.actions, request.ticket, sight.keys, ports);
    attempt.learn(plan.actions, creation);
    if (!plan.actions.some(({ type }) => LOOK_AGAIN.includes(type))) return attempt.answer(plan, input);
    sight = await lookAgain(request.ticket.id, slugs, sight, creation, attempt, ports);
  }
  throw new AppError('busy');
}

/** Whether people seem to be missing from a room that another request is still filling: what is finished has its index record. */
function mayBeSettling({ actions, room }: RoomPlan, { seen, now }: PlanInput): boolean {
  return (
    room !== undefined && seen.links.length === 0 && now - room.createdAt < SETTLING_MS && actions.some(({ type }) => type === 'AddMembers')
  );
}

async function lookAgain(
  ticketId: string,
  slugs: readonly string[],
  before: Sight,
  creation: Creation | undefined,
  attempt: AttemptLog,
  ports: Ports,
): Promise<Sight> {
  if (creation?.outcome !== 'created') {
    const again = await observeRoom(ticketId, slugs, ports);
    if (creation?.outcome === 'name_taken') attempt.nameRefused(again.seen);
    return again;
  }
  const seen = await observeCreated(creation.roomId, before.seen, ports);
  if ([...seen.named.keys()].some((name) => slugs.includes(name))) return { seen, keys: before.keys };
  // The server gave it another name, because somebody was faster: look who.
  const again = await observeRoom(ticketId, slugs, ports);
  return { seen: withRooms(again.seen, seen), keys: again.keys };
}

function withRooms(seen: Observation, more: Observation): Observation {
  return { ...seen, byId: new Map([...more.byId, ...seen.byId]), inside: new Map([...more.inside, ...seen.inside]) };
}
