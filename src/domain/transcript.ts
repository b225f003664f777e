import type { ChatMessage, Speaker } from './chat-message';
import type { FileEntry } from './file-entry';

/** Something on a message that stands beside its text. `hidden`: a quotation of what is not to be kept. */
export type EntryAttachment =
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'quote' | 'card';
      readonly author?: string;
      readonly title?: string;
      readonly link?: string;
      readonly text?: string;
      readonly fields: readonly { readonly title: string; readonly value: string }[];
    };

/** What a message answers that does not stand above it: the beginning of it, or why it is not shown. */
export type AnswerTo = { readonly words: string } | { readonly unseen: 'off' | 'left_out' | 'gone' };

/** A message of a transcript, with the replies that stand beneath it. */
export interface Entry {
  readonly at: number;
  readonly sender: Speaker;
  readonly text: string;
  readonly edited?: ChatMessage['edited'];
  readonly answers?: AnswerTo;
  readonly files: readonly FileEntry[];
  readonly attachments: readonly EntryAttachment[];
  readonly replies: readonly Entry[];
}

/** One part of the transcript of a room. */
export interface Transcript {
  readonly ticketNumber: string;
  readonly ticketTitle?: string;
  /** What the room is called. */
  readonly room: string;
  /** The zone in which times are given. */
  readonly timeZone: string;
  /** Times of the first and the last message. */
  readonly from: number;
  readonly to: number;
  /** Who said something in it, in the order in which they began. */
  readonly people: readonly Speaker[];
  /** Messages in it. */
  readonly count: number;
  /** Messages that are not in it: off the record, left out by who made the transcript, deleted in the room before. */
  readonly off: number;
  readonly leftOut: number;
  readonly deleted: number;
  /** Whether more follows in another article. */
  readonly more: boolean;
  readonly entries: readonly Entry[];
}

/** The sentences of a transcript; `say` fills their gaps. */
export type TranscriptSentence =
  | 'transcript.title'
  | 'transcript.ticket'
  | 'transcript.range'
  | 'transcript.people'
  | 'transcript.counts'
  | 'transcript.more'
  | 'transcript.edited'
  | 'transcript.answers'
  | 'transcript.answers_unseen'
  | 'transcript.quote_hidden'
  | 'transcript.quote_of'
  | 'file.line'
  | 'transcript.no_text'
  | 'transcript.checksum';

export type Say = (sentence: TranscriptSentence, values?: Readonly<Record<string, string | number>>) => string;

/** What may be called `transcript.html` in a ticket is this. */
export const TRANSCRIPT_FILE = 'transcript.html';
