/** What a pass is to go over, from the settings. */
export interface PassScope {
  /** Ids of the chosen rooms, in this order. */
  readonly roomIds: readonly string[];
  /** Rooms with more members than this are left alone. */
  readonly limit: number;
  /** Whether addresses are taken in that nobody has verified. */
  readonly acceptUnverified: boolean;
}

/** A pass over the members of the chosen rooms, who are taken into the address book. */
export interface Pass extends PassScope {
  /** Which of the rooms is under way. */
  readonly at: number;
  /** Everybody up to this user id is done in that room. */
  readonly after: string;
  /** How many people it has met so far. */
  readonly met: number;
  /** Rooms that were left alone because they have more members than the limit. */
  readonly tooLarge: readonly { readonly roomId: string; readonly name: string; readonly members: number }[];
  /** Ids of chosen rooms that do not exist any more. */
  readonly gone: readonly string[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly completedAt?: number;
  /** Whether an earlier pass, or this one, has come to its end. */
  readonly completedOnce: boolean;
}

/** Directory services change accounts without telling apps, so everybody is looked at once a day. */
const RENEWED_AFTER_MS = 24 * 60 * 60 * 1000;

const sameScope = (one: PassScope, other: PassScope): boolean =>
  one.limit === other.limit &&
  one.acceptUnverified === other.acceptUnverified &&
  one.roomIds.length === other.roomIds.length &&
  one.roomIds.every((roomId, at) => roomId === other.roomIds[at]);

/**
 * @param last the pass that was written last
 * @returns the pass to work at: the last one while it is under way or fresh, else a new one (the settings it was begun with have
 * changed, or it came to its end more than a day ago)
 */
export function passFor(scope: PassScope, last: Pass | undefined, now: number): Pass {
  const stale = last?.completedAt !== undefined && now - last.completedAt > RENEWED_AFTER_MS;
  if (last && !stale && sameScope(last, scope)) return last;
  const { roomIds, limit, acceptUnverified } = scope;
  const completedOnce = last?.completedOnce ?? false;
  return { roomIds, limit, acceptUnverified, at: 0, after: '', met: 0, tooLarge: [], gone: [], startedAt: now, completedOnce };
}

/** @returns the room that is under way; nothing when all are done */
export function roomUnderWay({ roomIds, at }: Pass): string | undefined {
  return roomIds[at];
}

/** @returns who of a room's members has not been met yet, in the order of the pass: by id, because members come and go meanwhile */
export function stillToMeet<Member extends { readonly id: string }>(members: readonly Member[], { after }: Pass): Member[] {
  return members.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The pass after these people have been met. */
export function afterMeeting(pass: Pass, people: readonly { readonly id: string }[]): Pass {
  return { ...pass, after: people.at(-1)?.id ?? pass.after, met: pass.met + people.length };
}

/** The pass when there is nothing left to do in the room under way. */
export function afterRoom(pass: Pass): Pass {
  return { ...pass, at: pass.at + 1, after: '' };
}

/** The pass when the room under way is left alone: it has too many members, or is gone. */
export function afterLeavingAlone(
  pass: Pass,
  roomId: string,
  room: { readonly slug: string; readonly memberCount: number } | undefined,
): Pass {
  if (!room) return afterRoom({ ...pass, gone: [...pass.gone, roomId] });
  return afterRoom({ ...pass, tooLarge: [...pass.tooLarge, { roomId, name: room.slug, members: room.memberCount }] });
}

/** The pass when all rooms are done. */
export function atItsEnd(pass: Pass, now: number): Pass {
  return { ...pass, completedAt: now, completedOnce: true };
}
