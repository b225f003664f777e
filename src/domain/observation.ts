import { isOurMark, isOurMarkForAnother, type SigningKey } from './mark';
import type { Closing } from './closing';
import type { ChatUser } from './member';
import type { Link, Room } from './room';
import type { Told } from './told';

/** What was read of the chat for one ticket. */
export interface Observation {
  /** The ticket's index records; there should be at most one. */
  readonly links: readonly Link[];
  /** What people of the ticket wait for. */
  readonly waiting: readonly string[];
  /** Closings of rooms of the ticket. */
  readonly closings: readonly Closing[];
  /** What rooms of the ticket know of it. */
  readonly told: readonly Told[];
  /** Rooms that were looked up, by the name asked for and by id. */
  readonly named: ReadonlyMap<string, Room>;
  readonly byId: ReadonlyMap<string, Room>;
  /** What is inside the rooms that may be the ticket's, by room id. */
  readonly inside: ReadonlyMap<string, RoomContent>;
}

export interface RoomContent {
  readonly members: readonly ChatUser[];
  /** Ids of the cards found in it, oldest first. */
  readonly cards: readonly string[];
  /** Ids of the users whom the app has brought in. */
  readonly added: readonly string[];
  /** Ids of the users about whom the room has been asked. */
  readonly asked: readonly string[];
}

/** What an observation means for the ticket. */
export interface Located {
  /** The ticket's room. */
  readonly room?: Room;
  /** The index record that leads to it. */
  readonly link?: Link;
  /** Whether somebody linked it; then it is none of the app's own, and the app changes nothing in it. */
  readonly linked: boolean;
  /** The name its mark is signed for. */
  readonly slug?: string;
  /** Index records that lead nowhere, or of which there is more than one, by room id. */
  readonly staleLinks: readonly string[];
  /** Unused rooms of ours for the same ticket: the server named them differently than asked (`-1`), or one that was linked or taken over is the ticket's. */
  readonly duplicates: readonly Room[];
  /** Names among those asked for that other people's rooms have. */
  readonly taken: ReadonlySet<string>;
}

/** The name the server gives to the n-th room that asks for a name that is taken. */
export function suffixed(slug: string, n: number): string {
  return `${slug}-${n}`;
}

const isLinked = ({ origin }: Link): boolean => origin === 'linked';

/**
 * Finds the ticket's room: first the one that somebody linked, then by the index (a renamed room stays the ticket's room), then by name
 * and signed mark. A room of the right name without a valid mark belongs to a stranger. A room of the app's whose mark is signed for another
 * ticket has moved to that one (`merge-rooms.ts`), whatever the index still says.
 *
 * @param slugs the names that this ticket's room may have, the preferred first
 */
export function locate(ticketId: string, slugs: readonly string[], seen: Observation, keys: readonly SigningKey[]): Located {
  const ours = (room: Room, slug: string): boolean => isOurMark(room.mark, { ticketId, slug, creatorId: room.creator.id }, keys);
  const hasMoved = ({ mark, creator }: Room, { slug, origin }: Link): boolean =>
    origin === 'created' && isOurMarkForAnother(mark, { ticketId, slug, creatorId: creator.id }, keys);
  const indexed = seen.links
    .flatMap((link) => {
      const room = seen.byId.get(link.roomId);
      return room && !hasMoved(room, link) ? [{ link, room, slug: link.slug }] : [];
    })
    .sort((a, b) => Number(isLinked(b.link)) - Number(isLinked(a.link)) || a.room.createdAt - b.room.createdAt)[0];
  const marked = slugs
    .flatMap((slug) => {
      const room = seen.named.get(slug);
      return room?.slug === slug && ours(room, slug) ? [{ room, slug }] : [];
    })
    .at(0);
  const misnamed = slugs.flatMap((slug) =>
    [...seen.byId.values()].filter((room) => room.slug !== slug && ours(room, slug)).map((room) => ({ room, slug })),
  );
  const found = indexed ?? marked ?? misnamed.find(({ room }) => room.messageCount > 0);
  const linked = indexed !== undefined && isLinked(indexed.link);
  const surplus = [...(indexed && marked ? [marked] : []), ...misnamed].map(({ room }) => room);
  const chosen = seen.links.filter((link) => link.roomId === found?.room.id);
  return {
    ...(found && { room: found.room, slug: found.slug }),
    ...(chosen.length === 1 && chosen[0] && { link: chosen[0] }),
    linked,
    staleLinks: [...new Set(seen.links.filter((link) => link.roomId !== found?.room.id || chosen.length > 1).map((link) => link.roomId))],
    duplicates: surplus.filter((room) => room.id !== found?.room.id && room.messageCount === 0),
    taken: new Set(slugs.filter((slug) => seen.named.has(slug) && seen.named.get(slug)?.id !== found?.room.id)),
  };
}
