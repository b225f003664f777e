import { isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import type { Observation } from '../domain/observation';
import type { Participant } from '../domain/participants';
import { FINISHING_TIME_MS, planRoom, type PlanInput, type RoomAction, type RoomPlan } from '../domain/room-plan';
import type { Link } from '../domain/room';
import type { RoomOutcome } from './answers';
import { applyActions } from './apply-actions';
import { findParticipants } from './find-participants';
import { observeCreated, observeRoom, type Sight } from './observe-room';
import { AttemptLog } from './attempt-log';
import type { Creation, Ports } from './ports';
import { pauseAtRandom } from './random-pause';
import { admissionRules, type Policy, slugsFor, type TicketRequest } from './ticket-request';

/** Every turn either ends the request or learns something; more than this means that others keep changing the same room. */
const MAX_TURNS = 12;
/** A room this young may still be getting its first members from the request that created it. */
const SETTLING_MS = 10_000;
const SETTLING_PAUSE_MS = 500;
/** So often a request gives way to somebody who is about to link a room to the same ticket. */
const MAX_YIELDS = 4;
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
  const [first, everybody, actor, appUser] = await Promise.all([
    observeRoom(request.ticket.id, slugs, ports),
    findParticipants(request.people, policy.recognition, ports, admission, request.ticket.queue),
    actorOf(request, policy, ports),
    ports.workspace.appUser(),
  ]);
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
  let yields = 0;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const input: PlanInput = { ...base, seen: sight.seen, keys: sight.keys, now: ports.time.now(), attempt: attempt.state };
    const plan = planRoom(input);
    if (request.dryRun) return attempt.answerDry(plan, input);
    if (turn === 0 && mayBeSettling(plan, input)) {
      await ports.time.pause(SETTLING_PAUSE_MS);
      sight = await observeRoom(request.ticket.id, slugs, ports);
      continue;
    }
    if (await isContested(plan, input, sight, ports)) {
      if ((yields += 1) > MAX_YIELDS) break;
      await pauseAtRandom(ports);
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

async function actorOf({ actor, actorUser }: TicketRequest, { recognition }: Policy, ports: Ports): Promise<Participant | undefined> {
  if (!actor) return undefined;
  if (actorUser) return { person: actor, user: actorUser };
  const [found] = await findParticipants([actor], recognition, ports);
  return found;
}

/**
 * Whether somebody may be linking a room to the ticket who has not seen the new room that this plan makes or is about. Whoever links looks
 * for rooms after their claim is made, and gives way to what they see; so once no claim is live, none that comes will go past the room.
 */
async function isContested({ actions, room }: RoomPlan, input: PlanInput, { claims }: Sight, ports: Ports): Promise<boolean> {
  const { ticket, seen, now, attempt } = input;
  const isNew = room !== undefined && now - room.createdAt <= FINISHING_TIME_MS && seen.links.every(({ roomId }) => roomId !== room.id);
  if (!isNew && !actions.some(({ type }) => type === 'CreateRoom')) return false;
  // Whoever comes across another's new room may have read the claims before it was made.
  const elses = isNew && room.id !== attempt.createdRoomId;
  const current = elses ? await ports.claims.ofTicket(ticket.id) : { claims, links: seen.links };
  return current.claims.some((claim) => isLive(claim, now)) || hasMore(current.links, seen.links);
}

function hasMore(links: readonly Link[], before: readonly Link[]): boolean {
  return links.some(({ roomId }) => before.every((link) => link.roomId !== roomId));
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
    // Where a room is being linked, one of that name may have been made and taken back.
    if (creation?.outcome === 'name_taken' && again.claims.length === 0) attempt.nameRefused(again.seen);
    return again;
  }
  const created = await observeCreated(ticketId, creation.roomId, before, ports);
  const named = [...created.seen.named.keys()].some((name) => slugs.includes(name));
  if (named && !hasMore(created.seen.links, before.seen.links)) return created;
  // The server gave it another name, or another room was linked, because somebody was faster: look who.
  const again = await observeRoom(ticketId, slugs, ports);
  return { ...again, seen: withRooms(again.seen, created.seen) };
}

function withRooms(seen: Observation, more: Observation): Observation {
  return { ...seen, byId: new Map([...more.byId, ...seen.byId]), inside: new Map([...more.inside, ...seen.inside]) };
}
