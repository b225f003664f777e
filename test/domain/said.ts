import type { ChatMessage, Speaker } from '../../src/domain/chat-message';

/** 23 November 2026, 9:00 on UTC's clock. */
export const NINE = Date.UTC(2026, 10, 23, 9);

export const ALICE: Speaker = { id: 'id-alice', username: 'alice', name: 'Alice Adler' };
export const BOB: Speaker = { id: 'id-bob', username: 'bob', name: 'Bob Becker' };

/** A message of Alice's, as tests need them by the dozen. */
export function said(id: string, at: number, more: Partial<ChatMessage> = {}): ChatMessage {
  return { id, at, sender: ALICE, text: `text of ${id}`, system: false, reactions: new Map(), files: [], attachments: [], ...more };
}
