import { reasonToLeaveOut } from '../domain/arrange-transcript';
import { AT_THE_BEGINNING, type Bookmark, isBehind, movedOn } from '../domain/bookmark';
import type { OffRules } from '../domain/off-the-record';
import { plainLine } from '../domain/plain-line';
import type { ChatMessage, Speaker } from '../domain/chat-message';
import { shorten } from '../domain/shorten';
import type { Ports, TranscriptChoices } from './ports';
import { bookmarkAt, readOn } from './read-on';
import type { RoomTicket } from './ticket-of-room';
import { whenLinked } from './transcribe-room';

/** So many of the newest messages can be left out. */
const NEWEST = 100;
/** So much of each is shown. */
const WORDS = 50;
/** The engine gives up what takes longer than 30 s. */
const COUNTS_MS = 15_000;

interface Counted {
  /** Whether there was time for all of it. */
  readonly complete: boolean;
  /** Messages that are kept, and of those, the ones that OTOBO does not have. */
  readonly all: number;
  readonly fresh: number;
  readonly freshOff: number;
  /** Names by user id. */
  readonly people: ReadonlyMap<string, string>;
  readonly newest: readonly ChatMessage[];
}

/**
 * Counts what a transcript of a room would have. A room that is too large to be counted in time is not counted, and can be transcribed all the
 * same; nor is what was said in a linked room before the link, because there may be a great deal of it.
 */
export async function previewTranscript(roomId: string, ticket: RoomTicket, off: OffRules, ports: Ports): Promise<TranscriptChoices> {
  const { transcripts, deletions, time } = ports;
  const until = time.now();
  const [record, linkedAt, deleted] = await Promise.all([transcripts.find(roomId), whenLinked(roomId, ports), deletions.ofRoom(roomId)]);
  const start = linkedAt === undefined ? AT_THE_BEGINNING : await bookmarkAt(roomId, linkedAt, ports);
  const acknowledged = record?.acknowledged && record.acknowledged.to.since >= start.since ? record.acknowledged : undefined;
  const counted = await count(roomId, start, acknowledged?.to, until, off, ports);
  const newest = counted.complete ? counted.newest : await newestOf(roomId, until, off, ports);
  const [begins, known] = [linkedAt ?? 0, acknowledged?.until ?? linkedAt ?? 0];
  return {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    until,
    ranges: [
      ...(acknowledged
        ? [{ key: 'new' as const, from: acknowledged.to, counted: known, ...(counted.complete && { count: counted.fresh }) }]
        : []),
      { key: linkedAt === undefined ? 'all' : 'linked', from: start, counted: begins, ...(counted.complete && { count: counted.all }) },
      ...(linkedAt === undefined ? [] : [{ key: 'all' as const, from: AT_THE_BEGINNING, counted: 0 }]),
    ],
    people: [...counted.people.values()],
    ...(counted.complete && { off: counted.freshOff }),
    deleted: deleted.filter(({ writtenAt }) => writtenAt > known && writtenAt <= until).length,
    newest: newest.map((message) => ({
      id: message.id,
      at: message.at,
      name: shownAs(message.sender),
      words: beginningOf(message),
    })),
  };
}

/** Keeps nothing of a room but numbers, names and the newest messages, however large it is. */
async function count(
  roomId: string,
  start: Bookmark,
  acknowledged: Bookmark | undefined,
  until: number,
  off: OffRules,
  ports: Ports,
): Promise<Counted> {
  const appUser = await ports.workspace.appUser();
  const keeping = { off, leaveOut: new Set<string>() };
  const people = new Map<string, string>();
  let [all, fresh, freshOff] = [0, 0, 0];
  let newest: ChatMessage[] = [];
  for (let [bookmark, atEnd] = [start, false]; !atEnd;) {
    if (ports.time.now() - until > COUNTS_MS) return { complete: false, all, fresh, freshOff, people, newest };
    const page = await readOn(roomId, bookmark, until, ports);
    for (const { message } of page.read) {
      if (message.sender.id === appUser.id) continue;
      const isFresh = acknowledged === undefined || isBehind(acknowledged, message);
      if (reasonToLeaveOut(message, keeping)) {
        if (isFresh) freshOff += 1;
        continue;
      }
      all += 1;
      newest.push(message);
      if (!isFresh) continue;
      fresh += 1;
      people.set(message.sender.id, shownAs(message.sender));
    }
    newest = newest.slice(-NEWEST);
    const read = page.read.map(({ message }) => message);
    bookmark = movedOn(bookmark, read, page.read.at(-1)?.passed ?? bookmark.passed);
    ({ atEnd } = page);
  }
  return { complete: true, all, fresh, freshOff, people, newest: newest.reverse() };
}

/** Without reading what is before. */
async function newestOf(roomId: string, until: number, off: OffRules, ports: Ports): Promise<ChatMessage[]> {
  const [{ passed }, appUser] = await Promise.all([bookmarkAt(roomId, until + 1, ports), ports.workspace.appUser()]);
  const page = await ports.history.page(roomId, Math.max(0, passed - NEWEST), NEWEST);
  const keeping = { off, leaveOut: new Set<string>() };
  return page.filter((message) => message.sender.id !== appUser.id && !reasonToLeaveOut(message, keeping)).reverse();
}

const shownAs = ({ name, username }: Speaker): string => plainLine(name ?? username);

function beginningOf({ text, files, attachments }: ChatMessage): string {
  const said = [text, ...files.map(({ description }) => description ?? ''), ...attachments.map((one) => one.text ?? '')];
  const words = [...said, ...files.map(({ name }) => name)].find((one) => one.trim() !== '') ?? '';
  // Whoever counts characters as people do is slow: a message may be long.
  return shorten(
    words
      .slice(0, WORDS * 10)
      .replace(/\s+/g, ' ')
      .trim(),
    WORDS,
  );
}
