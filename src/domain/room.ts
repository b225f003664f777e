import type { Mark } from './mark';

/** A room of the chat, as it was read. */
export interface Room {
  readonly id: string;
  /** The name in addresses; unique in the workspace. */
  readonly slug: string;
  readonly type: 'private' | 'public' | 'other';
  readonly creator: { readonly id: string; readonly username: string };
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly archived: boolean;
  /** Whether it carries an announcement. Servers may not take one from an app. */
  readonly announced: boolean;
  readonly messageCount: number;
  readonly memberCount: number;
  /** What stands where our mark would stand; whether it is valid is decided by `isOurMark`. */
  readonly mark?: Mark;
}

/** The index record that leads from a ticket to its room. It is checked when read and put right when wrong. */
export interface Link {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly roomId: string;
  /** The name the room was created with; the mark is signed for it. */
  readonly slug: string;
  /** The message that is the room's card. */
  readonly cardId: string;
}
