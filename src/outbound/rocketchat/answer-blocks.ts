import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Button } from '../../usecases/ports';
import { plain, section } from './blocks';

const BLOCK = 'otobo-answer';

/** An answer with buttons under it; clients that show no blocks show the text. */
export function answerBlocks(text: string, buttons: readonly Button[], appId: string): LayoutBlock[] {
  return [
    section(appId, `${BLOCK}-text`, text),
    {
      type: 'actions',
      appId,
      blockId: BLOCK,
      elements: buttons.map(({ actionId, value, label, style }) => ({
        type: 'button',
        appId,
        blockId: BLOCK,
        actionId,
        value,
        text: plain(label),
        ...(style && { style }),
      })),
    },
  ];
}
