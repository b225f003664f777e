import type { Standing } from './link-standing';
import type { Room } from './room';
import { roomSlug, secondSlug } from './room-name';
import type { Ticket } from './ticket';

/** A room that may be a ticket's, although nothing that the app can check says so. */
export interface Adoptable {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
}

/**
 * Why a room is offered: it carries a mark for the ticket that no known key has signed (the app was installed anew), it has a name that only
 * the predecessor gave, or nothing but a name that the app would give.
 */
export type Ground = 'mark' | 'predecessor' | 'name';

/** Why a room cannot be taken over. `kind`: not private, or a discussion. `mark`: it carries one for another ticket. */
export type Hindrance =
  'kind' | 'archived' | 'encrypted' | 'federated' | 'nameless' | 'mark' | 'room_taken' | 'ticket_taken' | 'contested' | 'gone';

/** A name that a ticket's room may have. */
export interface CandidateName {
  readonly slug: string;
  readonly predecessor: boolean;
}

/**
 * @param template of room names that is in force
 * @param prefix what the names of the predecessor's groups begin with; empty where there are none
 */
export function candidateNames(ticket: Ticket, template: string, prefix: string): CandidateName[] {
  const slug = roomSlug(template, ticket);
  const own = [slug, secondSlug(slug)].map((name) => ({ slug: name, predecessor: false }));
  const theirs = { slug: `${prefix}${ticket.id}`, predecessor: true };
  return prefix === '' || own.some((name) => name.slug === theirs.slug) ? own : [...own, theirs];
}

export function groundOf({ mark }: Room, predecessor: boolean): Ground {
  if (predecessor) return 'predecessor';
  return mark ? 'mark' : 'name';
}

/** What in the room itself keeps it from becoming the ticket's. The engine writes nothing into a room without a display name. */
export function hindranceIn(room: Room, ticketId: string): Hindrance | undefined {
  if (room.type !== 'private' || room.discussionIn) return 'kind';
  if (room.archived) return 'archived';
  if (room.encrypted) return 'encrypted';
  if (room.federated) return 'federated';
  if (room.name === undefined) return 'nameless';
  return room.mark && room.mark.ticketId !== ticketId ? 'mark' : undefined;
}

/** @returns nothing when ticket and room are free for each other */
export function hindranceBy({ type }: Exclude<Standing, { type: 'same' }>): Hindrance | undefined {
  return type === 'free' ? undefined : type;
}
