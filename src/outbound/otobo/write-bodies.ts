import { AppError } from '../../domain/errors';
import type { ArticleFiles, ArticleText, Attachment, Change } from '../../domain/write';
import type { Body } from './transport';

type Note = Extract<Change, { type: 'Note' }>;
type Fields = Extract<Change, { type: 'Fields' }>;
type RoomLink = Extract<Change, { type: 'RoomLink' }>;
type TranscriptPart = Extract<Change, { type: 'Transcript' }>;
type Create = Extract<Change, { type: 'Create' }>;

const MINUTE_MS = 60_000;

/** Dynamic fields that the package brings, or the OTOBO admin makes. */
const URL_FIELD = 'RocketChatURL';
/** A ticket that was created from the chat holds its mark here, until it has a room. */
export const ROOM_FIELD = 'RocketChatRoomID';

/**
 * An article of an agent. One for the customer goes through the same channel as a note: through the e-mail channel, OTOBO would show it
 * as a mail that was sent.
 *
 * @param mark comes back in the ticket's history
 */
export function articleBody({ from, subject, body }: ArticleText, mark: string, visibleForCustomer: boolean): Body {
  return {
    CommunicationChannel: 'Internal',
    SenderType: 'agent',
    IsVisibleForCustomer: visibleForCustomer ? 1 : 0,
    ...(from !== undefined && { From: from }),
    Subject: subject,
    Body: body,
    ContentType: 'text/plain; charset=utf8',
    HistoryType: 'AddNote',
    HistoryComment: mark,
  };
}

/** @throws AppError `internal_error` where what is in its files was not read */
export function noteBody(note: Note, mark: string): Body {
  return { Article: articleBody(note, mark, false), ...filesBody(note) };
}

/** @throws AppError `internal_error` for a part without what it says */
export function transcriptBody({ from, subject, visible, content }: TranscriptPart, mark: string): Body {
  if (!content) throw new AppError('internal_error', {}, 'a part of a transcript comes without what it says');
  const { body, attachments } = content;
  return {
    Article: articleBody({ ...(from !== undefined && { from }), subject, body }, mark, visible),
    Attachment: attachments.map(attachmentBody),
  };
}

/** Attachments stand beside the article. */
function filesBody({ files = [], attachments = [] }: ArticleFiles): Body {
  if (files.length > attachments.length) throw new AppError('internal_error', {}, 'an article comes without what is in its files');
  return attachments.length > 0 ? { Attachment: attachments.map(attachmentBody) } : {};
}

function attachmentBody({ name, type, content }: Attachment): Body {
  return { Content: content, ContentType: type, Filename: name };
}

/**
 * OTOBO takes the end of a pending state as a point on its clock, or in minutes from now: those are the same in all time zones.
 *
 * @param now milliseconds since the epoch
 */
export function fieldsBody({ state, priority, owner, pendingUntil }: Fields, now: number): Body {
  return {
    ...(state !== undefined && { State: state }),
    ...(priority !== undefined && { Priority: priority }),
    ...(owner !== undefined && { Owner: owner }),
    ...(pendingUntil !== undefined && { PendingTime: { Diff: Math.max(1, Math.ceil((pendingUntil - now) / MINUTE_MS)) } }),
  };
}

/** An empty text empties a field. */
export function roomLinkBody({ url, roomId }: RoomLink): Body[] {
  return [
    { Name: URL_FIELD, Value: url },
    { Name: ROOM_FIELD, Value: roomId },
  ];
}

/** @throws AppError `internal_error` where what is in its files was not read */
export function createBody(change: Create, mark: string): Body {
  const { title, queue, ticketType, state, priority, owner, customer } = change;
  return {
    Ticket: {
      Title: title,
      Queue: queue,
      ...(ticketType !== undefined && { Type: ticketType }),
      State: state,
      Priority: priority,
      ...(customer !== undefined && { CustomerUser: customer }),
      ...(owner !== undefined && { Owner: owner }),
    },
    Article: articleBody(change, mark, false),
    ...filesBody(change),
    DynamicField: [{ Name: ROOM_FIELD, Value: mark }],
  };
}
