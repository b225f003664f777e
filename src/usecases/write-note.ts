import { articleText } from '../domain/article-text';
import type { ChatUser } from '../domain/member';
import type { OffRules } from '../domain/off-the-record';
import { shownName } from '../domain/person-header';
import { type Translate, translator } from '../text/translate';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { type NoteOrigin, noteOrigin } from './note-origin';
import type { Place, Ports } from './ports';
import { type RoomTicket, requireTicketOfRoom } from './ticket-of-room';
import { type Outcome, writeToOtobo } from './write-to-otobo';

/** A note that somebody typed, and where. */
export interface TypedNote {
  readonly user: ChatUser;
  readonly place: Place;
  readonly text: string;
}

/** What notes go by. */
export interface NoteRules extends ChatRules {
  /** How people keep a message off the record. */
  readonly off: OffRules;
}

/**
 * Writes an internal article into the ticket of the room.
 *
 * @throws AppError `text_missing`, `text_too_long`, `room_without_ticket`, what `authorise` and OTOBO refuse with
 */
export async function writeNote(
  { user, place, text }: TypedNote,
  rules: NoteRules,
  ports: Ports,
): Promise<{ readonly ticket: RoomTicket; readonly outcome: Outcome }> {
  const typed = articleText(text);
  const [ticket, language] = await Promise.all([requireTicketOfRoom(place.roomId, ports), ports.workspace.language()]);
  const say = translator(language);
  const origin = await noteOrigin(place, rules.off, say, ports);
  const body = origin.thread === undefined ? typed : `${typed}\n\n${origin.thread}`;
  const change = { type: 'Note', subject: subjectOf(user, origin, say), body } as const;
  const order = { user, place, action: 'note', ticketId: ticket.id, change } as const;
  const asking = authorise(user, 'note', { ticketId: ticket.id }, rules.rights, ports);
  return { ticket, outcome: await writeToOtobo(order, asking, rules, ports) };
}

function subjectOf(user: ChatUser, { room }: NoteOrigin, say: Translate): string {
  const person = shownName(user.name ?? user.username);
  return room && room.type !== 'direct' ? say('note.subject', { person, room: room.slug }) : say('note.subject_direct', { person });
}
