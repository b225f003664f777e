import type { AppError } from '../domain/errors';
import type { MemberLists } from '../domain/member-lists';
import type { OwnerSource, TriedOwner } from '../domain/owner';
import type { RoomAction } from '../domain/room-plan';
import type { Room } from '../domain/room';

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
 * `created`: this request made the room. `changed`: it existed, and something had to be written. `unchanged`: nothing was.
 * `none`: there is no room, and none was to be made. `planned`: a dry run.
 */
export interface RoomOutcome {
  readonly result: 'created' | 'changed' | 'unchanged' | 'none' | 'refused' | 'planned';
  readonly room?: RoomAnswer;
  readonly members: MemberLists;
  readonly actions: readonly RoomAction[];
  readonly refusal?: AppError;
}

export interface StatusAnswer {
  readonly result: 'found' | 'none';
  readonly room?: RoomAnswer;
  /** User names of everybody in the room, whether or not the ticket names them. */
  readonly inside: readonly string[];
  readonly members: MemberLists;
}
