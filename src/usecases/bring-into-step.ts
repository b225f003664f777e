import type { Article } from '../domain/article';
import { isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import type { Observation } from '../domain/observation';
import { type Participant, userOf } from '../domain/participants';
import type { PlanInput } from '../domain/plan-input';
import type { RoomAction } from '../domain/room-action';
import { planRoom, type RoomPlan } from '../domain/room-plan';
import type { Link } from '../domain/room';
import type { Behind } from '../domain/tell-plan';
import type { RoomOutcome } from './answers';
import { applyActions } from './apply-actions';
import { findParticipants } from './find-participants';
import { observeCreated, observeRoom, type Sight } from './observe-room';
import { AttemptLog } from './attempt-log';
import { lookAside, withNewest } from './look-aside';
import type { Creation, Ports } from './ports';
import { pauseAtRandom } from './random-pause';
import { inTurn } from './take-turn';
import { admissionRules, type Policy, slugsFor, type TicketRequest } from './ticket-request';

/** Every turn either ends the request or learns something; more than this means that others keep changing the same room. */
const MAX_TURNS = 12;
/** A room this young may still be getting its first members from the request that created it. */
const SETTLING_MS = 10_000;
const SETTLING_PAUSE_MS = 500;
/** So often a request gives way to somebody who is about to link a room to the same ticket. */
const MAX_YIELDS = 4;
/** What the server may have done differently than it was told. */
const LOOK_AGAIN: readonly RoomAction['type'][] = ['CreateRoom', 'AddMembers', 'DeleteDuplicate', 'Reopen'];

/** What a request may do besides bringing people in and repairing, and what it is there for. */
export type Allowed = Pick<PlanInput, 'mayCreate' | 'mayRemove' | 'newsOnly' | 'wish'>;

/** What is the same for all plans of one request. */
type Base = Omit<PlanInput, 'seen' | 'keys' | 'now' | 'attempt'>;

/** What a request has come to: a plan after which there is nothing left to look at, and what it was made of. */
interface Reached {
  readonly plan: RoomPlan;
  readonly input: PlanInput;
}

/**
 * Brings a ticket's room into step with the ticket, and tells the room what has changed. Safe to repeat, and to run twice at the same time on
 * two machines: it looks, plans, acts, and looks again until there is nothing left to do. What the room is to be told is planned again, and
 * done, by one at a time.
 *
 * @throws AppError for what is not the ticket's fault (OTOBO or workspace not usable, busy)
 */
export async function bringIntoStep(request: TicketRequest, policy: Policy, ports: Ports, allowed: Allowed): Promise<RoomOutcome> {
  const { ticket, articles, changedBy, peopleComplete, dryRun } = request;
  const slugs = slugsFor(ticket, policy);
  const admission = admissionRules(request, policy);
  const [sight, everybody, actor, appUser] = await Promise.all([
    observeRoom(ticket.id, slugs, ports),
    findParticipants(request.people, policy.recognition, ports, admission, ticket.queue),
    actorOf(request, policy, ports),
    ports.workspace.appUser(),
  ]);
  const base: Base = {
    ticket,
    articles,
    ...(changedBy !== undefined && { changedBy }),
    slugs,
    participants: everybody,
    ...(actor && { actor }),
    appUser,
    policy: { ...policy, admission },
    recognition: policy.recognition,
    peopleComplete,
    ...allowed,
  };
  const attempt = new AttemptLog();
  if (dryRun) {
    const { plan, input } = await planDry(base, sight, attempt, ports);
    return attempt.answerDry(plan, input);
  }
  const reached = await untilInStep(base, sight, attempt, ports);
  const told = reached.plan.behind ? await tellInTurn(reached, base, attempt, ports) : reached;
  // Who opens a room gets into it all the same.
  if (!told && allowed.newsOnly) throw new AppError('busy');
  const { plan, input } = told ?? reached;
  return attempt.answer(plan, input);
}

async function planDry(base: Base, { seen, keys }: Sight, { state }: AttemptLog, ports: Ports): Promise<Reached> {
  const input: PlanInput = { ...base, seen, keys, now: ports.time.now(), attempt: state };
  const plan = planRoom(input);
  const { room, behind } = plan;
  if (!room || !behind) return { plan, input };
  const [articles, aside] = await Promise.all([articlesFor(base, behind, ports), lookAside(base.ticket.id, room.id, behind, ports)]);
  const told: PlanInput = { ...input, articles, aside };
  return { plan: planRoom(told), input: told };
}

/**
 * Tells the room what it does not know yet, alone: what others have told it meanwhile it knows.
 *
 * @returns nothing when others are at it all the time
 */
async function tellInTurn({ plan }: Reached, base: Base, attempt: AttemptLog, ports: Ports): Promise<Reached | undefined> {
  const { room, behind } = plan;
  if (!room || !behind) return undefined;
  const { id } = base.ticket;
  const articles = await articlesFor(base, behind, ports);
  const done = await inTurn(`ticket-${id}`, ports, async () => {
    const [sight, aside] = await Promise.all([observeRoom(id, base.slugs, ports), lookAside(id, room.id, behind, ports)]);
    return untilInStep({ ...base, articles, aside }, sight, attempt, ports);
  });
  return done?.value;
}

function articlesFor({ articles, ticket }: Base, behind: Behind, ports: Ports): Promise<readonly Article[]> {
  return behind.articles ? withNewest(articles, ticket.id, ports) : Promise.resolve(articles);
}

async function untilInStep(base: Base, first: Sight, attempt: AttemptLog, ports: Ports): Promise<Reached> {
  const { ticket, slugs } = base;
  let sight = first;
  let yields = 0;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const input: PlanInput = { ...base, seen: sight.seen, keys: sight.keys, now: ports.time.now(), attempt: attempt.state };
    const plan = planRoom(input);
    if (turn === 0 && mayBeSettling(plan, input)) {
      await ports.time.pause(SETTLING_PAUSE_MS);
      sight = await observeRoom(ticket.id, slugs, ports);
      continue;
    }
    if (await isContested(plan, input, sight, ports)) {
      if ((yields += 1) > MAX_YIELDS) break;
      await pauseAtRandom(ports);
      sight = await observeRoom(ticket.id, slugs, ports);
      continue;
    }
    const [creation] = await Promise.all([applyActions(plan.actions, ticket, sight.keys, ports), noteOpening(plan, input, ports)]);
    attempt.learn(plan.actions, creation);
    if (!plan.actions.some(({ type }) => LOOK_AGAIN.includes(type))) return { plan, input };
    sight = await lookAgain(ticket.id, slugs, sight, creation, attempt, ports);
  }
  throw new AppError('busy');
}

async function actorOf({ actor, actorUser }: TicketRequest, { recognition }: Policy, ports: Ports): Promise<Participant | undefined> {
  if (!actor) return undefined;
  if (actorUser) return { person: actor, user: actorUser };
  const [found] = await findParticipants([actor], recognition, ports);
  return found;
}

/** Taken down with what makes a room complete, because one that was made may have to be taken back before that; and beside it, so that nobody waits. */
async function noteOpening({ room, actions }: RoomPlan, { attempt, ticket, actor }: PlanInput, ports: Ports): Promise<void> {
  if (!room || room.id !== attempt.createdRoomId || !actions.some(({ type }) => type === 'WriteLink')) return;
  const by = userOf(actor)?.username ?? actor?.person.login;
  await ports.audit.note({ what: 'opened', ticketNumber: ticket.number, roomId: room.id, ...(by !== undefined && { by }) });
}

/**
 * Whether somebody may be linking a room to the ticket who has not seen the new room that this plan makes or is about. Whoever links looks
 * for rooms after their claim is made, and gives way to what they see; so once no claim is live, none that comes will go past the room.
 */
async function isContested({ actions, room }: RoomPlan, input: PlanInput, { claims }: Sight, ports: Ports): Promise<boolean> {
  const { ticket, seen, now, attempt } = input;
  // However old it is: who was held up for long has made it, or seen it, just now.
  const isNew = room !== undefined && seen.links.every(({ roomId }) => roomId !== room.id);
  if (!isNew && !actions.some(({ type }) => type === 'CreateRoom')) return false;
  // Whoever comes across another's new room may have read the claims before it was made, and a claim may have become a link since.
  const outdated = (isNew && room.id !== attempt.createdRoomId) || claims.length > 0;
  const current = outdated ? await ports.claims.ofTicket(ticket.id) : { claims, links: seen.links };
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
