import { type Bookmark, isBehind } from '../domain/bookmark';
import { AppError } from '../domain/errors';
import type { ChatMessage } from '../domain/chat-message';
import type { Ports } from './ports';

/** The largest page that the engine gives. */
const PAGE = 100;
/** A page begins so many messages before those that the bookmark knows, because a message that came late moves the others on. */
const MARGIN = 5;
/** Whoever looks for longer than this reads a room in which everything moves. */
const MAX_PAGES = 200;

type Reading = Pick<Ports, 'history'>;

/** A message, and how many stand before the one after it. */
export interface ReadMessage {
  readonly message: ChatMessage;
  readonly passed: number;
}

export interface ReadOn {
  /** The oldest first; none only at the end. */
  readonly read: readonly ReadMessage[];
  /** Whether there is nothing more up to the time asked for. */
  readonly atEnd: boolean;
}

/**
 * Reads the next messages behind a bookmark. Pages overlap: one counts only if nothing can be missing between the bookmark and its first
 * message, because that is older, or was there before; otherwise an earlier page is read.
 *
 * @param until what was written later is not read; milliseconds since the epoch
 * @throws AppError `busy`
 */
export async function readOn(roomId: string, bookmark: Bookmark, until: number, { history }: Reading): Promise<ReadOn> {
  let skip = Math.max(0, bookmark.passed - bookmark.recent.length - MARGIN);
  let back = PAGE - 1;
  let last: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await history.page(roomId, skip, PAGE);
    const [first] = page;
    const joins = skip === 0 || (first !== undefined && first.at < bookmark.since) || page.some(({ id }) => id === last);
    if (!joins) {
      skip = Math.max(0, skip - back);
      back *= 2;
      last = undefined;
      continue;
    }
    const from = skip;
    const behind = page.map((message, at) => ({ message, passed: from + at + 1 })).filter(({ message }) => isBehind(bookmark, message));
    const read = behind.filter(({ message }) => message.at <= until);
    const atEnd = page.length < PAGE || read.length < behind.length;
    if (read.length > 0 || atEnd) return { read, atEnd };
    skip += page.length - 1;
    last = page.at(-1)?.id;
  }
  throw new AppError('busy', {}, `no end of pages in room ${roomId}`);
}

/**
 * @param since milliseconds since the epoch
 * @returns a bookmark before the first message that was written then or later
 */
export async function bookmarkAt(roomId: string, since: number, { history }: Reading): Promise<Bookmark> {
  const isBefore = async (at: number): Promise<boolean> => {
    const [message] = await history.page(roomId, at, 1);
    return message !== undefined && message.at < since;
  };
  let [low, high] = [0, PAGE];
  while (await isBefore(high)) [low, high] = [high, high * 2];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return { since, recent: [], passed: low };
}
