import { plainLine } from './plain-line';
import type { Speaker } from './chat-message';
import type { AnswerTo, Entry, EntryAttachment, Say, Transcript } from './transcript';
import { type ClockTime, clockTime } from './zoned-clock';

/** What both forms of a transcript say in the same words. All of it is on one line, and none of it escaped. */

/** @returns such as `Alice Adler (@alice)` */
function named({ name, username }: Speaker): string {
  const login = `@${plainLine(username)}`;
  const shown = plainLine(name ?? '');
  return shown === '' || shown === plainLine(username) ? login : `${shown} (${login})`;
}

/** The lines at the top. */
export function headLines(transcript: Transcript, say: Say): string[] {
  const { ticketNumber, ticketTitle, room, from, to, people, count, off, leftOut, deleted, more } = transcript;
  const moment = (at: number): string => momentIn(at, transcript.timeZone);
  return [
    say('transcript.ticket', { number: ticketNumber, title: plainLine(ticketTitle ?? '') || 'none' }),
    say('transcript.title', { room: plainLine(room) }),
    say('transcript.range', { from: moment(from), to: moment(to), zone: plainLine(transcript.timeZone) }),
    say('transcript.people', { people: people.map(named).join(', ') }),
    say('transcript.counts', { count, off, leftOut, deleted }),
    ...(more ? [say('transcript.more')] : []),
  ];
}

function momentIn(at: number, timeZone: string): string {
  const { date, time, zone } = clockTime(at, timeZone);
  return `${date} ${time} (${zone})`;
}

/** @returns the heading of a day; a new one is due as well when the clock is changed within a day */
export function dayLine({ date, zone }: ClockTime): string {
  return `${date} (${zone})`;
}

/** @returns the time of day and who it was */
export function speakerLine({ at, sender }: Entry, timeZone: string): string {
  return `${clockTime(at, timeZone).time} ${named(sender)}`;
}

/** @returns who changed a message last, if anybody knows, and when */
export function editedLine({ at, by }: NonNullable<Entry['edited']>, timeZone: string, say: Say): string {
  return say('transcript.edited', { person: by ? named(by) : 'unknown', at: momentIn(at, timeZone) });
}

/** @returns what a message in a thread answers, where that does not stand above it */
export function answersLine(answers: AnswerTo, say: Say): string {
  return 'words' in answers
    ? say('transcript.answers', { words: plainLine(answers.words) })
    : say('transcript.answers_unseen', { why: answers.unseen });
}

/** @returns the lines of a quotation or a card; empty ones are left out */
export function attachmentLines(attachment: EntryAttachment, say: Say): string[] {
  if (attachment.kind === 'hidden') return [say('transcript.quote_hidden')];
  const { kind, author, title, link, text, fields } = attachment;
  const by = plainLine(author ?? '');
  return [
    ...(by === '' ? [] : [kind === 'quote' ? say('transcript.quote_of', { person: by }) : by]),
    ...(title === undefined ? [] : [plainLine(title)]),
    ...(text === undefined ? [] : [text]),
    ...fields.map((field) => `${plainLine(field.title)}: ${field.value}`),
    // A quotation leads to a message that stands in the transcript, or that cannot be read from the ticket anyway.
    ...(link === undefined || (kind === 'quote' && text !== undefined) ? [] : [plainLine(link)]),
  ].filter((line) => line !== '');
}
