import type { ChatMessage } from '../../domain/chat-message';
import type { Closing } from '../../domain/closing';
import type { AppError } from '../../domain/errors';
import type { News } from '../../domain/change-plan';
import type { ChatUser } from '../../domain/member';
import type { PostedNotice } from '../../domain/plan-input';
import type { Article } from '../../domain/article';
import type { Attendance } from '../../domain/attendance';
import type { Ticket } from '../../domain/ticket';
import type { MissingPerson } from '../../domain/told';
import type { SaidStage } from '../../domain/watch';
import type { TicketOptions } from './otobo';

/** Short answers to a click. */
export type WhisperKey = 'consent.settled' | 'consent.not_yours' | 'consent.failed';

/** Where somebody is: a room, or a thread in it. */
export interface Place {
  readonly roomId: string;
  readonly threadId?: string;
}

/** A button under a message; `actionId` says what it does, `value` upon what. */
export interface Button {
  readonly actionId: string;
  readonly value: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
}

/** What the app says in rooms and to people besides the card. */
export interface Notices {
  /** @returns the id of the message */
  askConsent(roomId: string, person: ChatUser): Promise<string>;
  /** Says under the question how it was answered; what was refused can still be granted. */
  consentAnswered(messageId: string, person: ChatUser, by: ChatUser, granted: boolean): Promise<void>;
  /** To one person, in a direct room. */
  missing(to: ChatUser, ticket: Ticket, missing: readonly MissingPerson[]): Promise<void>;
  /** To one person, where they are, not stored; in their own language. */
  whisper(to: Pick<ChatUser, 'id' | 'username' | 'language'>, roomId: string, text: WhisperKey): Promise<void>;
  /** To one person, where they are, not stored: text that is inert already. */
  tell(to: Pick<ChatUser, 'id' | 'username'>, place: Place, text: string, buttons?: readonly Button[]): Promise<void>;
  /** To one person, in a direct room, stored: text that is inert already. */
  write(to: Pick<ChatUser, 'username'>, text: string): Promise<void>;
  /** In a room: text that is inert already. */
  post(roomId: string, text: string): Promise<void>;
  /**
   * Where somebody has named a ticket: its number and a button that shows it, and nothing else of it. The room need not be the app's, so one
   * in which the app may not post stays as it is.
   */
  unfurl(place: Place, ticketNumber: string): Promise<void>;
  /** One message that mentions the people who came in. */
  welcome(roomId: string, members: readonly string[]): Promise<void>;
}

/** What was heard in a room lately. */
export interface Heard {
  /** When somebody other than the app said something last, in milliseconds since the epoch; absent when that was long ago, or never. */
  readonly talkedAt?: number;
  /** Id of the reminder in which something holds, if there is one among the newest messages. */
  readonly reminderId?: string;
}

/** A room's reminder: one message. */
export interface Reminders {
  /** Looks at the newest messages. */
  listen(roomId: string): Promise<Heard>;
  /** @param stages what it shows @returns the id of the message */
  post(roomId: string, stages: readonly SaidStage[]): Promise<string>;
  /** Says something else in the reminder. @returns whether it is still there */
  edit(messageId: string, stages: readonly SaidStage[]): Promise<boolean>;
}

/** How a closing that was announced went on: it was stopped or called off, or it has begun. */
export type AnnouncementEnd = 'stopped' | 'cancelled' | 'begun';

/** What a room is told of its closing. */
export interface ClosingNotices {
  /** Says when the room will be closed and what comes of that, with a button to stop it. @returns the id of the message */
  announce(closing: Closing): Promise<string>;
  /** Makes the announcement say how it went on, without a button. */
  announcementOver(closing: Closing, how: AnnouncementEnd): Promise<void>;
  /** The transcript is in the ticket, and the room closed. */
  closed(closing: Closing): Promise<void>;
  reopened(closing: Closing): Promise<void>;
  /** OTOBO does not take the transcript, so nothing is done to the room. */
  refused(closing: Closing, error: AppError): Promise<void>;
}

/** What rooms are told of changes in their tickets. */
export interface ChangeNotices {
  /** @returns the app's own messages about changes on the newest page of a room */
  find(roomId: string): Promise<PostedNotice[]>;
  /** @param digest stands in the message, for `find` @returns the id of the message */
  post(roomId: string, news: News, digest: string): Promise<string>;
  /** @returns whether the message is still there */
  edit(messageId: string, news: News, digest: string): Promise<boolean>;
}

/** What was said in rooms. */
export interface History {
  /**
   * The oldest first. Messages of the server's own, and deleted ones, are not there, so a page moves when a message before it is deleted.
   *
   * @param skip how many older messages to leave out
   * @param limit 100 at most
   */
  page(roomId: string, skip: number, limit: number): Promise<ChatMessage[]>;
  /** @returns a message of that room, if it is still there; one of the server's own, too */
  byId(messageId: string, roomId: string): Promise<ChatMessage | undefined>;
}

/** A stretch of a room that somebody may choose for a transcript; `linked`: what was said before the link is not in it. */
export interface TranscriptRange {
  readonly key: 'new' | 'linked' | 'all';
  /** Messages in it, without those that are not kept; absent where they were not counted. */
  readonly count?: number;
}

/** What somebody looks at before a transcript is made. */
export interface TranscriptPreview {
  readonly ticketNumber: string;
  /** The first one is what is usually wanted, and what the rest is about. */
  readonly ranges: readonly TranscriptRange[];
  /** Names of those who said something. */
  readonly people: readonly string[];
  /** Absent where the room was not counted. */
  readonly off?: number;
  readonly deleted: number;
  /** The newest messages, the newest first, to leave some out. */
  readonly newest: readonly { readonly id: string; readonly at: number; readonly name: string; readonly words: string }[];
}

/** What a client waits with for a dialog: it takes one only, for some seconds. */
export interface Trigger {
  readonly id: string;
  readonly user: Pick<ChatUser, 'id' | 'username' | 'language' | 'utcOffset'>;
}

/** How a reply gets to the customer of a ticket. */
export interface ReplyPath {
  readonly ticketId: string;
  readonly title: string;
  /** Login of the customer user, where the ticket has one. */
  readonly customer?: string;
  /** Whether a mail leaves OTOBO; otherwise the customer sees the reply in the customer portal only. */
  readonly mailed: boolean;
}

/** What somebody has in front of them. What only OTOBO can say is absent where it has not said it in time. */
export type View =
  /** Without a preview it says that the room is being read. */
  | { readonly type: 'Transcript'; readonly preview?: TranscriptPreview }
  /** `off`: nobody may reply from the chat. */
  | { readonly type: 'Write'; readonly ticketNumber: string; readonly reply: 'off' | 'unknown' | ReplyPath }
  | { readonly type: 'State'; readonly ticketNumber: string; readonly states?: readonly string[] }
  /** `usual`: the state that is set where nothing else is chosen. */
  | { readonly type: 'Close'; readonly ticketNumber: string; readonly usual: string; readonly states?: readonly string[] }
  /** Names the ticket that a room is linked to. */
  | { readonly type: 'Link' }
  /** A new ticket, of a message where there is one: its first line, and how many files it has. */
  | ({
      readonly type: 'Create';
      readonly usual: { readonly queue: string; readonly priority: string };
      readonly message?: { readonly title: string; readonly files: number };
    } & Pick<TicketOptions, 'queues' | 'types' | 'priorities'>)
  /** Names the ticket that a message goes into. */
  | { readonly type: 'Add' }
  /** The bar beside a room. */
  | { readonly type: 'TicketBar'; readonly content: BarContent };

/** What the bar says about the ticket of its room. */
export type BarContent =
  /** Without people they were not found in time. */
  | { readonly type: 'ticket'; readonly ticket: Ticket; readonly articles: readonly Article[]; readonly people?: Attendance }
  /** OTOBO has not spoken in time. */
  | { readonly type: 'silence' }
  | { readonly type: 'no_ticket' }
  /** Why this person sees nothing. */
  | { readonly type: 'refusal'; readonly error: AppError };

/** Dialogs and bars, in the language of who sees them. */
export interface Views {
  /** @param viewId comes back when it is submitted */
  open(trigger: Trigger, viewId: string, view: View): Promise<void>;
  /** Shows something else in what is open; a click in it is what triggers that. */
  update(trigger: Trigger, viewId: string, view: View): Promise<void>;
}
