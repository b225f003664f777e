import { createHash } from 'crypto';
import type { ChatMessage } from './chat-message';
import { isOffTheRecord, type OffRules } from './off-the-record';
import { hasReacted } from './reaction';

/** By what somebody has made a message a note. */
export type NotingSign = 'reaction' | 'pin';

/** Why a message is not noted, whoever wants it. */
export type Unnotable = 'app' | 'server' | 'off' | 'empty';

/** Whether a message (still) bears the sign that somebody is said to have given it. Not every server says what is pinned. */
export function bears(message: ChatMessage, sign: NotingSign, username: string, reaction: string): boolean {
  return sign === 'pin' ? message.pinned !== false : hasReacted(message, username, reaction);
}

/** @param appUserId id of the app's own user @returns nothing for a message that may be noted */
export function unnotable(message: ChatMessage, appUserId: string, off: OffRules): Unnotable | undefined {
  if (message.sender.id === appUserId) return 'app';
  if (message.system) return 'server';
  if (isOffTheRecord(message, off)) return 'off';
  const empty = message.text.trim() === '' && message.files.length === 0 && message.attachments.length === 0;
  return empty ? 'empty' : undefined;
}

/**
 * The id of the write that brings a message into a ticket. It is made of the two, so that whoever wants the same message in the same ticket
 * looks for the same mark.
 */
export function notingId(ticketId: string, messageId: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['noting', ticketId, messageId]))
    .digest('hex')
    .slice(0, 32);
}
