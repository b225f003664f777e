import type { LayoutBlock } from '@rocket.chat/ui-kit';

/** Text that clients show as it is. */
export const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });

/** @param text with Markdown; foreign text in it is inert already */
export const section = (appId: string, blockId: string, text: string): LayoutBlock => ({
  type: 'section',
  appId,
  blockId,
  text: { type: 'mrkdwn', text },
});

/** The same in small letters. */
export const small = (appId: string, blockId: string, text: string): LayoutBlock => ({
  type: 'context',
  appId,
  blockId,
  elements: [{ type: 'mrkdwn', text }],
});
