import { createHash } from 'crypto';
import { arranged, type KeepingRules, mentionedElsewhere, reasonToLeaveOut, speakersOf } from '../domain/arrange-transcript';
import { type Bookmark, movedOn } from '../domain/bookmark';
import type { ChatMessage } from '../domain/chat-message';
import { TRANSCRIPT_FILE, type Transcript } from '../domain/transcript';
import type { OffRules } from '../domain/off-the-record';
import type { TranscriptFiles } from '../domain/transcript-files';
import { transcriptHtml } from '../domain/transcript-html';
import type { PartContent } from '../domain/transcript-record';
import { transcriptText } from '../domain/transcript-text';
import { clockTime } from '../domain/zoned-clock';
import { type Translate, translator } from '../text/translate';
import { filesOfMessages } from './files-of-messages';
import type { Ports } from './ports';
import { readOn } from './read-on';

/** The settings about what transcripts look like. */
export interface ComposingRules {
  readonly off: OffRules;
  readonly files: TranscriptFiles;
  /** How large a file may be that is attached, in bytes. */
  readonly attachLimit: number;
  /** The zone in which times are given: OTOBO's, because the transcript stands among its articles. */
  readonly timeZone: string;
}

/** What of a room is to be written down, and for which ticket. */
export interface Stretch {
  readonly roomId: string;
  readonly ticket: { readonly id: string; readonly number: string };
  readonly from: Bookmark;
  /** Up to when deletions have been counted. */
  readonly counted: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly leaveOut: readonly string[];
}

/** A part, ready to be stored under the id of its write. */
export interface ComposedPart {
  readonly subject: string;
  readonly content: Omit<PartContent, 'id' | 'roomId'>;
  /** Messages in it. */
  readonly count: number;
  readonly to: Bookmark;
  readonly until: number;
  /** Whether the stretch ends with it. */
  readonly atEnd: boolean;
}

/** What an article can have and still be read. */
const MOST_MESSAGES = 1_000;
const MOST_CHARACTERS = 150_000;
/** About what time, name and blank lines take. */
const AROUND_A_MESSAGE = 60;

export type Composing = Pick<Ports, 'history' | 'rooms' | 'workspace' | 'deletions' | 'told' | 'files'>;

interface Gathered {
  readonly kept: readonly ChatMessage[];
  readonly off: number;
  readonly leftOut: number;
  readonly to: Bookmark;
  readonly atEnd: boolean;
}

/**
 * Writes down the next part of a stretch, as the room is now: so many messages as an article can have. Messages of the app's own are not in
 * it.
 *
 * @returns nothing where nothing is kept up to the end of the stretch
 */
export async function composePart(stretch: Stretch, rules: ComposingRules, ports: Composing): Promise<ComposedPart | undefined> {
  const keeping: KeepingRules = { off: rules.off, leaveOut: new Set(stretch.leaveOut) };
  const { kept, off, leftOut, to, atEnd } = await gather(stretch, keeping, ports);
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return undefined;
  const until = atEnd ? stretch.until : last.at;
  const [elsewhere, files, language, room, told, deletions] = await Promise.all([
    lookUp(mentionedElsewhere(kept), stretch.roomId, ports),
    filesOfMessages(kept, stretch.roomId, { wanted: rules.files, largest: rules.attachLimit, reserved: TRANSCRIPT_FILE }, ports),
    ports.workspace.language(),
    roomName(stretch.roomId, ports),
    ports.told.ofTicket(stretch.ticket.id),
    ports.deletions.ofRoom(stretch.roomId),
  ]);
  const say = translator(language);
  const transcript: Transcript = {
    ticketNumber: stretch.ticket.number,
    ...(told[0] && { ticketTitle: told[0].fields.title }),
    room: room ?? say('transcript.direct'),
    timeZone: rules.timeZone,
    from: first.at,
    to: last.at,
    people: speakersOf(kept),
    count: kept.length,
    off,
    leftOut,
    deleted: deletions.filter(({ writtenAt }) => writtenAt > stretch.counted && writtenAt <= until).length,
    more: !atEnd,
    entries: arranged(kept, elsewhere, keeping, (message) => files.entries.get(message.id) ?? []),
  };
  const html = transcriptHtml(transcript, language, say);
  const checksum = createHash('sha256').update(html, 'utf8').digest('hex');
  const content = { body: transcriptText(transcript, checksum, say), html, files: files.attached(say) };
  return { subject: subjectOf(transcript, say), content, count: kept.length, to, until, atEnd };
}

async function gather({ roomId, from, until }: Stretch, keeping: KeepingRules, ports: Composing): Promise<Gathered> {
  const appUser = await ports.workspace.appUser();
  const kept: ChatMessage[] = [];
  const counted = { off: 0, left_out: 0 };
  let [to, characters, atEnd, full] = [from, 0, false, false];
  while (!atEnd && !full) {
    const page = await readOn(roomId, to, until, ports);
    const taken: ChatMessage[] = [];
    let passed = to.passed;
    for (const one of page.read) {
      const { message } = one;
      const reason = reasonToLeaveOut(message, keeping);
      if (message.sender.id !== appUser.id) {
        if (reason) counted[reason] += 1;
        else {
          const size = lengthOf(message);
          full = kept.length > 0 && (kept.length >= MOST_MESSAGES || characters + size > MOST_CHARACTERS);
          if (full) break;
          characters += size;
          kept.push(message);
        }
      }
      taken.push(message);
      ({ passed } = one);
    }
    to = movedOn(to, taken, passed);
    atEnd = page.atEnd && !full;
  }
  return { kept, off: counted.off, leftOut: counted.left_out, to, atEnd };
}

function lengthOf({ text, attachments, files }: ChatMessage): number {
  const beside = attachments.reduce((sum, one) => sum + (one.text?.length ?? 0) + (one.title?.length ?? 0) + AROUND_A_MESSAGE, 0);
  const sent = files.reduce((sum, { description = '' }) => sum + description.length + AROUND_A_MESSAGE, 0);
  return text.length + beside + sent + AROUND_A_MESSAGE;
}

async function lookUp(ids: readonly string[], roomId: string, { history }: Composing): Promise<ReadonlyMap<string, ChatMessage>> {
  const found = await Promise.all(ids.map((id) => history.byId(id, roomId)));
  return new Map(found.flatMap((message) => (message ? [[message.id, message] as const] : [])));
}

/** @returns nothing for a direct room, which has no name; the name of a discussion is not its slug */
async function roomName(roomId: string, { rooms }: Composing): Promise<string | undefined> {
  const room = await rooms.byId(roomId);
  if (room?.type === 'direct') return undefined;
  return (room?.discussionIn && room.name) ?? room?.slug ?? roomId;
}

function subjectOf({ room, from, to, timeZone }: Transcript, say: Translate): string {
  const [begin, end] = [clockTime(from, timeZone), clockTime(to, timeZone)];
  const minute = ({ date, time }: typeof begin): string => `${date} ${time.slice(0, 5)}`;
  return say('transcript.subject', { room, from: minute(begin), to: begin.date === end.date ? end.time.slice(0, 5) : minute(end) });
}
