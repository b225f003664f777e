import { hasReacted } from './reaction';
import type { SaidMessage } from './said-message';

/** How people keep a message out of transcripts. */
export interface OffRules {
  /** What such a message begins with; empty for none. */
  readonly prefix: string;
  /** The reaction that its author gives it, with its colons; empty for none. */
  readonly reaction: string;
}

/** Whether its author does not want a message kept. */
export function isOffTheRecord(message: SaidMessage, { prefix, reaction }: OffRules): boolean {
  const { text, attachments, sender } = message;
  if (hasReacted(message, sender.username, reaction)) return true;
  // What somebody says of a file that they send stands there, and not in the text.
  return [text, ...attachments.filter(({ quotes }) => quotes === undefined).map((one) => one.text ?? '')].some((words) =>
    beginsOffTheRecord(words, prefix),
  );
}

/** Whether words begin with the prefix, in whatever case. */
export function beginsOffTheRecord(words: string, prefix: string): boolean {
  return prefix !== '' && words.trimStart().toLowerCase().startsWith(prefix.toLowerCase());
}
