import type { Room } from './room';

const KINDS: Readonly<Record<Room['type'], string>> = {
  private: 'group',
  public: 'channel',
  direct: 'direct',
  omnichannel: 'live',
  other: 'group',
};

/**
 * Where people's browsers find a room.
 *
 * @param siteUrl of the workspace, without a slash at the end
 */
export function roomAddress({ type, slug }: Pick<Room, 'type' | 'slug'>, siteUrl: string): string {
  return `${siteUrl}/${KINDS[type]}/${encodeURIComponent(slug)}`;
}

/** Where they find a thread in it. @param threadId its first message */
export function threadAddress(room: Pick<Room, 'type' | 'slug'>, threadId: string, siteUrl: string): string {
  return `${roomAddress(room, siteUrl)}/thread/${encodeURIComponent(threadId)}`;
}

/** Where they find a message in it. */
export function messageAddress(room: Pick<Room, 'type' | 'slug'>, messageId: string, siteUrl: string): string {
  return `${roomAddress(room, siteUrl)}?msg=${encodeURIComponent(messageId)}`;
}
