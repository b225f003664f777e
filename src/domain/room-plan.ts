import { type Card, cardOf } from './card';
import { isOldNews } from './change-plan';
import { type ClosingInput, planClosing } from './closing-plan';
import type { ErrorCode } from './errors';
import { circleOf, isGuarded } from './guard';
import { unlinkable } from './linkable';
import { isOurMark } from './mark';
import type { ChatUser } from './member';
import { type LeftOut, planMembers } from './member-plan';
import { missingNow, planMissing } from './missing-plan';
import { type Located, locate, type RoomContent } from './observation';
import { ownerCandidates } from './owner';
import type { PlanInput } from './plan-input';
import type { Room } from './room';
import type { RoomAction } from './room-action';
import { displayName } from './room-name';
import { type Behind, type Known, knownThen, planTelling, toldOf } from './tell-plan';

/** What to do when the room's name belongs to a stranger's room. */
export const NAME_TAKEN = ['refuse', 'next'] as const;
export type NameTaken = (typeof NAME_TAKEN)[number];

/** Whoever creates a room finishes it (card, index); another request may do so only in a room older than this. */
export const FINISHING_TIME_MS = 60_000;

/** What has to be done, and why that may be nothing. */
export interface RoomPlan {
  readonly actions: readonly RoomAction[];
  readonly leftOut: readonly LeftOut[];
  readonly room?: Room;
  /** Whether the room does not know yet what it is to know; to be planned again by who is alone at the ticket. */
  readonly behind?: Behind;
  readonly refusal?: { readonly code: ErrorCode; readonly details: Readonly<Record<string, string>> };
}

/**
 * What must change so that the ticket has its one room with its people in it. Pure: planning the result of a plan gives
 * nothing to do, and the same people in any order give the same plan.
 */
export function planRoom(input: PlanInput): RoomPlan {
  const located = locate(input.ticket.id, input.slugs, input.seen, input.keys);
  const cleanUp = located.duplicates.map((room): RoomAction => ({ type: 'DeleteDuplicate', roomId: room.id, slug: room.slug }));
  if (!located.room) return input.mayCreate ? planCreation(input, located, cleanUp) : { actions: cleanUp, leftOut: [] };
  const told = toldOf(input.seen.told, located.room);
  if (input.newsOnly && told && isOldNews(input.ticket, told)) return { actions: [], leftOut: [], room: located.room };
  if (located.linked) {
    return input.wish === 'close' ? refuse('close_linked', {}, cleanUp) : planLinked(input, located, located.room, cleanUp);
  }
  if (located.room.archived) return refuse('room_archived', { room: located.room.slug }, cleanUp);
  return planExisting(input, located, located.room, cleanUp);
}

function refuse(code: ErrorCode, details: Record<string, string>, actions: readonly RoomAction[] = []): RoomPlan {
  return { actions, leftOut: [], refusal: { code, details } };
}

function planCreation(input: PlanInput, located: Located, cleanUp: readonly RoomAction[]): RoomPlan {
  const slug = input.slugs.find((name) => !located.taken.has(name) && !input.attempt.refusedSlugs.has(name));
  if (slug === undefined) return refuse('name_taken', { room: input.slugs.join(', ') }, cleanUp);
  const [owner] = ownerCandidates(input.participants, input.actor, input.appUser, input.policy.ownerMissing, input.attempt.refusedOwners);
  if (!owner) {
    const tried = input.attempt.refusedOwners.map(({ username }) => username).join(', ');
    return refuse('owner_missing', { tried: tried || '–' }, cleanUp);
  }
  const members = new Set(input.participants.flatMap((one) => ('user' in one ? [one.user.username] : [])));
  const showJoins = input.policy.adding === 'each';
  const create: RoomAction = {
    type: 'CreateRoom',
    slug,
    displayName: displayName(input.ticket),
    owner,
    // People who come with the room come without a message: to have one for each, they are added afterwards.
    members: showJoins ? [] : [...members].sort(),
    showJoins,
  };
  return { actions: [...cleanUp, create], leftOut: [] };
}

/** Somebody else's room: nothing is changed in it, whoever is missing. It is told what changes in the ticket, and its card follows. */
function planLinked(input: PlanInput, { staleLinks, link }: Located, room: Room, cleanUp: readonly RoomAction[]): RoomPlan {
  const reason = unlinkable(room);
  if (reason) return refuse('room_unsuitable', { reason }, cleanUp);
  // Two records of the linked room say the same, and dropping them would unlink it.
  const stale = staleLinks.filter((roomId) => roomId !== room.id);
  const content = input.seen.inside.get(room.id) ?? NOTHING_INSIDE;
  const { actions, behind } = planTelling(input, room, knowledge(input, room, content, true), link?.cardId);
  return {
    actions: [...cleanUp, ...(stale.length > 0 ? [{ type: 'DropLinks' as const, roomIds: stale }] : []), ...actions],
    leftOut: [],
    room,
    ...(behind && { behind }),
  };
}

const NOTHING_INSIDE: RoomContent = { members: [], cards: [], added: [], asked: [] };

function planExisting(input: PlanInput, located: Located, room: Room, cleanUp: readonly RoomAction[]): RoomPlan {
  const { ticket, attempt } = input;
  const content = input.seen.inside.get(room.id) ?? NOTHING_INSIDE;
  const slug = located.slug ?? room.slug;
  const mine = attempt.createdRoomId === room.id;
  const closing = planClosing(closingInput(input, located, room, mine));
  if (closing.leaveAlone) return { actions: [...cleanUp, ...closing.actions], leftOut: [], room };
  const old = input.now - room.createdAt > FINISHING_TIME_MS;
  // Two records of one room mean that it was finished before.
  const finishing = mine || old || located.staleLinks.includes(room.id);
  const { joining, leaving, toRemember, toWelcome, leftOut } = planMembers(
    input,
    room,
    content,
    mine,
    old && input.seen.links.every(({ roomId }) => roomId !== room.id),
  );
  const actions: RoomAction[] = [...cleanUp, ...closing.actions];
  if (joining.length > 0) actions.push({ type: 'AddMembers', roomId: room.id, members: joining });
  if (leaving.length > 0) {
    actions.push({
      type: 'RemoveMembers',
      roomId: room.id,
      members: leaving.map(({ username }) => username),
      userIds: leaving.map(({ id }) => id),
    });
  }
  if (!isOurMark(room.mark, { ticketId: ticket.id, slug, creatorId: room.creator.id }, input.keys)) {
    actions.push({ type: 'RestoreMark', roomId: room.id, slug, creatorId: room.creator.id });
  }
  // Whoever comes in has to be seen inside first: the rest follows on the next look.
  if (joining.length === 0) {
    if (toRemember.length > 0) actions.push({ type: 'RememberAdded', roomId: room.id, userIds: toRemember });
    if (toWelcome.length > 0) actions.push({ type: 'Welcome', roomId: room.id, members: toWelcome });
    // A room without any record could be missed once it is renamed: who may not write one may not drop any.
    if (finishing && located.staleLinks.length > 0) actions.push({ type: 'DropLinks', roomIds: located.staleLinks });
    const known = knowledge(input, room, content, false);
    const finish = finishing ? planFinish(input, located, room, content, slug, mine, cardOf(known)) : [];
    const card = finish.flatMap((action) => (action.type === 'PostCard' ? [action.card] : []))[0];
    actions.push(...finish);
    if (finishing || located.link) {
      const { actions: telling, behind } = planTelling(input, room, afterLeaving(input, room, content, leaving, known), content.cards[0]);
      actions.push(...planMissing(input, room, content, card), ...telling);
      if (behind) return { actions, leftOut, room, behind };
    }
  }
  return { actions, leftOut, room };
}

/**
 * What the room knows when they have left, which may be more than before. Nothing is shown because of that: it only says that the room is
 * behind, so that it is looked at again, and told by who sees that they are gone.
 */
function afterLeaving(input: PlanInput, room: Room, content: RoomContent, leaving: readonly ChatUser[], known: Known): Known {
  if (input.aside || leaving.length === 0) return known;
  const members = content.members.filter(({ id }) => leaving.every((one) => one.id !== id));
  return knowledge(input, room, { ...content, members }, false);
}

/** The terms are those of when the room was made, where the index knows them. */
function closingInput(input: PlanInput, { link }: Located, { id: roomId }: Room, mine: boolean): ClosingInput {
  const { ticket, seen, policy, wish, participants } = input;
  const closing = seen.closings.find((one) => one.roomId === roomId);
  const keptOut = participants.flatMap((one) => ('list' in one && one.reason === 'customer_excluded' ? [one.person] : []));
  return {
    ticket,
    roomId,
    ...(closing && { closing }),
    ...(wish && { wish }),
    terms: link?.closing ?? policy.closing,
    delay: policy.closeDelay,
    mine,
    keptOut,
  };
}

/** Card and index record: what makes a room complete. */
function planFinish(
  input: PlanInput,
  { link }: Located,
  room: Room,
  content: RoomContent,
  slug: string,
  mine: boolean,
  card: Card,
): RoomAction[] {
  const [cardId] = content.cards;
  const closing = link ? link.closing : input.policy.closing;
  const record = { type: 'WriteLink', roomId: room.id, slug, ...(closing && { closing }) } as const;
  if (cardId !== undefined) return link?.cardId === cardId ? [] : [{ ...record, cardId }];
  return [{ type: 'PostCard', roomId: room.id, card, others: mine ? 'none' : 'possible' }, record];
}

/** What the room knows when it has been told of everything. Who comes into a linked room is not the app's business. */
function knowledge(input: PlanInput, room: Room, content: RoomContent, linked: boolean): Known {
  const { ticket, participants, actor, policy, appUser, seen } = input;
  const told = toldOf(seen.told, room);
  const circle = circleOf(participants, content, told, actor);
  const { admission, colleagues } = policy;
  const guarded = isGuarded(room, content.members, circle, { ...admission, colleagues }, ticket.queue, appUser.id);
  return knownThen(input, room.id, circle, { guarded, missing: linked ? [] : missingNow(input, told?.card?.missing ?? []) }, told);
}
