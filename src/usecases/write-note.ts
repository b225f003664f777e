import { articleText } from '../domain/article-text';
import type { ChatUser } from '../domain/member';
import { shownName } from '../domain/person-header';
import { threadAddress } from '../domain/room-address';
import { shorten } from '../domain/shorten';
import { type Translate, translator } from '../text/translate';
import { authorise, type RightsPolicy } from './authorise';
import type { Place, Ports } from './ports';
import { type RoomTicket, requireTicketOfRoom } from './ticket-of-room';
import { type Outcome, writeToOtobo, type Writing } from './write-to-otobo';

/** A note that somebody typed, and where. */
export interface TypedNote {
  readonly user: ChatUser;
  readonly place: Place;
  readonly text: string;
}

/** So much of a thread's first message names it. */
const THREAD_CHARACTERS = 60;

type NotePorts = Writing & Pick<Ports, 'links' | 'rooms' | 'keys' | 'messages' | 'workspace' | 'grants'>;

/**
 * Writes an internal article into the ticket of the room.
 *
 * @throws AppError `text_missing`, `text_too_long`, `room_without_ticket`, what `authorise` and OTOBO refuse with
 */
export async function writeNote(
  { user, place, text }: TypedNote,
  policy: RightsPolicy,
  ports: NotePorts,
): Promise<{ readonly ticket: RoomTicket; readonly outcome: Outcome }> {
  const typed = articleText(text);
  const [ticket, language] = await Promise.all([requireTicketOfRoom(place.roomId, ports), ports.workspace.language()]);
  const say = translator(language);
  const [subject, thread] = await Promise.all([noteSubject(user, place, say, ports), namedThread(place, say, ports)]);
  const body = thread === undefined ? typed : `${typed}\n\n${thread}`;
  const order = { user, place, action: 'note', ticketId: ticket.id, change: { type: 'Note', subject, body } } as const;
  return { ticket, outcome: await writeToOtobo(order, authorise(user, 'note', { ticketId: ticket.id }, policy, ports), ports) };
}

async function noteSubject(user: ChatUser, { roomId }: Place, say: Translate, { rooms }: NotePorts): Promise<string> {
  const room = await rooms.byId(roomId);
  const person = shownName(user.name ?? user.username);
  return room && room.type !== 'direct' ? say('note.subject', { person, room: room.slug }) : say('note.subject_direct', { person });
}

/** @returns a line that names the thread, where the note was typed in one */
async function namedThread({ roomId, threadId }: Place, say: Translate, ports: NotePorts): Promise<string | undefined> {
  if (threadId === undefined) return undefined;
  const [room, first, siteUrl] = await Promise.all([
    ports.rooms.byId(roomId),
    ports.messages.text(threadId, roomId),
    ports.workspace.siteUrl(),
  ]);
  const url = room ? threadAddress(room, threadId, siteUrl) : siteUrl;
  const words = shorten((first ?? '').replace(/\s+/g, ' ').trim(), THREAD_CHARACTERS);
  return words === '' ? say('note.thread_gone', { url }) : say('note.thread', { words, url });
}
