/** Somebody as they stand on a message. */
export interface Speaker {
  readonly id: string;
  readonly username: string;
  /** The full name, or what an integration calls itself. */
  readonly name?: string;
}

/** A file on a message. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  /** Media type; empty where the server does not know it. */
  readonly type: string;
  /** In bytes, where the message says so. */
  readonly size?: number;
  /** What its sender said of it, where that is no text of the message's own. */
  readonly description?: string;
}

/** What hangs on a message besides files: a quotation, the preview of a link, the card of an integration. */
export interface MessageAttachment {
  readonly author?: string;
  readonly title?: string;
  readonly text?: string;
  /** The address that it leads to. */
  readonly link?: string;
  /** For a quotation: the id of the message. One without a text the server did not show. */
  readonly quotes?: string;
  readonly fields: readonly { readonly title: string; readonly value: string }[];
}

/** A message as it stood in a room when it was read. */
export interface ChatMessage {
  readonly id: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  readonly sender: Speaker;
  /** The sender's own words; what is quoted is among the attachments. */
  readonly text: string;
  /** The message in whose thread it was written. */
  readonly threadId?: string;
  /** Who changed it last, as far as the server still knows them. */
  readonly edited?: { readonly at: number; readonly by?: Speaker };
  /** A line of the server's own, such as that somebody has come in. The history of a room has none. */
  readonly system: boolean;
  /** Absent where the server does not say. */
  readonly pinned?: boolean;
  /** User names by reaction; reactions with their colons. */
  readonly reactions: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly SentFile[];
  readonly attachments: readonly MessageAttachment[];
}
