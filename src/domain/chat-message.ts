import { beginsOffTheRecord } from './off-the-record';
import { hasReacted } from './reaction';

/** A file that was sent with a message. */
export interface SentFile {
  readonly name: string;
  /** What its sender said of it, where that is no text of the message's own. */
  readonly description?: string;
}

/** A message that another one quotes, as far as it stands there. */
export interface Quote {
  readonly author?: string;
  readonly text: string;
}

/** A message of a room, as it was read. */
export interface ChatMessage {
  readonly id: string;
  readonly roomId: string;
  readonly author: { readonly id: string; readonly username: string; readonly name?: string };
  /** The author's own words; what is quoted is apart. */
  readonly text: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  readonly edited: boolean;
  /** The first message of the thread that it stands in. */
  readonly threadId?: string;
  /** A line of the server's own, such as that somebody has come in. */
  readonly system: boolean;
  readonly files: readonly SentFile[];
  readonly quotes: readonly Quote[];
  /** By the emoji's name with its colons: user names of who reacted so. */
  readonly reactions: ReadonlyMap<string, readonly string[]>;
  /** Absent where the server does not say. */
  readonly pinned?: boolean;
}

/** How people keep a message off the record. */
export interface OffTheRecord {
  /** What it begins with, upper and lower case alike; empty for none. */
  readonly offPrefix: string;
  /** The reaction that its author gives it, with its colons; empty for none. */
  readonly offReaction: string;
}

/** @returns how its author has kept a message off the record, if so; nobody else can */
export function offTheRecord(message: ChatMessage, { offPrefix, offReaction }: OffTheRecord): 'prefix' | 'reaction' | undefined {
  // What somebody says of a file that they send stands there, and not in the text.
  const words = [message.text, ...message.files.map(({ description }) => description ?? '')];
  if (words.some((one) => beginsOffTheRecord(one, offPrefix))) return 'prefix';
  return hasReacted(message, message.author.username, offReaction) ? 'reaction' : undefined;
}
