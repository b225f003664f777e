import type { ChatMessage, MessageAttachment } from './chat-message';
import { hasReacted } from './reaction';

/** How people keep a message in the room: out of transcripts, and out of tickets altogether. */
export interface OffRules {
  /** What such a message begins with, upper and lower case alike; empty for none. */
  readonly prefix: string;
  /** The reaction that its author gives it, with its colons; empty for none. */
  readonly reaction: string;
}

/** Whether its author does not want a message kept; nobody else can say so. */
export function isOffTheRecord(message: ChatMessage, { prefix, reaction }: OffRules): boolean {
  const { text, files, attachments, sender } = message;
  if (hasReacted(message, sender.username, reaction)) return true;
  // What somebody says of a file that they send stands there, and not in the text.
  const words = [
    text,
    ...files.map(({ description }) => description ?? ''),
    ...attachments.filter(({ quotes }) => quotes === undefined).map((one) => one.text ?? ''),
  ];
  return words.some((one) => beginsOffTheRecord(one, prefix));
}

/**
 * Whether what hangs on a message brings in what somebody does not want kept: nobody's quotation does.
 *
 * @param quoted the message that it quotes, if it does and that one is still there
 */
export function bringsInOffTheRecord({ text }: MessageAttachment, quoted: ChatMessage | undefined, off: OffRules): boolean {
  return (quoted !== undefined && isOffTheRecord(quoted, off)) || beginsOffTheRecord(text ?? '', off.prefix);
}

/** Whether words begin with the prefix, in whatever case. */
function beginsOffTheRecord(words: string, prefix: string): boolean {
  return prefix !== '' && words.trimStart().toLowerCase().startsWith(prefix.toLowerCase());
}
