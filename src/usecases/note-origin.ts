import { isOffTheRecord, type OffRules } from '../domain/off-the-record';
import { threadAddress } from '../domain/room-address';
import type { Room } from '../domain/room';
import { shorten } from '../domain/shorten';
import type { Translate } from '../text/translate';
import type { Place, Ports } from './ports';

/** So much of a thread's first message names it. */
const THREAD_CHARACTERS = 60;

/** Where in the chat a note comes from. */
export interface NoteOrigin {
  readonly room?: Room;
  /** A line that names the thread, where it comes from one. */
  readonly thread?: string;
}

/** Reads what a note says of the place that it comes from. A first message that its author keeps off the record is not quoted. */
export async function noteOrigin(
  { roomId, threadId }: Place,
  off: OffRules,
  say: Translate,
  ports: Pick<Ports, 'rooms' | 'history' | 'workspace'>,
): Promise<NoteOrigin> {
  const [room, first, siteUrl] = await Promise.all([
    ports.rooms.byId(roomId),
    threadId === undefined ? undefined : ports.history.byId(threadId, roomId),
    threadId === undefined ? '' : ports.workspace.siteUrl(),
  ]);
  const at = room && { room };
  if (threadId === undefined) return { ...at };
  const url = room ? threadAddress(room, threadId, siteUrl) : siteUrl;
  const quotable = first && !isOffTheRecord(first, off) ? first.text : '';
  const words = shorten(quotable.replace(/\s+/g, ' ').trim(), THREAD_CHARACTERS);
  return { ...at, thread: words === '' ? say('note.thread_unnamed', { url }) : say('note.thread', { words, url }) };
}
