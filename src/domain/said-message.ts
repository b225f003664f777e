/** Somebody as they stand on a message. */
export interface Speaker {
  readonly id: string;
  readonly username: string;
  /** The full name, or what an integration calls itself. */
  readonly name?: string;
}

/** A file on a message. */
export interface SaidFile {
  readonly id: string;
  readonly name: string;
  /** Media type; empty where the server does not know it. */
  readonly type: string;
  /** In bytes, where the message says so. */
  readonly size?: number;
}

/** What hangs on a message besides files: a quotation, the preview of a link, the card of an integration. */
export interface SaidAttachment {
  readonly author?: string;
  readonly title?: string;
  readonly text?: string;
  /** The address that it leads to. */
  readonly link?: string;
  /** For a quotation: the id of the message. */
  readonly quotes?: string;
  readonly fields: readonly { readonly title: string; readonly value: string }[];
}

/** A message as it stood in a room when it was read. Messages of the server's own are none. */
export interface SaidMessage {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly sender: Speaker;
  readonly text: string;
  /** The message in whose thread it was written. */
  readonly threadId?: string;
  readonly edited?: { readonly at: number; readonly by: Speaker };
  /** User names by reaction; reactions with their colons. */
  readonly reactions: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly SaidFile[];
  readonly attachments: readonly SaidAttachment[];
}
