import { createHash } from 'crypto';
import type { Article } from './article';
import { cardOf } from './card';
import { compareIds, fieldChanges, firstKnown, isOldNews, newArticles, type News, nowKnown, sayable, type Telling } from './change-plan';
import type { Circle } from './guard';
import type { Room } from './room';
import type { Aside, PlanInput } from './plan-input';
import type { RoomAction } from './room-action';
import { isSame } from './same';
import type { Ticket } from './ticket';
import type { ChangeNotice, Shown, Told } from './told';
import type { Change } from './write';

/** A message about changes is edited while it is younger than this; what comes later gets one of its own. */
const EDITED_FOR_MS = 60_000;

/** What a room that is behind its ticket still has to hear. */
export interface Behind {
  /** Whether something is to be said. */
  readonly news: boolean;
  /** Whether there are new articles, the app's own included. */
  readonly articles: boolean;
}

export interface TellPlan {
  readonly actions: readonly RoomAction[];
  readonly behind?: Behind;
}

/** What a room knows, and what its card shows then. */
export type Known = Told & { readonly card: Shown };

/** @returns the record of what the ticket's room knows; of two, which only a race can leave, the newer one */
export function toldOf(told: readonly Told[], room: Pick<Room, 'id'>): Told | undefined {
  return told
    .filter(({ roomId }) => roomId === room.id)
    .reduce<Told | undefined>((newest, one) => (newest && (newest.changedAt ?? 0) >= (one.changedAt ?? 0) ? newest : one), undefined);
}

/**
 * What the room knows when it has been told of the ticket as it is now. What the request does not say stays as it was.
 *
 * @param told what it knows so far, if anything
 */
export function knownThen(
  { ticket, articles, now }: Pick<PlanInput, 'ticket' | 'articles' | 'now'>,
  roomId: string,
  circle: Circle,
  card: Shown,
  told?: Told,
): Known {
  const known = !told ? firstKnown(ticket, articles, now) : isOldNews(ticket, told) ? told : nowKnown(told, ticket, articles);
  const [url, customerUrl] = [ticket.url ?? told?.url, ticket.customerUrl ?? told?.customerUrl];
  return {
    ...known,
    ...recordOf(ticket, roomId, circle),
    ...(told?.notice && { notice: told.notice }),
    ...(url !== undefined && { url }),
    ...(customerUrl !== undefined && { customerUrl }),
    card,
  };
}

/**
 * What the room is to be told. A room of which there is no record knows everything: it was only just made, or opened again, or comes from a
 * version that told nothing. What it may not be told, or is not to be, it knows too from then on. The card says what the room knows, so it
 * is out of date where that is.
 *
 * Telling needs `aside`, which is only known to who is alone at the ticket; without it the plan says that the room is behind.
 *
 * @param next what it knows then
 * @param cardId the message that is the room's card, unless it is only just being posted
 */
export function planTelling(input: PlanInput, room: Room, next: Known, cardId: string | undefined): TellPlan {
  const { ticket, articles, aside, now } = input;
  const told = toldOf(input.seen.told, room);
  const card = cardOf(next);
  const refresh = cardId !== undefined && !(told?.card && isSame(card, cardOf(told)));
  const follow: RoomAction[] = refresh ? [{ type: 'RefreshCard', messageId: cardId, card }] : [];
  const remember = (ownArticles: readonly string[] = []): RoomAction => ({
    type: 'RememberTold',
    told: next,
    instead: [...new Set(input.seen.told.filter((one) => one !== told).map(({ roomId }) => roomId))],
    ownArticles,
  });
  if (!told) {
    // Who has made the room is alone with it, too.
    if (!aside && input.attempt.createdRoomId !== room.id) return { actions: [], behind: { news: false, articles: false } };
    return { actions: [...follow, remember()] };
  }
  if (isOldNews(ticket, told) || isSame(next, told)) return { actions: [] };

  const telling = { guarded: card.guarded, announce: input.policy.announce };
  const arrived = newArticles(told, articles);
  const foreign = arrived.filter((article) => !aside || !isOwn(article, aside));
  const fresh = sayable(fieldChanges(told.fields, ticket), foreign, telling, authorOf(input));
  if (!aside) return { actions: [], behind: { news: fresh !== undefined, articles: arrived.length > 0 } };
  return {
    actions: [
      ...follow,
      ...(fresh ? [tell(told, fresh, foreign, telling, { ticket, articles, aside, now, room })] : []),
      remember(aside.ownArticles.filter((id) => next.articleId !== undefined && compareIds(id, next.articleId) <= 0)),
    ],
  };
}

/** The part of a record that says whose it is, and who is who in the room. */
function recordOf(
  { id, number }: Ticket,
  roomId: string,
  { agents, others }: Circle,
): Pick<Told, 'ticketId' | 'ticketNumber' | 'roomId' | 'agents' | 'others'> {
  return {
    ticketId: id,
    ticketNumber: number,
    roomId,
    // In an order of their own, because who was seen first says nothing.
    agents: [...agents].sort(),
    ...(others.size > 0 && { others: [...others].sort() }),
  };
}

/**
 * The message, and whether it is one that is there already: one that is still young, whose articles are all at hand, or one that was posted
 * or edited by somebody who died before they could take it down. That one tells the changes since what the record still says.
 */
function tell(
  told: Told,
  fresh: News,
  foreign: readonly Article[],
  telling: Telling,
  { ticket, articles, aside, now, room }: Pick<PlanInput, 'ticket' | 'articles' | 'now'> & { readonly aside: Aside; readonly room: Room },
): RoomAction {
  const { notice } = told;
  const digest = digestOf(told);
  const left = aside.notices.find((one) => one.digest === digest);
  const named = articles.filter(({ id }) => notice?.articleIds.includes(id));
  const young = notice && now - notice.at < EDITED_FOR_MS && notice.by === fresh.by && named.length === notice.articleIds.length;
  const action = (news: News, since: Omit<ChangeNotice, 'messageId'>, messageId?: string): RoomAction => ({
    type: 'TellChanges',
    roomId: room.id,
    ...(messageId !== undefined && { messageId }),
    news,
    digest,
    notice: since,
  });
  const by = fresh.by !== undefined && { by: fresh.by };
  const own = { at: now, before: told.fields, articleIds: foreign.map(({ id }) => id), ...by };
  if (notice && (left ? left.messageId === notice.messageId : young)) {
    const all = [...named, ...foreign];
    const news = sayable(fieldChanges(notice.before, ticket), all, telling, fresh.by);
    const since = { at: notice.at, before: notice.before, articleIds: all.map(({ id }) => id), ...by };
    // What was changed back leaves nothing to say since then; that it was is news all the same.
    if (news) return action(news, since, notice.messageId);
  }
  return action(fresh, own, left?.messageId);
}

/** Names a state of knowledge. The last message is part of it, because everything else may come back. */
function digestOf({ ticketId, roomId, fields, changedAt, articleId, notice }: Told): string {
  const known = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([ticketId, roomId, known, changedAt, articleId, notice?.messageId, notice?.at]))
    .digest('hex')
    .slice(0, 16);
}

/** What the app has written, or is just writing: OTOBO may tell of it before it has answered. */
function isOwn({ id, body }: Article, { ownArticles, writes }: Aside): boolean {
  return ownArticles.includes(id) || writes.some(({ change }) => 'body' in change && isText(body, change.body));
}

/** @param told long ones are cut on their way */
function isText(told: string, written: string): boolean {
  const [short, full] = [told, written].map((text) => text.replace(/\s+/g, ' ').trim());
  if (short === undefined || full === undefined) return false;
  return short === full || (short.endsWith('…') && full.startsWith(short.slice(0, -1).trimEnd()));
}

/** Who has changed the ticket from the chat; OTOBO may tell of that before it has answered, too. */
function authorOf({ ticket, changedBy, aside }: PlanInput): string | undefined {
  return changedBy ?? aside?.writes.find(({ change }) => isWhat(change, ticket))?.by?.username;
}

function isWhat(change: Change, ticket: Ticket): boolean {
  if (change.type !== 'Fields') return false;
  return (['state', 'priority', 'owner'] as const).every((field) => change[field] === undefined || change[field] === ticket[field]);
}
