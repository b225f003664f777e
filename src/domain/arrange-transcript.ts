import type { ChatMessage, MessageAttachment, Speaker } from './chat-message';
import type { FileEntry } from './file-entry';
import { bringsInOffTheRecord, isOffTheRecord, type OffRules } from './off-the-record';
import { shorten } from './shorten';
import type { AnswerTo, Entry, EntryAttachment } from './transcript';

/** So much of a message shows what is answered. */
const BEGINNING = 80;

/** What is kept of a room, and what is not. */
export interface KeepingRules {
  readonly off: OffRules;
  /** Ids of messages that whoever makes the transcript leaves out. */
  readonly leaveOut: ReadonlySet<string>;
}

/** Why a message is not in a transcript. */
export function reasonToLeaveOut(message: ChatMessage, { off, leaveOut }: KeepingRules): 'off' | 'left_out' | undefined {
  if (isOffTheRecord(message, off)) return 'off';
  return leaveOut.has(message.id) ? 'left_out' : undefined;
}

/** @returns ids of messages that others answer or quote, and that are not among them */
export function mentionedElsewhere(messages: readonly ChatMessage[]): string[] {
  const here = new Set(messages.map(({ id }) => id));
  const mentioned = messages.flatMap(({ threadId, attachments }) => [
    ...(threadId === undefined ? [] : [threadId]),
    ...attachments.flatMap(({ quotes }) => quotes ?? []),
  ]);
  return [...new Set(mentioned)].filter((id) => !here.has(id));
}

/**
 * Puts messages in the order in which they are read: replies stand beneath the first message of their thread where it is among them,
 * otherwise at their own time, with the beginning of what they answer.
 *
 * @param messages what is kept, the oldest first
 * @param elsewhere the messages of `mentionedElsewhere` that are still there
 * @param files what becomes of the files of a message
 */
export function arranged(
  messages: readonly ChatMessage[],
  elsewhere: ReadonlyMap<string, ChatMessage>,
  rules: KeepingRules,
  files: (message: ChatMessage) => readonly FileEntry[],
): Entry[] {
  // Threads do not nest.
  const here = new Set(messages.flatMap(({ id, threadId }) => (threadId === undefined ? [id] : [])));
  const replies = new Map<string, Entry[]>();
  const entryOf = (message: ChatMessage, answers?: AnswerTo): Entry => ({
    at: message.at,
    sender: message.sender,
    text: message.text,
    ...(message.edited && { edited: message.edited }),
    ...(answers && { answers }),
    files: files(message),
    attachments: [
      ...message.files.flatMap(({ description: text }) => (text === undefined ? [] : [{ kind: 'card' as const, text, fields: [] }])),
      ...message.attachments.map((one) => attachmentOf(one, elsewhere, rules)),
    ],
    replies: replies.get(message.id) ?? [],
  });
  for (const message of messages) {
    const { threadId } = message;
    if (threadId === undefined || !here.has(threadId)) continue;
    const beneath = replies.get(threadId) ?? [];
    beneath.push(entryOf(message));
    replies.set(threadId, beneath);
  }
  return messages.flatMap((message) => {
    const { threadId } = message;
    if (threadId === undefined) return [entryOf(message)];
    return here.has(threadId) ? [] : [entryOf(message, answered(elsewhere.get(threadId), rules))];
  });
}

/** Everybody who said something, in the order in which they began. */
export function speakersOf(messages: readonly ChatMessage[]): Speaker[] {
  return [...new Map(messages.map(({ sender }) => [`${sender.id} ${sender.name ?? ''}`, sender])).values()];
}

function answered(first: ChatMessage | undefined, rules: KeepingRules): AnswerTo {
  if (!first) return { unseen: 'gone' };
  const reason = reasonToLeaveOut(first, rules);
  if (reason) return { unseen: reason };
  const words = first.text.replace(/\s+/g, ' ').trim() || first.files.map(({ name }) => name).join(', ');
  return words === '' ? { unseen: 'gone' } : { words: shorten(words, BEGINNING) };
}

/** What was said off the record is not kept in somebody else's quotation either. */
function attachmentOf(attachment: MessageAttachment, elsewhere: ReadonlyMap<string, ChatMessage>, rules: KeepingRules): EntryAttachment {
  const { author, title, text, link, quotes, fields } = attachment;
  const quoted = quotes === undefined ? undefined : elsewhere.get(quotes);
  const leftOut = quotes !== undefined && rules.leaveOut.has(quotes);
  if (leftOut || bringsInOffTheRecord(attachment, quoted, rules.off)) return { kind: 'hidden' };
  return {
    kind: quotes === undefined ? 'card' : 'quote',
    ...(author !== undefined && { author }),
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    fields,
  };
}
