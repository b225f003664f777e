import type { Room } from './room';

/** Why a room cannot be a ticket's room. The app could not read or write there, or other people's rules hold in it. */
export type Unlinkable = 'archived' | 'encrypted' | 'federated' | 'omnichannel' | 'other';

/** @returns nothing when a ticket can be linked to the room */
export function unlinkable({ archived, encrypted, federated, type }: Room): Unlinkable | undefined {
  if (type === 'omnichannel' || type === 'other') return type;
  if (federated) return 'federated';
  if (encrypted) return 'encrypted';
  return archived ? 'archived' : undefined;
}

/** Whether people can read the room who are not members of it. */
export function isOpenToAll({ type, discussionIn }: Pick<Room, 'type' | 'discussionIn'>): boolean {
  return type === 'public' || discussionIn === 'public';
}
