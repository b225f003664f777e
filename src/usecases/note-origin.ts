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

/** Reads what a note says of the place that it comes from. */
export async function noteOrigin(
  { roomId, threadId }: Place,
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
  const words = shorten((first?.text ?? '').replace(/\s+/g, ' ').trim(), THREAD_CHARACTERS);
  return { ...at, thread: words === '' ? say('note.thread_gone', { url }) : say('note.thread', { words, url }) };
}
