import type { ChatUser } from '../../domain/member';
import type { Participant } from '../../domain/participants';
import type { Ticket } from '../../domain/ticket';

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
  missing(to: ChatUser, ticket: Ticket, missing: readonly Participant[]): Promise<void>;
  /** To one person, where they are, not stored; in their own language. */
  whisper(to: Pick<ChatUser, 'id' | 'username' | 'language'>, roomId: string, text: WhisperKey): Promise<void>;
  /** To one person, where they are, not stored: text that is inert already. */
  tell(to: Pick<ChatUser, 'id' | 'username'>, place: Place, text: string, buttons?: readonly Button[]): Promise<void>;
  /** To one person, in a direct room, stored: text that is inert already. */
  write(to: Pick<ChatUser, 'username'>, text: string): Promise<void>;
  /** One message that mentions the people who came in. */
  welcome(roomId: string, members: readonly string[]): Promise<void>;
}

/** What people have written. */
export interface Messages {
  /** @returns the text of a message of that room; nothing when there is no such message any more */
  text(messageId: string, roomId: string): Promise<string | undefined>;
}
