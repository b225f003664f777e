import type { ClosingTerms } from './closing';
import type { Mark } from './mark';

/** `omnichannel`: a conversation with a visitor of a web site. */
export type RoomType = 'private' | 'public' | 'direct' | 'omnichannel' | 'other';

/** A room of the chat, as it was read. */
export interface Room {
  readonly id: string;
  /** What stands in its address: a name that is unique in the workspace, or, for a direct room, its id. */
  readonly slug: string;
  /** What people call it; direct rooms have no name. */
  readonly name?: string;
  readonly type: RoomType;
  /** For a discussion: the type of the room it was started in. */
  readonly discussionIn?: RoomType;
  readonly creator: { readonly id: string; readonly username: string };
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly archived: boolean;
  /** Only its members can read it: no server, and no app. */
  readonly encrypted: boolean;
  /** Shared with other servers. */
  readonly federated: boolean;
  /** Whether it carries an announcement. Servers may not take one from an app. */
  readonly announced: boolean;
  readonly messageCount: number;
  readonly memberCount: number;
  /** What stands where our mark would stand; whether it is valid is decided by `isOurMark`. */
  readonly mark?: Mark;
}

/** Whether the app made a room for its ticket, or somebody linked a room that was there before. */
export const ORIGINS = ['created', 'linked'] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * The index record that leads from a ticket to its room. It is checked when read and put right when wrong; for a linked room it is the
 * only thing that says so.
 */
export interface Link {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
  readonly origin: Origin;
  /** The name the room was created with, for which its mark is signed; a linked room's name when it was linked. */
  readonly slug: string;
  /** The message that is the room's card. */
  readonly cardId: string;
  /** What becomes of a room that the app made; absent in records of older versions, for which the settings of the moment count. */
  readonly closing?: ClosingTerms;
}
