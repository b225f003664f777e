import type { ChatMessage } from './chat-message';

/** Servers of one workspace store messages some moments after the time that they give them, so an older one may still come. */
const LATE_MS = 10_000;
/** No more than these are remembered by id, unless more have one time. */
const MOST_RECENT = 20;

type Passed = Pick<ChatMessage, 'id' | 'at'>;

/**
 * How far a room has been read. The server's pages know no place but a number of messages to leave out, which is wrong as soon as one of
 * them is deleted: so what has been read is told by time and id.
 */
export interface Bookmark {
  /** All that was written before has been passed; milliseconds since the epoch. */
  readonly since: number;
  /** Of what was written from then on, these have been passed. */
  readonly recent: readonly Passed[];
  /** So many messages stood before the next one when it was set; fewer, where some have been deleted since. */
  readonly passed: number;
}

/** Before the first message of a room. */
export const AT_THE_BEGINNING: Bookmark = { since: 0, recent: [], passed: 0 };

/** @returns whether a message is still to be read */
export function isBehind({ since, recent }: Bookmark, { id, at }: Passed): boolean {
  return at >= since && !recent.some((one) => one.id === id);
}

/**
 * @param read what was read since
 * @param passed how many messages stand before the next one now
 */
export function movedOn({ since, recent }: Bookmark, read: readonly Passed[], passed: number): Bookmark {
  const known = [...recent, ...read].map(({ id, at }) => ({ id, at })).sort((a, b) => b.at - a.at);
  const newest = known[0]?.at ?? since;
  const from = Math.max(since, newest - LATE_MS, known[MOST_RECENT - 1]?.at ?? 0);
  return { since: from, recent: known.filter(({ at }) => at >= from), passed };
}

/** @returns the one of two bookmarks that is further on */
export function further(a: Bookmark, b: Bookmark): Bookmark {
  if (a.since !== b.since) return a.since > b.since ? a : b;
  const added = b.recent.filter(({ id }) => !a.recent.some((one) => one.id === id));
  return { ...a, recent: [...a.recent, ...added], passed: Math.max(a.passed, b.passed) };
}
