import type { MessageDocument } from '../documents';
import type { Store } from '../store';

/** How an app pages through a room's messages. */
export interface PageOptions {
  limit?: number;
  skip?: number;
  sort?: { createdAt?: 'asc' | 'desc' };
  showThreadMessages?: boolean;
}

/** Ordinary messages; `msgs` of the room counts the server's own as well. */
function visible(messages: readonly MessageDocument[], options: PageOptions): MessageDocument[] {
  return messages.filter((message) => message.t === undefined && (options.showThreadMessages !== false || message.tmid === undefined));
}

function page(messages: MessageDocument[], { limit, skip = 0, sort }: PageOptions): MessageDocument[] {
  const direction = sort?.createdAt === 'desc' ? -1 : 1;
  const ordered = [...messages].sort((one, other) => direction * (one.ts.getTime() - other.ts.getTime()));
  return ordered.slice(skip, limit === undefined ? undefined : skip + limit);
}

/**
 * One page of a room's messages, oldest first unless asked otherwise. There is no cursor: when a message is deleted between two
 * pages, the next page skips one.
 */
export function messagePage(store: Store, roomId: string, options: PageOptions): MessageDocument[] {
  return page(visible(store.messages.inRoom(roomId), options), options);
}

/** The ordinary messages since a member last looked. Somebody who was added and never looked has none. */
function unread(store: Store, roomId: string, userId: string, options: PageOptions): MessageDocument[] {
  const subscription = store.subscriptions.of(roomId, userId);
  if (!subscription) throw new Error('User not subscribed to room');
  const { ls } = subscription;
  return ls ? visible(store.messages.inRoom(roomId), options).filter((message) => message.ts > ls) : [];
}

/** @throws when the user is no member */
export function unreadPage(store: Store, roomId: string, userId: string, options: PageOptions): MessageDocument[] {
  return page(unread(store, roomId, userId, options), options);
}

/** @throws when the user is no member */
export function unreadCount(store: Store, roomId: string, userId: string): number {
  return unread(store, roomId, userId, {}).length;
}
