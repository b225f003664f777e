import { fileLine } from './file-entry';
import { keptLines } from './plain-line';
import type { Entry, Say, Transcript } from './transcript';
import { TRANSCRIPT_FILE } from './transcript';
import { answersLine, attachmentLines, dayLine, editedLine, headLines, speakerLine } from './transcript-sentences';
import { clockTime } from './zoned-clock';

/** Before every line of people's own words, so that nobody's words can look like a message of somebody else's. */
const OWN_WORDS = '| ';
const REPLY = '    ';

/**
 * A transcript as plain text, for an article's body.
 *
 * @param checksum SHA-256 of the attached file, in hexadecimal digits
 */
export function transcriptText(transcript: Transcript, checksum: string, say: Say): string {
  const { timeZone, count } = transcript;
  let day = '';
  const entries = transcript.entries.flatMap((entry) => {
    const today = dayLine(clockTime(entry.at, timeZone));
    const heading = today === day ? [] : [today, ''];
    day = today;
    return [...heading, ...entryLines(entry, timeZone, say), ...entry.replies.flatMap((reply) => replyLines(reply, entry, timeZone, say))];
  });
  const end = say('transcript.checksum', { count, file: TRANSCRIPT_FILE, checksum });
  return [...headLines(transcript, say), '', ...entries, end].join('\n');
}

/** A reply of another day says so itself. */
function replyLines(reply: Entry, { at }: Entry, timeZone: string, say: Say): string[] {
  const [own, above] = [dayLine(clockTime(reply.at, timeZone)), dayLine(clockTime(at, timeZone))];
  const lines = entryLines(reply, timeZone, say);
  return [...(own === above ? [] : [own]), ...lines].map((line) => (line === '' ? '' : `${REPLY}${line}`));
}

function entryLines(entry: Entry, timeZone: string, say: Say): string[] {
  const { text, edited, answers, files, attachments } = entry;
  const bare = text === '' && files.length === 0 && attachments.length === 0;
  return [
    speakerLine(entry, timeZone),
    ...(answers ? [answersLine(answers, say)] : []),
    ...attachments.flatMap((attachment) => attachmentLines(attachment, say).flatMap(keptLines)).map((line) => `> ${line}`),
    ...(text === '' ? [] : keptLines(text).map((line) => `${OWN_WORDS}${line}`)),
    ...files.map((file) => fileLine(file, say)),
    ...(bare ? [say('transcript.no_text')] : []),
    ...(edited ? [editedLine(edited, timeZone, say)] : []),
    '',
  ];
}
