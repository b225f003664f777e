import type { IconName } from '../icon-names';
import type { ListedRoom, Room } from './shapes';

/** How a room is called in a member's list. */
export function roomTitle({ room, subscription }: ListedRoom): string {
  if (room.t === 'd') return subscription.fname ?? subscription.name ?? 'Direct messages';
  return room.fname ?? room.name ?? room._id;
}

export function roomIcon({ t, prid }: Pick<Room, 't' | 'prid'>): IconName {
  if (prid !== undefined) return 'balloon';
  return t === 'd' ? 'message' : t === 'c' ? 'hashtag' : 'hashtag-lock';
}

/** A place in the address names a room by its id, or by its name, as links of the app do. */
export function isCalled(called: string, { _id, name }: Room): boolean {
  return _id === called || name === called;
}
