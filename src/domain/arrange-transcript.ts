import { beginsOffTheRecord, isOffTheRecord, type OffRules } from './off-the-record';
import type { SaidAttachment, SaidMessage, Speaker } from './said-message';
import { shorten } from './shorten';
import type { AnswerTo, Entry, EntryAttachment, EntryFile } from './transcript';

/** So much of a message shows what is answered. */
const BEGINNING = 80;

/** What is kept of a room, and what is not. */
export interface KeepingRules {
  readonly off: OffRules;
  /** Ids of messages that whoever makes the transcript leaves out. */
  readonly leaveOut: ReadonlySet<string>;
}

/** Why a message is not in a transcript. */
export function reasonToLeaveOut(message: SaidMessage, { off, leaveOut }: KeepingRules): 'off' | 'left_out' | undefined {
  if (isOffTheRecord(message, off)) return 'off';
  return leaveOut.has(message.id) ? 'left_out' : undefined;
}

/** @returns ids of messages that others answer or quote, and that are not among them */
export function mentionedElsewhere(messages: readonly SaidMessage[]): string[] {
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
  messages: readonly SaidMessage[],
  elsewhere: ReadonlyMap<string, SaidMessage>,
  rules: KeepingRules,
  files: (message: SaidMessage) => readonly EntryFile[],
): Entry[] {
  // Threads do not nest.
  const here = new Set(messages.flatMap(({ id, threadId }) => (threadId === undefined ? [id] : [])));
  const replies = new Map<string, Entry[]>();
  const entryOf = (message: SaidMessage, answers?: AnswerTo): Entry => ({
    at: message.at,
    sender: message.sender,
    text: withoutQuotingLinks(message),
    ...(message.edited && { edited: message.edited }),
    ...(answers && { answers }),
    files: files(message),
    attachments: message.attachments.map((one) => attachmentOf(one, elsewhere, rules)),
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
export function speakersOf(messages: readonly SaidMessage[]): Speaker[] {
  return [...new Map(messages.map(({ sender }) => [`${sender.id} ${sender.name ?? ''}`, sender])).values()];
}

function answered(first: SaidMessage | undefined, rules: KeepingRules): AnswerTo {
  if (!first) return { unseen: 'gone' };
  const reason = reasonToLeaveOut(first, rules);
  if (reason) return { unseen: reason };
  const words = withoutQuotingLinks(first).replace(/\s+/g, ' ').trim() || first.files.map(({ name }) => name).join(', ');
  return words === '' ? { unseen: 'gone' } : { words: shorten(words, BEGINNING) };
}

/** What was said off the record is not kept in somebody else's quotation either. */
function attachmentOf(
  { author, title, text, link, quotes, fields }: SaidAttachment,
  elsewhere: ReadonlyMap<string, SaidMessage>,
  rules: KeepingRules,
): EntryAttachment {
  const quoted = quotes === undefined ? undefined : elsewhere.get(quotes);
  const isUnkept =
    (quotes !== undefined && rules.leaveOut.has(quotes)) ||
    (quoted !== undefined && reasonToLeaveOut(quoted, rules) !== undefined) ||
    beginsOffTheRecord(text ?? '', rules.off.prefix);
  if (isUnkept) return { kind: 'hidden' };
  return {
    kind: quotes === undefined ? 'card' : 'quote',
    ...(author !== undefined && { author }),
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    fields,
  };
}

/** Clients quote by an invisible link before the text: the quotation itself stands there. */
export function withoutQuotingLinks({ text, attachments }: SaidMessage): string {
  return attachments.reduce((rest, { quotes, link }) => {
    if (quotes === undefined || link === undefined) return rest;
    const start = `[ ](${link})`;
    return rest.startsWith(start) ? rest.slice(start.length).replace(/^[ \n]/, '') : rest;
  }, text);
}
