import type { Article } from './article';
import type { ChangeKind } from './change-kind';
import type { Ticket } from './ticket';
import type { Told, ToldFields } from './told';

/** Fields of a ticket whose changes are told, in the order in which they are. */
const KIND_OF = {
  title: 'title',
  state: 'state',
  pendingUntil: 'pending',
  queue: 'queue',
  priority: 'priority',
  owner: 'owner',
  responsible: 'responsible',
  customerUser: 'customer',
  customerId: 'customer',
  escalatesAt: 'escalation',
} as const satisfies Partial<Record<keyof ToldFields, ChangeKind>>;
type ToldField = keyof typeof KIND_OF;
// as: the keys of the table are all there are
const TOLD_FIELDS = Object.keys(KIND_OF) as ToldField[];

/** What customers may read, too. */
export const FOR_CUSTOMERS: readonly ToldField[] = ['title', 'state', 'queue'];
/** What a ticket may be without: it can be set for the first time. The others it always has, so they can only become known. */
const MAY_BE_EMPTY: readonly ToldField[] = ['pendingUntil', 'responsible', 'customerUser', 'customerId', 'escalatesAt'];

/** So many articles are named in one message; of more there is only the number. */
export const MOST_ARTICLES = 5;

/** One field and what it was before, where that is known; times are milliseconds since the epoch. */
export interface FieldChange {
  readonly field: ToldField;
  readonly from?: string | number;
  readonly to: string | number;
}

/** What one message tells. */
export interface News {
  readonly fields: readonly FieldChange[];
  /** The newest ones, the oldest of them first. */
  readonly articles: readonly Article[];
  /** How many older ones there are besides. */
  readonly more: number;
  /** User name of who changed the ticket from the chat. */
  readonly by?: string;
}

/** What may be told, and where. */
export interface Telling {
  /** Whether a customer may be reading along. */
  readonly guarded: boolean;
  /** What the settings let be told. */
  readonly announce: readonly ChangeKind[];
}

/** What a ticket has come to since its room was told. */
type Known = Pick<Told, 'fields' | 'changedAt' | 'articleId' | 'articlesAfter'>;

/** Whether OTOBO has said something newer of the ticket before: what comes late or twice changes nothing. */
export function isOldNews({ changedAt }: Pick<Ticket, 'changedAt'>, told: Pick<Told, 'changedAt'>): boolean {
  return changedAt !== undefined && told.changedAt !== undefined && changedAt < told.changedAt;
}

/**
 * What a room knows that is told of its ticket for the first time.
 *
 * @param now milliseconds since the epoch
 */
export function firstKnown(ticket: Ticket, articles: readonly Article[], now: number): Known {
  return nowKnown({ fields: { title: ticket.title }, articlesAfter: ticket.changedAt ?? now }, ticket, articles);
}

/** What a room knows after it was told of the ticket as it is now. What the request does not say stays as it was. */
export function nowKnown(before: Known, ticket: Ticket, articles: readonly Article[]): Known {
  const changedAt = Math.max(before.changedAt ?? -Infinity, ticket.changedAt ?? -Infinity);
  const articleId = [before.articleId, ...articles.map(({ id }) => id)]
    .filter((id) => id !== undefined)
    .sort(compareIds)
    .at(-1);
  return {
    fields: fieldsNow(before.fields, ticket),
    ...(changedAt > -Infinity && { changedAt }),
    ...(articleId !== undefined && { articleId }),
    ...(articleId === undefined && before.articlesAfter !== undefined && { articlesAfter: before.articlesAfter }),
  };
}

function fieldsNow(before: ToldFields, ticket: Ticket): ToldFields {
  const said = Object.fromEntries(TOLD_FIELDS.flatMap((field) => (ticket[field] === undefined ? [] : [[field, ticket[field]]])));
  const { pendingUntil, escalatesAt, stateType: known, ...lasting }: ToldFields = { ...before, ...said };
  // What a state means does not go with another state.
  const stateType = ticket.stateType ?? (lasting.state === before.state ? known : undefined);
  // OTOBO keeps the time of a pending state that was left.
  const waits = stateType?.startsWith('pending') ?? false;
  // Who names the state type names the escalation, too, as long as there is one.
  const escalates = ticket.stateType === undefined ? escalatesAt : ticket.escalatesAt;
  return {
    ...lasting,
    ...(stateType !== undefined && { stateType }),
    ...(waits && pendingUntil !== undefined && { pendingUntil }),
    ...(escalates !== undefined && { escalatesAt: escalates }),
  };
}

/** @returns the fields that are not as they were */
export function fieldChanges(before: ToldFields, ticket: Ticket): FieldChange[] {
  const now = fieldsNow(before, ticket);
  return TOLD_FIELDS.flatMap((field): FieldChange[] => {
    const [from, to] = [before[field], now[field]];
    if (to === undefined || to === from) return [];
    if (from !== undefined) return [{ field, from, to }];
    // Who names no state type names no more than they were set up to: what they left out may have been there.
    return MAY_BE_EMPTY.includes(field) && before.stateType !== undefined ? [{ field, to }] : [];
  });
}

/** @returns articles that came after those the room knows of, the oldest first; where it knows of none, those made since */
export function newArticles({ articleId, articlesAfter }: Known, articles: readonly Article[]): Article[] {
  const isNew = ({ id, at }: Article): boolean =>
    articleId === undefined ? articlesAfter !== undefined && at > articlesAfter : compareIds(id, articleId) > 0;
  return articles.filter(isNew).sort((a, b) => compareIds(a.id, b.id));
}

/** @returns what of it may be said there; nothing where that is nothing */
export function sayable(
  fields: readonly FieldChange[],
  articles: readonly Article[],
  { guarded, announce }: Telling,
  by?: string,
): News | undefined {
  const said = fields.filter(({ field }) => announce.includes(KIND_OF[field]) && (!guarded || FOR_CUSTOMERS.includes(field)));
  const read = announce.includes('article') ? articles.filter(({ visibleForCustomer }) => visibleForCustomer || !guarded) : [];
  if (said.length === 0 && read.length === 0) return undefined;
  return {
    fields: said,
    articles: read.slice(-MOST_ARTICLES),
    more: Math.max(0, read.length - MOST_ARTICLES),
    // Articles name who wrote them.
    ...(by !== undefined && said.length > 0 && { by }),
  };
}

/** Orders ids of OTOBO by their number; they may have more digits than numbers are exact for. */
export function compareIds(a: string, b: string): number {
  const [one, other] = [a, b].map((id) => id.replace(/^0+(?=\d)/, ''));
  if (one === undefined || other === undefined || one === other) return 0;
  return one.length - other.length || (one < other ? -1 : 1);
}
