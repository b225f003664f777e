import type { AppError } from '../domain/errors';
import type { MemberLists } from '../domain/member-lists';
import type { OwnerSource, TriedOwner } from '../domain/owner';
import type { RoomAction } from '../domain/room-action';
import type { Room } from '../domain/room';
import type { RoomTicket } from './ticket-of-room';

/** A room as an answer names it; a room that is only planned has no id yet. */
export interface RoomAnswer {
  readonly id?: string;
  readonly slug: string;
  readonly type: Room['type'];
  /** Whether topic and announcement stand; servers may not take them, and then the card alone says what the room is about. */
  readonly announced?: boolean;
  /** `unverified`: whether this user may create private rooms shows only by trying. */
  readonly owner: { readonly username: string; readonly source: OwnerSource | 'unverified'; readonly tried: readonly TriedOwner[] };
}

/**
 * `created`: this request made the room. `reopened`: it was closed, or about to be. `changed`: it existed, and something had to be written. `unchanged`: nothing was.
 * `none`: there is no room, and none was to be made. `planned`: a dry run.
 */
export interface RoomOutcome {
  readonly result: 'created' | 'reopened' | 'changed' | 'unchanged' | 'none' | 'refused' | 'planned';
  readonly room?: RoomAnswer;
  readonly members: MemberLists;
  readonly actions: readonly RoomAction[];
  readonly refusal?: AppError;
}

/** What became of a room whose ticket has come to its end, besides what any change brings. */
export type Parting =
  | { readonly type: 'MoveRoom'; readonly roomId: string; readonly to: RoomTicket }
  /** The room was told that the ticket goes on elsewhere. */
  | { readonly type: 'TellMerged'; readonly roomId: string }
  /** The ticket was deleted, and the room is nobody's. */
  | { readonly type: 'UnlinkRoom'; readonly roomId: string };

/** The answer to an event of a ticket. */
export interface EventOutcome {
  readonly outcome: RoomOutcome;
  readonly partings: readonly Parting[];
  /** Whether the ticket has no room any more, and has to forget the one it had. */
  readonly bereft: boolean;
}

/** The answer where no room was looked at. */
export function noOutcome(result: RoomOutcome['result']): EventOutcome {
  const members = { added: [], present: [], unresolved: [], skipped: [] };
  return { outcome: { result, members, actions: [] }, partings: [], bereft: false };
}

export interface StatusAnswer {
  readonly result: 'found' | 'none';
  readonly room?: RoomAnswer;
  /** User names of everybody in the room, whether or not the ticket names them. */
  readonly inside: readonly string[];
  readonly members: MemberLists;
}
