import { randomUUID } from 'crypto';
import { type Claim, isGood, isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import { type Located, locate } from '../domain/observation';
import type { Room } from '../domain/room';
import type { Ticket } from '../domain/ticket';
import { type EventOutcome, noOutcome, type Parting } from './answers';
import { completeTicket, ticketById } from './complete-ticket';
import { type Move, moveRoom } from './move-room';
import { observeRoom, type Sight } from './observe-room';
import type { Ports } from './ports';
import { syncRoom } from './sync-room';
import { inTurn } from './take-turn';
import { type OtherRoom, tellOfOther } from './tell-of-merge';
import { type Policy, slugsFor, type TicketRequest } from './ticket-request';

interface Rules {
  readonly policy: Policy;
  readonly publicUrl?: string;
}

/** One of the two tickets, and where its room is. */
interface Side {
  readonly ticket: Ticket;
  readonly sight: Sight;
  readonly located: Located;
}

/** `none`: the merged ticket has no room (any more). `told`: it has one, and that has been told before. */
type Fate =
  | { readonly type: 'none' | 'told' }
  | ({ readonly type: 'move' } & Move)
  | {
      readonly type: 'tell';
      readonly room: Room;
      readonly other: OtherRoom;
      readonly from: Ticket;
      readonly to: Ticket;
    };

/** So far a chain of merges is followed: a ticket into which another was merged may have been merged itself meanwhile. */
const MOST_MERGES = 20;

/**
 * A ticket was merged into another one. Where that one has no room, it gets the merged ticket's; where it has, the merged ticket's room is
 * told and shown the way, and goes on as the room of a ticket that is done. The surviving ticket's room is brought into step at last: OTOBO
 * says nothing about that ticket.
 *
 * @param request the merged ticket
 * @returns nothing when this is no merge: OTOBO does not say that the ticket is merged, or not into which
 * @throws AppError `otobo_not_configured` without an OTOBO that could tell of the surviving ticket; `busy`, `otobo_*`
 */
export async function followMerge(request: TicketRequest, rules: Rules, ports: Ports): Promise<EventOutcome | undefined> {
  const { mergedInto, ticket: merged } = request;
  if (mergedInto === undefined || merged.stateType !== 'merged') return undefined;
  const survivorId = await endOfMerges(mergedInto, ports);
  if (survivorId === merged.id) return undefined;
  const survivor = await completeTicket(ticketById(survivorId), rules.publicUrl, ports);
  if (request.dryRun) return planned(await look(merged, survivor.ticket, rules.policy, ports));

  const fate = await settle(merged, survivor.ticket, rules.policy, ports);
  await syncRoom(survivor, rules.policy, ports);
  if (fate.type === 'none' || fate.type === 'move')
    return { ...noOutcome(fate.type === 'move' ? 'changed' : 'none'), partings: partingsOf(fate), bereft: true };
  const outcome = await syncRoom(request, rules.policy, ports);
  const changed = fate.type === 'tell' && outcome.result === 'unchanged';
  return { outcome: changed ? { ...outcome, result: 'changed' } : outcome, partings: partingsOf(fate), bereft: false };
}

async function endOfMerges(ticketId: string, { merges }: Pick<Ports, 'merges'>): Promise<string> {
  let end = ticketId;
  for (let steps = 0; steps < MOST_MERGES; steps += 1) {
    const next = await merges.find(end);
    if (!next) break;
    end = next.into;
  }
  return end;
}

function planned(fate: Fate): EventOutcome {
  return { ...noOutcome('planned'), partings: partingsOf(fate) };
}

function partingsOf(fate: Fate): Parting[] {
  switch (fate.type) {
    case 'none':
    case 'told':
      return [];
    case 'move':
      return [{ type: 'MoveRoom', roomId: fate.room.id, to: { id: fate.to.id, number: fate.to.number } }];
    case 'tell':
      return [{ type: 'TellMerged', roomId: fate.room.id }];
  }
}

/** Nobody else is at work at either ticket's room meanwhile; the lower id first, so that two merges never wait for each other. */
async function settle(merged: Ticket, survivor: Ticket, policy: Policy, ports: Ports): Promise<Fate> {
  const [first, second] = [merged.id, survivor.id].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const done = await inTurn(`ticket-${first ?? ''}`, ports, () =>
    inTurn(`ticket-${second ?? ''}`, ports, () => decideAndAct(merged, survivor, policy, ports)),
  );
  if (!done?.value) throw new AppError('busy');
  return done.value.value;
}

async function decideAndAct(merged: Ticket, survivor: Ticket, policy: Policy, ports: Ports): Promise<Fate> {
  const fate = await look(merged, survivor, policy, ports);
  if (fate.type === 'tell') await showTheWay(fate, ports);
  return fate.type === 'move' ? claimAndMove(fate, policy, ports) : fate;
}

async function look(merged: Ticket, survivor: Ticket, policy: Policy, ports: Ports): Promise<Fate> {
  const [theirs, its, before] = await Promise.all([
    sideOf(merged, policy, ports),
    sideOf(survivor, policy, ports),
    ports.merges.find(merged.id),
  ]);
  const moving = movable(theirs, its);
  if (moving) return moving;
  const { room } = theirs.located;
  const other = its.located.room;
  if (!room) return { type: 'none' };
  if (!other || before) return { type: 'told' };
  const origin = its.located.linked ? 'linked' : 'created';
  return { type: 'tell', room, other: { room: other, origin }, from: merged, to: survivor };
}

async function sideOf(ticket: Ticket, policy: Policy, ports: Ports): Promise<Side> {
  const slugs = slugsFor(ticket, policy);
  const sight = await observeRoom(ticket.id, slugs, ports);
  return { ticket, sight, located: locate(ticket.id, slugs, sight.seen, sight.keys) };
}

/**
 * A move that has got stuck shows as one room to which records of both tickets lead. An archived room stays where it is, because nobody
 * could work in it.
 */
function movable(theirs: Side, its: Side): ({ readonly type: 'move' } & Move) | undefined {
  const { seen } = theirs.sight;
  const other = its.located.room;
  const stuck = seen.links.find(({ roomId }) => roomId === other?.id);
  const room = theirs.located.room ?? (stuck && other);
  if (!room || room.archived || (other && other.id !== room.id)) return undefined;
  const record = seen.links.find(({ roomId }) => roomId === room.id);
  const cards = record ? [record.cardId] : (seen.inside.get(room.id)?.cards ?? []);
  return {
    type: 'move',
    room,
    link: {
      roomId: room.id,
      origin: 'created',
      slug: theirs.located.slug ?? room.slug,
      cardId: cards[0] ?? '',
      ...record,
      ticketId: its.ticket.id,
      ticketNumber: its.ticket.number,
    },
    cards,
    from: theirs.ticket,
    to: its.ticket,
  };
}

async function showTheWay({ room, other, from, to }: Extract<Fate, { type: 'tell' }>, ports: Ports): Promise<void> {
  await tellOfOther(room, other, from, to, ports);
  await ports.merges.note({ ticketId: from.id, into: to.id });
}

/**
 * Moves the room unless somebody is about to give the surviving ticket another one; as with a link, the claim comes first, and then a look
 * at what others do. Who opens that ticket's room waits for the claim.
 */
async function claimAndMove(move: Move, policy: Policy, ports: Ports): Promise<Fate> {
  const claim: Claim = { nonce: randomUUID(), ticketId: move.to.id, roomId: move.room.id, at: ports.time.now() };
  await ports.claims.put(claim);
  try {
    const fate = await look(move.from, move.to, policy, ports);
    if (fate.type === 'tell') await showTheWay(fate, ports);
    if (fate.type !== 'move') return fate;
    const { claims } = await ports.claims.ofTicket(move.to.id);
    const now = ports.time.now();
    await Promise.all(claims.filter((other) => !isLive(other, now)).map((other) => ports.claims.drop(other)));
    if (claims.some((other) => other.nonce !== claim.nonce && isLive(other, now)) || !isGood(claim, now)) throw new AppError('busy');
    await moveRoom(fate, ports);
    return fate;
  } finally {
    await ports.claims.drop(claim);
  }
}
