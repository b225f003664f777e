import { AppError } from '../../domain/errors';
import type { ArticleText, Change } from '../../domain/write';
import type { Body } from './transport';

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

/** Attachments stand beside the article. @throws AppError `internal_error` for a part without what it says */
export function transcriptBody({ from, subject, visible, content }: TranscriptPart, mark: string): Body {
  if (!content) throw new AppError('internal_error', {}, 'a part of a transcript comes without what it says');
  const { body, attachments } = content;
  return {
    Article: articleBody({ ...(from !== undefined && { from }), subject, body }, mark, visible),
    Attachment: attachments.map(({ name, type, content: Content }) => ({ Content, ContentType: type, Filename: name })),
  };
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

export function createBody(change: Create, mark: string): Body {
  const { title, queue, state, priority, owner, customer } = change;
  return {
    Ticket: {
      Title: title,
      Queue: queue,
      State: state,
      Priority: priority,
      ...(customer !== undefined && { CustomerUser: customer }),
      ...(owner !== undefined && { Owner: owner }),
    },
    Article: articleBody(change, mark, false),
    DynamicField: [{ Name: ROOM_FIELD, Value: mark }],
  };
}
